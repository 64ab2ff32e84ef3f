import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { everyRow } from '../../../../test/support/residue.ts';
import { openShareSite, type ShareSite } from '../../../../test/support/share-world.ts';
import { randomId } from '../../../platform/clock/index.ts';
import { type OrgId, orgId } from '../../../platform/db/index.ts';
import { requestKeyName } from '../blind.ts';
import { releaseFigures } from '../jobs.ts';
import { openAll } from '../outgoing/own.ts';
import { runPostShare } from '../outgoing/post.ts';
import { share } from '../outgoing/sharing.fixture.ts';
import { allOutgoing, deleteOutgoing } from '../outgoing/store.ts';
import { close } from './release.ts';

/**
 * What reports and the message in Slack may tell, and when. People share through the slice itself, on the product's own
 * data; nobody has an account, so a share that is due fails, and one that is planned counts until then.
 */
let world: AppWorld;
let site: ShareSite;
let org: OrgId;
let requestId = '';

beforeAll(async () => {
  world = await openAppWorld();
  org = orgId(String((await world.ask('GET', '/api/organisation')).json.id));
  site = await openShareSite({
    ...{ db: world.db, clock: world.clock, log: world.log },
    folder: world.db.folder,
    bluesky: null,
  });
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await world.ask('PATCH', '/api/organisation', { smallGroup: 5 });
  requestId = await world.sendRequest();
});

/** That many more people share; their posts wait until the day after tomorrow. */
async function shared(count: number, id = requestId): Promise<void> {
  const at = new Date(world.clock.now().getTime() + 2 * 86_400_000);
  for (let index = 0; index < count; index += 1) {
    const accepted = await share(site, org, { requestId: id, personId: randomId(), text: 'Hello', at });
    expect(accepted.kind).toBe('accepted');
  }
}

/** One more shares, and the network refuses. */
async function failed(personId = randomId()): Promise<void> {
  expect((await share(site, org, { requestId, personId, text: 'Hello' })).kind).toBe('accepted');
  await world.work();
}

/** The hour turns. */
async function anHour(): Promise<void> {
  world.clock.advance(3_600_000);
  await world.db.inOrg(org, (tx) => world.app.jobs.enqueue(tx, releaseFigures, {}));
  await world.work();
}

const act = (what: string, id = requestId) => world.ask('POST', `/api/requests/${id}/${what}`);
const figuresOf = async (id = requestId) => (await world.ask('GET', `/api/requests/${id}`)).json.figures as Json;
const expectShown = async (awareness: Json, shares: Json = awareness) =>
  expect(await figuresOf()).toMatchObject({ awareness, shares });

