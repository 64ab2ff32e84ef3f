import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { readCsv } from '../../../../platform/csv/index.ts';
import { type ClockWorld, instantOf, openClockWorld } from '../clock-world.fixture.ts';
import { workedBetween } from '../worked.ts';

let world: ClockWorld;
let scheduler: Browser;
let ana: Browser;
let ben: Browser;
beforeAll(async () => {
  world = await openClockWorld();
  scheduler = await world.hired('Sina', [], 'scheduler');
  ana = await world.hired('Ana', ['2026-05-18', '2026-05-19']);
  ben = await world.hired('=Ben', ['2026-05-18']);
  await world.presses(ana, 'in', '2026-05-18T09:00');
  await world.presses(ben, 'in', '2026-05-18T09:00');
  await world.presses(ana, 'break', '2026-05-18T12:00');
  await world.presses(ana, 'back', '2026-05-18T12:30');
  await world.presses(ana, 'out', '2026-05-18T18:00');
  await world.presses(ben, 'out');
  await world.presses(ana, 'in', '2026-05-23T10:00', { roleId: world.roles.bar });
  await world.presses(ana, 'out', '2026-05-23T12:00');
});
afterAll(() => world[Symbol.asyncDispose]());

const list = (query = '', as = scheduler) => world.did('GET', `clock/sheets?from=2026-05-20${query}`, undefined, as);
const sheetOf = (who: Browser, as = scheduler) =>
  world.did('GET', `clock/sheets/${who.personId}?from=2026-05-20`, undefined, as);
const approves = (who: Browser, worked: number, as = scheduler) =>
  world.ask('POST', `clock/sheets/${who.personId}/approve`, { firstDay: '2026-05-18', worked }, as);
const corrects = (who: Browser, as: Browser, minutes = 30) => {
  const endsAt = new Date(Date.parse(instantOf('2026-05-20T09:00')) + minutes * 60_000).toISOString();
  const work = { startsAt: instantOf('2026-05-20T09:00'), endsAt };
  return world.ask('POST', 'clock/corrections', { personId: who.personId, work, reason: 'Delivery' }, as);
};

describe('a timesheet', () => {
  it('holds what was planned and worked, breaks, the difference, and what nobody planned', async () => {
    const { period, person, planned, entries } = await world.did(
      'GET',
      'clock/sheets/me?from=2026-05-31',
      undefined,
      ana,
    );
    expect(period).toEqual({ firstDay: '2026-05-18', lastDay: '2026-05-31', days: 14, isOver: false });
    expect(person).toMatchObject({
      ...{ planned: 900, worked: 510 + 120, breaks: 30, difference: -270, unplanned: 120, overtime: 0 },
      ...{ entries: 2, state: 'open', asked: 0, runningSince: null },
    });
    expect(planned.map(({ day, workMinutes }) => [day, workMinutes])).toEqual([
      ['2026-05-18', 450],
      ['2026-05-19', 450],
    ]);
    expect(entries.map(({ day, shiftId }) => [day, shiftId === null])).toEqual([
      ['2026-05-18', false],
      ['2026-05-23', true],
    ]);
    expect((await world.did('GET', 'clock/sheets/me?from=2026-06-01', undefined, ana)).person).toMatchObject({
      worked: 0,
    });
  });

  it('is its person’s and the scheduler’s to see, within reach', async () => {
    expect((await sheetOf(ana)).person.name).toBe('Ana');
    expect((await world.ask('GET', `clock/sheets/${ana.personId}`, undefined, ben)).status).toBe(404);
    expect((await world.ask('GET', 'clock/sheets', undefined, ben)).status).toBe(403);
    const elsewhere = await world.hired('Jon', [], 'scheduler');
    const body = { reach: { locations: [world.location] } };
    await world.site.office.ask(`/api/members/${elsewhere.personId}`, { as: world.owner, method: 'PATCH', body });
    expect((await list('', elsewhere)).people).toEqual([]);
    expect((await world.ask('GET', `clock/sheets/${ana.personId}`, undefined, elsewhere)).status).toBe(404);
    const entry = (await sheetOf(ana)).entries[0]?.id;
    expect((await world.ask('GET', `clock/entries/${entry}/history`, undefined, elsewhere)).status).toBe(404);
  });

  it('stands in the list with sums, by place and role', async () => {
    const { people, totals } = await list();
    expect(people.map(({ name, worked }) => [name, worked])).toEqual([
      ['=Ben', 540],
      ['Ana', 630],
    ]);
    expect(totals).toMatchObject({ planned: 1_350, worked: 1_170, difference: -180 });
    expect((await list(`&role=${world.roles.bar}&location=${world.location}`)).totals.worked).toBe(1_170);
    expect((await list(`&role=${world.roles.door}`)).people).toEqual([]);
  });

  it('leaves as a file that no spreadsheet takes for formulas', async () => {
    const file = await world.site.office.ask('/api/schedule/clock/sheets.csv?from=2026-05-20', { as: scheduler });
    expect(file.headers.get('content-disposition')).toContain('coact-timesheets-2026-05-18.csv');
    const text = await file.text();
    expect(text).toContain(`"'=Ben"`);
    const read = readCsv(text);
    if (!read.ok) throw new Error(read.why);
    expect(read.rows.map(({ cells }) => [cells[0], ...cells.slice(3, 5), ...cells.slice(8)])).toEqual([
      ['=Ben', '2026-05-18 09:00', '2026-05-18 18:00', '0', '540', '0', 'yes', 'open'],
      ['Ana', '2026-05-18 09:00', '2026-05-18 18:00', '30', '510', '0', 'yes', 'open'],
      ['Ana', '2026-05-23 10:00', '2026-05-23 12:00', '0', '120', '0', 'no', 'open'],
    ]);
    expect(await world.acts()).toContain('schedule.timesheets_exported');
  });
});

