import { z } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyRow } from '../../../../test/support/residue.ts';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { sql } from '../../../platform/db/index.ts';
import { guarded, jsonAnswer, jsonBody, member } from '../../../platform/http/index.ts';
import type { OnLeaving } from '../index.ts';
import { writeKey } from './key.ts';

/** What programs may do with keys, and what nobody may with one that is not theirs, not valid or not made for it. */
let world: World;
let office: Office;
let owner: Browser;
const onLeaving: OnLeaving[] = [];
let posts = 0;

beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world, {
    above: { onLeaving },
    routes: () => [
      guarded(
        {
          method: 'post',
          path: '/api/posts',
          guard: member('publish', { keys: true }),
          request: { body: jsonBody(z.object({ text: z.string() })) },
          responses: { 201: jsonAnswer(z.object({ number: z.number(), by: z.string() }), 'It') },
        },
        (c) => {
          posts += 1;
          return c.json({ number: posts, by: c.var.actor.kind }, 201);
        },
      ),
    ],
  });
  onLeaving.push((tx, personId) => office.people.tellOfKeys(tx, personId));
  owner = await office.found();
});
afterAll(() => world[Symbol.asyncDispose]());

type Made = { key: string; made: { id: string; expiresAt: string } };
const make = (more: object = {}, as: Browser = owner) =>
  office.ask('/api/api-keys', { as, body: { name: 'Zapier', rights: ['publish'], ...more } });
async function made(more: object = {}, as: Browser = owner): Promise<Made> {
  const answer = await make(more, as);
  expect(answer.status).toBe(201);
  return (await answer.json()) as Made;
}

/** As a program asks: no cookie, no evidence of a page. */
function ask(key: string, path: string, { body, ...more }: { body?: object; headers?: object; method?: string } = {}) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...more.headers };
  const method = more.method ?? (body ? 'POST' : 'GET');
  const init = body ? { body: JSON.stringify(body) } : {};
  return office.api.fetch(new Request(`http://localhost:3000${path}`, { method, headers, ...init }));
}
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];
const post = (key: string, headers: object = {}) => ask(key, '/api/posts', { body: { text: 'Hello' }, headers });
const listed = async () =>
  ((await (await office.ask('/api/api-keys', { as: owner })).json()) as { keys: { id: string }[] }).keys;
const actsOf = async () => {
  const { rows } = await sql<{ action: string; actor: string; detail: string }>`
    select action, actor_kind as actor, detail::text from audit_entries where target_kind = 'api_key' order by seq`.execute(
    world.db.kysely,
  );
  return rows;
};

