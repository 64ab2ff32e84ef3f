import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BlueskyAccount, type BlueskyServer, startBluesky } from '../../../../test/support/bluesky/server.ts';
import {
  connectAccount,
  countRows,
  openShareWorld,
  postsOf,
  type ShareSite,
  type ShareWorld,
  takeOverJobs,
} from '../../../../test/support/share-world.ts';
import { randomId } from '../../../platform/clock/index.ts';
import { requestKeyName, shareKeyName } from '../blind.ts';
import { sweepShareKeys } from '../lifecycle/sweep.ts';
import type { ShareParts } from '../parts.ts';
import { cancelOwn, ownShares } from './cancel.ts';
import { openRequest, share } from './sharing.fixture.ts';
import { countTokens } from './store.ts';

/**
 * The process ends at every point of a share's way, against a real Bluesky server: afterwards there is one post and one
 * count, or none of both and the person can share again. The end is thrown where it strikes; what was in memory is not
 * used again, as the next process is opened anew on the same data.
 */
class ProcessEnded extends Error {}
const ends = (): never => {
  throw new ProcessEnded();
};

let bluesky: BlueskyServer;
let account: BlueskyAccount;
let world: ShareWorld;
const personId = randomId();
let requestId = '';
let text = '';
let tests = 0;

beforeAll(async () => {
  bluesky = await startBluesky();
  account = await bluesky.addAccount('ana');
  world = await openShareWorld(bluesky);
  await connectAccount(world, world.org, personId, account);
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await bluesky[Symbol.asyncDispose]();
});

beforeEach(async () => {
  tests += 1;
  text = `Words of test ${tests}`;
  requestId = await openRequest(world, world.org);
});

const wanted = () => ({ requestId, personId, text });
const acceptAt = (site: Pick<ShareSite, 'parts'>) => share(site, world.org, wanted());
const postsMade = async () => (await postsOf(bluesky, account)).filter((post) => post.startsWith(`${text}\n`)).length;
const tokens = (table: string) =>
  world.parts.db.inOrg(world.org, async (tx) => {
    const counted = await countTokens(tx, requestId);
    return table === 'awareness' ? counted.awareness : (counted.shares.bluesky ?? 0);
  });

/** Lets a fresh process do what is left, and the nightly sweep run. */
async function goOn(): Promise<void> {
  const next = await world.again();
  await takeOverJobs(next);
  for (let turn = 0; turn < 3; turn += 1) await next.jobs.runDue({ future: true });
  await sweepShareKeys(next.parts, async () => [world.org], 0);
}

async function expectOnePost(): Promise<void> {
  await goOn();
  expect(await postsMade()).toBe(1);
  expect(await tokens('shares')).toBe(1);
  expect(await tokens('awareness')).toBe(1);
  await expectNothingLeft();
  expect(await acceptAt(world)).toEqual({ kind: 'already' });
}

/** None went out, nothing is counted, and the person shares again with success. */
async function expectNoneAndAgain(): Promise<void> {
  await goOn();
  expect(await postsMade()).toBe(0);
  expect(await tokens('shares')).toBe(0);
  expect(await tokens('awareness')).toBe(0);
  await expectNothingLeft();
  expect(await acceptAt(world)).toMatchObject({ kind: 'accepted' });
  await expectOnePost();
}

async function expectNothingLeft(): Promise<void> {
  expect(await countRows(world, 'outgoing_shares')).toBe(0);
  expect(await world.parts.ring.names('share-')).toEqual([]);
  expect((await world.jobs.counts()).find((kind) => kind.name === 'share.post')).toMatchObject({
    waiting: 0,
    active: 0,
  });
}

describe('a process that ends while it takes a share on', () => {
  it('after the key was made, before the transaction', async () => {
    const db: ShareParts['db'] = { ...world.parts.db, inOrg: async () => ends() };
    await expect(acceptAt({ parts: { ...world.parts, db } })).rejects.toThrow(ProcessEnded);
    expect(await world.parts.ring.names('share-')).toHaveLength(1);
    await expectNoneAndAgain();
  });

  it('inside the transaction, with token and row written', async () => {
    const jobs: ShareParts['jobs'] = { enqueue: async () => ends() };
    await expect(acceptAt({ parts: { ...world.parts, jobs } })).rejects.toThrow(ProcessEnded);
    await expectNoneAndAgain();
  });

  it('after the commit, before the job ran', async () => {
    expect(await acceptAt(world)).toMatchObject({ kind: 'accepted' });
    await expectOnePost();
  });
});

