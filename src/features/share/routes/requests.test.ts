import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';

let world: AppWorld;

beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const hour = 3_600_000;
const later = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString();
const post = (body: unknown) => world.ask('POST', '/api/requests', body);
const read = async (id: string) => (await world.ask('GET', `/api/requests/${id}`)).json;
const edit = (id: string, change: Json) => world.ask('PATCH', `/api/requests/${id}`, change);
const messageOf = (title: string) => world.slack.team('T1').messages.find(({ text }) => text.startsWith(title));

/** Makes a draft; a moment passes, so that each has its place in time. */
async function create(more: Json = {}): Promise<string> {
  world.clock.advance(1_000);
  return String((await post({ ...draft, ...more })).json.id);
}

async function titles(query: string): Promise<unknown[]> {
  const { status, json } = await world.ask('GET', `/api/requests?${query}`);
  expect(status).toBe(200);
  return (json.requests as { title: string }[]).map(({ title }) => title);
}

describe('a new request', () => {
  it('is a draft that reads back as it was written', async () => {
    const body = {
      link: 'https://harbour.example/a?b=c&d=e#f',
      title: 'Olá ⚓ from <Porto> & "friends"',
      slackText: 'Two lines\n*bold* <!channel> <@U1> &amp;',
      picture: null,
      networks: { bluesky: { variants: ['One', '👩‍👩‍👧‍👦 two', 'x'.repeat(3_000)] } },
      editPolicy: 'add',
      utm: { source: 'slack', campaign: 'größe' },
      channelId: 'C1',
      endsAt: later(48 * hour),
      preview: { title: 'Porto', description: 'A new harbour', pictureId: null },
    };
    const made = await post(body);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      ...{ ...body, preview: { ...body.preview, pictureUrl: null } },
      ...{ state: 'draft', channel: { id: 'C1', name: 'news' }, revision: 1, sendAt: null, sentAt: null },
      ...{ endedAt: null, figures: null, delivery: { state: 'none', problem: null } },
    });
    expect(await read(String(made.json.id))).toEqual(made.json);
  });

  it('may be nearly empty', async () => {
    const empty = { link: '', title: '', slackText: '', networks: {}, editPolicy: 'free' };
    expect(await post(empty)).toMatchObject({ status: 201, json: { utm: {}, channel: null, networks: {} } });
  });

  it('shows the id of a channel whose name Slack does not tell', async () => {
    expect((await post({ ...draft, channelId: 'CUNKNOWN' })).json).toMatchObject({
      channel: { id: 'CUNKNOWN', name: 'CUNKNOWN' },
    });
    world.slack.addChannel('T1', 'CQUIET', 'quiet');
    world.slack.failNext('conversations.info', { kind: 'refused' });
    const quiet = await post({ ...draft, channelId: 'CQUIET' });
    expect(quiet).toMatchObject({ status: 201, json: { channel: { id: 'CQUIET', name: 'CQUIET' } } });
  });

  it('shows the name that a channel had where Slack does not answer', async () => {
    await post(draft);
    world.slack.failNext('conversations.info', { kind: 'refused' });
    expect(await post(draft)).toMatchObject({ status: 201, json: { channel: { id: 'C1', name: 'news' } } });
  });

  const wrong: [string, unknown, string][] = [
    ['a script as a link', { link: 'javascript:alert(1)' }, 'link'],
    ['a file as a link', { link: 'file:///etc/passwd' }, 'link'],
    ['half a link', { link: 'harbour.example' }, 'link'],
    ['a link that is too long', { link: `https://x.example/${'y'.repeat(2_000)}` }, 'link'],
    ['a title that is too long', { title: 'x'.repeat(151) }, 'title'],
    ['a text that is too long', { slackText: 'x'.repeat(2_501) }, 'slackText'],
    ['no variant', { networks: { bluesky: { variants: [] } } }, 'networks.bluesky.variants'],
    ['six variants', { networks: { bluesky: { variants: Array(6).fill('x') } } }, 'networks.bluesky.variants'],
    [
      'a variant of 5,001',
      { networks: { bluesky: { variants: ['', 'x'.repeat(5_001)] } } },
      'networks.bluesky.variants.1',
    ],
    ['an unknown policy', { editPolicy: 'whatever' }, 'editPolicy'],
    ['a picture without an id', { picture: { id: '1', alt: '' } }, 'picture.id'],
    ['a text where a number belongs', { endsAt: 'tomorrow' }, 'endsAt'],
    ['the year zero', { endsAt: '0000-01-01T00:00:00Z' }, 'endsAt'],
    ['the year one', { endsAt: '0001-01-01T00:00:00Z' }, 'endsAt'],
    ['the year ten thousand', { endsAt: '9999-12-31T23:59:59-23:59' }, 'endsAt'],
    ['a parameter that is too long', { utm: { source: 'x'.repeat(201) } }, 'utm.source'],
    ['a number as a title', { title: 7 }, 'title'],
    ['a character zero', { title: 'a\0b' }, ''],
  ];
  it.each(wrong)('with %s is refused at its field', async (_, part, field) => {
    const answer = await post({ ...draft, ...(part as Json) });
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid', detail: expect.stringMatching(/\S/) } });
    expect(Object.keys((answer.json.fields ?? {}) as object)).toEqual(field === '' ? [] : [field]);
  });

  it.each([null, [], 'text', 7, {}])('made of %j is refused', async (body) => {
    expect((await post(body)).status).toBe(422);
  });

  it('keeps line breaks and drops signs that nobody sees', async () => {
    const made = await post({ ...draft, title: 'a\u0007b\u001b[31m', slackText: 'one\r\ntwo\n\tthree\u0085' });
    expect(made.json).toMatchObject({ title: 'ab[31m', slackText: 'one\ntwo\n\tthree' });
  });

  it('mends halves of characters, wherever they stand', async () => {
    const half = 'a\ud83d';
    const made = await post({
      ...{ ...draft, title: half, slackText: half, utm: { source: half, content: half } },
      networks: { bluesky: { variants: [half] } },
      preview: { title: half, description: half, pictureId: null },
    });
    expect(made).toMatchObject({ status: 201, json: { title: 'a\ufffd', utm: { source: 'a\ufffd' } } });
  });
});

