import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import type { RequestState } from '../request.ts';

let world: AppWorld;

beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const hour = 3_600_000;
const later = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString();
const messages = () => world.slack.team('T1').messages;
const messageOf = (title: string) => messages().find((message) => message.text.startsWith(title));
const posts = () => world.slack.count('chat.postMessage');

async function create(more: Json = {}): Promise<string> {
  return String((await world.ask('POST', '/api/requests', { ...draft, ...more })).json.id);
}
const read = async (id: string) => (await world.ask('GET', `/api/requests/${id}`)).json;
const act = (id: string, name: string, body?: unknown) => world.ask('POST', `/api/requests/${id}/${name}`, body);

async function inState(state: RequestState): Promise<string> {
  if (state === 'draft') return create();
  if (state === 'scheduled') {
    const id = await create();
    await act(id, 'send', { at: later(24 * hour) });
    return id;
  }
  const id = await world.sendRequest();
  if (state === 'ended') await act(id, 'end');
  if (state === 'recalled') await act(id, 'recall');
  await world.work();
  return id;
}

/** One request in each state that nothing changes any more: for acts that are refused, or that only read it. */
const resting = new Map<RequestState, Promise<string>>();
function restingIn(state: RequestState): Promise<string> {
  const found = resting.get(state) ?? inState(state);
  resting.set(state, found);
  return found;
}

const acts = {
  edit: (id: string) => world.ask('PATCH', `/api/requests/${id}`, { title: 'Better' }),
  send: (id: string) => act(id, 'send', {}),
  recall: (id: string) => act(id, 'recall'),
  end: (id: string) => act(id, 'end'),
  duplicate: (id: string) => act(id, 'duplicate'),
  remove: (id: string) => world.ask('DELETE', `/api/requests/${id}`),
} as const;

const notSent = 'This request has not been sent yet.';
const sent = 'This request has been sent already.';
const over = 'This request has ended. Duplicate it to use it again.';
const back = 'This request was recalled. Duplicate it to use it again.';
const keep = 'Only drafts can be deleted. Recall it instead, so that its figures stay.';

/** What comes of an act in a state: the state afterwards, or the sentence of the refusal; reviews.test.ts has the others. */
type Usual = Exclude<RequestState, 'in_review' | 'approved'>;
const outcomes: Readonly<Record<Usual, Readonly<Record<keyof typeof acts, string>>>> = {
  draft: {
    edit: '200 draft',
    send: '200 scheduled',
    recall: notSent,
    end: notSent,
    duplicate: '201 draft',
    remove: '204',
  },
  scheduled: {
    ...{ edit: '200 scheduled', send: '200 scheduled', recall: '200 recalled', end: notSent },
    ...{ duplicate: '201 draft', remove: keep },
  },
  open: {
    ...{ edit: '200 open', send: sent, recall: '200 recalled', end: '200 ended' },
    ...{ duplicate: '201 draft', remove: keep },
  },
  ended: { edit: over, send: over, recall: over, end: over, duplicate: '201 draft', remove: keep },
  recalled: { edit: back, send: back, recall: back, end: back, duplicate: '201 draft', remove: keep },
};

const table = Object.entries(outcomes).flatMap(([state, row]) =>
  Object.entries(row).map(([name, outcome]) => [name, state, outcome] as [keyof typeof acts, RequestState, string]),
);

