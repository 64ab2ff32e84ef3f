import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newId } from '../../../../platform/clock/index.ts';
import { sql } from '../../../../platform/db/index.ts';
import { changed, removed } from '../../calendar/edit.ts';
import type { ShiftPayload, StoredSeries } from '../../work/series/series-rows.ts';
import { deleteSeries, updateSeries } from '../../work/series/store.ts';
import { readSettings } from '../../work/settings/read-settings.ts';
import { updateSettings } from '../../work/settings/store.ts';
import { firstDay, openPlanSite, type PlanSite, type PlanWorld } from '../plan-world.fixture.ts';
import { followSeries } from './sync.ts';

const onPostgres = 'url' in inject('databaseTemplate');
let site: PlanSite;
beforeAll(async () => {
  site = await openPlanSite();
});
afterAll(() => site[Symbol.asyncDispose]());

type Edited = ReturnType<typeof changed<ShiftPayload>>;

/** Carries an edit out as the routes of calendars do. */
async function carryOut(at: PlanWorld, series: StoredSeries<ShiftPayload>, edit: Edited) {
  if (!edit.ok) throw new Error('not an edit');
  const { owner, revision } = series;
  return at.in(async (tx) => {
    const [first] = edit.series;
    if (first === undefined) await deleteSeries(tx, series.id);
    else await updateSeries(tx, { ...first, owner, revision }, site.world.clock.now());
    return followSeries(site.parts, tx, { seriesId: series.id, roleId: at.roles.bar, follow: edit.follow });
  });
}

