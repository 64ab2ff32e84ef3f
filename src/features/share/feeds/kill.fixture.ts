import { openShareSite } from '../../../../test/support/share-world.ts';
import { systemClock } from '../../../platform/clock/index.ts';
import { openDatabase, orgId, sql } from '../../../platform/db/index.ts';
import { createEgress } from '../../../platform/egress/index.ts';
import { memoryLog } from '../../../platform/log/index.ts';
import { checkFeed } from './check.ts';

/**
 * A process that looks at one feed again and again until it is killed, and writes a line before each look. Arguments: data folder, database
 * address or nothing, organisation, feed, and the place of its server.
 */
const [folder = '', url, org = '', feedId = '', place = ''] = process.argv.slice(2);
const db = await openDatabase(url ? { folder, url, connections: 4 } : { folder });
const site = await openShareSite({ db, folder, clock: systemClock, log: memoryLog(), bluesky: null });
const slackStatus = async () => ({ configured: false, installed: null });
const parts = { ...site.parts, slackStatus, egress: createEgress({ allow: [place] }) };

// What five minutes do by themselves: the run of a process that was killed is over.
const isDue = sql`update share_feeds set next_check_at = now() - interval '1 hour', running_until = null`;
for (;;) {
  await db.inOrg(orgId(org), (tx) => isDue.execute(tx.on()));
  process.stdout.write('look\n');
  await checkFeed(parts, { orgId: org, feedId });
}
