import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../../test/support/raw-client.ts';
import { startTwilio, type TwilioStandIn } from '../../../test/support/twilio.ts';
import { memoryLog } from '../log/index.ts';
import { openTwilio, type TwilioSettings } from './index.ts';

const ana = '+351912345678';
let twilio: TwilioStandIn;
let log: ReturnType<typeof memoryLog>;

beforeAll(async () => {
  twilio = await startTwilio();
});
afterAll(() => twilio[Symbol.asyncDispose]());
beforeEach(() => {
  log = memoryLog();
});

const open = (more: Partial<TwilioSettings> = {}) =>
  openTwilio({ ...twilio.settings, ...more }, { log, timeoutMs: 500 });
const last = () => twilio.taken.at(-1);

describe('a text', () => {
  it('goes out as it was written', async () => {
    const words = 'Ana & Ben: 09:00 + 1 h = 100 %\nhttps://coact.example.com/schedule?a=1&b=ü😀';
    expect(await open().text(ana, words)).toEqual({ ok: true, id: expect.stringMatching(/^SM[0-9a-f]{32}$/) });
    expect(last()).toEqual({ resource: 'Messages', to: ana, from: twilio.settings.from, body: words });
  });

  it('may be sent with the account’s own token', async () => {
    const token = { user: twilio.settings.accountSid, password: 'auth-token' };
    expect((await open(token).text(ana, 'x')).ok).toBe(true);
  });

  it('has a length that Twilio takes, or is not sent at all', async () => {
    expect((await open().text(ana, 'x'.repeat(1_600))).ok).toBe(true);
    const before = twilio.taken.length;
    await expect(open().text(ana, 'x'.repeat(1_601))).rejects.toThrow(RangeError);
    await expect(open().text(ana, ' ')).rejects.toThrow(RangeError);
    expect(twilio.taken).toHaveLength(before);
  });

  it.each(['912345678', '+0912345678', '+35191234567890123', 'ana', '', '+351 912 345 678'])(
    'goes to no number like "%s"',
    async (number) => {
      const before = twilio.server.connections();
      expect(await open().text(number, 'x')).toEqual({ ok: false, problem: 'bad_number' });
      expect(twilio.server.connections()).toBe(before);
    },
  );
});

describe('a call', () => {
  it('speaks its words twice', async () => {
    expect((await open().call(ana, 'Your shift is moved.')).ok).toBe(true);
    expect(last()).toMatchObject({ resource: 'Calls', to: ana });
    expect(last()?.body).toContain('<Say loop="2">Your shift is moved.</Say>');
  });

  it('does nothing that stands in the words', async () => {
    const words = '</Say><Dial>+1900</Dial> "a" & \'b\'\u0000\u0007\ud800';
    expect((await open().call(ana, words)).ok).toBe(true);
    expect(last()?.body).not.toContain('<Dial>');
    expect(last()?.body).toContain(
      '&lt;/Say&gt;&lt;Dial&gt;+1900&lt;/Dial&gt; &quot;a&quot; &amp; &apos;b&apos;</Say>',
    );
  });

  it('stays within what Twilio takes, also where much is escaped', async () => {
    expect((await open().call(ana, '"'.repeat(640))).ok).toBe(true);
    await expect(open().call(ana, 'x'.repeat(641))).rejects.toThrow(RangeError);
  });
});