/** What the message of the request says of its shares. */
const told = () => {
  const message = world.slack.team('T1').messages.at(-1);
  return /Shared [^"·]*?(?:times so far|times|once)/.exec(JSON.stringify(message?.blocks))?.[0];
};

describe('while a request is open', () => {
  it('nothing is told of fewer than a group, and a group only when the hour turns', async () => {
    await shared(4);
    await anHour();
    await expectShown({ fewerThan: 5 });
    await shared(1);
    await expectShown({ fewerThan: 5 });
    await anHour();
    await expectShown({ value: 5 });
  });

  it('the next step waits for a whole group again', async () => {
    await shared(6);
    await anHour();
    await expectShown({ value: 6 });
    for (const more of [1, 1, 1, 1]) {
      await shared(more);
      await anHour();
      await expectShown({ value: 6 });
    }
    await shared(1);
    await anHour();
    await expectShown({ value: 11 });
  });

  it('a second look in the same hour shows the same', async () => {
    await shared(9);
    await anHour();
    const first = await figuresOf();
    await shared(3);
    expect(await figuresOf()).toEqual(first);
    const { requests } = (await world.ask('GET', '/api/requests')).json;
    expect(requests).toContainEqual(expect.objectContaining({ id: requestId, shares: { value: 9 } }));
  });

  it('one request’s figures don’t move another’s', async () => {
    const other = await world.sendRequest();
    await shared(5);
    await shared(4, other);
    await anHour();
    await expectShown({ value: 5 });
    expect(await figuresOf(other)).toMatchObject({ shares: { fewerThan: 5 } });
  });

  it('a raised threshold hides what was told, and is waited for', async () => {
    await shared(6);
    await anHour();
    expect((await world.ask('PATCH', '/api/organisation', { smallGroup: 8 })).status).toBe(200);
    await expectShown({ fewerThan: 8 });
    await shared(7);
    await anHour();
    await expectShown({ fewerThan: 8 });
    await shared(1);
    await anHour();
    await expectShown({ value: 14 });
  });

  it('a threshold under three is refused, and three stays the least', async () => {
    expect((await world.ask('PATCH', '/api/organisation', { smallGroup: 2 })).status).toBe(422);
    await world.ask('PATCH', '/api/organisation', { smallGroup: 3 });
    await shared(2);
    await anHour();
    await expectShown({ fewerThan: 3 });
  });

  it('a share that fails before it was told of is never told of', async () => {
    await shared(4);
    await failed();
    await anHour();
    await expectShown({ fewerThan: 5 });
  });

  it('whoever’s share failed can share again, and counts once', async () => {
    const personId = randomId();
    await failed(personId);
    await failed(personId);
    await shared(4);
    const at = new Date(world.clock.now().getTime() + 86_400_000);
    expect((await share(site, org, { requestId, personId, text: 'Now', at })).kind).toBe('accepted');
    expect((await share(site, org, { requestId, personId, text: 'Twice', at })).kind).toBe('already');
    await anHour();
    await expectShown({ value: 5 });
  });
});

describe('at the end', () => {
  it('what has gathered is told at once, if it is a group', async () => {
    await shared(6);
    await anHour();
    await shared(5);
    await act('end');
    await expectShown({ value: 11 });
  });

  it('a rest that is smaller than a group is not told, then or a day later: it would be a step of a few people', async () => {
    await shared(6);
    await anHour();
    await shared(2);
    await act('end');
    await expectShown({ value: 6 });
    await dayAfter();
    await expectShown({ value: 6 });
  });

  it('nothing is told of fewer than a group, then or a day later', async () => {
    await shared(4);
    await act('end');
    await expectShown({ fewerThan: 5 });
    await dayAfter();
    await expectShown({ fewerThan: 5 });
  });

  it('nobody can share any more', async () => {
    await act('end');
    const late = await share(site, org, { requestId, personId: randomId(), text: 'Late' });
    expect(late.kind).toBe('over');
    expect(await site.parts.ring.names('share-')).not.toContain(`share-${requestId}`);
  });

  it('what fails between end and closing is not taken back, as that would tell of one', async () => {
    await shared(6);
    const at = new Date(world.clock.now().getTime() + 3_600_000);
    await share(site, org, { requestId, personId: randomId(), text: 'Will fail', at });
    await act('end');
    await expectShown({ value: 7 });
    await failDue('Will fail');
    await expectShown({ value: 7 });
    await sharesKept(6);
    await dayAfter();
    await expectShown({ value: 7 });
  });

  it('the day after, tokens and key are gone and the numbers stay', async () => {
    await shared(5);
    await act('end');
    expect(await site.parts.ring.find(requestKeyName(requestId))).not.toBeNull();
    await dayAfter();
    await expectShown({ value: 5 });
    expect(await site.parts.ring.find(requestKeyName(requestId))).toBeNull();
    expect(await tokensOf()).toEqual([]);
  });

  it('a recalled request tells its total when it closes, and its message goes', async () => {
    await shared(5);
    const { messages } = world.slack.team('T1');
    const before = messages.length;
    await act('recall');
    await world.work();
    expect(messages).toHaveLength(before - 1);
    await dayAfter();
    await expectShown({ value: 5 });
  });
});

/** The tokens of this request. */
const tokensOf = async () =>
  (await everyRow(world.db)).filter((row) => /_tokens$/.test(row.table) && row.text.includes(requestId));

async function sharesKept(count: number): Promise<void> {
  const shares = (await tokensOf()).filter((row) => row.table === 'coact.share_tokens');
  expect(shares).toHaveLength(count);
}

/** A day after the end: the posts have gone out, so that their rows are gone and their tokens stay; then it closes. */
async function dayAfter(): Promise<void> {
  world.clock.advance(86_400_000 + 60_000);
  await site.parts.db.inOrg(org, async (tx) => {
    for (const row of await allOutgoing(tx)) await deleteOutgoing(tx, row.id);
  });
  await close(site.parts, { orgId: org, requestId });
}

/** The network refuses the one share with these words. */
async function failDue(words: string): Promise<void> {
  const rows = await site.parts.db.inOrg(org, (tx) => allOutgoing(tx));
  const opened = await openAll(site.parts, rows);
  const one = opened.find((row) => row.payload.text === words && row.payload.requestId === requestId);
  if (one === undefined) throw new Error('no such share');
  const ids = { orgId: org, shareId: one.id };
  await runPostShare(site.parts, ids, { attempt: 1, last: false, forget: async () => undefined });
}

describe('the message in the channel', () => {
  it('shows released numbers only', async () => {
    const from = world.slack.calls.length;
    expect(told()).toBe('Shared fewer than 5 times so far');
    await shared(4);
    await anHour();
    expect(told()).toBe('Shared fewer than 5 times so far');
    await shared(3);
    await anHour();
    expect(told()).toBe('Shared 7 times');
    await shared(4);
    await anHour();
    expect(told()).toBe('Shared 7 times');
    await shared(1);
    await act('end');
    await world.work();
    expect(told()).toBe('Shared 12 times');
    const said = world.slack.calls
      .slice(from)
      .filter((call) => call.method === 'chat.update')
      .map((call) => /Shared (?:fewer than )?\d+ times/.exec(JSON.stringify(call.args.blocks))?.[0]);
    expect(said).toEqual(['Shared 7 times', 'Shared 12 times']);
  });

  it('is written once for many changes at once', async () => {
    const updates = () => world.slack.count('chat.update');
    const before = updates();
    for (const title of ['One', 'Two', 'Three', 'Four']) {
      await world.ask('PATCH', `/api/requests/${requestId}`, { title });
    }
    await world.work();
    expect(updates()).toBe(before + 1);
    await shared(5);
    await anHour();
    expect(updates()).toBe(before + 2);
    const message = world.slack.team('T1').messages.at(-1);
    expect(message?.text).toContain('Four');
    expect(told()).toBe('Shared 5 times');
  });

  it('loses its button at the end', async () => {
    await act('end');
    await world.work();
    const message = world.slack.team('T1').messages.at(-1);
    expect(JSON.stringify(message?.blocks)).toContain('This request has ended');
    expect(JSON.stringify(message?.blocks)).not.toContain('share.open');
  });

  it('is not touched by an hour without news', async () => {
    const before = world.slack.count('chat.update');
    await shared(3);
    await anHour();
    await anHour();
    expect(world.slack.count('chat.update')).toBe(before);
  });
});

describe('tokens', () => {
  it('are written anew in one transaction each hour, the same ones', async () => {
    await shared(6);
    const before = await tokensOf();
    expect(new Set(before.map((row) => row.xmin)).size).toBe(6);
    await anHour();
    const after = await tokensOf();
    expect(new Set(after.map((row) => row.xmin)).size).toBe(1);
    expect(after.map((row) => row.text).toSorted()).toEqual(before.map((row) => row.text).toSorted());
  });

  it('stand in another order each hour', async () => {
    await shared(8);
    const orders = new Set<string>();
    for (let hour = 0; hour < 3; hour += 1) {
      await anHour();
      orders.add((await tokensOf()).map((row) => row.text).join());
    }
    expect(orders.size).toBeGreaterThan(1);
  });
});

describe('a closing', () => {
  it('comes by itself a day after the end', async () => {
    await shared(5);
    await act('end');
    world.clock.advance(86_400_000 + 60_000);
    await world.app.jobs.runDue({ future: true });
    expect(await tokensOf()).toEqual([]);
    expect(await site.parts.ring.find(requestKeyName(requestId))).toBeNull();
  });

  it('cancels a post that is planned for later than that, and tells its person', async () => {
    const personId = randomId();
    const at = new Date(world.clock.now().getTime() + 30 * 86_400_000);
    const accepted = await share(site, org, { requestId, personId, text: 'Next month', at });
    expect(accepted.kind).toBe('accepted');
    await act('end');
    await close(site.parts, { orgId: org, requestId });
    if (accepted.kind !== 'accepted') return;
    expect(
      (await everyRow(world.db)).some((row) => row.text.includes(accepted.shareId) && !row.table.startsWith('jobs.')),
    ).toBe(false);
    expect(await site.parts.ring.names('share-')).not.toContain(`share-${accepted.shareId}`);
    expect(site.parts.results.of(personId)).toMatchObject([
      { outcome: { kind: 'failed', sentence: expect.stringContaining('ended before your post was due') } },
    ]);
  });

  it('leaves an open request alone', async () => {
    await shared(5);
    await close(site.parts, { orgId: org, requestId });
    expect((await tokensOf()).length).toBe(10);
    expect(await site.parts.ring.find(requestKeyName(requestId))).not.toBeNull();
  });
});
