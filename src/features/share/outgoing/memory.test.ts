import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countRows, openShareWorld, type ShareWorld, takeOverJobs } from '../../../../test/support/share-world.ts';
import { randomId } from '../../../platform/clock/index.ts';
import type { PostPlace, ShareOrder, ShareOutcome } from '../../networks/index.ts';
import type { ShareParts } from '../parts.ts';
import { insertPicture } from '../pictures/store.ts';
import { openRequest, share } from './sharing.fixture.ts';
import { countTokens } from './store.ts';

/** What a share on its way keeps for its network's connector, and how it ends where nobody can look at the network. */
let world: ShareWorld;
let requestId = '';
let personId = '';

beforeAll(async () => {
  world = await openShareWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  requestId = await openRequest(world, world.org);
  personId = randomId();
  await share(world, world.org, { requestId, personId, text: 'Words' });
});

/** A process whose network does what the test says; what it was asked is noted. */
async function withNetwork(act: (place: PostPlace) => Promise<ShareOutcome>) {
  const asked: Pick<PostPlace, 'repeated' | 'memory' | 'recordKey'>[] = [];
  const site = await world.again((parts: ShareParts) => ({
    ...parts,
    networks: {
      ...parts.networks,
      postAs: ({ place }) => {
        asked.push({ repeated: place.repeated, memory: place.memory, recordKey: place.recordKey });
        return act(place);
      },
    },
  }));
  return { site, asked };
}

const posted: ShareOutcome = { kind: 'posted', uri: 'at://post', url: 'https://network.example/post' };
const counted = () => world.parts.db.inOrg(world.org, (tx) => countTokens(tx, requestId));

describe('a share on its way', () => {
  it('gives back at the next try what the connector remembered before the process ended', async () => {
    const dying = await withNetwork(async (place) => {
      await place.remember('container 7');
      throw new Error('the process ended');
    });
    await dying.site.jobs.runDue();
    const next = await withNetwork(async () => posted);
    await takeOverJobs(next.site);
    await next.site.jobs.runDue({ future: true });
    const [first] = dying.asked;
    expect(first).toMatchObject({ repeated: false, memory: null });
    expect(next.asked).toEqual([{ repeated: true, memory: 'container 7', recordKey: first?.recordKey }]);
    expect(await countRows(world, 'outgoing_shares')).toBe(0);
  });

  it('keeps that memory sealed like everything else about it', async () => {
    const dying = await withNetwork(async (place) => {
      await place.remember('canary-container');
      throw new Error('the process ended');
    });
    await dying.site.jobs.runDue();
    const rows = await world.parts.db.kysely
      .withSchema('coact')
      .selectFrom('outgoing_shares' as never)
      .selectAll()
      .execute();
    expect(JSON.stringify(rows)).not.toContain('canary-container');
    const last = await withNetwork(async () => posted);
    await takeOverJobs(last.site);
    await last.site.jobs.runDue({ future: true });
  });

  it('that nobody can look for is not counted, and its person is asked to look', async () => {
    const { site } = await withNetwork(async () => ({ kind: 'unsure' }));
    await site.jobs.runDue({ future: true });
    expect(await counted()).toEqual({ shares: {}, awareness: 0 });
    expect(await countRows(world, 'outgoing_shares')).toBe(0);
    const [result] = site.parts.results.of(personId);
    expect(result?.outcome).toMatchObject({
      kind: 'failed',
      sentence: expect.stringContaining('look at your profile'),
    });
  });

  it('takes along the picture that was chosen, and says where networks that fetch it by themselves find it', async () => {
    const id = randomId();
    const [bytes, card] = [Uint8Array.of(1, 2), Uint8Array.of(3)];
    const stored = { id, width: 1, height: 1, mime: 'image/png', bytes, card, card_mime: 'image/jpeg' };
    await world.parts.db.inOrg(world.org, (tx) => insertPicture(tx, stored, world.parts.clock.now()));
    const picture = { id, alt: 'The yard' };
    await share(world, world.org, { requestId, personId: randomId(), text: 'With a picture', picture });
    const orders: ShareOrder[] = [];
    const noting = async (order: ShareOrder) => {
      orders.push(order);
      return posted;
    };
    const site = await world.again((parts: ShareParts) => ({
      ...parts,
      publicUrl: 'https://coact.example',
      networks: { ...parts.networks, postAs: noting },
    }));
    await takeOverJobs(site);
    await site.jobs.runDue({ future: true });
    const cards = orders.flatMap(({ what }) => ('post' in what ? [what.post.card] : []));
    const url = `https://coact.example/media/${id}`;
    const chosen = { bytes: card, mime: 'image/jpeg', alt: 'The yard', url };
    expect(cards).toHaveLength(2);
    expect(cards).toContainEqual(expect.objectContaining({ chosen: true, picture: chosen }));
    expect(cards).toContainEqual(expect.not.objectContaining({ picture: expect.anything() }));
  });

  it('stays counted once it is posted', async () => {
    const { site } = await withNetwork(async () => posted);
    await site.jobs.runDue({ future: true });
    expect(await counted()).toEqual({ shares: { bluesky: 1 }, awareness: 1 });
  });
});