describe('what Twilio refuses', () => {
  it('is told by its reason', async () => {
    twilio.optedOut.add('+351910000001');
    twilio.landlines.add('+351210000001');
    const phone = open();
    expect(await phone.text('+351910000001', 'x')).toEqual({ ok: false, problem: 'opted_out' });
    expect(await phone.text('+351210000001', 'x')).toEqual({ ok: false, problem: 'no_texts' });
    expect(await open({ from: '+15005550007' }).text(ana, 'x')).toEqual({ ok: false, problem: 'bad_sender' });
    expect(await open({ from: '+15005550007' }).call(ana, 'x')).toEqual({ ok: false, problem: 'bad_sender' });
    expect(await open({ password: 'wrong' }).text(ana, 'x')).toEqual({ ok: false, problem: 'bad_credentials' });
    const otherAccount = { accountSid: `AC${'0'.repeat(32)}` };
    expect(await open(otherAccount).text(ana, 'x')).toEqual({ ok: false, problem: 'rejected' });
  });

  it.each([
    [{ status: 400, code: 21211 }, { problem: 'bad_number' }],
    [{ status: 400, code: 21408 }, { problem: 'not_allowed' }],
    [{ status: 400, code: 99999 }, { problem: 'rejected' }],
    [
      { status: 429, code: 20429 },
      { problem: 'busy', retryAfter: 10 },
    ],
    [
      { status: 429, code: 20429, retryAfter: '7' },
      { problem: 'busy', retryAfter: 7 },
    ],
    [
      { status: 429, retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' },
      { problem: 'busy', retryAfter: 10 },
    ],
    [
      { status: 400, code: 21611 },
      { problem: 'busy', retryAfter: 10 },
    ],
    [{ status: 503 }, { problem: 'unknown_outcome' }],
    [{ status: 500, code: 20500 }, { problem: 'unknown_outcome' }],
    [{ status: 302 }, { problem: 'rejected' }],
    ['hang_up' as const, { problem: 'unknown_outcome' }],
    ['gibberish' as const, { problem: 'unknown_outcome' }],
  ])('%o is taken for %o', async (fault, found) => {
    twilio.faults.push(fault);
    expect(await open().text(ana, 'x')).toEqual({ ok: false, ...found });
  });

  it('is told apart from a Twilio that is not there', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    expect(await open({ url }).text(ana, 'x')).toEqual({ ok: false, problem: 'unreachable' });
  });

  it('leaves neither number nor words nor secret in the log', async () => {
    await open({ password: 'wrong-canary' }).text(ana, 'canary words');
    expect(log.lines).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toMatch(/canary|91234|AC/);
  });
});

describe('the stand-in', () => {
  const post = (path: string, init: RequestInit = {}) => {
    const { url, user, password } = twilio.settings;
    const authorization = `Basic ${btoa(`${user}:${password}`)}`;
    return fetch(url + path, { method: 'POST', ...init, headers: { authorization, ...init.headers } });
  };
  const messages = () => `/2010-04-01/Accounts/${twilio.settings.accountSid}/Messages.json`;
  const calls = () => messages().replace('Messages', 'Calls');
  const form = (fields: Record<string, string>) => ({ body: new URLSearchParams(fields) });
  const whole = () => ({ To: ana, From: twilio.settings.from });

  it.each([
    ['no credentials', () => post(messages(), { headers: { authorization: '' } }), 401, 20003],
    ['another path', () => post('/2010-04-01/Accounts/x/Faxes.json'), 404, 20404],
    ['another method', () => post(messages(), { method: 'PUT' }), 405, 20004],
    ['JSON', () => post(messages(), { body: JSON.stringify({ ...whole(), Body: 'x' }) }), 400, 21604],
    ['no sender', () => post(messages(), form({ To: ana, Body: 'x' })), 400, 21603],
    ['no words', () => post(messages(), form(whole())), 400, 21602],
    ['a long text', () => post(messages(), form({ ...whole(), Body: 'x'.repeat(1_601) })), 400, 21617],
    [
      'a number without a country',
      () => post(messages(), form({ ...whole(), To: '912345678', Body: 'x' })),
      400,
      21211,
    ],
    ['a call without what to do', () => post(calls(), form(whole())), 400, 21205],
    ['a call with broken XML', () => post(calls(), form({ ...whole(), Twiml: '<Say>' })), 400, 12100],
    ['a call to nobody', () => post(calls(), form({ From: ana })), 400, 21201],
    ['a call with too much', () => post(calls(), form({ ...whole(), Twiml: 'x'.repeat(4_001) })), 400, 21658],
  ])('refuses %s, as Twilio does', async (_what, ask, status, code) => {
    const response = await ask();
    expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ code, status })]);
  });
});
