import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
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
const act = (id: string, name: string, body?: unknown) => world.ask('POST', `/api/requests/${id}/${name}`, body);
const edit = (id: string, change: Json) => world.ask('PATCH', `/api/requests/${id}`, change);
const about = (title: string) => team().messages.filter(({ text }) => text.includes(title));
const reminders = (title: string) => about(title).filter((message) => message.thread_ts !== undefined);
const due = async () => {
  await world.app.jobs.runDue({ future: true });
  await world.work();
};

/** A request that is out, ends in ten hours and is to remind of itself four hours before. */
async function open(title: string, more: Json = {}): Promise<string> {
  return world.sendRequest({ title, endsAt: later(10), reminderHours: 4, ...more });
}

/** The same, six hours later: the reminder is due. */
async function openAndDue(title: string, more: Json = {}): Promise<string> {
  const id = await open(title, more);
  world.clock.advance(6 * hour);
  return id;
}

describe('a reminder', () => {
  it('is none unless it is asked for', async () => {
    const id = await openAndDue('Unasked', { reminderHours: null });
    await due();
    expect(reminders('Unasked')).toEqual([]);
    expect((await read(id)).reminder).toBeNull();
  });

  it('stands under the message once its time has come, and the channel is shown it', async () => {
    const id = await open('Harbour day');
    expect(await read(id)).toMatchObject({ reminderHours: 4, reminder: { at: later(6), state: 'planned' } });
    await due();
    expect(reminders('Harbour day')).toEqual([]);
    world.clock.advance(6 * hour);
    await due();
    const [message] = about('Harbour day');
    expect(reminders('Harbour day')).toMatchObject([{ thread_ts: message?.ts, broadcast: true, channel: 'C1' }]);
    expect(await read(id)).toMatchObject({ reminder: { state: 'sent', at: world.clock.now().toISOString() } });
  });

  it('tells of a small group as that, names nobody, and opens the request', async () => {
    const id = await openAndDue('Few so far');
    await due();
    const [reminder] = reminders('Few so far');
    expect(JSON.stringify(reminder?.blocks)).toContain('Shared fewer than 5 times so far');
    expect(JSON.stringify(reminder?.blocks)).not.toMatch(/<@|U1|Maya/);
    await world.click('U2', 'share.open', id);
    expect(world.window('U2')).toContain('Connect Bluesky');
  });

  it('asks to join in where that is asked for', async () => {
    const engagement = {
      ...{ network: 'bluesky', post: 'https://bsky.app/profile/harbour.test/post/3k', asks: ['like', 'comment'] },
      ...{ starters: [], card: { author: '', text: '' } },
    };
    await openAndDue('Our post', { engagement, link: '', networks: {}, preview: null });
    await due();
    const blocks = JSON.stringify(reminders('Our post')[0]?.blocks);
    expect(blocks).toContain('time to join in');
    expect(blocks).toContain('share.ask.like');
    expect(blocks).toContain('Fewer than 5 likes, reshares and comments so far');
  });

  it('comes once in each channel of a request', async () => {
    world.slack.addChannel('T1', 'CTWO', 'two');
    await openAndDue('Everywhere', { moreChannelIds: ['CTWO'] });
    await due();
    await due();
    expect(reminders('Everywhere').map(({ channel }) => channel)).toEqual(['C1', 'CTWO']);
  });
});

describe('what can’t be reminded of', () => {
  it.each([
    ['has no end', () => ({ endsAt: null }), /^A reminder comes before the end/],
    ['lives too short', () => ({ endsAt: later(4.5) }), /^4 hours before the end is too early/],
  ])('is said when a request is sent that %s', async (_, change, sentence) => {
    const made = await world.ask('POST', '/api/requests', { ...draft, reminderHours: 4, ...change() });
    const answer = await act(String(made.json.id), 'send', {});
    expect(answer).toMatchObject({ status: 422, json: { fields: { reminderHours: expect.stringMatching(sentence) } } });
  });

  it('is said when the end of an open one comes too near, and not when it stays as it was', async () => {
    const id = await open('Nearer');
    const answer = await edit(id, { endsAt: later(2) });
    expect(answer).toMatchObject({ status: 422, json: { fields: { reminderHours: expect.any(String) } } });
    expect((await edit(id, { endsAt: later(2), reminderHours: null })).status).toBe(200);
    world.clock.advance(hour);
    expect((await edit(id, { title: 'Nearer, mended' })).status).toBe(200);
  });

  it.each([0, 169, 1.5])('is refused with %d hours', async (reminderHours) => {
    expect((await world.ask('POST', '/api/requests', { ...draft, reminderHours })).status).toBe(422);
  });
});

