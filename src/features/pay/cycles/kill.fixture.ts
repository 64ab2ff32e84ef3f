import { openDatabase, orgId } from '../../../platform/db/index.ts';
import { openPaySite } from '../pay-world.fixture.ts';
import { groundOn } from '../raises/kill-ground.fixture.ts';
import { payrollAsks } from './cycle-world.fixture.ts';
import { submitCycle } from './submitting.ts';

/** A process that submits a review until it is killed. Arguments: data folder, database address or nothing, organisation, who submits, review, its revision. */
const [folder = '', url, org = '', by = '', cycle = '', revision = ''] = process.argv.slice(2);
const db = await openDatabase(url ? { folder, url, connections: 4 } : { folder });
const site = await openPaySite(await groundOn(db, folder, '2026-05-04T10:00:00Z'));
process.stdout.write('working\n');
const done = await submitCycle(site.parts, payrollAsks(site, orgId(org), by), cycle, { revision: Number(revision) });
process.stdout.write(`done ${JSON.stringify(done)}\n`);
setInterval(() => undefined, 60_000);
