import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { sql } from '../../../platform/db/index.ts';

let world: AppWorld;

beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const hour = 3_600_000;
const later = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString();
const team = () => world.slack.team('T1');
const messageOf = (title: string) => team().messages.find((message) => message.text.startsWith(title));
const posts = () => world.slack.count('chat.postMessage');
const read = async (id: string) => (await world.ask('GET', `/api/requests/${id}`)).json;
const act = (id: string, name: string, body?: unknown) => world.ask('POST', `/api/requests/${id}/${name}`, body);
const edit = (id: string, change: Json) => world.ask('PATCH', `/api/requests/${id}`, change);

async function create(more: Json = {}): Promise<string> {
  return String((await world.ask('POST', '/api/requests', { ...draft, ...more })).json.id);
}

/** Asks for the announcement of a new request and lets it run once. */
async function announce(more: Json = {}): Promise<string> {
  await world.work();
  const id = await create(more);
  expect((await act(id, 'send', {})).status).toBe(200);
  await world.work();
  return id;
}

/** Seconds until the waiting announcement is tried again. */
async function waitingFor(id: string): Promise<number | undefined> {
  const found = await sql<{ seconds: number }>`select extract(epoch from start_after - created_on)::int as seconds
    from jobs.job where name = 'share.announce_request' and state = 'created' and data->>'requestId' = ${id}`.execute(
    world.db.kysely,
  );
  return found.rows[0]?.seconds;
}

const archived = 'This channel is archived. Unarchive it in Slack, or choose another channel.';
const notThere = 'This channel does not exist any more, or it is private. Choose another channel.';
const restricted =
  "The workspace's settings don't let Coact do this here. Ask a Slack admin, or choose another channel.";
const lacking = 'Coact lacks a permission in Slack. Connect Slack again under Settings to grant it.';
const unknown =
  'Slack did not answer, so Coact can’t tell whether the message is in the channel. Look there: if it is missing, duplicate the request and send it again.';

describe('what Slack refuses', () => {
  const refusals: [string, string, string][] = [
    ['conversations.join', 'is_archived', archived],
    ['conversations.join', 'channel_not_found', notThere],
    ['conversations.join', 'method_not_supported_for_channel_type', notThere],
    ['conversations.join', 'missing_scope', lacking],
    ['chat.postMessage', 'is_archived', archived],
    ['chat.postMessage', 'restricted_action', restricted],
    ['chat.postMessage', 'restricted_action_read_only_channel', restricted],
    ['chat.postMessage', 'msg_too_long', 'The message is too long for Slack. Shorten the text.'],
    ['chat.postMessage', 'never_heard_of', "Slack refused this. The details are in the server's log."],
  ];
  it.each(refusals)(
    '%s: %s is told to the publisher, and the draft is there to be mended',
    async (method, code, sentence) => {
      world.slack.failNext(method, { kind: 'error', code });
      const id = await announce({ title: `Refused ${code}` });
      const failed = await read(id);
      expect(failed).toMatchObject({ state: 'draft', sendAt: null, delivery: { state: 'failed', problem: sentence } });
      expect(failed).toMatchObject({ slackText: draft.slackText, networks: draft.networks, preview: draft.preview });
      const list = await world.ask('GET', '/api/requests?q=Refused');
      expect(list.json.requests).toContainEqual(expect.objectContaining({ id, problem: sentence }));
      await act(id, 'send', {});
      expect(await read(id)).toMatchObject({ delivery: { state: 'queued', problem: null } });
      await world.work();
      expect(await read(id)).toMatchObject({ state: 'open', delivery: { state: 'sent', problem: null } });
    },
  );

  it('an archived channel takes the request once it is unarchived', async () => {
    world.slack.addChannel('T1', 'CARCHIVED', 'old-news', { archived: true });
    const id = await announce({ channelId: 'CARCHIVED', title: 'Stubborn' });
    expect(await read(id)).toMatchObject({ state: 'draft', delivery: { problem: archived } });
    const channel = team().channels.get('CARCHIVED');
    if (channel) channel.archived = false;
    await act(id, 'send', {});
    await world.work();
    expect(messageOf('Stubborn')).toMatchObject({ channel: 'CARCHIVED' });
  });

  it('another channel can be chosen, and nothing is said of the first any more', async () => {
    const id = await announce({ channelId: 'CNOWHERE', title: 'Wandering' });
    expect(await read(id)).toMatchObject({ delivery: { state: 'failed', problem: notThere } });
    expect((await edit(id, { channelId: 'C1' })).json).toMatchObject({
      channel: { id: 'C1', name: 'news' },
      delivery: { state: 'none', problem: null },
    });
    await act(id, 'send', {});
    await world.work();
    expect(messageOf('Wandering')).toMatchObject({ channel: 'C1' });
  });

  it('a link that was mended after a failure is the one that is shared', async () => {
    const id = await announce({ channelId: 'CNOWHERE', title: 'Typo', link: 'https://harbour.example/typo' });
    await edit(id, { link: 'https://harbour.example/right', channelId: 'C1' });
    await act(id, 'send', {});
    await world.work();
    const targets = await sql<{
      target: string;
    }>`select target from coact.short_links where request_id = ${id}`.execute(world.db.kysely);
    expect(targets.rows).toEqual([{ target: 'https://harbour.example/right' }]);
    expect(JSON.stringify(messageOf('Typo')?.blocks)).toContain('https://harbour.example/right');
  });

  it('leaves no key behind when the draft is deleted instead', async () => {
    const id = await announce({ channelId: 'CNOWHERE' });
    expect((await world.ask('DELETE', `/api/requests/${id}`)).status).toBe(204);
    expect((await world.ask('GET', `/api/requests/${id}`)).status).toBe(404);
    expect(readdirSync(`${world.db.folder}/ring`).join()).not.toContain(id);
  });
});

