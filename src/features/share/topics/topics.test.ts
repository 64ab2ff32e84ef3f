import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppMembers, openMembers } from '../../../../test/support/app-members.ts';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { sql } from '../../../platform/db/index.ts';

/** Pia is named for what is assigned, Paul publishes as well and is not; the owner is not named either. */
let world: AppWorld;
let members: AppMembers;
let pia: Browser;
let paul: Browser;
let key = '';

const hour = 3_600_000;
const later = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString();

beforeAll(async () => {
  world = await openAppWorld(null, { limitFactor: 1_000 });
  members = await openMembers(world);
  [pia, paul] = [await members.signInAs('publisher'), await members.signInAs('publisher')];
  const made = await world.ask('POST', '/api/api-keys', { name: 'Zapier', rights: ['publish'] });
  key = String(made.json.key);
});
afterAll(() => world[Symbol.asyncDispose]());

type Answer = { status: number; json: Json };
async function ask(as: Browser, method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await members.ask(as, method, path, body === undefined ? {} : { body });
  return { status: answer.status, json: answer.text === '' ? {} : JSON.parse(answer.text) };
}
async function program(method: string, path: string, body?: unknown): Promise<Answer> {
  const headers = { host: 'localhost:3000', authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const sent = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await world.app.fetch(new Request(`http://localhost:3000${path}`, sent));
  return { status: answer.status, json: (await answer.json()) as Json };
}

let count = 0;
function channel(): string {
  count += 1;
  world.slack.addChannel('T1', `CT${count}`, `topic-${count}`);
  return `CT${count}`;
}

/** A topic with channels of its own. */
async function topic(more: Json = {}): Promise<{ id: string; channels: string[] }> {
  const channels = [channel(), channel()];
  const body = { name: `Topic ${count}`, kind: 'open', channelIds: channels, publisherIds: [], ...more };
  const made = await world.ask('POST', '/api/topics', body);
  if (made.status !== 201) throw new Error(JSON.stringify(made.json));
  return { id: String(made.json.id), channels };
}
const assigned = () => topic({ kind: 'assigned', publisherIds: [pia.personId] });

async function create(as: Browser, more: Json): Promise<string> {
  return String((await ask(as, 'POST', '/api/requests', { ...draft, channelId: null, ...more })).json.id);
}
const send = (as: Browser, id: string, body: Json = {}) => ask(as, 'POST', `/api/requests/${id}/send`, body);
const read = async (id: string) => (await world.ask('GET', `/api/requests/${id}`)).json;
const placesOf = (title: string) =>
  world.slack
    .team('T1')
    .messages.filter(({ text }) => text.startsWith(title))
    .map(({ channel: place }) => place);

describe('an open topic', () => {
  it('takes a request of anybody who publishes to each of its channels, programs among them', async () => {
    const { id: topicId, channels } = await topic();
    const id = await create(paul, { title: 'For all', topicIds: [topicId] });
    expect(await read(id)).toMatchObject({
      channel: { id: channels[0] },
      channels: channels.map((one) => ({ id: one })),
    });
    expect((await send(paul, id)).status).toBe(200);
    await world.work();
    expect(placesOf('For all')).toEqual(channels);
    const made = await program('POST', '/api/requests', {
      ...draft,
      channelId: null,
      title: 'Made',
      topicIds: [topicId],
    });
    expect((await program('POST', `/api/requests/${made.json.id}/send`, {})).status).toBe(200);
    await world.work();
    expect(placesOf('Made')).toEqual(channels);
  });

  it('adds to channels that were chosen as well, each once', async () => {
    const { id: topicId, channels } = await topic();
    const id = await create(paul, { title: 'Both ways', channelId: channels[1], topicIds: [topicId] });
    await send(paul, id);
    await world.work();
    expect(placesOf('Both ways')).toEqual([channels[1], channels[0]]);
  });

  it('that changes takes along what is planned, and nothing that is out', async () => {
    const { id: topicId, channels } = await topic();
    const [planned, out] = [
      await create(paul, { title: 'Planned before', topicIds: [topicId] }),
      await create(paul, { title: 'Out before', topicIds: [topicId] }),
    ];
    await send(paul, out);
    await world.work();
    await send(paul, planned, { at: later(hour) });
    const next = channel();
    const body = { name: `Other ${count}`, kind: 'open', channelIds: [next] };
    expect((await world.ask('PUT', `/api/topics/${topicId}`, body)).status).toBe(200);
    expect(await read(planned)).toMatchObject({ channels: [{ id: next }] });
    expect(await read(out)).toMatchObject({ channels: channels.map((one) => ({ id: one })) });
    world.clock.advance(hour);
    await world.app.jobs.runDue({ future: true });
    expect(placesOf('Planned before')).toEqual([next]);
    expect(placesOf('Out before')).toEqual(channels);
  });
});

describe('an assigned topic', () => {
  const notNamed = 'You are not among those who may post to';

  it('takes a request of those who are named, and of nobody else: publisher, owner or program', async () => {
    const { id: topicId, channels } = await assigned();
    const id = await create(paul, { title: 'Named only', topicIds: [topicId] });
    expect(await send(paul, id)).toMatchObject({ status: 422, json: { detail: expect.stringContaining(notNamed) } });
    expect(await world.ask('POST', `/api/requests/${id}/send`, {})).toMatchObject({ status: 422 });
    expect(await program('POST', `/api/requests/${id}/send`, {})).toMatchObject({
      ...{ status: 422, json: { fields: { topicIds: expect.stringContaining(notNamed) } } },
    });
    await world.work();
    expect(placesOf('Named only')).toEqual([]);
    expect((await send(pia, id)).status).toBe(200);
    await world.work();
    expect(placesOf('Named only')).toEqual(channels);
  });

  it('guards its channels, too: choosing them by name is no way around', async () => {
    const { channels } = await assigned();
    const first = await create(paul, { channelId: channels[0] });
    const second = await create(paul, { channelId: 'C1', moreChannelIds: [channels[1]] });
    const belongs = expect.stringMatching(/^#topic-\d+ belongs to “Topic \d+”, and you are not among/);
    expect(await send(paul, first)).toMatchObject({ status: 422, json: { fields: { channelId: belongs } } });
    expect(await send(paul, second)).toMatchObject({ status: 422, json: { fields: { moreChannelIds: belongs } } });
    expect((await program('POST', `/api/requests/${first}/send`, {})).status).toBe(422);
    expect((await send(pia, first)).status).toBe(200);
  });

  it('lets nobody else change, move or bring back what is planned there; taking it back is anybody’s', async () => {
    const { id: topicId } = await assigned();
    const id = await create(pia, { title: 'Planned there', topicIds: [topicId] });
    await send(pia, id, { at: later(hour) });
    expect((await ask(paul, 'PATCH', `/api/requests/${id}`, { title: 'Mine now' })).status).toBe(422);
    expect((await ask(paul, 'POST', `/api/requests/${id}/move`, { at: later(2 * hour) })).status).toBe(422);
    expect((await ask(pia, 'POST', `/api/requests/${id}/move`, { at: later(2 * hour) })).status).toBe(200);
    expect((await ask(paul, 'POST', `/api/requests/${id}/recall`)).status).toBe(200);
    expect((await ask(paul, 'POST', `/api/requests/${id}/restore`)).status).toBe(422);
    expect((await ask(pia, 'POST', `/api/requests/${id}/restore`)).status).toBe(200);
    const elsewhere = await create(paul, { channelId: 'C1' });
    await send(paul, elsewhere, { at: later(hour) });
    expect((await ask(paul, 'PATCH', `/api/requests/${elsewhere}`, { topicIds: [topicId] })).status).toBe(422);
  });

  it('is asked about when a request is sent for review; whoever approves need not be named', async () => {
    const { id: topicId } = await assigned();
    await world.ask('PUT', '/api/share/settings', { approvals: 'required' });
    const id = await create(pia, { title: 'Reviewed', topicIds: [topicId] });
    expect((await ask(paul, 'POST', `/api/requests/${id}/review`, { at: later(hour) })).status).toBe(422);
    const asked = await ask(pia, 'POST', `/api/requests/${id}/review`, { at: later(hour) });
    expect(asked).toMatchObject({ status: 200, json: { state: 'in_review' } });
    const approved = await world.ask('POST', `/api/requests/${id}/review/approve`, { revision: asked.json.revision });
    expect(approved).toMatchObject({ status: 200, json: { state: 'scheduled' } });
    await world.ask('PUT', '/api/share/settings', { approvals: 'off' });
  });

  it('is closed to feeds that others set up to send there by themselves', async () => {
    const { id, channels } = await assigned();
    const feed = { name: 'Blog', url: 'https://harbour.example/feed', mode: 'send', networks: ['bluesky'] };
    const refused = (places: Json) => ask(paul, 'POST', '/api/feeds', { ...feed, ...places });
    const belongs = expect.stringContaining('belongs to');
    expect(await refused({ channelId: channels[0] })).toMatchObject({
      ...{ status: 422, json: { fields: { channelId: belongs } } },
    });
    expect(await refused({ channelId: 'C1', moreChannelIds: [channels[1]] })).toMatchObject({
      ...{ status: 422, json: { fields: { moreChannelIds: belongs } } },
    });
    expect(await refused({ topicIds: [id] })).toMatchObject({
      ...{ status: 422, json: { fields: { topicIds: expect.stringContaining(notNamed) } } },
    });
  });

  it('forgets nobody when two records become one human', async () => {
    const { id } = await assigned();
    const { carryTopics } = await import('./store.ts');
    await world.app.operator.db.inOrg(pia.orgId, (tx) => carryTopics(tx, paul.personId, pia.personId));
    const topics = (await ask(paul, 'GET', '/api/topics')).json.topics as { id: string; mayPost: boolean }[];
    expect(topics.find((one) => one.id === id)).toMatchObject({ mayPost: true });
    await world.app.operator.db.inOrg(pia.orgId, (tx) => carryTopics(tx, pia.personId, paul.personId));
  });
});

describe('topics', () => {
  it('say who may post, and to those who ask whether they may', async () => {
    const { id } = await assigned();
    const seenBy = async (as: Browser) =>
      ((await ask(as, 'GET', '/api/topics')).json.topics as { id: string }[]).find((one) => one.id === id);
    expect(await seenBy(pia)).toMatchObject({ kind: 'assigned', mayPost: true, publishers: [{ id: pia.personId }] });
    expect(await seenBy(paul)).toMatchObject({ mayPost: false });
    const { people } = (await world.ask('GET', '/api/topics/publishers')).json as { people: { id: string }[] };
    expect(people.map((one) => one.id)).toEqual(expect.arrayContaining([pia.personId, paul.personId]));
  });

  it('have names of their own, and name only people who publish here', async () => {
    const { id } = await topic({ name: 'Only One' });
    const body = { kind: 'open', channelIds: [channel()] };
    expect(await world.ask('POST', '/api/topics', { ...body, name: ' only  one ' })).toMatchObject({
      ...{ status: 422, json: { code: 'name_taken', fields: { name: expect.any(String) } } },
    });
    expect((await world.ask('PUT', `/api/topics/${id}`, { ...body, name: 'ONLY ONE' })).status).toBe(200);
    const employee = await members.signInAs('employee');
    const stranger = { ...body, name: 'Strange', kind: 'assigned', publisherIds: [employee.personId] };
    expect(await world.ask('POST', '/api/topics', stranger)).toMatchObject({
      status: 422,
      json: { code: 'bad_topic' },
    });
  });

  it('are deleted once nothing planned goes there; drafts say what is missing', async () => {
    const { id: topicId } = await topic();
    const [planned, drafted] = [
      await create(paul, { topicIds: [topicId] }),
      await create(paul, { topicIds: [topicId] }),
    ];
    await send(paul, planned, { at: later(hour) });
    expect(await world.ask('DELETE', `/api/topics/${topicId}`)).toMatchObject({
      status: 409,
      json: { code: 'in_use' },
    });
    await ask(paul, 'POST', `/api/requests/${planned}/recall`);
    expect((await world.ask('DELETE', `/api/topics/${topicId}`)).status).toBe(204);
    expect((await world.ask('DELETE', `/api/topics/${topicId}`)).status).toBe(404);
    expect(await send(paul, drafted)).toMatchObject({
      ...{
        status: 422,
        json: { fields: { topicIds: 'A topic that was chosen is not there any more. Choose another.' } },
      },
    });
  });

  it('follow their channels’ names', async () => {
    const { id, channels } = await topic();
    const place = world.slack.team('T1').channels.get(channels[0] ?? '');
    if (place) place.name = 'renamed';
    const event = { type: 'channel_rename', channel: { id: channels[0], name: 'renamed', created: 1 } };
    await world.deliver(world.slack.send.event('T1', event));
    await world.work();
    const { topics } = (await world.ask('GET', '/api/topics')).json as { topics: { id: string; channels: Json[] }[] };
    expect(topics.find((one) => one.id === id)?.channels[0]).toEqual({ id: channels[0], name: 'renamed' });
  });

  it('leave who changed what in the audit log, and no name of a channel', async () => {
    const { id } = await assigned();
    await world.ask('DELETE', `/api/topics/${id}`);
    const { rows } = await sql<{ action: string; detail: Json }>`select action, detail from coact.audit_entries
      where action like 'share.topic%' order by seq desc limit 2`.execute(world.db.kysely);
    expect(rows.map(({ action }) => action)).toEqual(['share.topic_deleted', 'share.topic_added']);
    expect(rows[1]?.detail).toEqual({ kind: 'assigned', channels: 2, publishers: 1 });
  });
});