describe('a process that ends while it posts', () => {
  /** Runs the job in a process that ends where `around` puts it; the job fails as if nobody had heard of it. */
  async function runEnding(around: (parts: ShareParts) => ShareParts): Promise<void> {
    await acceptAt(world);
    const doomed = await world.again(around);
    await doomed.jobs.runDue();
    expect(await countRows(world, 'outgoing_shares')).toBe(1);
  }
  const withNetwork = (postAs: (parts: ShareParts) => ShareParts['networks']['postAs']) => (parts: ShareParts) => ({
    ...parts,
    networks: { ...parts.networks, postAs: postAs(parts) },
  });

  it('after the claim, before the network is called', async () => {
    await runEnding(withNetwork(() => async () => ends()));
    expect(await postsMade()).toBe(0);
    await expectOnePost();
  });

  it('after the network took it, before that is settled', async () => {
    await runEnding(
      withNetwork((parts) => async (order) => {
        await parts.networks.postAs(order);
        return ends();
      }),
    );
    expect(await postsMade()).toBe(1);
    await expectOnePost();
  });

  it('twice in a row, before and after the call', async () => {
    await runEnding(withNetwork(() => async () => ends()));
    const doomed = await world.again(
      withNetwork((parts) => async (order) => {
        expect(order.place.repeated).toBe(true);
        await parts.networks.postAs(order);
        return ends();
      }),
    );
    await takeOverJobs(doomed);
    await doomed.jobs.runDue({ future: true });
    expect(await postsMade()).toBe(1);
    await expectOnePost();
  });

  it('after the person was told, before the rows are removed', async () => {
    await runEnding((parts) => ({
      ...parts,
      results: { ...parts.results, add: () => ends() },
    }));
    expect(await postsMade()).toBe(1);
    await expectOnePost();
  });

  it('after the rows are removed, before the key is destroyed', async () => {
    await acceptAt(world);
    const ring = { ...world.parts.ring, destroy: async () => ends() };
    const doomed = await world.again((parts) => ({ ...parts, ring }));
    await doomed.jobs.runDue();
    expect(await countRows(world, 'outgoing_shares')).toBe(0);
    expect(await world.parts.ring.names('share-')).toHaveLength(1);
    await expectOnePost();
  });
});

describe('a share whose outcome nobody knows', () => {
  it('is not counted after a day, and its person can share again', async () => {
    await acceptAt(world);
    const silent = await world.again((parts) => ({
      ...parts,
      networks: { ...parts.networks, postAs: async () => ({ kind: 'unknown' }) },
    }));
    await silent.jobs.runDue();
    expect(await countRows(world, 'outgoing_shares')).toBe(1);
    world.clock.advance(86_400_000);
    await silent.jobs.runDue({ future: true });
    const [told] = silent.parts.results.of(personId);
    expect(told?.outcome).toMatchObject({ kind: 'failed', sentence: expect.stringContaining('look at your profile') });
    await expectNoneAndAgain();
  });

  it('is let go with a line in the log when its key was lost', async () => {
    const accepted = await acceptAt(world);
    if (accepted.kind !== 'accepted') throw new Error('not accepted');
    await world.parts.ring.destroy(shareKeyName(accepted.shareId));
    await goOn();
    expect(await countRows(world, 'outgoing_shares')).toBe(0);
    expect(await postsMade()).toBe(0);
    expect(world.log.lines.some((line) => line.fields.event === 'share.key_missing')).toBe(true);
  });
});

describe('a share that somebody cancels', () => {
  it('while it waits is not posted by a job that comes for it at the same moment', async () => {
    const accepted = await acceptAt(world);
    if (accepted.kind !== 'accepted') throw new Error('not accepted');
    const [cancelled] = await Promise.all([
      cancelOwn(world.parts, world.org, personId, accepted.shareId),
      world.jobs.runDue(),
    ]);
    await goOn();
    expect(await postsMade()).toBe(cancelled ? 0 : 1);
    expect(await tokens('shares')).toBe(cancelled ? 0 : 1);
    await expectNothingLeft();
  });

  it('while it is being sent stays, as nobody can call it back', async () => {
    const accepted = await acceptAt(world);
    if (accepted.kind !== 'accepted') throw new Error('not accepted');
    const seen: boolean[] = [];
    const slow = await world.again((parts) => ({
      ...parts,
      networks: {
        ...parts.networks,
        postAs: async (order) => {
          seen.push(await cancelOwn(world.parts, world.org, personId, accepted.shareId));
          return parts.networks.postAs(order);
        },
      },
    }));
    await slow.jobs.runDue();
    expect(seen).toEqual([false]);
    await expectOnePost();
  });
});

describe('the nightly sweep', () => {
  it('leaves the keys of shares that wait, and of requests', async () => {
    const at = new Date(world.clock.now().getTime() + 3_600_000);
    const accepted = await share(world, world.org, { ...wanted(), at });
    if (accepted.kind !== 'accepted') throw new Error('not accepted');
    await world.parts.ring.create(shareKeyName(randomId()));
    expect(await sweepShareKeys(world.parts, async () => [world.org], 0)).toBe(1);
    expect(await world.parts.ring.names('share-')).toEqual([shareKeyName(accepted.shareId)]);
    expect(await world.parts.ring.find(requestKeyName(requestId))).not.toBeNull();
    expect(await ownShares(world.parts, world.org, personId)).toMatchObject([{ id: accepted.shareId }]);
    expect(await cancelOwn(world.parts, world.org, personId, accepted.shareId)).toBe(true);
  });
});
