import { openShareSite, takeOverJobs } from '../../../../test/support/share-world.ts';
import { systemClock } from '../../../platform/clock/index.ts';
import { openDatabase } from '../../../platform/db/index.ts';
import { memoryLog } from '../../../platform/log/index.ts';

/**
 * A process that posts what is queued until it is killed, and writes a line at each post. Arguments: data folder, database address or nothing, and the
 * addresses of the Bluesky server and its directory.
 */
const [folder = '', url, pdsUrl = '', plcUrl = ''] = process.argv.slice(2);
const db = await openDatabase(url ? { folder, url, connections: 4 } : { folder });

/** A network that takes its time, so that kills fall before the server heard, after it did, and after its answer. */
const slowly =
  (network: typeof fetch): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const isPost = request.url.includes('createRecord');
    if (isPost) {
      process.stdout.write('post\n');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
    }
    const answer = await network(request);
    if (isPost) await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
    return answer;
  };

const site = await openShareSite({
  ...{ db, folder },
  clock: systemClock,
  log: memoryLog(),
  bluesky: { pdsUrl, plcUrl, places: [pdsUrl, plcUrl].map((address) => new URL(address).host) },
  between: slowly,
});
process.stdout.write(`${await takeOverJobs(site)} cut off\n`);
await site.jobs.work();