describe('the list', () => {
  it('is newest first, twenty to a page, by when it was sent, is to be sent, or was made', async () => {
    const planned = await create({ title: 'page planned' });
    for (let number = 1; number <= 22; number += 1) await create({ title: `page ${number}` });
    await world.ask('POST', `/api/requests/${planned}/send`, { at: later(hour) });
    const first = await titles('q=page');
    expect(first).toEqual(['page planned', ...Array.from({ length: 19 }, (_, index) => `page ${22 - index}`)]);
    expect(await titles('q=page&page=2')).toEqual(['page 3', 'page 2', 'page 1']);
    expect(await titles('q=page&page=3')).toEqual([]);
    expect((await world.ask('GET', '/api/requests?q=page&page=3')).json.total).toBe(23);
  });

  it('is filtered by state', async () => {
    await create({ title: 'state draft' });
    const planned = await create({ title: 'state scheduled' });
    await world.ask('POST', `/api/requests/${planned}/send`, { at: later(hour) });
    for (const [state, act] of [
      ['open', null],
      ['ended', 'end'],
      ['recalled', 'recall'],
    ] as const) {
      const id = await world.sendRequest({ title: `state ${state}` });
      if (act !== null) await world.ask('POST', `/api/requests/${id}/${act}`);
    }
    for (const state of ['draft', 'scheduled', 'open', 'ended', 'recalled']) {
      expect(await titles(`q=state&state=${state}`)).toEqual([`state ${state}`]);
    }
  });

  it('has something to be searched', async () => {
    const made = ['sure of 100%', 'a snake_case word', 'back\\slash', 'Grüße 🚢', "five o'clock"];
    for (const title of made) await create({ title });
    await create({ title: 'by its address', link: 'https://harbour.example/found-by-link' });
    expect(await titles('q=by%20its%20address')).toHaveLength(1);
  });

  it.each([
    ['100%', ['sure of 100%']],
    ['%', ['sure of 100%']],
    ['snake_case', ['a snake_case word']],
    ['_', ['a snake_case word']],
    ['\\', ['back\\slash']],
    ['GRÜSSE', []],
    ['grüße', ['Grüße 🚢']],
    ['🚢', ['Grüße 🚢']],
    ["o'clock", ["five o'clock"]],
    ["  o'clock  ", ["five o'clock"]],
    ["'; drop table", []],
    ['found-by-link', ['by its address']],
    ['nothing has this', []],
  ])('finds %j as it is written', async (search, found) => {
    expect(await titles(`q=${encodeURIComponent(search)}`)).toEqual(found);
  });

  it('survives what no title can hold', async () => {
    expect((await world.ask('GET', '/api/requests?q=%00')).status).toBe(200);
    expect(await titles('q=gr%00%C3%BC%C3%9Fe')).toEqual(['Grüße 🚢']);
    expect(await titles('q=%ED%A0%80')).toEqual([]);
  });

  it.each(['page=0', 'page=-1', 'page=x', 'page=1.5', 'page=10001', 'page=1e9', 'state=gone', `q=${'x'.repeat(201)}`])(
    'refuses %s',
    async (query) => {
      expect((await world.ask('GET', `/api/requests?${query}`)).status).toBe(422);
    },
  );
});

