import { describe, expect, it } from 'vitest';
import { verifySignature } from './signature.ts';

// Slack's own test vector: docs.slack.dev/authentication/verifying-requests-from-slack
const secret = '8f742231b10e8888abcd99yyyzzz85a5';
const vector = {
  timestamp: '1531420618',
  signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  body: new TextEncoder().encode(
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
  ),
};
const at = (seconds: number) => new Date((1_531_420_618 + seconds) * 1000);

describe('verifySignature', () => {
  it("accepts Slack's own test vector", async () => {
    expect(await verifySignature(vector, [secret], at(0))).toBe('ok');
  });

  it.each([-300, 300])('accepts a clock that is %i s off', async (seconds) => {
    expect(await verifySignature(vector, [secret], at(seconds))).toBe('ok');
  });

  it.each([-301, 301, -4_000, 86_400])('refuses a request %i s away, in the past or the future', async (seconds) => {
    expect(await verifySignature(vector, [secret], at(seconds))).toBe('stale');
  });

  it('accepts the previous secret while it is configured', async () => {
    expect(await verifySignature(vector, ['newer', secret], at(0))).toBe('ok');
    expect(await verifySignature(vector, ['newer', ''], at(0))).toBe('wrong_signature');
  });

  it('refuses everything when no secret is configured', async () => {
    expect(await verifySignature(vector, ['', ''], at(0))).toBe('wrong_signature');
  });

  it('refuses a body changed by one byte', async () => {
    const body = vector.body.slice();
    body[0] = (body[0] ?? 0) ^ 1;
    expect(await verifySignature({ ...vector, body }, [secret], at(0))).toBe('wrong_signature');
  });

  it.each([
    null,
    '',
    'v0=',
    'v1=a2114d57',
    `v0=${'0'.repeat(64)}`,
    vector.signature.slice(0, -2),
    `${vector.signature}00`,
  ])('refuses the signature %j', async (signature) => {
    expect(await verifySignature({ ...vector, signature }, [secret], at(0))).toBe('wrong_signature');
  });

  it.each([null, '', 'NaN', '1531420618.5', '-1531420618', '0x5b47a54a', '9'.repeat(13)])(
    'refuses the timestamp %j',
    async (timestamp) => {
      expect(await verifySignature({ ...vector, timestamp }, [secret], at(0))).toBe('stale');
    },
  );
});