describe('a key', () => {
  it('is made by managers who have just proved themselves, is shown once, and stands nowhere as it is', async () => {
    const { key, made: shown } = await made();
    expect(key).toMatch(/^coact_[0-9A-Za-z]{49}$/);
    expect(shown).toMatchObject({ name: 'Zapier', rights: ['publish'], state: 'active', lastUsedOn: null });
    expect(Date.parse(shown.expiresAt) - world.clock.now().getTime()).toBe(90 * 86_400_000);
    expect(JSON.stringify(await listed())).not.toContain(key.slice(6, 40));
    expect(JSON.stringify(await everyRow(world.db))).not.toContain(key.slice(6, 40));
    expect((await actsOf()).at(-1)).toMatchObject({ action: 'people.api_key_made', actor: 'person' });
    for (const role of ['publisher', 'auditor', 'employee'] as const) {
      const answer = await make({}, await office.signInAs(owner.orgId, role));
      expect([role, ...(await codeOf(answer))]).toEqual([role, 403, 'not_allowed']);
    }
    await sql`update sessions set stepped_up_at = now() - interval '11 minutes' where user_id = ${owner.userId}`.execute(
      world.db.kysely,
    );
    expect(await codeOf(await make())).toEqual([403, 'step_up_needed']);
    await sql`update sessions set stepped_up_at = now() where user_id = ${owner.userId}`.execute(world.db.kysely);
  });

  it('is for something, and for a time that ends', async () => {
    const refused = [
      { rights: [] },
      { rights: ['members'] },
      { name: ' ' },
      { expires: { days: 9_999 } },
      { expires: { on: '2026-05-03' } },
      { expires: { on: '2028-05-05' } },
      { expires: { on: 'tomorrow' } },
      { madeBy: 'somebody else' },
    ];
    for (const more of refused) expect([more, (await make(more)).status]).toEqual([more, 422]);
    const today = await made({ expires: { on: '2026-05-04' } });
    expect(today.made.expiresAt).toBe('2026-05-05T00:00:00.000Z');
    const year = await made({ expires: { days: 365 }, rights: ['webhooks', 'read', 'read'] });
    expect(year.made).toMatchObject({ rights: ['read', 'webhooks'] });
  });

  it('lets a program do what it was made for, without a cookie and without evidence of a page', async () => {
    const { key } = await made();
    const answer = await post(key);
    expect([answer.status, await answer.json()]).toEqual([201, { number: posts, by: 'key' }]);
    expect((await ask(key, '/api/organisation')).status).toBe(200);
    const reading = await made({ rights: ['read'] });
    expect(await codeOf(await post(reading.key))).toEqual([403, 'not_allowed']);
  });

  it('notes the day of its last use, and no more', async () => {
    const { key, made: shown } = await made();
    await ask(key, '/api/organisation');
    expect((await listed()).find(({ id }) => id === shown.id)).toMatchObject({ lastUsedOn: '2026-05-04' });
  });

  it('opens nothing once it is revoked, expired, altered or made up', async () => {
    const { key, made: shown } = await made();
    const { key: short } = await made({ expires: { on: '2026-05-04' } });
    expect((await post(key)).status).toBe(201);
    const revoked = await office.ask(`/api/api-keys/${shown.id}`, { as: owner, method: 'DELETE' });
    expect(revoked.status).toBe(204);
    // Twice is once, and said once.
    await office.ask(`/api/api-keys/${shown.id}`, { as: owner, method: 'DELETE' });
    expect((await actsOf()).filter(({ action }) => action === 'people.api_key_revoked')).toHaveLength(1);
    const wrong = `${short.slice(0, -1)}${short.endsWith('A') ? 'B' : 'A'}`;
    const madeUp = writeKey(Buffer.alloc(32, 7).toString('base64url'));
    const answers = [];
    for (const one of [key, wrong, madeUp, 'coact_', `coact_scim_${'a'.repeat(43)}`]) answers.push(await post(one));
    world.clock.advance(86_400_000);
    answers.push(await post(short));
    world.clock.advance(-86_400_000);
    const told = await Promise.all(answers.map((answer) => answer.text()));
    // One answer for all: whoever tries learns nothing of which it was.
    expect(new Set(told).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
    expect(answers[0]?.headers.get('www-authenticate')).toContain('Bearer');
    expect(JSON.parse(told[0] ?? '')).toMatchObject({ code: 'bad_key' });
  });

  it('counts alone: a cookie beside it adds nothing, and can be of somebody else', async () => {
    const { key } = await made({ rights: ['read'] });
    const { cookie = '' } = owner.headers as { cookie?: string };
    const page = { cookie, origin: 'http://localhost:3000', 'x-coact': '1', 'sec-fetch-site': 'same-origin' };
    expect(await codeOf(await post(key, page))).toEqual([403, 'not_allowed']);
    expect(await codeOf(await post('coact_none', page))).toEqual([401, 'bad_key']);
    expect((await post('a-token-of-a-proxy-in-front', page)).status).toBe(201);
  });

  it('is of one organisation: another one is not there for it', async () => {
    const stranger = await office.found('Elsewhere');
    const { key, made: shown } = await made({}, stranger);
    const theirs = (await (await ask(key, '/api/organisation')).json()) as { id: string };
    expect(theirs.id).toBe(stranger.orgId);
    const asked = await ask(key, '/api/organisation', { headers: { 'x-coact-org': owner.orgId } });
    expect(asked.status).toBe(404);
    expect((await listed()).map(({ id }) => id)).not.toContain(shown.id);
    const gone = await office.ask(`/api/api-keys/${shown.id}`, { as: owner, method: 'DELETE' });
    expect(gone.status).toBe(404);
    expect((await post(key)).status).toBe(201);
  });

  it('never opens accounts, members, keys or settings', async () => {
    const { key, made: shown } = await made({ rights: ['read', 'publish', 'webhooks'] });
    const closed = [
      ['GET', '/api/members'],
      ['POST', '/api/members'],
      ['GET', '/api/api-keys'],
      ['POST', '/api/api-keys'],
      ['DELETE', `/api/api-keys/${shown.id}`],
      ['PATCH', '/api/organisation'],
      ['POST', '/api/organisation/scim'],
      ['GET', '/api/people'],
      ['GET', '/api/account'],
      ['POST', '/api/sign-out'],
    ] as const;
    for (const [method, path] of closed) {
      const answer = await ask(key, path, { method, ...(method === 'GET' ? {} : { body: {} }) });
      expect([path, ...(await codeOf(answer))]).toEqual([path, 403, 'not_for_keys']);
    }
  });

  it('is counted by itself, and told how much is left', async () => {
    const { key } = await made();
    const answer = await ask(key, '/api/organisation');
    const named = (name: string) => Number(answer.headers.get(`ratelimit-${name}`));
    // The limits of tests are a thousand times the usual ones; what is said is the usual one.
    expect([named('limit'), named('remaining')]).toEqual([300, 299_999]);
    expect(named('reset')).toBeGreaterThan(0);
    const other = await ask((await made()).key, '/api/organisation');
    expect(other.headers.get('ratelimit-remaining')).toBe('299999');
  });

  it('goes on when its maker leaves, and the owners are told', async () => {
    const admin = await office.signInAs(owner.orgId, 'admin', 'Ada Admin');
    const { key } = await made({ name: 'The intranet' }, admin);
    const left = await office.ask(`/api/members/${admin.personId}`, { as: owner, method: 'DELETE' });
    expect(left.status).toBe(204);
    expect((await post(key)).status).toBe(201);
    const notices = await (await office.ask('/api/notices', { as: owner })).text();
    expect(notices).toContain('Ada Admin has left, and API keys that they made go on working');
    expect(notices).toContain('“The intranet”');
  });

  it('is not made beyond fifty', async () => {
    const busy = await office.found('Busy');
    for (let count = 0; count < 50; count += 1) await made({}, busy);
    expect(await codeOf(await make({}, busy))).toEqual([409, 'too_many_keys']);
  });
});

describe('a call that is made once more', () => {
  const named = (key: string, name: string, text = 'Hello') =>
    ask(key, '/api/posts', { body: { text }, headers: { 'idempotency-key': name } });

  it('is answered as the first time, and not done again', async () => {
    const { key } = await made();
    const first = await named(key, 'a');
    const before = posts;
    const again = await named(key, 'a');
    expect([again.status, await again.text()]).toEqual([201, await first.text()]);
    expect([posts, again.headers.get('idempotency-replayed')]).toEqual([before, 'true']);
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    // Another key's names are its own, and so are other names of the same key.
    for (const answer of [await named((await made()).key, 'a'), await named(key, 'b')]) expect(answer.status).toBe(201);
    expect(posts).toBe(before + 2);
  });

  it('is refused where it asks for something else under the same name', async () => {
    const { key } = await made();
    await named(key, 'a');
    expect(await codeOf(await named(key, 'a', 'Something else'))).toEqual([422, 'idempotency_key_reused']);
    expect(await codeOf(await named(key, 'x'.repeat(256)))).toEqual([422, 'invalid']);
  });

  it('can be mended under the same name after it was refused, as a refusal did nothing', async () => {
    const { key } = await made();
    const refused = await ask(key, '/api/posts', { body: {}, headers: { 'idempotency-key': 'a' } });
    expect(refused.status).toBe(422);
    expect((await named(key, 'a')).status).toBe(201);
  });

  it('is remembered for 24 hours', async () => {
    const { key } = await made();
    await named(key, 'a');
    const before = posts;
    world.clock.advance(86_400_001);
    expect((await named(key, 'a')).status).toBe(201);
    expect(posts).toBe(before + 1);
    world.clock.advance(-86_400_001);
  });

  it('of which the first is not answered yet, or never will be, is not made: whoever asks is told to wait, or to look', async () => {
    const { key } = await made();
    await named(key, 'a');
    await sql`update repeated_calls set sealed = null`.execute(world.db.kysely);
    expect(await codeOf(await named(key, 'a'))).toEqual([409, 'still_running']);
    world.clock.advance(121_000);
    expect(await codeOf(await named(key, 'a'))).toEqual([409, 'outcome_unknown']);
    world.clock.advance(-121_000);
  });

  it('is done once where two arrive together', async () => {
    const { key } = await made();
    const before = posts;
    const both = await Promise.all([named(key, 'a'), named(key, 'a')]);
    expect(posts).toBe(before + 1);
    expect(both.some(({ status }) => status === 201)).toBe(true);
    expect(both.every(({ status }) => status === 201 || status === 409)).toBe(true);
  });
});