describe('what may pass', () => {
  it.each(['conversations.join', 'chat.postMessage'])(
    'a rate limit at %s is kept to, then the request goes out once',
    async (method) => {
      const before = posts();
      world.slack.failNext(method, { kind: 'rate_limit', seconds: 47 });
      const id = await announce({ title: `Patient ${method}` });
      expect(await read(id)).toMatchObject({
        state: 'scheduled',
        delivery: { state: 'queued', problem: 'Slack asks Coact to slow down. It tries again by itself.' },
      });
      expect(await waitingFor(id)).toBe(47);
      await world.work();
      expect(messageOf(`Patient ${method}`)).toBeUndefined();
      await world.app.jobs.runDue({ future: true });
      expect(await read(id)).toMatchObject({ state: 'open', delivery: { state: 'sent', problem: null } });
      await world.app.jobs.runDue({ future: true });
      expect(team().messages.filter(({ text }) => text.startsWith(`Patient ${method}`))).toHaveLength(1);
      expect(posts()).toBe(before + 1);
    },
  );

  it('an unreachable Slack is tried again until it is back', async () => {
    for (let round = 0; round < 3; round += 1) world.slack.failNext('chat.postMessage', { kind: 'refused' });
    const id = await announce({ title: 'Offline' });
    for (let round = 0; round < 2; round += 1) {
      expect(await read(id)).toMatchObject({
        state: 'scheduled',
        delivery: { state: 'queued', problem: "Slack can't be reached at the moment. Coact tries again by itself." },
      });
      await world.app.jobs.runDue({ future: true });
    }
    await world.app.jobs.runDue({ future: true });
    expect(messageOf('Offline')).toBeDefined();
    expect(await read(id)).toMatchObject({ state: 'open', delivery: { problem: null } });
  });

  it('recalled while it waits, it is not sent', async () => {
    world.slack.failNext('conversations.join', { kind: 'refused' });
    const id = await announce({ title: 'Dropped' });
    await act(id, 'recall');
    await world.app.jobs.runDue({ future: true });
    expect(messageOf('Dropped')).toBeUndefined();
    expect(await read(id)).toMatchObject({ state: 'recalled' });
  });

  it('edited while it waits, it goes out as edited, tracked links and all', async () => {
    world.slack.failNext('conversations.join', { kind: 'refused' });
    const id = await announce({ title: 'Rough' });
    const variants = ['One', 'Two', 'Three'];
    await edit(id, { title: 'Polished', link: 'https://harbour.example/final', networks: { bluesky: { variants } } });
    await world.app.jobs.runDue({ future: true });
    expect(messageOf('Rough')).toBeUndefined();
    expect(JSON.stringify(messageOf('Polished')?.blocks)).toContain('https://harbour.example/final');
    expect(((await read(id)).figures as { links: unknown[] }).links).toHaveLength(3);
  });

  it('waiting past its own end it is not sent, and says why', async () => {
    world.slack.failNext('conversations.join', { kind: 'refused' });
    const id = await announce({ title: 'Stale', endsAt: later(hour) });
    world.clock.advance(2 * hour);
    await world.app.jobs.runDue({ future: true });
    expect(messageOf('Stale')).toBeUndefined();
    expect(await read(id)).toMatchObject({
      state: 'draft',
      delivery: {
        problem: 'Its end date passed before Slack could be reached. Choose a later one, then send it again.',
      },
    });
  });
});

