import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { sql } from '../../../platform/db/index.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await openAppWorld(null, { limitFactor: 1_000 });
});
afterAll(() => world[Symbol.asyncDispose]());

const hour = 3_600_000;
const day = 24 * hour;
const later = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString();
const dayOf = (iso: string) => iso.slice(0, 10);
const act = (id: string, name: string, body?: unknown) => world.ask('POST', `/api/requests/${id}/${name}`, body);
const read = async (id: string) => (await world.ask('GET', `/api/requests/${id}`)).json;
const create = async (more: Json = {}) =>
  String((await world.ask('POST', '/api/requests', { ...draft, ...more })).json.id);
const inChannel = (title: string) =>
  world.slack.team('T1').messages.filter(({ channel, text }) => channel === 'C1' && text.startsWith(title));

async function scheduled(at: string, more: Json = {}): Promise<string> {
  const id = await create(more);
  expect((await act(id, 'send', { at })).status).toBe(200);
  return id;
}

interface Entry {
  readonly id: string;
  readonly state: string;
  readonly at: string | null;
  readonly movable: boolean;
}
async function calendar(from: string, to: string): Promise<readonly Entry[]> {
  const { status, json } = await world.ask('GET', `/api/share/calendar?from=${from}&to=${to}`);
  expect([status, json.more]).toEqual([200, false]);
  return json.entries as Entry[];
}

describe('moving', () => {
  it('plans it for another time: it goes out then, once, and not at the time before', async () => {
    const id = await scheduled(later(2 * hour), { title: 'Moved away' });
    const { revision } = await read(id);
    const at = later(5 * hour);
    expect(await act(id, 'move', { at, revision })).toMatchObject({
      status: 200,
      json: { state: 'scheduled', sendAt: at },
    });
    world.clock.advance(6 * hour);
    for (let turn = 0; turn < 2; turn += 1) await world.app.jobs.runDue({ future: true });
    expect(inChannel('Moved away')).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: 'open' });
  });

  it('leaves nothing to do at the time before', async () => {
    const id = await scheduled(later(2 * hour), { title: 'Not yet' });
    await act(id, 'move', { at: later(50 * hour) });
    world.clock.advance(3 * hour);
    await world.app.jobs.runDue({ future: true });
    expect(inChannel('Not yet')).toEqual([]);
    expect(await read(id)).toMatchObject({ state: 'scheduled', delivery: { state: 'queued' } });
  });

  it('there and back again, as undoing does, sends it once at its first time', async () => {
    const at = later(hour);
    const id = await scheduled(at, { title: 'Back again' });
    for (const to of [later(3 * hour), at]) expect((await act(id, 'move', { at: to })).status).toBe(200);
    world.clock.advance(2 * hour);
    for (let turn = 0; turn < 3; turn += 1) await world.app.jobs.runDue({ future: true });
    expect(inChannel('Back again')).toHaveLength(1);
  });

  it('is refused where somebody has moved or changed it meanwhile', async () => {
    const id = await scheduled(later(day));
    const { revision } = await read(id);
    expect((await act(id, 'move', { at: later(2 * day), revision })).status).toBe(200);
    const second = await act(id, 'move', { at: later(3 * day), revision });
    expect(second).toMatchObject({ status: 409, json: { code: 'changed_meanwhile' } });
    const { revision: now } = await read(id);
    await world.ask('PATCH', `/api/requests/${id}`, { title: 'Another' });
    expect(await act(id, 'move', { at: later(3 * day), revision: now })).toMatchObject({ status: 409 });
  });

  it('keeps to the rules of sending at that time', async () => {
    const id = await scheduled(later(day), { endsAt: later(3 * day) });
    for (const [at, field] of [
      [later(-hour), 'at'],
      [later(4 * day), 'endsAt'],
      [later(500 * day), 'at'],
    ] as const) {
      const refused = await act(id, 'move', { at });
      expect([refused.status, Object.keys(refused.json.fields as object)]).toEqual([
        422,
        expect.arrayContaining([field]),
      ]);
    }
    for (const state of ['draft', 'open'] as const) {
      const other = state === 'draft' ? await create() : await world.sendRequest();
      expect(await act(other, 'move', { at: later(day) })).toMatchObject({
        status: 409,
        json: { code: 'wrong_state' },
      });
    }
    await sql`update coact.share_requests set delivery = 'sending' where id = ${id}`.execute(world.db.kysely);
    const sending = await act(id, 'move', { at: later(2 * day) });
    expect(sending.json.detail).toBe('This request is being sent just now.');
  });

  it('takes no approval back', async () => {
    const id = await scheduled(later(day));
    await world.ask('PUT', '/api/share/settings', { approvals: 'required' });
    expect((await act(id, 'move', { at: later(2 * day) })).status).toBe(200);
    expect((await world.ask('GET', `/api/requests/${id}/review`)).json).toMatchObject({ approved: true });
    await world.ask('PUT', '/api/share/settings', { approvals: 'off' });
  });
});

