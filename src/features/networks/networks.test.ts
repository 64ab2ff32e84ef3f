import { describe, expect, it } from 'vitest';
import { networksNowhere, nobodyTold } from '../../../test/support/network-settings.ts';
import { openWorld } from '../../../test/support/world.ts';
import { catalogueProblems } from '../../platform/db/index.ts';
import { openNetworks } from './networks.ts';

async function open() {
  const world = await openWorld();
  const networks = await openNetworks({
    ...world,
    publicUrl: 'http://localhost:3000',
    ...networksNowhere,
    ...nobodyTold,
    fetch,
    mayConnect: async () => true,
  });
  return { world, networks, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

describe('the networks slice', () => {
  it('keeps its tables behind the organisation', async () => {
    await using own = await open();
    expect(await catalogueProblems(own.world.db)).toEqual([]);
  });

  it('brings jobs that the queue takes', async () => {
    await using own = await open();
    const jobs = await own.world.openJobs(own.networks.jobs);
    expect((await jobs.counts()).map((job) => job.name).toSorted()).toEqual([
      'networks.refresh_reach',
      'networks.refresh_sessions',
      'networks.revoke_sessions',
      'networks.sweep_attempts',
      'networks.tell_of_endings',
    ]);
  });

  it('has nothing to do, and says nothing, where nobody is connected', async () => {
    await using own = await open();
    for (const job of own.networks.jobs) await job.run({}, { attempt: 1, last: true, forget: async () => undefined });
    expect(own.world.log.lines).toEqual([]);
  });

  it('describes and checks without asking the network', async () => {
    await using own = await open();
    expect(own.networks.describe('bluesky')).toMatchObject({
      title: 'Bluesky',
      unavailable: null,
      limits: { text: 300 },
    });
    expect(own.networks.check('bluesky', { text: 'Hi' }).remaining).toBe(298);
    expect(own.networks.recordKey('bluesky')).toMatch(/^[2-7a-j][2-7a-z]{12}$/);
  });

  it('answers a network that is away with a sentence', async () => {
    await using own = await open();
    const started = await own.networks.beginConnect({
      orgId: own.world.orgId,
      personId: crypto.randomUUID(),
      network: 'bluesky',
      returnTo: '',
      browser: 'b'.repeat(43),
    });
    expect(started).toEqual({ kind: 'refused', sentence: 'Bluesky does not answer right now. Try again in a minute.' });
  });
});
