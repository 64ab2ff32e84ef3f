import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';

/** What happens to requests when something happens to the workspace. */
let world: AppWorld;

beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const hour = 3_600_000;
const later = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString();
const read = async (id: string) => (await world.ask('GET', `/api/requests/${id}`)).json;
const act = (id: string, name: string, body?: unknown) => world.ask('POST', `/api/requests/${id}/${name}`, body);

async function create(more: Json = {}): Promise<string> {
  return String((await world.ask('POST', '/api/requests', { ...draft, ...more })).json.id);
}

async function event(body: Json): Promise<void> {
  await world.deliver(world.slack.send.event('T1', body));
  await world.work();
}

let channels = 0;
/** A channel with a draft, a planned and an open request. */
async function channelWithRequests() {
  channels += 1;
  const channelId = `CW${channels}`;
  world.slack.addChannel('T1', channelId, `place-${channels}`);
  const drafted = await create({ channelId });
  const planned = await create({ channelId });
  await act(planned, 'send', { at: later(hour) });
  const open = await world.sendRequest({ channelId });
  return { channelId, drafted, planned, open };
}

describe('a channel', () => {
  it.each([
    ['channel_archive', 'Its channel was archived in Slack. Unarchive it there, or choose another channel.'],
    ['channel_deleted', 'Its channel was deleted in Slack. Choose another channel.'],
  ])('%s: every request that is meant for it says so, and no other', async (type, problem) => {
    const bystander = await world.sendRequest();
    const { channelId, drafted, planned, open } = await channelWithRequests();
    await event({ type, channel: channelId, user: 'U1' });
    for (const [id, state] of [
      [drafted, 'draft'],
      [planned, 'scheduled'],
      [open, 'open'],
    ] as const) {
      expect(await read(id)).toMatchObject({ state, delivery: { problem } });
    }
    expect(await read(bystander)).toMatchObject({ delivery: { problem: null } });
  });

  it('given up for another lets the request go out there, at its time', async () => {
    const { channelId, planned } = await channelWithRequests();
    const channel = world.slack.team('T1').channels.get(channelId);
    if (channel) channel.archived = true;
    await event({ type: 'channel_archive', channel: channelId, user: 'U1' });
    const moved = await world.ask('PATCH', `/api/requests/${planned}`, { channelId: 'C1', title: 'Moved house' });
    expect(moved.json).toMatchObject({
      ...{ state: 'scheduled', channel: { id: 'C1', name: 'news' } },
      delivery: { state: 'queued', problem: null },
    });
    world.clock.advance(hour);
    await world.app.jobs.runDue({ future: true });
    const message = world.slack.team('T1').messages.find(({ text }) => text.startsWith('Moved house'));
    expect(message).toMatchObject({ channel: 'C1' });
  });

  it('archived at the time of sending leaves a draft that says what to do', async () => {
    const { channelId, planned } = await channelWithRequests();
    const channel = world.slack.team('T1').channels.get(channelId);
    if (channel) channel.archived = true;
    await event({ type: 'channel_archive', channel: channelId, user: 'U1' });
    world.clock.advance(hour);
    await world.app.jobs.runDue({ future: true });
    const problem = 'This channel is archived. Unarchive it in Slack, or choose another channel.';
    expect(await read(planned)).toMatchObject({ state: 'draft', delivery: { state: 'failed', problem } });
  });

  it('with a new name is shown by it', async () => {
    const { channelId, drafted, planned, open } = await channelWithRequests();
    const channel = world.slack.team('T1').channels.get(channelId);
    if (channel) channel.name = 'renamed';
    await event({ type: 'channel_rename', channel: { id: channelId, name: 'renamed', created: 1 } });
    for (const id of [drafted, planned, open]) {
      expect(await read(id)).toMatchObject({ channel: { id: channelId, name: 'renamed' } });
    }
  });

  it('keeps its name while Slack does not answer', async () => {
    const { channelId, open } = await channelWithRequests();
    const before = (await read(open)).channel;
    world.slack.failNext('conversations.info', { kind: 'refused' });
    await event({ type: 'channel_rename', channel: { id: channelId, name: 'other', created: 1 } });
    expect(await read(open)).toMatchObject({ channel: before });
  });
});

describe('access that Slack has taken back', () => {
  const disconnected = 'Connect Slack under Settings first, so that the request has a channel to go to.';

  it('is found when a request is announced: it is a draft again and goes out after connecting anew', async () => {
    const id = await create({ title: 'Homeless' });
    await act(id, 'send', {});
    world.slack.uninstall('T1');
    await world.work();
    const stopped = await read(id);
    expect(stopped).toMatchObject({ state: 'draft', delivery: { state: 'failed' } });
    expect((stopped.delivery as { problem: string }).problem).toMatch(/Connect (Slack|it) again/);
    expect(await act(id, 'send', {})).toMatchObject({
      status: 409,
      json: { code: 'slack_not_connected', detail: disconnected },
    });
    expect((await world.ask('GET', '/api/slack')).json.installed).toMatchObject({ health: 'revoked' });
    await world.install();
    expect((await act(id, 'send', {})).status).toBe(200);
    await world.work();
    expect(await read(id)).toMatchObject({ state: 'open', title: 'Homeless', delivery: { problem: null } });
  });

  it('by disconnecting here ends what is open and gives back what is planned', async () => {
    const open = await world.sendRequest({ title: 'Was open' });
    const planned = await create({ title: 'Was planned' });
    await act(planned, 'send', { at: later(hour) });
    const drafted = await create();
    expect((await world.ask('DELETE', '/api/slack')).status).toBe(204);
    await world.work();
    expect(await read(open)).toMatchObject({ state: 'ended' });
    const problem = 'Coact was removed from Slack before this was sent. Connect Slack again, then send it.';
    expect(await read(planned)).toMatchObject({ state: 'draft', sendAt: null, delivery: { state: 'failed', problem } });
    expect(await read(drafted)).toMatchObject({ state: 'draft', delivery: { state: 'none', problem: null } });
    const calls = world.slack.calls.length;
    world.clock.advance(2 * hour);
    await world.app.jobs.runDue({ future: true });
    expect(world.slack.calls).toHaveLength(calls);
    expect((await act(drafted, 'send', {})).status).toBe(409);
    await world.install();
    expect((await act(planned, 'send', {})).status).toBe(200);
    await world.work();
    expect(await read(planned)).toMatchObject({ state: 'open' });
  });
});
