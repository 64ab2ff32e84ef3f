import { expect, it } from 'vitest';
import { countRows, openShareWorld } from '../../../../test/support/share-world.ts';
import { randomId } from '../../../platform/clock/index.ts';
import type { ShareOutcome } from '../../networks/index.ts';
import type { ShareParts } from '../parts.ts';
import { openRequest, share } from './sharing.fixture.ts';
import { countTokens } from './store.ts';

const posted: ShareOutcome = { kind: 'posted', uri: 'urn:post', url: 'https://network.example/post' };

it('gets posts out on one network while another hangs, however many wait for that', async () => {
  await using world = await openShareWorld();
  const requestId = await openRequest(world, world.org);
  const awake = Promise.withResolvers<ShareOutcome>();
  const out = { linkedin: 0, x: 0 };
  const site = await world.again((parts: ShareParts) => ({
    ...parts,
    networks: {
      ...parts.networks,
      postAs: async ({ network }) => {
        if (network !== 'linkedin' && network !== 'x') throw new Error(`nothing was shared on ${network}`);
        const outcome = network === 'linkedin' ? await awake.promise : posted;
        out[network] += 1;
        return outcome;
      },
    },
  }));
  const shareOn = async (network: 'linkedin' | 'x') => {
    const accepted = await share(site, world.org, { requestId, personId: randomId(), text: 'Words', network });
    expect(accepted.kind).toBe('accepted');
  };
  for (let count = 0; count < 12; count += 1) await shareOn('linkedin');
  for (let count = 0; count < 5; count += 1) await shareOn('x');
  await site.jobs.work();
  await expect.poll(() => out, { timeout: 60_000 }).toEqual({ linkedin: 0, x: 5 });
  awake.resolve(posted);
  await expect.poll(() => countRows(world, 'outgoing_shares'), { timeout: 60_000 }).toBe(0);
  expect(out).toEqual({ linkedin: 12, x: 5 });
  const counted = await world.parts.db.inOrg(world.org, (tx) => countTokens(tx, requestId));
  expect(counted).toEqual({ shares: { linkedin: 12, x: 5 }, awareness: 17 });
});
