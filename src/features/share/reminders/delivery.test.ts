import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { sql } from '../../../platform/db/index.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const hour = 3_600_000;
const later = (hours: number) => new Date(world.clock.now().getTime() + hours * hour).toISOString();
const team = () => world.slack.team('T1');
const read = async (id: string) => (await world.ask('GET', `/api/requests/${id}`)).json;
const act = (id: string, name: string) => world.ask('POST', `/api/requests/${id}/${name}`);
const reminders = (title: string) =>
  team().messages.filter((message) => message.text.includes(title) && message.thread_ts !== undefined);
const posts = () => world.slack.count('chat.postMessage');
const due = async () => {
  await world.app.jobs.runDue({ future: true });
  await world.work();
};

/** A request whose reminder is due. */
async function dueOne(title: string, more: Json = {}): Promise<string> {
  const id = await world.sendRequest({ title, endsAt: later(10), reminderHours: 4, ...more });
  world.clock.advance(6 * hour);
  return id;
}

const unsure =
  'Slack did not answer when the reminder was posted, so it may or may not stand in the channel. It is not posted again.';

describe('what Slack refuses', () => {
  it.each([
    ['is_archived', 'This channel is archived. Unarchive it in Slack, or choose another channel.'],
    ['not_in_channel', 'Coact is not a member of this channel. Invite it with /invite, or choose another channel.'],
    ['channel_not_found', 'This channel does not exist any more, or it is private. Choose another channel.'],
  ])('%s is told to the publisher, and nothing is tried again', async (code, sentence) => {
    const id = await dueOne(`Refused ${code}`);
    world.slack.failNext('chat.postMessage', { kind: 'error', code });
    await due();
    const before = posts();
    await due();
    expect(posts()).toBe(before);
    const problem = `The reminder was not posted. ${sentence}`;
    expect(await read(id)).toMatchObject({
      ...{ state: 'open', reminder: { state: 'failed', problem } },
      delivery: { state: 'sent', problem },
    });
  });

  it('in one channel keeps no other from being reminded', async () => {
    world.slack.addChannel('T1', 'CGONE', 'gone');
    const id = await dueOne('Half', { channelId: 'CGONE', moreChannelIds: ['C1'] });
    const gone = team().channels.get('CGONE');
    if (gone) gone.archived = true;
    await due();
    expect(reminders('Half').map(({ channel }) => channel)).toEqual(['C1']);
    const { delivery } = await read(id);
    expect(delivery).toMatchObject({ problem: expect.stringMatching(/^#gone: The reminder was not posted\./) });
    expect((await read(id)).reminder).toMatchObject({ state: 'sent' });
  });
});

describe('what may pass', () => {
  it.each(['chat.postMessage', 'chat.getPermalink'])(
    'a rate limit at %s is kept to, then it is posted once',
    async (method) => {
      const id = await dueOne(`Patient ${method}`);
      world.slack.failNext(method, { kind: 'rate_limit', seconds: 47 });
      await world.app.jobs.runDue({ future: true });
      expect(reminders(`Patient ${method}`)).toEqual([]);
      const { rows } = await sql<{ seconds: number }>`
        select extract(epoch from start_after - created_on)::int as seconds from jobs.job
        where name = 'share.remind_of_request' and state = 'created' and data->>'requestId' = ${id}`.execute(
        world.db.kysely,
      );
      expect(rows).toEqual([{ seconds: 47 }]);
      await due();
      await due();
      expect(reminders(`Patient ${method}`)).toHaveLength(1);
    },
  );

  it('an unreachable Slack is tried again, until the end comes', async () => {
    await dueOne('Offline');
    world.slack.failNext('chat.postMessage', { kind: 'refused' });
    await due();
    expect(reminders('Offline')).toEqual([]);
    world.clock.advance(4 * hour);
    await due();
    expect(reminders('Offline')).toEqual([]);
  });
});

describe('an unknown outcome', () => {
  it.each([
    { kind: 'error', code: 'fatal_error' },
    { kind: 'http', status: 502 },
  ] as const)('%o is told, and nothing is posted a second time', async (fault) => {
    const id = await dueOne('Unsure');
    const before = posts();
    world.slack.failNext('chat.postMessage', fault);
    await due();
    for (let turn = 0; turn < 3; turn += 1) await due();
    expect(posts()).toBeLessThanOrEqual(before + 1);
    expect(await read(id)).toMatchObject({ reminder: { state: 'uncertain', problem: unsure } });
    await world.ask('PATCH', `/api/requests/${id}`, { endsAt: later(30) });
    world.clock.advance(26 * hour);
    await due();
    expect(posts()).toBeLessThanOrEqual(before + 1);
  });

  it('of a process that was killed while it posted is told in the same way', async () => {
    const id = await dueOne('Killed');
    await sql`update coact.share_messages set reminder = 'sending' where request_id = ${id}`.execute(world.db.kysely);
    const before = posts();
    await due();
    expect(posts()).toBe(before);
    expect(await read(id)).toMatchObject({ reminder: { state: 'uncertain' } });
  });

  it('is cleared up by a click on the reminder that stands there after all, which a recall removes then', async () => {
    const id = await dueOne('There all along');
    world.slack.failNext('chat.postMessage', { kind: 'error', code: 'fatal_error' });
    await due();
    const thread_ts = team().messages.find(({ text }) => text.startsWith('There all along'))?.ts ?? '';
    const place = { channel: 'C1', text: 'There all along', blocks: [], by: team().botUserId };
    team().messages.push({ ...place, ts: '1700000000.000100', thread_ts });
    await world.click('U2', 'share.open', id);
    await world.work();
    expect(await read(id)).toMatchObject({ reminder: { state: 'sent', problem: null }, delivery: { problem: null } });
    await act(id, 'recall');
    await world.work();
    expect(reminders('There all along')).toEqual([]);
  });
});

describe('in the very moment of posting', () => {
  /** Does something of the test's between Slack taking the reminder and its answer. */
  async function whileSlackAnswers(work: () => Promise<unknown>): Promise<void> {
    world.slack.failNext('chat.postMessage', { kind: 'slow', ms: 300 });
    const before = posts();
    const running = due();
    while (posts() === before) await new Promise((resolve) => setTimeout(resolve, 5));
    await work();
    await running;
    await world.work();
  }

  it('a recall takes it out again', async () => {
    const id = await dueOne('Hasty');
    await whileSlackAnswers(() => act(id, 'recall'));
    expect(team().messages.filter(({ text }) => text.includes('Hasty'))).toEqual([]);
  });

  it('the end is told in it', async () => {
    const id = await dueOne('Just ended');
    await whileSlackAnswers(() => act(id, 'end'));
    expect(reminders('Just ended')).toMatchObject([{ text: 'Just ended has ended' }]);
  });

  it('a process that was slow to begin posts nothing that another one has posted meanwhile', async () => {
    const id = await dueOne('Slow to begin');
    const [before, asked] = [posts(), world.slack.count('chat.getPermalink')];
    world.slack.failNext('chat.getPermalink', { kind: 'slow', ms: 2_000 });
    const running = due();
    while (world.slack.count('chat.getPermalink') === asked) await new Promise((resolve) => setTimeout(resolve, 5));
    await sql`insert into jobs.job (name, data, policy) select name, data, policy from jobs.job
      where name = 'share.remind_of_request' and data->>'requestId' = ${id} limit 1`.execute(world.db.kysely);
    await world.app.jobs.runDue({ future: true });
    expect(posts()).toBe(before + 1);
    await running;
    expect(posts()).toBe(before + 1);
    expect(await read(id)).toMatchObject({ reminder: { state: 'sent' } });
  });

  it('another process that takes the same job posts nothing', async () => {
    const id = await dueOne('Two at once');
    const before = posts();
    await whileSlackAnswers(async () => {
      await world.ask('PATCH', `/api/requests/${id}`, { endsAt: later(5) });
      await sql`insert into jobs.job (name, data, policy) select name, data, policy from jobs.job
        where name = 'share.remind_of_request' and data->>'requestId' = ${id} limit 1`.execute(world.db.kysely);
      await world.app.jobs.runDue({ future: true });
    });
    await due();
    expect(posts()).toBe(before + 1);
    expect(await read(id)).toMatchObject({ reminder: { state: 'sent', problem: null } });
  });
});
