import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppMembers, openMembers } from '../../../../test/support/app-members.ts';
import { type AppWorld, openAppWorld } from '../../../../test/support/app-world.ts';
import { type ChatCompletions, startChatCompletions } from '../../../../test/support/chat-completions.ts';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { memoryLog } from '../../../platform/log/index.ts';
import { openChatCompletions } from './chat-completions.ts';

let service: ChatCompletions;
let world: AppWorld;
let members: AppMembers;
let pia: Browser;

beforeAll(async () => {
  service = await startChatCompletions();
  world = await openAppWorld(null, {
    environment: {
      ...{ REWRITING_URL: `${service.origin}/v1`, REWRITING_MODEL: service.model, REWRITING_TOKEN: service.key },
    },
  });
  members = await openMembers(world);
  pia = await members.signInAs('publisher');
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await service[Symbol.asyncDispose]();
});
beforeEach(() => {
  service.next = 'Porto, here we come! #boats';
});

const text = 'We open in Porto #boats';
const path = '/api/share/rewriting';
const set = (on: boolean) => world.ask('PUT', path, { on });

async function propose(more: object = {}, as = pia) {
  const body = { text, networks: ['bluesky'], ...more };
  const answer = await members.ask(as, 'POST', `${path}/proposals`, { body });
  return { status: answer.status, json: JSON.parse(answer.text) as Record<string, unknown> };
}

describe('suggesting another wording', () => {
  it('is off until an owner or admin switches it on, which is recorded', async () => {
    expect((await world.ask('GET', path)).json).toEqual({
      offered: { host: new URL(service.origin).host, model: 'small-1' },
      on: false,
    });
    expect(await propose()).toMatchObject({ status: 409, json: { code: 'rewriting_off' } });
    expect((await members.ask(pia, 'PUT', path, { body: { on: true } })).status).toBe(403);
    expect(service.asked).toEqual([]);
    expect((await set(true)).json).toMatchObject({ on: true });
    const { json } = await world.ask('GET', '/api/audit?action=share.rewriting_set');
    expect(JSON.stringify(json)).toContain('share.rewriting_set');
    expect(await propose()).toEqual({ status: 200, json: { text: 'Porto, here we come! #boats', problems: [] } });
  });

  it('sends the text, the networks’ names and a number, and nothing of anybody', async () => {
    await world.ask('PUT', '/api/disclosure', { words: 'I work at Harbour' });
    await propose({ networks: ['bluesky', 'x'] });
    const { body, raw, headers } = service.asked.at(-1) ?? { body: null, raw: '', headers: {} };
    expect(Object.keys(body ?? {}).toSorted()).toEqual(['messages', 'model']);
    expect(body?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(body?.messages[1]?.content).toBe(text);
    expect(body?.messages[0]?.content).toMatch(/for Bluesky, X\. .*at most \d+ characters/);
    for (const secret of [pia.personId, pia.orgId ?? 'none', 'Harbour', 'Maya', 'publisher']) {
      expect(raw).not.toContain(secret);
    }
    const sent = Object.keys(headers).filter(
      (name) => !/^(host|connection|content-|accept|authorization|user-agent)/.test(name),
    );
    expect(sent.filter((name) => !['sec-fetch-mode', 'transfer-encoding'].includes(name))).toEqual([]);
  });

  it('says what a network would refuse of the answer', async () => {
    service.next = 'y'.repeat(400);
    const { status, json } = await propose({ networks: ['linkedin', 'bluesky'] });
    expect([status, json.text]).toEqual([200, service.next]);
    expect(json.problems).toEqual([expect.stringMatching(/^Bluesky: /)]);
  });

  it.each([
    ['nothing', ''],
    ['a link of its own', 'Go to https://evil.example/'],
    ['half of it', { choice: { message: { role: 'assistant', content: 'Porto, he' }, finish_reason: 'length' } }],
    ['a refusal', { choice: { message: { role: 'assistant', content: null, refusal: 'No.' }, finish_reason: 'stop' } }],
    ['no JSON', { body: '<html>' }],
    ['more than a post can be', { body: 'z'.repeat(70_000) }],
  ])('takes no answer that is %s', async (_what, next) => {
    service.next = next;
    expect(await propose()).toMatchObject({ status: 502, json: { code: 'rewriting_unusable' } });
  });

  it.each([
    [429, 503, 'rewriting_busy'],
    [500, 502, 'rewriting_unreachable'],
    [401, 502, 'rewriting_misconfigured'],
  ])('says in its own words what %i means, and logs no text', async (status, shown, code) => {
    service.next = { status };
    expect(await propose()).toMatchObject({ status: shown, json: { code } });
    expect(JSON.stringify(world.log.lines)).toContain('share.rewriting_failed');
    expect(JSON.stringify(world.log.lines)).not.toContain('We open in Porto');
    expect(JSON.stringify(world.log.lines)).not.toContain(service.key);
  });

  it('takes no empty text, no unknown network and nothing else', async () => {
    for (const more of [{ text: ' ' }, { networks: [] }, { networks: ['myspace'] }, { person: 'Ana' }]) {
      expect((await propose(more)).status).toBe(422);
    }
  });

  it('ends after thirty of one person within an hour, and goes on for others', async () => {
    const paul = await members.signInAs('publisher');
    let last = await propose();
    for (let number = 0; number < 30 && last.status !== 429; number += 1) last = await propose();
    expect(last).toMatchObject({ status: 429, json: { code: 'too_many_requests' } });
    expect((await propose({}, paul)).status).toBe(200);
  });

  it('is over at once when it is switched off', async () => {
    await set(false);
    expect(await propose({}, await members.signInAs('publisher'))).toMatchObject({ status: 409 });
  });
});

it('can’t be switched on where the operator has set nothing up', async () => {
  await using plain = await openAppWorld();
  expect((await plain.ask('GET', path)).json).toEqual({ offered: null, on: false });
  expect(await plain.ask('PUT', path, { on: true })).toMatchObject({
    status: 409,
    json: { code: 'rewriting_not_offered' },
  });
});

describe('the service', () => {
  const open = (more: object = {}) => {
    const settings = { url: `${service.origin}/v1`, model: service.model, token: service.key, ...more };
    return openChatCompletions(settings, { log: memoryLog(), timeoutMs: 300 });
  };
  const wanted = { text, networkTitles: ['X'], most: 100 };

  it('is not waited for without end', async () => {
    service.next = 'hang';
    expect(await open().suggest(wanted)).toEqual({ kind: 'failed', problem: 'unreachable' });
  });

  it('that knows neither key nor model is a matter of the settings', async () => {
    expect(await open({ token: 'wrong' }).suggest(wanted)).toEqual({ kind: 'failed', problem: 'misconfigured' });
    expect(await open({ token: null }).suggest(wanted)).toEqual({ kind: 'failed', problem: 'misconfigured' });
    expect(await open({ model: 'other' }).suggest(wanted)).toEqual({ kind: 'failed', problem: 'misconfigured' });
    expect(await open({ url: 'http://127.0.0.1:1' }).suggest(wanted)).toEqual({
      kind: 'failed',
      problem: 'unreachable',
    });
  });
});