describe('an edit', () => {
  it('changes what it names and leaves the rest, campaign parameters too', async () => {
    const utm = { source: 'slack', medium: 'social' };
    const id = await create({ utm, endsAt: later(48 * hour) });
    const before = await read(id);
    world.clock.advance(1_000);
    const after = await edit(id, { title: 'Only this' });
    expect(after.status).toBe(200);
    expect(after.json).toEqual({ ...before, title: 'Only this', revision: 2, updatedAt: later(0) });
    expect((await edit(id, { utm: { term: 'x' } })).json).toMatchObject({ utm: { term: 'x' } });
    expect((await edit(id, { utm: {} })).json.utm).toEqual({});
    expect((await edit(id, { endsAt: null, channelId: null, preview: null })).json).toMatchObject({
      ...{ endsAt: null, channel: null, preview: null },
    });
  });

  it('of one thing does not undo an edit of another at the same moment', async () => {
    const id = await create();
    await Promise.all([
      edit(id, { title: 'Mine' }),
      edit(id, { slackText: 'Yours' }),
      edit(id, { editPolicy: 'fixed' }),
    ]);
    expect(await read(id)).toMatchObject({ title: 'Mine', slackText: 'Yours', editPolicy: 'fixed', revision: 4 });
  });

  it('that changes nothing is taken', async () => {
    expect((await edit(await create(), {})).status).toBe(200);
  });

  it('of an open request brings its message up to date', async () => {
    const id = await world.sendRequest({ title: 'First words' });
    const calls = world.slack.count('chat.update');
    const endsAt = later(48 * hour);
    await edit(id, { title: 'Second words', slackText: 'And <more> & *more*', endsAt });
    await world.work();
    expect(world.slack.count('chat.update')).toBe(calls + 1);
    expect(messageOf('First words')).toBeUndefined();
    const blocks = JSON.stringify(messageOf('Second words')?.blocks);
    expect(blocks).toContain('And &lt;more&gt; &amp; *more*');
    expect(blocks).toContain('Ends ');
  });

  it('that Slack does not take is told to the publisher, until it does', async () => {
    const id = await world.sendRequest({ title: 'Locked' });
    world.slack.failNext('chat.update', { kind: 'error', code: 'cant_update_message' });
    await edit(id, { title: 'Unlocked' });
    await world.work();
    const problem = 'Slack does not let Coact change this message any more.';
    expect(await read(id)).toMatchObject({ state: 'open', delivery: { state: 'sent', problem } });
    await edit(id, { title: 'Unlocked again' });
    await world.work();
    expect(await read(id)).toMatchObject({ delivery: { state: 'sent', problem: null } });
  });

  it('is tried again while Slack is away', async () => {
    const id = await world.sendRequest({ title: 'Down' });
    world.slack.failNext('chat.update', { kind: 'refused' });
    world.slack.failNext('chat.update', { kind: 'rate_limit', seconds: 3 });
    await edit(id, { title: 'Up again' });
    await world.work();
    for (let turn = 0; turn < 2; turn += 1) await world.app.jobs.runDue({ future: true });
    expect(messageOf('Up again')).toBeDefined();
  });

  const link = 'The link is in people’s posts already. Recall the request and duplicate it to use another.';
  const channel = 'The message stands in its channel already. Duplicate the request to send it to another.';
  it.each([
    [{ link: 'https://harbour.example/other' }, { link }],
    [{ utm: { source: 'other' } }, { link }],
    [{ utm: {} }, { link }],
    [{ channelId: 'C2' }, { channelId: channel }],
    [{ channelId: null }, { channelId: channel }],
  ])('%j is fixed once people may have shared', async (change, fields) => {
    const id = await world.sendRequest({ utm: { source: 'slack', medium: 'social' } });
    const before = await read(id);
    expect(await edit(id, change)).toMatchObject({ status: 422, json: { code: 'fixed_after_sending', fields } });
    expect(await read(id)).toEqual(before);
    const same = { link: draft.link, utm: { medium: 'social', source: 'slack' }, channelId: 'C1', title: 'Same' };
    expect((await edit(id, same as Json)).status).toBe(200);
  });

  it.each([
    [{ title: ' ' }, 'title'],
    [{ networks: {} }, 'networks'],
    [{ networks: { bluesky: { variants: ['good', ' '] } } }, 'networks.bluesky.variants.1'],
    [{ networks: { bluesky: { variants: ['x'.repeat(400)] } } }, 'networks.bluesky.variants.0'],
    [{ picture: { id: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', alt: 'x' } }, 'picture'],
  ])('can’t make a sent request %j', async (change, field) => {
    const open = await world.sendRequest();
    const planned = await create();
    await world.ask('POST', `/api/requests/${planned}/send`, { at: later(hour) });
    for (const id of [open, planned]) {
      const answer = await edit(id, change);
      expect(answer).toMatchObject({
        status: 422,
        json: { code: 'not_ready', fields: { [field]: expect.any(String) } },
      });
      expect(await read(id)).toMatchObject({ title: draft.title, networks: draft.networks });
    }
  });

  it('gives each new variant its own link', async () => {
    const id = await world.sendRequest();
    await edit(id, { networks: { bluesky: { variants: ['One', 'Two'] } } });
    const links = ((await read(id)).figures as { links: { variant: number; url: string }[] }).links;
    expect(links.map(({ variant }) => variant)).toEqual([0, 1]);
    expect(new Set(links.map(({ url }) => url)).size).toBe(2);
  });
});

describe('a duplicate', () => {
  it('is a draft of its own with the same words and no end', async () => {
    const id = await world.sendRequest({ title: 'Twice', endsAt: later(48 * hour), utm: { source: 'slack' } });
    world.clock.advance(1_000);
    const { status, json } = await world.ask('POST', `/api/requests/${id}/duplicate`);
    expect(status).toBe(201);
    const source = await read(id);
    expect(json).toMatchObject({
      ...{ title: 'Twice', link: source.link, networks: source.networks, utm: { source: 'slack' }, endsAt: null },
      ...{ state: 'draft', channel: { id: 'C1', name: 'news' }, revision: 1, sentAt: null, figures: null },
    });
    expect(json.id).not.toBe(id);
    await edit(String(json.id), { title: 'Its own' });
    expect(await read(id)).toMatchObject({ title: 'Twice' });
  });
});

describe('a deleted draft', () => {
  it('is gone, and deleting it again finds nothing', async () => {
    const id = await create({ title: 'Gone soon' });
    expect((await world.ask('DELETE', `/api/requests/${id}`)).status).toBe(204);
    expect((await world.ask('DELETE', `/api/requests/${id}`)).status).toBe(404);
    expect((await world.ask('GET', `/api/requests/${id}`)).status).toBe(404);
    expect(await titles('q=Gone%20soon')).toEqual([]);
  });
});