describe('a period', () => {
  it('is opened once, also by two at once, and has a shift for each day of its calendars', async () => {
    const at = await site.found();
    await at.series(at.roles.bar);
    const both = await Promise.all([1, 2].map(() => at.ask('POST', 'periods', { firstDay })));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]?.json.id).toBe(both[1]?.json.id);
    const { shifts, totals } = await at.plan();
    expect(shifts).toHaveLength(14);
    expect(shifts[0]).toMatchObject({
      day: '2026-05-18',
      localStart: '2026-05-18T09:00',
      startsAt: '2026-05-18T08:00:00.000Z',
    });
    expect(totals).toMatchObject({ open: 14, minutes: 0, costMinor: null });
    const { json } = await at.ask('GET', `periods?from=2026-05-04&to=2026-06-01`);
    expect(json.periods.map((one) => [one.firstDay, one.id === null])).toEqual([
      ['2026-05-04', true],
      ['2026-05-18', false],
      ['2026-06-01', true],
    ]);
  });

  it.runIf(onPostgres)('has the shifts of a series that is changed while it is opened', async () => {
    const at = await site.found();
    const series = await at.series(at.roles.bar);
    const edit = changed(series, series.start, 'all', { minutes: 120 }, newId(site.world.clock));
    const written = Promise.withResolvers<void>();
    let isOpen = false;
    const opening = written.promise
      .then(() => at.ask('POST', 'periods', { firstDay }))
      .finally(() => {
        isOpen = true;
      });
    await at.in(async (tx) => {
      if (!edit.ok || edit.series[0] === undefined) throw new Error('not an edit');
      await updateSeries(tx, { ...edit.series[0], owner: series.owner, revision: 2 }, site.world.clock.now());
      await followSeries(site.parts, tx, { seriesId: series.id, roleId: at.roles.bar, follow: edit.follow });
      written.resolve();
      // Until it waits for this, or is through with what was there before.
      const waits = async () =>
        (await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`.execute(tx.on())).rows.length >
        0;
      while (!isOpen && !(await waits()));
    });
    expect((await opening).json).toMatchObject({ firstDay });
    const { shifts } = await at.plan();
    expect(new Set(shifts.map(({ localEnd }) => localEnd.slice(11)))).toEqual(new Set(['11:00']));
    expect(shifts).toHaveLength(14);
  });

  it('begins where periods begin, and shares no day with another', async () => {
    const at = await site.found();
    const wrong = await at.ask('POST', 'periods', { firstDay: '2026-05-19' });
    expect([wrong.status, wrong.json.code, wrong.json.detail]).toEqual([
      422,
      'not_a_period',
      'No period begins on 2026-05-19. One begins on 2026-05-18.',
    ]);
    await at.open();
    await at.in(async (tx) => {
      const settings = await readSettings(site.parts, tx);
      await updateSettings(tx, { ...settings, periodWeeks: 1 }, site.world.clock.now());
    });
    const overlapping = await at.ask('POST', 'periods', { firstDay: '2026-05-25' });
    expect([overlapping.status, overlapping.json.code]).toEqual([409, 'overlaps']);
  });

  it('takes the detailed order over from the one before', async () => {
    const at = await site.found();
    await at.series(at.roles.bar);
    await at.open();
    const wednesday = await at.shift(at.roles.bar, '2026-05-20');
    await at.ask('PATCH', `shifts/${wednesday.id}`, { importance: 3 });
    await at.ask('POST', 'periods', { firstDay: '2026-06-01' });
    const { json } = await at.ask('GET', 'plan?from=2026-06-01&to=2026-06-14');
    const ranked = json.shifts.filter((one) => one.importance !== null);
    expect(ranked.map((one) => [one.day, one.importance])).toEqual([['2026-06-03', 3]]);
  });
});

describe('shifts of a calendar that was changed', () => {
  it('move with whoever is on them, also when each takes the place of the next', async () => {
    const at = await site.found();
    const series = await at.series(at.roles.bar);
    const ana = await at.person('Ana');
    await at.open();
    for (const day of ['2026-05-18', '2026-05-19', '2026-05-20'])
      expect((await at.assign((await at.shift(at.roles.bar, day)).id, ana)).status).toBe(201);
    await carryOut(at, series, changed(series, `${firstDay}T09:00`, 'all', { moveBy: 1440 }, newId(site.world.clock)));
    const { shifts } = await at.plan();
    const hers = shifts.filter(({ assignments }) => assignments.some(({ personId }) => personId === ana));
    expect(hers.map(({ day, localStart }) => [day, localStart])).toEqual([
      ['2026-05-19', '2026-05-19T09:00'],
      ['2026-05-20', '2026-05-20T09:00'],
      ['2026-05-21', '2026-05-21T09:00'],
    ]);
    expect(shifts).toHaveLength(13);
  });

  it('are removed where nobody is on them, else cancelled, and come back with their people', async () => {
    const at = await site.found();
    const series = await at.series(at.roles.bar);
    const ana = await at.person('Ana');
    await at.open();
    const shift = await at.shift(at.roles.bar, '2026-05-18');
    await at.assign(shift.id, ana);
    await carryOut(at, series, removed(series, `${firstDay}T09:00`, 'one'));
    const cancelled = await at.plan();
    expect(cancelled.shifts.filter((one) => one.cancelled).map(({ id }) => id)).toEqual([shift.id]);
    expect(cancelled.totals.minutes).toBe(0);
    expect(cancelled.findings.join()).toContain('taken out of the calendar still has people');
    await carryOut(at, series, { ok: true, series: [series], follow: (on) => ({ seriesId: series.id, on }) });
    const back = await at.shift(at.roles.bar, '2026-05-18');
    expect(back).toMatchObject({ id: shift.id, cancelled: false, assignments: [{ personId: ana }] });
    await carryOut(at, series, removed(series, '2026-05-19T09:00', 'one'));
    expect((await at.plan()).shifts.some(({ day }) => day === '2026-05-19')).toBe(false);
  });

  it('lose whoever would be in two places at once, and say so', async () => {
    const at = await site.found();
    const series = await at.series(at.roles.bar);
    await at.series(at.roles.door, { start: `${firstDay}T18:00`, minutes: 240 });
    const ana = await at.person('Ana', [at.roles.bar, at.roles.door]);
    await at.open();
    await at.assign((await at.shift(at.roles.bar, firstDay)).id, ana);
    await at.assign((await at.shift(at.roles.door, firstDay)).id, ana);
    const findings = await carryOut(
      at,
      series,
      changed(series, `${firstDay}T09:00`, 'one', { moveBy: 300 }, newId(site.world.clock)),
    );
    expect(findings).toEqual(['Ana can’t follow the shift that was moved to Mon 18 May 2026: two shifts at once.']);
    const { shifts, undo } = await at.plan();
    const ofDay = shifts.filter(({ day }) => day === firstDay);
    expect(ofDay.map(({ roleId, assignments }) => [roleId, assignments.length])).toEqual([
      [at.roles.bar, 0],
      [at.roles.door, 1],
    ]);
    expect(undo).toContain('Ana can’t follow');
  });
});

const undo = (at: PlanWorld, period: string, as = at.owner) => at.ask('POST', `periods/${period}/undo`, undefined, as);

describe('taking back', () => {
  it('is refused where the shift was moved since, and leaves everything as it is', async () => {
    const at = await site.found();
    await at.series(at.roles.bar);
    const ana = await at.person('Ana');
    const { id: period } = await at.open();
    const { id } = await at.shift(at.roles.bar, firstDay);
    await at.assign(id, ana);
    await at.ask('PATCH', `shifts/${id}`, { startsAt: `${firstDay}T10:00` });
    const before = await at.plan();
    const refused = await undo(at, period);
    expect([refused.status, refused.json.detail]).toEqual([
      409,
      'Somebody has changed the same places since: change them by hand.',
    ]);
    expect(await at.plan()).toEqual(before);
  });

  it('reaches as far as the scheduler does, and brings nobody back who works somewhere else by then', async () => {
    const at = await site.found();
    const place = await site.office.ask('/api/locations', {
      ...{ as: at.owner, method: 'POST', body: { name: 'Hill', timeZone: 'Europe/Lisbon' } },
    });
    const { id: hill } = (await place.json()) as { id: string };
    const desk = await at.role('Desk', hill);
    await at.series(at.roles.bar);
    await at.series(desk);
    const ana = await at.person('Ana', [at.roles.bar, desk]);
    const { id: period } = await at.open();
    const scheduler = await site.office.signInAs(at.orgId, 'scheduler');
    await site.office.ask(`/api/members/${scheduler.personId}`, {
      ...{ as: at.owner, method: 'PATCH', body: { reach: { departments: [], locations: [hill] } } },
    });
    const { json } = await at.assign((await at.shift(desk, firstDay)).id, ana);
    await at.ask('DELETE', `assignments/${json.assignment.id}`, undefined, scheduler);
    const bar = await at.assign((await at.shift(at.roles.bar, firstDay)).id, ana);
    const refused = await undo(at, period, scheduler);
    expect([refused.status, refused.json.detail]).toEqual([
      409,
      'Somebody whose shift would come back works somewhere else then by now.',
    ]);
    await at.ask('DELETE', `assignments/${bar.json.assignment.id}`);
    expect((await undo(at, period, scheduler)).json.words).toBe('Ana off Mon 18 May 2026');
    expect((await at.shift(desk, firstDay)).assignments.map(({ personId }) => personId)).toEqual([ana]);
  });
});

describe('a calendar that was changed after people were told', () => {
  it('changes the plan at once, and what they were told when it is published again', async () => {
    const at = await site.found();
    const series = await at.series(at.roles.bar);
    const ana = await at.signIn('Ana');
    const { id: period } = await at.open();
    for (const day of ['2026-05-18', '2026-05-19', '2026-05-20'])
      await at.assign((await at.shift(at.roles.bar, day)).id, ana.personId);
    await at.ask('POST', `periods/${period}/publish`, {});
    const told = async () =>
      (await at.ask('GET', `mine?from=${firstDay}&to=2026-05-31`, undefined, ana)).json.shifts.map(
        ({ localStart }) => localStart,
      );
    // Nobody is on it any more, yet she was told of it: it is not forgotten before she is told.
    const second = await at.shift(at.roles.bar, '2026-05-19');
    await at.ask('DELETE', `assignments/${second.assignments[0]?.id}`);
    await carryOut(at, series, removed(series, '2026-05-19T09:00', 'one'));
    expect((await at.shift(at.roles.bar, '2026-05-19')).cancelled).toBe(true);
    const later = { ...series, start: `${firstDay}T10:00`, exceptions: [] };
    await carryOut(at, series, {
      ok: true,
      series: [
        {
          ...later,
          rule: {
            repeat: { every: 'week', interval: 1, days: ['MO', 'WE'], weekStart: 'MO' },
            ends: { kind: 'never' },
          },
        },
      ],
      follow: (on) => ({ seriesId: series.id, on: on.replace('T09', 'T10') }),
    });
    expect(await told()).toEqual(['2026-05-18T09:00', '2026-05-19T09:00', '2026-05-20T09:00']);
    expect((await at.plan()).periods[0]?.changes).toBe(3);
    expect((await at.ask('POST', `periods/${period}/publish`, {})).json.told).toBe(1);
    expect(await told()).toEqual(['2026-05-18T10:00', '2026-05-20T10:00']);
    expect((await at.plan()).periods[0]?.changes).toBe(0);
  });
});
