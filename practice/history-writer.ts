import { join } from 'node:path';
import { systemClock } from '../src/platform/clock/index.ts';
import { orgId } from '../src/platform/db/index.ts';
import { loadRootKey, openVault } from '../src/platform/vault/index.ts';
import { allSealedPlaces } from '../src/sealed-places.ts';
import { planHistory } from './history-plan.ts';
import { openForHistory, writeHistory } from './history-store.ts';
import { planTeam } from './team-plan.ts';
import { writeTeam } from './team-store.ts';

/** `node history-writer.ts <data folder> <the company's site>`: see history.ts, which starts it. */
const [dataDir, companyUrl] = process.argv.slice(2);
if (dataDir === undefined || companyUrl === undefined)
  throw new Error('Give the data folder and the address of the site.');

const now = new Date();
const db = await openForHistory(dataDir);
try {
  const history = planHistory(now, companyUrl);
  await writeHistory(db, history, companyUrl, now);
  const keys = await loadRootKey(join(dataDir, 'keys'), db, systemClock);
  const vault = openVault(keys, db, systemClock, allSealedPlaces);
  await writeTeam({ db, vault }, orgId(history.orgId), history.people, planTeam(now), now);
} finally {
  await db.close();
}
