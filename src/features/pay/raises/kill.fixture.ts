import { openDatabase, orgId } from '../../../platform/db/index.ts';
import { openPaySite } from '../pay-world.fixture.ts';
import { groundOn } from './kill-ground.fixture.ts';
import { takeAllEffect } from './watching.ts';

/** A process on the day of the raises, which lets them take effect until it is killed. Arguments: data folder, database address or nothing, organisation. */
const [folder = '', url, org = ''] = process.argv.slice(2);
const db = await openDatabase(url ? { folder, url, connections: 4 } : { folder });
const site = await openPaySite(await groundOn(db, folder, '2026-06-01T08:00:00Z'));
process.stdout.write('working\n');
await takeAllEffect(site.parts, orgId(org));
process.stdout.write('done\n');
setInterval(() => undefined, 60_000);