describe('moving the end', () => {
  it('moves the reminder, which comes then and once', async () => {
    const id = await open('Moved');
    await edit(id, { endsAt: later(30) });
    world.clock.advance(6 * hour);
    await due();
    expect(reminders('Moved')).toEqual([]);
    expect(await read(id)).toMatchObject({ reminder: { at: later(20), state: 'planned' } });
    world.clock.advance(20 * hour);
    await due();
    await due();
    expect(reminders('Moved')).toHaveLength(1);
  });

  it('brings no second reminder', async () => {
    const id = await openAndDue('Only once');
    await due();
    expect((await edit(id, { endsAt: later(30) })).status).toBe(200);
    world.clock.advance(26 * hour);
    await due();
    expect(reminders('Only once')).toHaveLength(1);
    expect(JSON.stringify(reminders('Only once')[0]?.blocks)).toContain(
      String(Math.floor((world.clock.now().getTime() + 4 * hour) / 1000)),
    );
  });

  it('to and fro plans the same moment once', async () => {
    const id = await open('To and fro');
    const [first, second] = [later(10), later(20)];
    for (const endsAt of [second, first, second, first]) await edit(id, { endsAt });
    const waiting = await sql<{ count: number }>`select count(*)::int as count from jobs.job
      where name = 'share.remind_of_request' and state = 'created' and data->>'requestId' = ${id}`.execute(
      world.db.kysely,
    );
    expect(waiting.rows).toEqual([{ count: 2 }]);
    world.clock.advance(6 * hour);
    await due();
    await due();
    expect(reminders('To and fro')).toHaveLength(1);
  });
});

describe('what comes before it', () => {
  it.each(['recall', 'end'])('a request that somebody made %s is not reminded of', async (name) => {
    const id = await open(`Before ${name}`);
    await act(id, name);
    world.clock.advance(6 * hour);
    await due();
    expect(reminders(`Before ${name}`)).toEqual([]);
    expect((await read(id)).reminder).toMatchObject({ state: 'none', at: null });
  });

  it('nor is one whose end came while nobody worked', async () => {
    await open('Overslept');
    world.clock.advance(10 * hour);
    await due();
    expect(reminders('Overslept')).toEqual([]);
  });

  it('nor one whose message somebody deleted: Slack would put the reply into the channel bare', async () => {
    const id = await openAndDue('Deleted');
    team().messages.splice(0);
    await due();
    expect(team().messages).toEqual([]);
    expect(await read(id)).toMatchObject({
      reminder: {
        state: 'failed',
        problem: 'The reminder was not posted. The message is not there any more: someone deleted it in Slack.',
      },
    });
  });
});

describe('afterwards', () => {
  it('a recall takes it away with the message, itself first, so that no mark stays', async () => {
    const id = await openAndDue('Taken back');
    await due();
    const [reminder] = reminders('Taken back');
    const before = world.slack.calls.length;
    await act(id, 'recall');
    await world.work();
    expect(about('Taken back')).toEqual([]);
    const deleted = world.slack.calls.slice(before).filter(({ method }) => method === 'chat.delete');
    expect(deleted.map(({ args }) => args.ts)).toEqual([reminder?.ts, reminder?.thread_ts]);
  });

  it('the end takes its button away', async () => {
    const id = await openAndDue('Over then');
    await due();
    await act(id, 'end');
    await world.work();
    expect(reminders('Over then')).toMatchObject([{ text: 'Over then has ended' }]);
    expect(JSON.stringify(reminders('Over then')[0]?.blocks)).not.toContain('share.open');
  });

  it('an edit is read in it too', async () => {
    const id = await openAndDue('Rough words');
    await due();
    await edit(id, { title: 'Polished words' });
    await world.work();
    expect(reminders('Rough words')).toEqual([]);
    expect(reminders('Polished words')).toHaveLength(1);
  });
});
