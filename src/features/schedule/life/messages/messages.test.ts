import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../../test/support/read-answer.ts';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { newId } from '../../../../platform/clock/index.ts';
import { sql } from '../../../../platform/db/index.ts';
import { openPlanSite, type PlanSite, type PlanWorld } from '../../plan/plan-world.fixture.ts';
import { deleteMessagesBefore } from './store.ts';

let site: PlanSite;
let at: PlanWorld;
let ana: Browser;
let ben: Browser;
let hill: string;

beforeAll(async () => {
  site = await openPlanSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** Ana works at the harbour, Ben at the hill; both know the bar at the harbour. */
beforeEach(async () => {
  at = await site.found();
  [ana, ben] = [await at.signIn('Ana'), await at.signIn('Ben')];
  hill = (await ask('POST', '/api/locations', { name: 'Hill', timeZone: 'Europe/Lisbon' })).json.id;
  await patch(ana, { locations: [at.location] });
  await patch(ben, { locations: [hill] });
});

const patch = (who: Browser, body: object) => ask('PATCH', `/api/members/${who.personId}`, body);
async function ask(method: string, path: string, body?: unknown, as = at.owner) {
  return readAnswer(await site.office.ask(path, { as, method, body }));
}
const send = (to: object, text = 'Bring the keys', as?: Browser) =>
  ask('POST', '/api/schedule/messages', { to, text }, as);
const preview = (query: string, as?: Browser) => ask('GET', `/api/schedule/messages/audience?${query}`, undefined, as);
const inbox = async (as: Browser) => (await ask('GET', '/api/notices', undefined, as)).json.notices;
async function harbourScheduler(): Promise<Browser> {
  const sam = await at.signIn('Sam', [], 'scheduler');
  await patch(sam, { reach: { departments: [], locations: [at.location] } });
  return sam;
}

describe('a message', () => {
  it('to one person is told to them, kept sealed, and known to be opened once they open it', async () => {
    const { status, json: sent } = await send({ kind: 'person', id: ana.personId });
    expect([status, sent]).toMatchObject([201, { to: { name: 'Ana' }, text: 'Bring the keys', people: 1, opened: 0 }]);
    const [told] = await inbox(ana);
    expect(told).toMatchObject({ event: 'message', lines: ['Bring the keys'] });
    expect(told.subject).toMatch(/ writes to you$/);
    expect(await inbox(ben)).toEqual([]);
    const rows = await at.in((tx) => sql`select encode(text_sealed, 'escape') as kept from messages`.execute(tx.on()));
    expect(JSON.stringify(rows.rows)).not.toContain('keys');
    await ask('POST', `/api/notices/${told.id}/read`, undefined, ana);
    const detail = await ask('GET', `/api/schedule/messages/${sent.id}`);
    expect(detail.json).toMatchObject({ opened: 1, recipients: [{ name: 'Ana', openedAt: expect.any(String) }] });
    expect((await ask('GET', '/api/schedule/messages')).json.messages).toMatchObject([{ id: sent.id, opened: 1 }]);
  });

  it('is its sender’s alone, and recorded without its words', async () => {
    const { json } = await send({ kind: 'person', id: ana.personId });
    const sam = await at.signIn('Sam', [], 'scheduler');
    expect((await ask('GET', `/api/schedule/messages/${json.id}`, undefined, sam)).status).toBe(404);
    expect((await ask('GET', '/api/schedule/messages', undefined, sam)).json.messages).toEqual([]);
    expect((await ask('GET', '/api/schedule/messages', undefined, ana)).status).toBe(403);
    const entries = await at.in((tx) => site.office.audit.read(tx));
    const entry = entries.map((one) => one.entry).find(({ action }) => action === 'schedule.message_sent');
    expect(entry).toMatchObject({ detail: { to: 'person', of: ana.personId, people: 1 } });
    expect(JSON.stringify(entry)).not.toContain('keys');
  });

  it('to a role goes to all who know it, within the sender’s reach', async () => {
    expect((await preview(`kind=role&id=${at.roles.bar}`)).json).toMatchObject({ people: 2, beyond: 0 });
    const sam = await harbourScheduler();
    const seen = await preview(`kind=role&id=${at.roles.bar}`, sam);
    expect(seen.json).toEqual({ words: 'everybody who knows Bar', people: 1, names: ['Ana'], beyond: 1 });
    expect((await send({ kind: 'role', id: at.roles.bar }, 'Stocktaking', sam)).json.people).toBe(1);
    expect(await inbox(ana)).toMatchObject([{ subject: 'Sam writes to everybody who knows Bar' }]);
    expect(await inbox(ben)).toEqual([]);
  });

  it('reaches nobody beyond the sender’s reach, nor those who have left, nor the sender', async () => {
    const sam = await harbourScheduler();
    const elsewhere = await at.role('Kitchen', hill);
    for (const to of [
      { kind: 'person', id: ben.personId },
      { kind: 'role', id: elsewhere },
      { kind: 'shift', id: hill, day: '2026-05-18' },
      { kind: 'person', id: newId(site.world.clock) },
    ]) {
      const refused = await send(to, 'Hello', sam);
      expect([to, refused.status, Object.keys(refused.json.fields)]).toEqual([to, 422, ['to']]);
    }
    expect((await send({ kind: 'person', id: at.owner.personId })).json.code).toBe('nobody');
    await patch(ana, { state: 'deactivated' });
    expect((await preview(`kind=role&id=${at.roles.bar}`)).json).toMatchObject({ names: ['Ben'], beyond: 0 });
    expect(await inbox(ben)).toEqual([]);
  });

  it('to a location goes to who is on shift there on the day, as far as it is published', async () => {
    await at.series(at.roles.bar);
    const { id: period } = await at.open();
    await at.assign((await at.shift(at.roles.bar, '2026-05-18')).id, ana.personId);
    await at.assign((await at.shift(at.roles.bar, '2026-05-19')).id, ben.personId);
    const monday = `kind=shift&id=${at.location}&day=2026-05-18`;
    expect((await preview(monday)).json.people).toBe(0);
    await at.ask('POST', `periods/${period}/publish`, {});
    expect((await preview(monday)).json).toMatchObject({
      ...{ people: 1, names: ['Ana'] },
      words: 'everybody on shift at Harbour on Mon 18 May 2026',
    });
    expect((await preview(`kind=shift&id=${hill}&day=2026-05-18`)).json.people).toBe(0);
    await send({ kind: 'shift', id: at.location, day: '2026-05-18' });
    expect((await inbox(ana)).map(({ event }: { event: string }) => event)).toContain('message');
    expect((await inbox(ben)).map(({ event }: { event: string }) => event)).not.toContain('message');
  });

  it('has words, not too many, for somebody, and not more often than thirty times an hour', async () => {
    const to = { kind: 'person', id: ana.personId };
    for (const text of ['', '  ', 'x'.repeat(2_001)]) expect((await send(to, text)).status).toBe(422);
    expect((await send({ kind: 'shift', id: at.location })).status).toBe(422);
    expect((await send({ ...to, day: '2026-05-18' })).status).toBe(422);
    for (let count = 0; count < 30; count += 1) expect((await send(to, `Number ${count}`)).status).toBe(201);
    const refused = await send(to);
    expect([refused.status, refused.json.code]).toEqual([429, 'too_many_messages']);
    site.world.clock.advance(3_600_000);
    expect((await send(to)).status).toBe(201);
  });

  it('is forgotten with its recipients when it is old', async () => {
    await send({ kind: 'person', id: ana.personId });
    await at.in((tx) => deleteMessagesBefore(tx, new Date(site.world.clock.now().getTime() + 1)));
    const left = await at.in((tx) => sql`select 1 from message_recipients`.execute(tx.on()));
    expect(left.rows).toEqual([]);
    expect((await ask('GET', '/api/schedule/messages')).json.messages).toEqual([]);
  });
});
