import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../../platform/clock/index.ts';
import { setRoleRate } from '../../work/roles/store.ts';
import { openPeriods, syncShifts } from '../periods/sync.ts';
import { firstDay, openPlanSite, type PlanSite, type PlanWorld } from '../plan-world.fixture.ts';
import { insertAssignments, isDoubleBooking } from './store.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openPlanSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** The bar by day, the door from late afternoon into the night; Ana knows both. */
async function opened(): Promise<PlanWorld & { readonly ana: string; readonly period: string }> {
  const at = await site.found();
  await at.series(at.roles.bar);
  await at.series(at.roles.door, { start: `${firstDay}T16:00`, minutes: 600 });
  const ana = await at.person('Ana', [at.roles.bar, at.roles.door]);
  const { id: period } = await at.open();
  return { ...at, ana, period };
}

describe('putting somebody on a shift', () => {
  it('is shown in the plan and can be taken back, step by step', async () => {
    const at = await opened();
    const shift = await at.shift(at.roles.bar, firstDay);
    const { status, json } = await at.assign(shift.id, at.ana);
    expect([status, json.assignment.personId, json.assignment.pinned]).toEqual([201, at.ana, true]);
    const plan = await at.plan();
    expect(plan.undo).toBe('Ana on Mon 18 May 2026 09:00–17:00');
    expect(plan.people.find(({ id }) => id === at.ana)).toMatchObject({ minutes: 480, weekends: 0, nights: 0 });
    expect((await at.ask('DELETE', `assignments/${json.assignment.id}`)).status).toBe(204);
    expect((await at.plan()).totals.open).toBe(28);
    expect((await at.ask('POST', `periods/${at.period}/undo`)).json.words).toBe('Ana off Mon 18 May 2026');
    expect((await at.plan()).totals.open).toBe(27);
    expect((await at.ask('POST', `periods/${at.period}/undo`)).status).toBe(200);
    expect((await at.plan()).totals.open).toBe(28);
    const nothing = await at.ask('POST', `periods/${at.period}/undo`);
    expect([nothing.status, nothing.json.code]).toEqual([409, 'cannot_undo']);
  });

  it('asks every rule; who insists says why, and that is kept', async () => {
    const at = await opened();
    const ben = await at.person('Ben', [at.roles.door]);
    const shift = await at.shift(at.roles.bar, firstDay);
    const refused = await at.assign(shift.id, ben);
    expect([refused.status, refused.json.code, refused.json.overrulable]).toEqual([409, 'rules_broken', true]);
    expect(refused.json.reasons).toEqual([{ hard: true, words: 'Does not know the role: Bar', overrulable: true }]);
    const body = { personId: ben, overruleWhy: 'He learns it that day' };
    const done = await at.ask('POST', `shifts/${shift.id}/assignments`, body);
    expect([done.status, done.json.assignment.overruledWhy]).toEqual([201, 'He learns it that day']);
    const shown = await at.shift(at.roles.bar, firstDay);
    expect(shown.assignments[0]?.faults).toEqual([{ hard: true, words: 'Does not know the role: Bar' }]);
  });

  it('never books anybody twice, whatever reason is given', async () => {
    const at = await opened();
    await at.assign((await at.shift(at.roles.bar, firstDay)).id, at.ana);
    const door = await at.shift(at.roles.door, firstDay);
    const body = { personId: at.ana, overruleWhy: 'There is nobody else' };
    const { status, json } = await at.ask('POST', `shifts/${door.id}/assignments`, body);
    expect([status, json.code, json.overrulable]).toEqual([409, 'double_booked', false]);
    expect(json.reasons[0]?.words).toContain('Works then already');
  });

  it('puts exactly one of two who ask at once for overlapping shifts', async () => {
    const at = await opened();
    for (const day of ['2026-05-19', '2026-05-21', '2026-05-23']) {
      const [bar, door] = [await at.shift(at.roles.bar, day), await at.shift(at.roles.door, day)];
      const answers = await Promise.all([
        at.assign(bar.id, at.ana),
        at.assign(door.id, at.ana),
        at.assign(door.id, at.ana),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
      expect(answers.filter(({ status }) => status === 409).every(({ json }) => json.code === 'double_booked')).toBe(
        true,
      );
    }
  });

  it('is refused by the database itself where code forgets to ask', async () => {
    const at = await opened();
    const shift = await at.shift(at.roles.bar, firstDay);
    const [start, end] = [Date.parse(shift.startsAt) / 60_000, Date.parse(shift.endsAt) / 60_000];
    const row = () => ({
      ...{ id: newId(site.world.clock), shiftId: shift.id, personId: at.ana, start, end, madeBy: 'hand' as const },
      ...{ pinned: false, overruledWhy: null, overruledBy: null },
    });
    const twice = at.in((tx) => insertAssignments(tx, [row(), row()], site.world.clock.now()));
    expect(await twice.then(() => 'written', isDoubleBooking)).toBe(true);
  });
});

describe('moving', () => {
  it('gives a shift to somebody else, or somebody another shift, in one step', async () => {
    const at = await opened();
    const ben = await at.person('Ben', [at.roles.bar, at.roles.door]);
    const { json } = await at.assign((await at.shift(at.roles.bar, firstDay)).id, at.ana);
    const given = await at.ask('POST', `assignments/${json.assignment.id}/move`, { personId: ben });
    expect(given.status).toBe(201);
    const door = await at.shift(at.roles.door, firstDay);
    // The bar overlaps the door: he leaves it by this, so it does not stand against him.
    const moved = await at.ask('POST', `assignments/${given.json.assignment.id}/move`, { shiftId: door.id });
    expect([moved.status, moved.json.assignment.personId]).toEqual([201, ben]);
    await at.ask('POST', `periods/${at.period}/undo`);
    await at.ask('POST', `periods/${at.period}/undo`);
    expect((await at.shift(at.roles.bar, firstDay)).assignments.map(({ personId }) => personId)).toEqual([at.ana]);
    expect((await at.shift(at.roles.door, firstDay)).assignments).toEqual([]);
    expect((await at.ask('POST', `assignments/${moved.json.assignment.id}/move`, { personId: at.ana })).status).toBe(
      404,
    );
  });

  it('changes the time of one shift with whoever is on it', async () => {
    const at = await opened();
    const shift = await at.shift(at.roles.bar, firstDay);
    await at.assign(shift.id, at.ana);
    const changed = await at.ask('PATCH', `shifts/${shift.id}`, { startsAt: `${firstDay}T08:00`, needs: 2 });
    expect(changed.json).toMatchObject({
      localStart: `${firstDay}T08:00`,
      localEnd: `${firstDay}T17:00`,
      needs: 2,
      missing: 1,
    });
    expect(changed.json.assignments).toMatchObject([{ personId: at.ana, startsAt: '2026-05-18T07:00:00.000Z' }]);
    expect((await at.shift(at.roles.bar, '2026-05-19')).localStart).toBe('2026-05-19T09:00');
    const wrong = await at.ask('PATCH', `shifts/${shift.id}`, { endsAt: `${firstDay}T08:05` });
    expect([wrong.status, wrong.json.code]).toEqual([422, 'not_possible']);
  });
});

describe('who could take a shift', () => {
  it('is listed with reasons, and why somebody has it', async () => {
    const at = await opened();
    const ben = await at.person('Ben', [at.roles.door]);
    const shift = await at.shift(at.roles.bar, firstDay);
    const { json } = await at.ask('GET', `shifts/${shift.id}/candidates`);
    const said = json.candidates.map((one) => [one.personId, one.allowed]);
    expect(said).toContainEqual([at.ana, true]);
    expect(said).toContainEqual([ben, false]);
    expect(json.fixes.map((one) => one.sentence)).toContain('Teach the role: does not know the role: Bar');
    const assigned = await at.assign(shift.id, at.ana);
    const why = await at.ask('GET', `assignments/${assigned.json.assignment.id}/why`);
    expect(why.json.sentences).toEqual([
      'Put on it by hand.',
      'Pinned: stays when the schedule is updated.',
      'Has 8 h in this period.',
      'Nobody else could take it without breaking a rule.',
    ]);
  });
});

describe('a scheduler of one location', () => {
  it('sees and changes the work there, and of others who work there their names only', async () => {
    const at = await opened();
    const hill = await site.office.ask('/api/locations', {
      ...{ as: at.owner, method: 'POST', body: { name: 'Hill', timeZone: 'Europe/Lisbon' } },
    });
    const hillId = String(((await hill.json()) as { id: string }).id);
    const scheduler = await site.office.signInAs(at.orgId, 'scheduler');
    const reach = { reach: { departments: [], locations: [hillId] } };
    await site.office.ask(`/api/members/${scheduler.personId}`, { as: at.owner, method: 'PATCH', body: reach });
    const desk = await at.role('Desk', hillId);
    await at.series(desk);
    const carl = await at.person('Carl', [desk]);
    await at.in(async (tx) => {
      await syncShifts(site.parts, tx, { periods: await openPeriods(tx) });
    });
    await at.assign((await at.shift(desk, firstDay)).id, carl);
    const bar = await at.shift(at.roles.bar, firstDay);
    await at.assign(bar.id, at.ana);
    const plan = await at.plan(scheduler);
    expect(plan.roles.map(({ name }) => name)).toEqual(['Desk']);
    expect(plan.shifts.every(({ roleId }) => roleId === desk)).toBe(true);
    expect(plan.people.filter(({ minutes }) => minutes === null)).toMatchObject([{ name: 'Carl', roles: [] }]);
    expect(JSON.stringify(plan)).not.toContain('Ana');
    for (const path of [
      `shifts/${bar.id}/candidates`,
      `assignments/${(await at.shift(at.roles.bar, firstDay)).assignments[0]?.id}/why`,
    ])
      expect((await at.ask('GET', path, undefined, scheduler)).status).toBe(404);
    expect((await at.ask('POST', `shifts/${bar.id}/assignments`, { personId: carl }, scheduler)).status).toBe(404);
    expect((await at.ask('POST', `periods/${at.period}/undo`, undefined, scheduler)).json.words).toContain('Carl');
  });
});

describe('what work costs', () => {
  it('is a sum of three people or more at the usual rate of the role, alike for everybody', async () => {
    const at = await opened();
    const people = [at.ana, await at.person('Ben'), await at.person('Carl')];
    await at.in(async (tx) => {
      const place = { table: 'work_roles', column: 'rate_sealed', rowId: at.roles.bar };
      await setRoleRate(tx, at.roles.bar, await site.parts.vault.seal(tx, place, '1234'));
    });
    const days = ['2026-05-18', '2026-05-19', '2026-05-20'];
    for (const [index, day] of days.entries()) {
      expect((await at.plan()).totals.costMinor).toBe(null);
      await at.assign((await at.shift(at.roles.bar, day)).id, people[index] ?? '');
    }
    // 12.34 is told as 12.00.
    expect((await at.plan()).totals).toMatchObject({ costMinor: 29_000, otherCosts: [] });
    const scheduler = await site.office.signInAs(at.orgId, 'scheduler');
    expect((await at.plan(scheduler)).totals.costMinor).toBe(29_000);
  });
});