describe('an act on a request', () => {
  it.each(table)('%s while it is %s: %s', async (name, state, outcome) => {
    const changes = outcome.startsWith('20') && name !== 'duplicate';
    const id = await (changes ? inState(state) : restingIn(state));
    const answer = await acts[name](id);
    if (/^\d/.test(outcome)) {
      expect(`${answer.status} ${answer.json.state ?? ''}`.trim()).toBe(outcome);
      return;
    }
    expect(answer).toMatchObject({ status: 409, json: { code: 'wrong_state', detail: outcome } });
    expect(await read(id)).toMatchObject({ state });
  });

  it.each(Object.keys(acts) as (keyof typeof acts)[])('%s on nothing finds nothing', async (name) => {
    for (const id of ['018f0000-0000-7000-8000-0000000000aa', 'not-an-id', '%00', '%ff']) {
      const answer = await acts[name](id);
      expect([id, answer.status]).toEqual([id, 404]);
    }
  });

  it('asked for twice at once happens once', async () => {
    const id = await create();
    const answers = await Promise.all([act(id, 'send', {}), act(id, 'send', {}), act(id, 'send', {})]);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    const before = posts();
    await world.work();
    expect(posts()).toBe(before + 1);
    const ends = await Promise.all([act(id, 'end'), act(id, 'recall')]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('sending', () => {
  it('at a time waits for it, then announces', async () => {
    const id = await create({ title: 'Tomorrow' });
    const at = later(2 * hour);
    const before = posts();
    expect((await act(id, 'send', { at })).json).toMatchObject({
      ...{ state: 'scheduled', sendAt: at, sentAt: null, figures: null },
      delivery: { state: 'queued', problem: null },
    });
    await world.work();
    expect(posts()).toBe(before);
    world.clock.advance(2 * hour);
    await world.app.jobs.runDue({ future: true });
    expect(messageOf('Tomorrow')).toBeDefined();
    expect(await read(id)).toMatchObject({ state: 'open', sentAt: at, delivery: { state: 'sent' } });
  });

  it('can be moved to a later time: the first one passes by', async () => {
    const id = await create({ title: 'Moved' });
    await act(id, 'send', { at: later(hour) });
    const at = later(5 * hour);
    expect((await act(id, 'send', { at })).json).toMatchObject({ state: 'scheduled', sendAt: at });
    const before = posts();
    world.clock.advance(hour);
    await world.app.jobs.runDue();
    expect(posts()).toBe(before);
    expect(await read(id)).toMatchObject({ state: 'scheduled', delivery: { state: 'queued' } });
  });

  it('can be moved to now, and is sent once though two jobs wait for it', async () => {
    const id = await create({ title: 'Earlier' });
    await act(id, 'send', { at: later(hour) });
    await act(id, 'send', {});
    const before = posts();
    await world.work();
    world.clock.advance(2 * hour);
    await world.app.jobs.runDue({ future: true });
    await world.app.jobs.runDue({ future: true });
    expect(posts()).toBe(before + 1);
    expect(await read(id)).toMatchObject({ state: 'open' });
  });

  it('is not done for one that was recalled meanwhile', async () => {
    const id = await create({ title: 'Never' });
    await act(id, 'send', { at: later(hour) });
    await act(id, 'recall');
    const before = posts();
    world.clock.advance(hour);
    await world.app.jobs.runDue({ future: true });
    expect(posts()).toBe(before);
    expect(await read(id)).toMatchObject({ state: 'recalled', sentAt: null });
  });

  it.each([
    [-2 * 60_000, 'This time has passed. Choose a later one, or send it now.'],
    [400 * 24 * hour, 'Choose a time within the next year.'],
  ])('refuses a time that is %i ms away', async (ms, sentence) => {
    const id = await create();
    const answer = await act(id, 'send', { at: later(ms) });
    expect(answer).toMatchObject({
      status: 422,
      json: { code: 'not_ready', detail: sentence, fields: { at: sentence } },
    });
    expect(await read(id)).toMatchObject({ state: 'draft', sendAt: null });
  });

  it.each(['tomorrow', '2026-13-01T00:00:00Z', '2026-02-30T10:00:00Z', 17, '', '9999-12-31T23:59:59-23:59', true, {}])(
    'refuses %j as a time',
    async (at) => {
      const answer = await act(await create(), 'send', { at });
      expect(answer.status).toBe(422);
    },
  );

  it('takes a time in any offset', async () => {
    const id = await create();
    const utc = new Date(Math.floor(world.clock.now().getTime() / 1000) * 1000 + hour);
    const local = new Date(utc.getTime() + 9 * hour).toISOString().replace('.000Z', '+09:00');
    expect((await act(id, 'send', { at: local })).json).toMatchObject({ sendAt: utc.toISOString() });
  });

  it('says all that is missing, each at its field', async () => {
    const id = await create({ link: '', title: '', channelId: null, networks: {}, endsAt: later(60_000) });
    const answer = await act(id, 'send', {});
    expect(answer.status).toBe(422);
    expect(answer.json.fields).toEqual({
      link: 'Add the link that people should share.',
      title: 'Give the request a title.',
      channelId: 'Choose the Slack channel that it goes to.',
      networks: 'Write a text for at least one network.',
      endsAt: 'The end must be at least ten minutes after it is sent.',
    });
    expect(await read(id)).toMatchObject({ state: 'draft' });
  });

  it('refuses texts that the network would refuse, at their place', async () => {
    const id = await create({ networks: { bluesky: { variants: ['fine', 'x'.repeat(400)] } } });
    const answer = await act(id, 'send', {});
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.json.fields as object)).toEqual(['networks.bluesky.variants.1']);
    expect(String(answer.json.detail)).toMatch(/\w+.*\.$/);
  });

  it.each([
    ['https://user:secret@harbour.example/', 'The link contains a user name or password. Remove it and try again.'],
    [
      `https://harbour.example/${'ü'.repeat(1_900)}`,
      'The link is too long with its campaign parameters. Shorten one of them.',
    ],
  ])('refuses a link that no short link may lead to', async (link, sentence) => {
    const answer = await act(await create({ link }), 'send', {});
    expect(answer).toMatchObject({ status: 422, json: { detail: sentence, fields: { link: sentence } } });
  });

  it('counts the campaign parameters into the length of the link', async () => {
    const long = '海'.repeat(200);
    const utm = { source: long, medium: long, campaign: long };
    expect((await act(await create({ utm }), 'send', {})).json).toMatchObject({ code: 'not_ready' });
    expect((await act(await create({ utm: { source: long } }), 'send', {})).status).toBe(200);
  });

  it('refuses pictures that are not there, ours or anybody’s', async () => {
    const gone = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
    const id = await create({
      picture: { id: gone, alt: 'A quay' },
      preview: { title: 'Porto', description: '', pictureId: gone },
    });
    expect((await act(id, 'send', {})).json.fields).toEqual({
      picture: 'This picture is not there any more. Upload it again.',
      'preview.pictureId': 'The link’s picture is not there any more. Load it again.',
    });
  });
});

describe('the end date', () => {
  it('ends the request, and its message loses the button', async () => {
    const id = await world.sendRequest({ title: 'Short', endsAt: later(hour) });
    expect(JSON.stringify(messageOf('Short')?.blocks)).toContain('Ends ');
    world.clock.advance(hour);
    await world.app.jobs.runDue({ future: true });
    await world.work();
    expect(await read(id)).toMatchObject({ state: 'ended', endedAt: world.clock.now().toISOString() });
    expect(messageOf('Short')?.text).toBe('Short (ended)');
    expect(JSON.stringify(messageOf('Short')?.blocks)).not.toContain('share.open');
  });

  it('moved to later ends it then, and not before', async () => {
    const id = await world.sendRequest({ endsAt: later(hour) });
    const endsAt = later(3 * hour);
    expect((await world.ask('PATCH', `/api/requests/${id}`, { endsAt })).json).toMatchObject({ endsAt });
    world.clock.advance(hour);
    await world.app.jobs.runDue();
    expect(await read(id)).toMatchObject({ state: 'open' });
    world.clock.advance(2 * hour);
    await world.app.jobs.runDue({ future: true });
    expect(await read(id)).toMatchObject({ state: 'ended' });
  });

  it('taken away lets it stay open', async () => {
    const id = await world.sendRequest({ endsAt: later(hour) });
    expect((await world.ask('PATCH', `/api/requests/${id}`, { endsAt: null })).json).toMatchObject({ endsAt: null });
    world.clock.advance(2 * hour);
    await world.app.jobs.runDue({ future: true });
    expect(await read(id)).toMatchObject({ state: 'open' });
  });

  it.each(['scheduled', 'open'] as const)('can’t be set into the past while it is %s', async (state) => {
    const id = await inState(state);
    const answer = await world.ask('PATCH', `/api/requests/${id}`, { endsAt: later(-hour) });
    expect(answer).toMatchObject({ status: 422, json: { code: 'not_ready', fields: { endsAt: expect.any(String) } } });
    expect(await read(id)).toMatchObject({ state, endsAt: null });
  });

  it('that comes soon keeps nobody from mending a word', async () => {
    const id = await world.sendRequest({ endsAt: later(hour) });
    world.clock.advance(hour - 120_000);
    expect((await world.ask('PATCH', `/api/requests/${id}`, { title: 'Mended' })).status).toBe(200);
  });
});

describe('a recalled request', () => {
  it('is gone from the channel, and its button is over', async () => {
    const id = await world.sendRequest({ title: 'Oops' });
    expect(messageOf('Oops')).toBeDefined();
    await act(id, 'recall');
    await world.work();
    expect(messageOf('Oops')).toBeUndefined();
    await world.click('U2', 'share.open', id);
    expect(world.window('U2')).toMatch(/ended|over|recalled/i);
  });

  it('that somebody deleted in Slack already is no trouble', async () => {
    const id = await world.sendRequest({ title: 'Deleted' });
    messages().splice(0);
    await act(id, 'recall');
    await world.work();
    expect(await read(id)).toMatchObject({ state: 'recalled', delivery: { problem: null } });
  });
});
