import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlanSite, type PlanSite, type PlanWorld } from '../plan/plan-world.fixture.ts';
import { forecastShape, headcountShape } from './shapes.ts';

let site: PlanSite;
let at: PlanWorld;
const days = '?from=2026-05-18&to=2026-05-19';
const path = (rest = '') => `forecast/${at.roles.bar}${rest}`;
const propose = async (asked = days) => headcountShape.parse((await at.ask('GET', path(`/headcount${asked}`))).json);
const expectPeople = async (day: string, byHalf: Readonly<Record<number, number>>) => {
  const { revision } = forecastShape.parse((await at.ask('GET', path(days))).json);
  const changes = Object.entries(byHalf).map(([half, amount]) => ({ day, half: Number(half), amount }));
  expect((await at.ask('PUT', path(), { revision, changes })).status).toBe(200);
};

beforeAll(async () => {
  site = await openPlanSite();
  at = await site.found();
  await at.series(at.roles.bar, { start: '2026-05-18T09:00', minutes: 8 * 60 });
  await at.series(at.roles.bar, { start: '2026-05-18T12:00', minutes: 3 * 60 });
  await at.series(at.roles.bar, { start: '2026-05-17T22:00', minutes: 6 * 60 });
  await at.open();
});
afterAll(() => site[Symbol.asyncDispose]());

describe('the headcount that a forecast asks for', () => {
  it('is the least that covers it, with words, and tells what no shift covers', async () => {
    // 04:00 after the night's shift, 08:30 before the day's, 12:30, 16:30, 23:00 and 01:00 of the night after.
    await expectPeople('2026-05-18', { 3: 2, 8: 1, 17: 2, 25: 5, 33: 2, 46: 2 });
    await expectPeople('2026-05-19', { 2: 3 });
    const { shifts, gaps } = await propose('?from=2026-05-18&to=2026-05-18');
    expect(shifts.map(({ localStart, now, proposed, words }) => [localStart, now, proposed, words])).toEqual([
      ['2026-05-18T09:00', 1, 2, 'At its busiest, at 12:30, 5 people are needed.'],
      ['2026-05-18T12:00', 1, 3, 'At its busiest, at 12:30, 5 people are needed.'],
      // What it is for on the day after counts as well.
      ['2026-05-18T22:00', 1, 3, 'At its busiest, at 01:00, 3 people are needed.'],
    ]);
    expect(gaps.map(({ day, from, to, short }) => [day, from, to, short])).toEqual([
      ['2026-05-18', '01:30', '02:00', 2],
      ['2026-05-18', '04:00', '04:30', 1],
      ['2026-05-18', '08:30', '09:00', 2],
    ]);
    expect(gaps[1]?.words).toBe(
      'Mon 18 May 2026, 04:00–04:30: 1 person more is needed, and there is no shift for them.',
    );
    const [untouched] = (await propose('?from=2026-05-20&to=2026-05-20')).shifts;
    expect([untouched?.proposed, untouched?.words]).toEqual([1, 'There is no forecast for its time.']);
  });

  it('is taken as if shifts were changed by hand, all of them or none, and takes nobody off', async () => {
    const people = [await at.person('Ana'), await at.person('Ben')];
    const [day, noon, night] = (await propose()).shifts;
    if (day === undefined || noon === undefined || night === undefined) throw new Error('no shifts');
    const take = (shifts: readonly object[]) => at.ask('POST', path('/headcount'), { shifts });
    const taken = await take([day, noon].map(({ shiftId, now, proposed }) => ({ shiftId, now, headcount: proposed })));
    expect([taken.status, taken.json]).toEqual([200, { changed: 2, findings: [] }]);
    const needs = async (id: string) => (await at.plan()).shifts.find((shift) => shift.id === id)?.needs;
    expect([await needs(day.shiftId), await needs(noon.shiftId), await needs(night.shiftId)]).toEqual([2, 3, 1]);
    for (const person of people) expect((await at.assign(day.shiftId, person)).status).toBe(201);
    await expectPeople('2026-05-18', { 25: 1, 33: 0 });
    const [held] = (await propose()).shifts;
    expect([held?.proposed, held?.words]).toEqual([
      2,
      'At its busiest, at 12:30, 1 person is needed. 2 people have it already.',
    ]);
    const both = [
      { shiftId: noon.shiftId, now: 3, headcount: 0 },
      { shiftId: day.shiftId, now: 2, headcount: 1 },
    ];
    const refused = await take(both);
    expect([refused.status, refused.json.code, refused.json.detail]).toEqual([
      ...[422, 'not_possible'],
      'The shift on Mon 18 May 2026 at 09:00: 2 people have it already. Take somebody off first, or leave it at 2.',
    ]);
    const late = await take([{ shiftId: noon.shiftId, now: 1, headcount: 2 }]);
    expect([late.status, late.json.code]).toEqual([409, 'changed_meanwhile']);
    expect(await needs(noon.shiftId)).toBe(3);
    const door = await at.ask('POST', `forecast/${at.roles.door}/headcount`, { shifts: both });
    expect([door.status, door.json.code]).toEqual([409, 'changed_meanwhile']);
    const acts = await at.in(async (tx) => (await site.office.audit.read(tx)).map(({ entry }) => entry.action));
    expect(acts.filter((act) => act === 'schedule.shift_changed')).toHaveLength(2);
  });

  it('leaves shifts alone that have begun', async () => {
    site.world.clock.advance(14 * 86_400_000 + 8 * 3_600_000);
    const [begun] = (await propose()).shifts;
    expect([begun?.words, begun?.proposed]).toEqual(['It has begun.', begun?.now]);
    const body = { shifts: [{ shiftId: begun?.shiftId, now: begun?.now, headcount: 9 }] };
    const refused = await at.ask('POST', path('/headcount'), body);
    expect([refused.status, refused.json.detail]).toEqual([422, expect.stringContaining('has begun')]);
  });
});
