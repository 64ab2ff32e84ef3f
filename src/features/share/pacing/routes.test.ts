import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { sql } from '../../../platform/db/index.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await openAppWorld(null, { limitFactor: 1_000 });
});
afterAll(() => world[Symbol.asyncDispose]());

const off = { quietHours: null, quietDays: [], perDay: null, perWeek: null };
const hour = 3_600_000;
const later = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString();
/** A time of day in Lisbon, so many hours from now. */
const clockAt = (hours: number) =>
  new Date(later(hours * hour)).toLocaleTimeString('en-GB', { timeZone: 'Europe/Lisbon', timeStyle: 'short' });
const setPace = (pace: Json) => world.ask('PUT', '/api/share/pace', { ...off, ...pace });
const quietNow = () => setPace({ quietHours: { from: clockAt(-1), until: clockAt(3) } });
const act = (id: string, name: string, body: unknown = {}) => world.ask('POST', `/api/requests/${id}/${name}`, body);
const read = async (id: string) => (await world.ask('GET', `/api/requests/${id}`)).json;
const create = async (more: Json = {}) =>
  String((await world.ask('POST', '/api/requests', { ...draft, ...more })).json.id);
const stands = (title: string) => world.slack.team('T1').messages.some(({ text }) => text.startsWith(title));
const recorded = async (action: string) => {
  const { rows } = await sql<{ detail: Json }>`
    select detail from coact.audit_entries where action = ${action} order by seq desc limit 1`.execute(world.db.kysely);
  return rows[0]?.detail;
};
afterEach(async () => {
  await setPace({});
  await world.work();
  await world.work();
});

describe('the setting', () => {
  it('is off until somebody chooses it, is kept as it was chosen, and recorded', async () => {
    expect((await world.ask('GET', '/api/share/pace')).json).toEqual(off);
    const wanted = { quietHours: { from: '22:00', until: '07:00' }, quietDays: [7, 6, 6], perDay: 2, perWeek: 5 };
    const kept = { ...wanted, quietDays: [6, 7] };
    expect(await setPace(wanted)).toMatchObject({ status: 200, json: kept });
    expect((await world.ask('GET', '/api/share/pace')).json).toEqual(kept);
    expect(await recorded('share.pace_set')).toEqual({ fields: 'quietHours,quietDays,perDay,perWeek' });
  });

  it.each<[string, Json, string]>([
    ['a cap of nothing', { perDay: 0 }, 'A cap is at least 1. Leave it empty for none.'],
    ['a cap below nothing', { perWeek: -3 }, 'A cap is at least 1. Leave it empty for none.'],
    ['half a request', { perDay: 1.5 }, 'A cap is a whole number.'],
    [
      'hours that begin as they end',
      { quietHours: { from: '08:00', until: '08:00' } },
      'The quiet hours begin and end at the same time. Choose two different times, or switch them off.',
    ],
    ['a time that is none', { quietHours: { from: '24:00', until: '08:00' } }, 'Write a time of day, such as 22:00.'],
    [
      'seven quiet days',
      { quietDays: [1, 2, 3, 4, 5, 6, 7] },
      'With all seven days quiet nothing could ever be sent. Leave at least one day.',
    ],
  ])('refuses %s, in words', async (_name, pace, sentence) => {
    const { status, json } = await setPace(pace);
    expect([status, Object.values(json.fields as object)]).toEqual([422, [sentence]]);
    expect((await world.ask('GET', '/api/share/pace')).json).toEqual(off);
  });
});

