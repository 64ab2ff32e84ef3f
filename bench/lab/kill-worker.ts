import { setTimeout } from 'node:timers/promises';
import { takeOverJobs } from '../../test/support/share-world.ts';
import type { Addresses } from './addresses.ts';
import { openKillSite } from './kill-site.ts';

/**
 * A process that posts what is queued until it is killed. It gets ready, waits for its turn (anything on its input), and from then on says each
 * try that it begins and what came of it. Arguments: data folder, database address, addresses of the networks as JSON.
 */
const [folder = '', url = '', addresses = '{}'] = process.argv.slice(2);

const say = (line: string) => process.stdout.write(`${line}\n`);

/** A network that takes its time, so that kills fall before it heard, after it did, and after its answer. */
const slowly =
  (network: typeof fetch): typeof fetch =>
  async (input, init) => {
    const isPost = (init?.method ?? (input instanceof Request ? input.method : 'GET')) === 'POST';
    if (isPost) await setTimeout(Math.random() * 20);
    const answer = await network(input, init);
    if (isPost) await setTimeout(Math.random() * 20);
    return answer;
  };

const site = await openKillSite({
  ...{ folder, url, addresses: JSON.parse(addresses) as Addresses, between: slowly },
  around: (parts) => ({
    ...parts,
    networks: {
      ...parts.networks,
      postAs: async (order) => {
        const name = 'post' in order.what ? order.what.post.text.split('\n')[0] : '';
        say(`begin ${name}`);
        const outcome = await parts.networks.postAs(order);
        say(`end ${name} ${outcome.kind}`);
        return outcome;
      },
    },
  }),
});
say('ready');
process.stdin.once('data', () => {
  void takeOverJobs(site).then(() => site.jobs.work());
});