describe('an unknown outcome', () => {
  const unsure =
    'Slack did not answer when this was sent. Look into the channel: if the message is missing, recall this request and duplicate it.';

  it.each([
    { kind: 'error', code: 'fatal_error' },
    { kind: 'http', status: 502 },
  ] as const)('%o is told, and nothing is sent a second time', async (fault) => {
    const before = posts();
    world.slack.failNext('chat.postMessage', fault);
    const id = await announce({ title: 'Unsure' });
    const uncertain = { state: 'scheduled', delivery: { state: 'uncertain', problem: unknown } };
    expect(await read(id)).toMatchObject(uncertain);
    expect(await act(id, 'send', {})).toMatchObject({ status: 409, json: { code: 'wrong_state', detail: unsure } });
    for (let turn = 0; turn < 3; turn += 1) await world.app.jobs.runDue({ future: true });
    expect(posts()).toBeLessThanOrEqual(before + 1);
    expect(await read(id)).toMatchObject(uncertain);
    expect((await act(id, 'recall')).status).toBe(200);
    expect((await act(id, 'duplicate')).json).toMatchObject({
      state: 'draft',
      delivery: { state: 'none', problem: null },
    });
  });

  it('of a process that was killed while it sent is told in the same way', async () => {
    const id = await create({ title: 'Killed' });
    await act(id, 'send', {});
    await sql`update coact.share_requests set delivery = 'sending' where id = ${id}`.execute(world.db.kysely);
    await sql`insert into coact.share_messages (org_id, request_id, channel_id, place, state)
      select org_id, id, channel_id, 0, 'sending' from coact.share_requests where id = ${id}`.execute(world.db.kysely);
    expect(await act(id, 'send', {})).toMatchObject({
      ...{ status: 409 },
      json: { detail: 'This request is being sent just now.' },
    });
    const before = posts();
    await world.work();
    expect(posts()).toBe(before);
    expect(await read(id)).toMatchObject({ state: 'scheduled', delivery: { state: 'uncertain', problem: unknown } });
  });

  it('is cleared up by the first click on the message that stands there after all', async () => {
    world.slack.failNext('chat.postMessage', { kind: 'error', code: 'fatal_error' });
    const id = await announce({ title: 'There all along', endsAt: later(hour) });
    await edit(id, { title: 'There, and edited' });
    const message = {
      channel: 'C1',
      ts: '1700000000.000100',
      text: 'There all along',
      blocks: [],
      by: team().botUserId,
    };
    team().messages.push(message);
    await world.click('U2', 'share.open', id);
    await world.work();
    expect(world.window('U2')).toContain('Connect Bluesky');
    expect(await read(id)).toMatchObject({ state: 'open', delivery: { state: 'sent', problem: null } });
    expect(message.text).toContain('There, and edited');
    world.clock.advance(hour);
    await world.app.jobs.runDue({ future: true });
    expect(await read(id)).toMatchObject({ state: 'ended' });
  });

  it('is not cleared up by a click in another channel', async () => {
    world.slack.failNext('chat.postMessage', { kind: 'error', code: 'fatal_error' });
    const id = await announce({ title: 'Elsewhere' });
    const place = { channel: 'CELSE', ts: '1700000000.000200' };
    await world.deliver(
      world.slack.send.click({ teamId: 'T1', userId: 'U2', actionId: 'share.open', value: id, message: place }),
    );
    expect(await read(id)).toMatchObject({ state: 'scheduled', delivery: { state: 'uncertain' } });
  });
});

describe('an act in the very moment of sending', () => {
  /** Does something of the test's between Slack taking the message and its answer. */
  async function whileSlackAnswers(id: string, work: () => Promise<unknown>): Promise<void> {
    world.slack.failNext('chat.postMessage', { kind: 'slow', ms: 300 });
    await act(id, 'send', {});
    const running = world.work();
    const before = posts();
    while (posts() === before) await new Promise((resolve) => setTimeout(resolve, 5));
    await work();
    await running;
    await world.work();
  }

  it('recalls it: the message is taken out again', async () => {
    const id = await create({ title: 'Hasty' });
    await whileSlackAnswers(id, () => act(id, 'recall'));
    expect(await read(id)).toMatchObject({ state: 'recalled' });
    expect(messageOf('Hasty')).toBeUndefined();
  });

  it('edits it: the message follows', async () => {
    const id = await create({ title: 'Before' });
    await whileSlackAnswers(id, () => edit(id, { title: 'After' }));
    expect(await read(id)).toMatchObject({ state: 'open', title: 'After' });
    expect(messageOf('Before')).toBeUndefined();
    expect(messageOf('After')).toBeDefined();
  });
});