describe('a recall that is undone', () => {
  it('plans it as before', async () => {
    const at = later(6 * hour);
    const id = await scheduled(at, { title: 'Recalled by mistake' });
    await act(id, 'recall');
    expect((await act(id, 'restore')).json).toMatchObject({ state: 'scheduled', sendAt: at, endedAt: null });
    world.clock.advance(7 * hour);
    for (let turn = 0; turn < 3; turn += 1) await world.app.jobs.runDue({ future: true });
    expect(inChannel('Recalled by mistake')).toHaveLength(1);
  });

  it('is refused once an hour is over, its time has passed, or where it had gone out', async () => {
    const [slow, past, open] = [
      await scheduled(later(day)),
      await scheduled(later(hour / 2)),
      await world.sendRequest(),
    ];
    await act(open, 'recall');
    expect(await act(open, 'restore')).toMatchObject({ status: 409, json: { code: 'wrong_state' } });
    for (const id of [slow, past]) await act(id, 'recall');
    world.clock.advance(0.75 * hour);
    expect(await act(past, 'restore')).toMatchObject({ status: 422 });
    world.clock.advance(hour);
    expect(await act(slow, 'restore')).toMatchObject({ status: 409, json: { code: 'wrong_state' } });
    expect(await act(await create(), 'restore')).toMatchObject({ status: 409 });
  });
});

describe('the calendar', () => {
  it('has what is planned, in review with a time, open and past; nothing recalled and no drafts', async () => {
    const open = await world.sendRequest({ endsAt: later(4 * day) });
    const [planned, recalled] = [await scheduled(later(2 * day)), await scheduled(later(2 * day))];
    await act(recalled, 'recall');
    const idle = await create();
    const entries = await calendar(dayOf(later(0)), dayOf(later(7 * day)));
    const found = new Map(entries.map((entry) => [entry.id, entry]));
    expect(found.get(planned)).toMatchObject({ state: 'scheduled', movable: true });
    expect(found.get(open)).toMatchObject({ state: 'open', movable: false });
    expect([found.has(recalled), found.has(idle)]).toEqual([false, false]);
    const times = entries.map(({ at }) => at ?? '');
    expect(times).toEqual(times.toSorted());
    expect((await calendar(dayOf(later(4 * day)), dayOf(later(4 * day)))).map(({ id }) => id)).toContain(open);
  });

  it('goes by the days of the organisation', async () => {
    const midnight = `${dayOf(later(40 * day))}T23:59:00+00:00`;
    await world.ask('PATCH', '/api/organisation', { timeZone: 'Asia/Tokyo' });
    const id = await scheduled(midnight);
    const [own, next] = [dayOf(later(40 * day)), dayOf(later(41 * day))];
    expect((await calendar(own, own)).map((entry) => entry.id)).not.toContain(id);
    expect((await calendar(next, next)).map((entry) => entry.id)).toContain(id);
    await world.ask('PATCH', '/api/organisation', { timeZone: 'Europe/Lisbon' });
  });

  it.each([
    ['2026-05-02', '2026-05-01'],
    ['2026-01-01', '2026-06-01'],
    ['yesterday', 'today'],
  ])('refuses %s to %s', async (from, to) => {
    expect((await world.ask('GET', `/api/share/calendar?from=${from}&to=${to}`)).status).toBe(422);
  });
});

describe('good times', () => {
  const times = async (query = '') =>
    (await world.ask('GET', `/api/share/good-times${query}`)).json.times as { at: string; why: string }[];

  it('keep away from what is planned, but not from itself', async () => {
    const [first] = await times();
    const id = await scheduled(first?.at ?? '');
    const now = await times();
    expect(Math.abs(Date.parse(now[0]?.at ?? '') - Date.parse(first?.at ?? ''))).toBeGreaterThanOrEqual(2 * hour);
    expect(await times(`?request=${id}`)).toEqual(expect.arrayContaining([first]));
  });

  it('go by the hours of clicks where there are enough', async () => {
    // What earlier tests have planned lies in the way at some times of day.
    await sql`update coact.share_requests set state = 'draft', send_at = null where state = 'scheduled'`.execute(
      world.db.kysely,
    );
    await world.sendRequest();
    await sql`insert into coact.click_counts (org_id, link_id, hour_at, total, unique_total, robots)
      select org_id, id, date_trunc('day', ${world.clock.now()}::timestamptz) - interval '3 days' + interval '15 hours', 500, 1, 0
      from coact.short_links limit 1`.execute(world.db.kysely);
    const hours = (await times()).map(({ at }) =>
      new Date(at).toLocaleString('en-GB', { timeZone: 'Europe/Lisbon', hour: '2-digit' }),
    );
    expect(hours.filter((one) => one === '15' || one === '16').length).toBeGreaterThan(1);
  });
});
