import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { sql } from '../../../platform/db/index.ts';

/** One request in several channels: a message in each, once, whatever happens on the way. */
let world: AppWorld;

beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

let count = 0;
/** Channels of this test alone. */
function channels(how: number, more: { archived?: boolean } = {}): string[] {
  return Array.from({ length: how }, () => {
    count += 1;
    world.slack.addChannel('T1', `CM${count}`, `many-${count}`, more);
    return `CM${count}`;
  });
}

const team = () => world.slack.team('T1');
const read = async (id: string) => (await world.ask('GET', `/api/requests/${id}`)).json;
const act = (id: string, name: string, body?: unknown) => world.ask('POST', `/api/requests/${id}/${name}`, body);
const messagesOf = (title: string) => team().messages.filter(({ text }) => text.startsWith(title));
const placesOf = (title: string) => messagesOf(title).map(({ channel }) => channel);

async function create(ids: readonly string[], title: string, more: Json = {}): Promise<string> {
  const [channelId, ...moreChannelIds] = ids;
  const made = await world.ask('POST', '/api/requests', { ...draft, title, channelId, moreChannelIds, ...more });
  expect(made.status).toBe(201);
  return String(made.json.id);
}

async function send(ids: readonly string[], title: string, more: Json = {}): Promise<string> {
  await world.work();
  const id = await create(ids, title, more);
  expect(await act(id, 'send', {})).toMatchObject({ status: 200 });
  await world.work();
  return id;
}

/** What a killed process would leave: the state of one message as it stood then. */
async function leave(id: string, channelId: string, state: string): Promise<void> {
  await sql`insert into coact.share_messages (org_id, request_id, channel_id, place, state)
    select org_id, id, ${channelId}, 0, ${state} from coact.share_requests where id = ${id}
    on conflict (org_id, request_id, channel_id) do update set state = excluded.state`.execute(world.db.kysely);
}

describe('a request in several channels', () => {
  it('has one message in each, in their order, and one set of figures', async () => {
    const ids = channels(3);
    const id = await send(ids, 'Everywhere');
    expect(placesOf('Everywhere')).toEqual(ids);
    const shown = await read(id);
    expect(shown).toMatchObject({
      ...{ state: 'open', channel: { id: ids[0] }, moreChannelIds: ids.slice(1) },
      delivery: {
        state: 'sent',
        problem: null,
        channels: ids.map((one) => ({ id: one, state: 'sent', problem: null })),
      },
    });
    expect((shown.channels as { name: string }[]).map(({ name }) => name)).toEqual(
      ids.map((one) => one.replace('CM', 'many-')),
    );
    expect(shown.figures).toMatchObject({ awareness: { fewerThan: 5 } });
  });

  it('is updated in each, and leaves each when it is recalled', async () => {
    const ids = channels(2);
    const id = await send(ids, 'Rough draft');
    await world.ask('PATCH', `/api/requests/${id}`, { title: 'Polished draft' });
    await world.work();
    expect(placesOf('Rough draft')).toEqual([]);
    expect(placesOf('Polished draft')).toEqual(ids);
    await act(id, 'recall');
    await world.work();
    expect(messagesOf('Polished draft')).toEqual([]);
    expect(await read(id)).toMatchObject({ state: 'recalled', channels: ids.map((one) => ({ id: one })) });
  });

  it('says in each that it has ended', async () => {
    const ids = channels(2);
    const id = await send(ids, 'Over soon');
    await act(id, 'end');
    await world.work();
    for (const message of messagesOf('Over soon')) expect(JSON.stringify(message.blocks)).toContain('ended');
    expect(messagesOf('Over soon')).toHaveLength(2);
  });

  it('counts the same channel once', async () => {
    const [one = ''] = channels(1);
    await send([one, one, one], 'Once');
    expect(placesOf('Once')).toEqual([one]);
  });

  it('cannot be sent to more once it is out, nor to too many', async () => {
    const [one = '', other = ''] = channels(2);
    const id = await send([one], 'Settled');
    expect(await world.ask('PATCH', `/api/requests/${id}`, { moreChannelIds: [other] })).toMatchObject({
      ...{ status: 422, json: { code: 'fixed_after_sending' } },
    });
    const many = Array.from({ length: 21 }, (_, place) => `CX${place}`);
    const [channelId, ...moreChannelIds] = many;
    const refused = await world.ask('POST', '/api/requests', { ...draft, channelId, moreChannelIds });
    expect(refused.status).toBe(422);
  });
});