describe('a request that falls into quiet time', () => {
  it('says that it waits, why and until when, wherever it is looked at', async () => {
    await quietNow();
    const id = await create({ title: 'Held' });
    const { waiting } = (await act(id, 'send')).json as { waiting: Json };
    expect(waiting).toMatchObject({
      ...{ reason: 'quiet_hours', endsFirst: false, due: true },
      channels: [{ id: 'C1', place: 1, reason: 'quiet_hours' }],
    });
    expect(Date.parse(String(waiting.until)) - world.clock.now().getTime()).toBeGreaterThan(2.9 * hour);
    await world.work();
    expect(stands('Held')).toBe(false);
    expect(await read(id)).toMatchObject({ state: 'scheduled', waiting, delivery: { problem: null } });
    const rows = (await world.ask('GET', '/api/requests')).json.requests as Json[];
    expect(rows.find((row) => row.id === id)).toMatchObject({ waiting: { until: waiting.until } });
    const queue = (await world.ask('GET', '/api/share/pace/queue')).json.requests as Json[];
    expect(queue).toMatchObject([{ id, title: 'Held', waiting: { due: true } }]);
    const [from, to] = [-24, 24].map((hours) => later(hours * hour).slice(0, 10));
    const { entries } = (await world.ask('GET', `/api/share/calendar?from=${from}&to=${to}`)).json as {
      entries: Json[];
    };
    expect(entries.find((entry) => entry.id === id)).toMatchObject({ waiting: { reason: 'quiet_hours' } });
    world.clock.advance(3 * hour);
    await world.app.jobs.runDue({ future: true });
    expect(stands('Held')).toBe(true);
    expect(await read(id)).toMatchObject({ state: 'open', waiting: null });
  });

  it('is told before it is sent, with what it ends before, and for a request that has its place', async () => {
    await quietNow();
    const estimate = async (body: Json) =>
      (await world.ask('POST', '/api/share/pace/estimate', { channelIds: ['C1'], ...body })).json.waiting;
    expect(await estimate({})).toMatchObject({ reason: 'quiet_hours', endsFirst: false, channels: [{ place: 1 }] });
    expect(await estimate({ endsAt: later(2 * hour) })).toMatchObject({ endsFirst: true });
    expect(await estimate({ at: later(4 * hour) })).toBeNull();
    const id = await create();
    await act(id, 'send');
    expect(await estimate({})).toMatchObject({ channels: [{ place: 2 }] });
    expect(await estimate({ requestId: id })).toMatchObject({ channels: [{ place: 1 }] });
  });

  it('goes out at once where it is sent anyway, which is recorded, and stands in its copy no more', async () => {
    await quietNow();
    const id = await create({ title: 'Urgent' });
    expect((await act(id, 'send', { sendAnyway: true })).json).toMatchObject({ waiting: null, sendAnyway: true });
    expect(await recorded('share.request_sent')).toEqual({ planned: false, anyway: true });
    await world.work();
    expect(stands('Urgent')).toBe(true);
    const copy = (await act(id, 'duplicate')).json;
    expect(copy).toMatchObject({ sendAnyway: false });
    expect((await act(String(copy.id), 'send')).json).toMatchObject({ sendAnyway: false, waiting: { due: true } });
    expect(await recorded('share.request_sent')).toEqual({ planned: false });
  });

  it('can be moved out of it, or kept at its time anyway', async () => {
    await quietNow();
    const id = await create();
    expect((await act(id, 'send', { at: later(hour) })).json).toMatchObject({ waiting: { due: false } });
    expect((await act(id, 'move', { at: later(5 * hour) })).json).toMatchObject({ waiting: null });
    expect((await act(id, 'move', { at: later(2 * hour) })).json).toMatchObject({ waiting: { due: false } });
    const kept = await act(id, 'move', { at: later(2 * hour), sendAnyway: true });
    expect(kept.json).toMatchObject({ waiting: null, sendAnyway: true });
    expect(await recorded('share.request_moved')).toEqual({ anyway: true });
  });

  it('comes back to its place when its recall is undone', async () => {
    await quietNow();
    const id = await create({ title: 'Back' });
    await act(id, 'send');
    await world.work();
    world.clock.advance(600_000);
    await act(id, 'recall');
    expect(await act(id, 'restore')).toMatchObject({
      status: 200,
      json: { state: 'scheduled', waiting: { due: true } },
    });
  });
});

describe('a full channel', () => {
  it('holds whatever comes next, keeps its place through an edit, and lets it go where another channel has room', async () => {
    world.slack.addChannel('T1', 'C2', 'sales');
    await world.sendRequest({ title: 'Seen today' });
    await setPace({ perDay: 1 });
    const [first, second] = [await create({ title: 'First in line' }), await create({ title: 'Second in line' })];
    for (const id of [first, second]) {
      world.clock.advance(1);
      expect((await act(id, 'send')).status).toBe(200);
    }
    await world.work();
    expect(await read(first)).toMatchObject({ waiting: { reason: 'day_full', channels: [{ place: 1 }] } });
    await world.ask('PATCH', `/api/requests/${first}`, { title: 'Edited in line' });
    world.clock.advance(1_000);
    await act(first, 'send');
    await world.work();
    expect(await read(first)).toMatchObject({ waiting: { channels: [{ place: 1 }] } });
    expect(await read(second)).toMatchObject({ waiting: { channels: [{ place: 2 }] } });
    expect((await world.ask('PATCH', `/api/requests/${second}`, { channelId: 'C2' })).status).toBe(200);
    await world.work();
    expect(await read(second)).toMatchObject({ state: 'open', waiting: null });
    expect(stands('Edited in line')).toBe(false);
  });
});

it('good times keep out of quiet time', async () => {
  const times = async () => (await world.ask('GET', '/api/share/good-times')).json.times as { at: string }[];
  expect((await times()).length).toBeGreaterThan(0);
  await setPace({ quietDays: [1, 2, 3, 4, 5] });
  expect(await times()).toEqual([]);
});
