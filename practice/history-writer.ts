import { planHistory } from './history-plan.ts';
import { openForHistory, writeHistory } from './history-store.ts';

/** `node history-writer.ts <data folder> <the company's site>`: see history.ts, which starts it. */
const [dataDir, companyUrl] = process.argv.slice(2);
if (dataDir === undefined || companyUrl === undefined)
  throw new Error('Give the data folder and the address of the site.');

const now = new Date();
const db = await openForHistory(dataDir);
try {
  await writeHistory(db, planHistory(now, companyUrl), now);
} finally {
  await db.close();
}