describe('a channel that refuses', () => {
  it('is told of by name, while the others go on', async () => {
    const [good = '', after = ''] = channels(2);
    const [archived = ''] = channels(1, { archived: true });
    const id = await send([archived, good, after], 'Partly');
    expect(placesOf('Partly')).toEqual([good, after]);
    const name = archived.replace('CM', 'many-');
    const problem = `#${name}: This channel is archived. Unarchive it in Slack, or choose another channel.`;
    expect(await read(id)).toMatchObject({
      state: 'open',
      delivery: { state: 'sent', problem, channels: [{ id: archived, state: 'failed' }, { id: good }, { id: after }] },
    });
    await world.ask('PATCH', `/api/requests/${id}`, { title: 'Partly, edited' });
    await world.work();
    expect(placesOf('Partly, edited')).toEqual([good, after]);
    expect(await read(id)).toMatchObject({ delivery: { problem } });
  });

  it('gives the draft back only where all of them do, and it can be sent again', async () => {
    const ids = channels(2, { archived: true });
    const id = await send(ids, 'Nowhere');
    const shown = await read(id);
    expect(shown).toMatchObject({ state: 'draft', delivery: { state: 'failed' } });
    for (const one of ids) expect(JSON.stringify(shown.delivery)).toContain(`#${one.replace('CM', 'many-')}: `);
    for (const one of ids) Object.assign(team().channels.get(one) ?? {}, { archived: false });
    await act(id, 'send', {});
    await world.work();
    expect(placesOf('Nowhere')).toEqual(ids);
    expect(await read(id)).toMatchObject({ state: 'open', delivery: { problem: null } });
  });

  it('that asks to slow down is tried again alone', async () => {
    const ids = channels(2);
    world.slack.failNext('chat.postMessage', { kind: 'rate_limit', seconds: 9 });
    const id = await send(ids, 'Slowly');
    expect(placesOf('Slowly')).toEqual([ids[1]]);
    expect(await read(id)).toMatchObject({
      state: 'open',
      delivery: { channels: [{ state: 'queued' }, { state: 'sent' }] },
    });
    for (let turn = 0; turn < 2; turn += 1) await world.app.jobs.runDue({ future: true });
    expect(placesOf('Slowly').toSorted()).toEqual(ids.toSorted());
    expect(await read(id)).toMatchObject({ delivery: { problem: null } });
  });

  it('that is archived later is told of by name', async () => {
    const ids = channels(2);
    const id = await send(ids, 'Standing');
    await world.deliver(world.slack.send.event('T1', { type: 'channel_archive', channel: ids[1], user: 'U1' }));
    await world.work();
    const problem = expect.stringContaining(`#${ids[1]?.replace('CM', 'many-')}: Its channel was archived`);
    expect(await read(id)).toMatchObject({ state: 'open', delivery: { problem } });
  });
});

describe('a process that is killed', () => {
  it('between two messages sends the second afterwards, and the first not again', async () => {
    const ids = channels(2);
    world.slack.failNext('conversations.join', { kind: 'refused' });
    const id = await send(ids, 'Halfway');
    // The second went out; its process died before the first could be tried again, and another takes over.
    expect(placesOf('Halfway')).toEqual([ids[1]]);
    for (let turn = 0; turn < 3; turn += 1) await world.app.jobs.runDue({ future: true });
    expect(placesOf('Halfway').toSorted()).toEqual(ids.toSorted());
    expect(await read(id)).toMatchObject({ state: 'open' });
  });

  it('in the middle of a message asks to look into that channel, and goes on with the others', async () => {
    const ids = channels(3);
    const id = await create(ids, 'In doubt');
    await act(id, 'send', {});
    await leave(id, ids[1] ?? '', 'sending');
    await world.work();
    expect(placesOf('In doubt')).toEqual([ids[0], ids[2]]);
    const problem = expect.stringContaining(`#${ids[1]?.replace('CM', 'many-')}: Slack did not answer`);
    expect(await read(id)).toMatchObject({ state: 'open', delivery: { problem } });
    for (let turn = 0; turn < 3; turn += 1) await world.app.jobs.runDue({ future: true });
    expect(placesOf('In doubt')).toEqual([ids[0], ids[2]]);
  });

  it('leaves a doubt that the first click in that channel clears up; from then on that message follows, too', async () => {
    const ids = channels(2);
    const id = await create(ids, 'Cleared');
    await act(id, 'send', {});
    await leave(id, ids[0] ?? '', 'sending');
    await world.work();
    const ts = '1700000000.000300';
    team().messages.push({ channel: ids[0] ?? '', ts, text: 'Cleared', blocks: [], by: team().botUserId });
    const message = { channel: ids[0] ?? '', ts };
    await world.deliver(
      world.slack.send.click({ teamId: 'T1', userId: 'U2', actionId: 'share.open', value: id, message }),
    );
    await world.work();
    expect(await read(id)).toMatchObject({
      delivery: { problem: null, channels: [{ state: 'sent' }, { state: 'sent' }] },
    });
    await act(id, 'recall');
    await world.work();
    expect(placesOf('Cleared')).toEqual([]);
  });

  it('while nothing is known of any channel lets nobody send it a second time', async () => {
    const ids = channels(2, { archived: true });
    const id = await create(ids, 'Unknown');
    await act(id, 'send', {});
    await leave(id, ids[0] ?? '', 'sending');
    await world.work();
    expect(await read(id)).toMatchObject({ state: 'scheduled', delivery: { state: 'uncertain' } });
    expect((await act(id, 'send', {})).status).toBe(409);
    expect((await act(id, 'recall')).status).toBe(200);
    expect((await act(id, 'restore')).status).toBe(409);
  });

  it('recalled in the moment of sending, no channel keeps its message', async () => {
    const ids = channels(3);
    const id = await create(ids, 'Hasty');
    world.slack.failNext('chat.postMessage', { kind: 'slow', ms: 300 });
    const before = world.slack.count('chat.postMessage');
    await act(id, 'send', {});
    const running = world.work();
    while (world.slack.count('chat.postMessage') === before) await new Promise((resolve) => setTimeout(resolve, 5));
    await act(id, 'recall');
    await running;
    await world.work();
    expect(placesOf('Hasty')).toEqual([]);
    expect(world.slack.count('chat.postMessage')).toBe(before + 1);
  });
});
