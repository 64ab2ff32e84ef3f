import { expect, it } from 'vitest';
import { verify } from '../../../test/support/webhook-receiver.ts';
import { randomToken } from '../vault/index.ts';
import { signedHeaders, writeSecret } from './signature.ts';

const body = '{"type":"ping","data":{"name":"Ærø"}}';
const now = new Date('2026-05-04T09:00:00.700Z');

it('is what the reference implementations make of their own example', () => {
  const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
  const at = new Date(1_614_265_330_000);
  const headers = signedHeaders(id, at, '{"test": 2432232314}', ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']);
  expect(headers).toEqual({
    'webhook-id': id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

it('is believed by a receiver of another make, and no longer once anything is changed', async () => {
  const secret = writeSecret(randomToken());
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const headers = signedHeaders('e1', now, body, [secret]);
  const check = (call: object, by = secret, at = now.getTime()) =>
    verify(by, { path: '/', headers, body, ...call }, at);
  expect(await check({})).toEqual(JSON.parse(body));
  expect(await check({ body: body.replace('ping', 'pong') })).toBeNull();
  expect(await check({ headers: { ...headers, 'webhook-id': 'e2' } })).toBeNull();
  const later = String(Number(headers['webhook-timestamp']) + 1);
  expect(await check({ headers: { ...headers, 'webhook-timestamp': later } })).toBeNull();
  expect(await check({}, writeSecret(randomToken()))).toBeNull();
  expect(await check({}, secret, now.getTime() + 301_000)).toBeNull();
});

it('holds for each of two secrets while one takes over from the other', async () => {
  const [fresh, former] = [writeSecret(randomToken()), writeSecret(randomToken())];
  const headers = signedHeaders('e1', now, body, [fresh, former]);
  for (const secret of [fresh, former]) {
    expect(await verify(secret, { path: '/', headers, body }, now.getTime())).not.toBeNull();
  }
});