describe('approving', () => {
  it('waits until the period is over and everything in it is settled', async () => {
    expect((await approves(ana, 630)).json.code).toBe('not_over');
    world.at('2026-05-31T23:00');
    await world.presses(ana, 'in');
    world.at('2026-06-01T09:00');
    expect((await approves(ana, 630)).json.code).toBe('unsettled');
    const running = (await list()).people.find(({ name }) => name === 'Ana');
    expect(running).toMatchObject({
      runningSince: instantOf('2026-05-31T23:00'),
      problem: 'An entry still runs. Correct it first.',
    });
    const entryId = (await world.presses(ana, 'out')).json.recent[0]?.id;
    const left = await world.ask('POST', 'clock/corrections', { entryId, work: null, reason: 'Pocket' }, ana);
    expect((await approves(ana, 630)).json.code).toBe('unsettled');
    await world.did('POST', `clock/corrections/${left.json.correction.id}/approve`, {}, scheduler);
  });

  it('is of what was seen, by somebody else, once', async () => {
    expect((await approves(ana, 629)).json.code).toBe('stale');
    await corrects(scheduler, world.owner);
    expect((await approves(scheduler, 30)).json.code).toBe('own_request');
    expect((await approves(ana, 630, ben)).status).toBe(403);
    const { status, json } = await approves(ana, 630);
    expect([status, json.person]).toMatchObject([200, { state: 'approved', approvedBy: 'Sina' }]);
    expect((await approves(ana, 630)).json.code).toBe('approved');
    const span = { start: Date.parse('2026-05-01') / 60_000, end: Date.parse('2026-06-30') / 60_000 };
    const worked = await world.in((tx) => workedBetween(tx, span, [ana.personId]));
    expect(worked.map(({ approved }) => approved)).toEqual([true, true]);
  });

  it('is undone by a correction, which is told, and comes back for what it says then', async () => {
    const asked = await corrects(ana, ana);
    expect((await sheetOf(ana)).person.state).toBe('approved');
    const { id } = asked.json.correction;
    const { reopened } = await world.did('POST', `clock/corrections/${id}/approve`, {}, world.owner);
    expect(reopened).toEqual(['2026-05-18']);
    expect((await sheetOf(ana)).person).toMatchObject({ state: 'reopened', worked: 660 });
    expect((await world.told(ana)).filter((event) => event === 'hours_decided')).toHaveLength(3);
    expect(await world.told(scheduler)).toContain('hours_decided');
    expect((await approves(ana, 660)).status).toBe(200);
    expect(await world.acts()).toEqual(
      expect.arrayContaining(['schedule.timesheet_approved', 'schedule.timesheet_reopened']),
    );
  });
});
