import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../../../test/support/bluesky/server.ts';
import { createEgress } from '../../../platform/egress/index.ts';
import { ask, outcomeOfCreate, outcomeOfUpload, type Reply } from './replies.ts';

const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  async () =>
    new Response(JSON.stringify(body), { status, headers });

async function refusal(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Exclude<Reply, { kind: 'ok' }>> {
  const reply = await ask(answer(status, body, headers));
  if (reply.kind === 'ok') throw new Error('not refused');
  return reply;
}

describe('answers of a Bluesky server', () => {
  it.each([
    [500, { error: 'InternalServerError' }, 'unknown'],
    [502, null, 'unknown'],
    [401, { error: 'invalid_token' }, 'stale'],
    [400, { error: 'InvalidToken' }, 'stale'],
    [400, { error: 'ExpiredToken' }, 'stale'],
    [403, { error: 'ScopeMissingError' }, 'reconnect'],
    [400, { error: 'AccountTakedown' }, 'rejected'],
    [400, { error: 'InvalidRequest', message: 'too long' }, 'rejected'],
  ])('%i %j to a create means %s', async (status, body, kind) => {
    expect(outcomeOfCreate(await refusal(status, body)).kind).toBe(kind);
  });

  it('a broken server while uploading has published nothing', async () => {
    expect(outcomeOfUpload(await refusal(500, {})).kind).toBe('later');
  });

  it('waits as long as the server says', async () => {
    expect(outcomeOfCreate(await refusal(429, {}, { 'retry-after': '17' }))).toEqual({
      kind: 'later',
      afterSeconds: 17,
    });
    const reset = String(Math.floor(Date.now() / 1000) + 90);
    const outcome = outcomeOfCreate(await refusal(429, {}, { 'ratelimit-reset': reset }));
    expect(outcome.kind === 'later' && outcome.afterSeconds).toBeGreaterThan(80);
    expect(outcomeOfCreate(await refusal(429, {}, { 'retry-after': 'soon' }))).toEqual({
      kind: 'later',
      afterSeconds: 60,
    });
  });

  it('tells a connection that never stood from one that broke', async () => {
    const port = await freePort();
    const egress = createEgress({ allow: [`127.0.0.1:${port}`] });
    const refused = await ask(() => egress.fetchFn(`http://127.0.0.1:${port}`));
    expect(refused).toEqual({ kind: 'silent', sent: false });
    const breaking = createServer((socket) => socket.once('data', () => socket.destroy())).listen(port);
    const broken = await ask(() => egress.fetchFn(`http://127.0.0.1:${port}`));
    breaking.close();
    await egress.close();
    expect(broken).toEqual({ kind: 'silent', sent: true });
    expect(broken.kind === 'silent' && outcomeOfCreate(broken).kind).toBe('unknown');
    expect(refused.kind === 'silent' && outcomeOfCreate(refused).kind).toBe('later');
  });

  it('reads an answer that is no JSON', async () => {
    expect(await ask(async () => new Response('<html>', { status: 503 }))).toMatchObject({
      kind: 'refused',
      status: 503,
      error: '',
    });
  });
});
