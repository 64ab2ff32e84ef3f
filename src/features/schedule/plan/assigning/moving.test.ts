import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../../platform/clock/index.ts';
import { sql } from '../../../../platform/db/index.ts';
import type { Assignment } from '../plan.ts';
import { firstDay, openPlanSite, type PlanSite, type PlanWorld } from '../plan-world.fixture.ts';
import { insertAssignments } from './store.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openPlanSite();
});
afterAll(() => site[Symbol.asyncDispose]());

interface Opened extends PlanWorld {
  readonly period: string;
  readonly ana: string;
  readonly ben: string;
}

/** The bar by day, the door into the night. Ana knows both, Ben the bar; nobody is on a shift. */
async function opened(): Promise<Opened> {
  const at = await site.found();
  await at.series(at.roles.bar);
  await at.series(at.roles.door, { start: `${firstDay}T16:00`, minutes: 600 });
  const ana = await at.person('Ana', [at.roles.bar, at.roles.door]);
  const ben = await at.person('Ben');
  const { id: period } = await at.open();
  return { ...at, period, ana, ben };
}

const undo = (at: Opened, period = at.period) => at.ask('POST', `periods/${period}/undo`);
const move = (at: Opened, id: string, to: object) => at.ask('POST', `assignments/${id}/move`, to);
const put = async (at: Opened, roleId: string, day: string, personId: string) =>
  (await at.assign((await at.shift(roleId, day)).id, personId)).json.assignment.id;
const on = async (at: Opened, roleId: string, day: string) =>
  (await at.shift(roleId, day)).assignments.map(({ personId }) => personId);

describe('moving', () => {
  it('asks every rule of who comes; whoever insists says why, and taking back brings the first one without it', async () => {
    const at = await opened();
    const id = await put(at, at.roles.door, firstDay, at.ana);
    const refused = await move(at, id, { personId: at.ben });
    expect([refused.status, refused.json.code, refused.json.overrulable]).toEqual([409, 'rules_broken', true]);
    expect(await on(at, at.roles.door, firstDay)).toEqual([at.ana]);
    expect((await move(at, id, { personId: at.ben, overruleWhy: ' a ' })).status).toBe(422);
    const done = await move(at, id, { personId: at.ben, overruleWhy: 'He learns it that night' });
    expect([done.status, done.json.assignment.overruledWhy]).toEqual([201, 'He learns it that night']);
    // What he may do anyway needs no reason, so that none is kept.
    const bar = await move(at, done.json.assignment.id, {
      ...{ shiftId: (await at.shift(at.roles.bar, firstDay)).id, overruleWhy: 'He learns it that night' },
    });
    expect([bar.status, bar.json.assignment.overruledWhy]).toEqual([201, null]);
    await undo(at);
    await undo(at);
    expect((await at.shift(at.roles.door, firstDay)).assignments).toMatchObject([{ personId: at.ana, faults: [] }]);
  });

  it('books nobody twice, and puts nobody on a shift where they are already', async () => {
    const at = await opened();
    const night = await put(at, at.roles.door, firstDay, at.ana);
    const day = await put(at, at.roles.bar, firstDay, at.ben);
    const taken = await move(at, day, { personId: at.ana, overruleWhy: 'There is nobody else' });
    expect([taken.status, taken.json.code, taken.json.overrulable]).toEqual([409, 'double_booked', false]);
    const { id: bar } = await at.shift(at.roles.bar, '2026-05-20');
    await at.ask('PATCH', `shifts/${bar}`, { needs: 2 });
    const [hers] = [await put(at, at.roles.bar, '2026-05-20', at.ana), await at.assign(bar, at.ben)];
    expect((await move(at, hers, { personId: at.ben })).json.code).toBe('double_booked');
    expect((await on(at, at.roles.bar, '2026-05-20')).toSorted()).toEqual([at.ana, at.ben].toSorted());
    expect((await move(at, night, { shiftId: newId(site.world.clock) })).status).toBe(404);
    expect(await on(at, at.roles.door, firstDay)).toEqual([at.ana]);
  });

  it('is done by one of two who do it at once; the other finds it gone', async () => {
    const at = await opened();
    const cleo = await at.person('Cleo');
    for (const day of ['2026-05-19', '2026-05-21', '2026-05-23']) {
      const id = await put(at, at.roles.bar, day, at.ana);
      const both = await Promise.all([at.ben, cleo].map((personId) => move(at, id, { personId })));
      expect(both.map(({ status }) => status).toSorted()).toEqual([201, 404]);
      expect(await on(at, at.roles.bar, day)).toEqual([both[0]?.status === 201 ? at.ben : cleo]);
    }
  });

  it('into another period is a step of that one, and blocks what came before it in the first', async () => {
    const at = await opened();
    const id = await put(at, at.roles.bar, '2026-05-31', at.ana);
    const june = (await at.ask('POST', 'periods', { firstDay: '2026-06-01' })).json;
    const ofJune = async () => (await at.ask('GET', 'plan?from=2026-06-01&to=2026-06-14')).json;
    const first = (await ofJune()).shifts.find((one) => one.roleId === at.roles.bar && one.day === '2026-06-01');
    const before = (await at.plan()).periods[0]?.revision ?? 0;
    expect((await move(at, id, { shiftId: first?.id })).status).toBe(201);
    expect((await at.plan()).periods[0]?.revision).toBe(before + 1);
    expect((await ofJune()).periods[0]?.revision).toBe(june.revision + 1);
    const blocked = await undo(at);
    expect([blocked.status, blocked.json.detail]).toEqual([
      409,
      'Somebody has changed the same places since: change them by hand.',
    ]);
    expect((await undo(at, june.id)).status).toBe(200);
    expect(await on(at, at.roles.bar, '2026-05-31')).toEqual([at.ana]);
    expect((await undo(at)).json.words).toContain('Ana on Sun 31 May 2026');
    expect(await on(at, at.roles.bar, '2026-05-31')).toEqual([]);
  });
});

describe('a part of a shift', () => {
  it('leaves its rest to the next, and goes to somebody else as the part that it is', async () => {
    const at = await opened();
    const shift = await at.shift(at.roles.bar, firstDay);
    const start = Date.parse(shift.startsAt) / 60_000;
    const part = {
      ...{ id: newId(site.world.clock), shiftId: shift.id, personId: at.ana, start, end: start + 240 },
      ...{ madeBy: 'trade' as const, pinned: true, overruledWhy: null, overruledBy: null },
    };
    await at.in((tx) => insertAssignments(tx, [part], site.world.clock.now()));
    expect((await at.shift(at.roles.bar, firstDay)).missing).toBe(1);
    const rest = await at.assign(shift.id, at.ben);
    expect(rest.json.assignment).toMatchObject({
      startsAt: '2026-05-18T12:00:00.000Z',
      endsAt: '2026-05-18T16:00:00.000Z',
    });
    expect((await at.shift(at.roles.bar, firstDay)).missing).toBe(0);
    expect((await at.plan()).people.find(({ id }) => id === at.ana)?.minutes).toBe(240);
    const cleo = await at.person('Cleo');
    const given = await move(at, part.id, { personId: cleo });
    expect(given.json.assignment).toMatchObject({
      startsAt: '2026-05-18T08:00:00.000Z',
      endsAt: '2026-05-18T12:00:00.000Z',
    });
    // On another shift it is all of that one.
    const next = await at.shift(at.roles.bar, '2026-05-19');
    const moved = await move(at, given.json.assignment.id, { shiftId: next.id });
    expect(moved.json.assignment).toMatchObject({ startsAt: next.startsAt, endsAt: next.endsAt });
  });
});

describe('a shift that was taken out of the calendar', () => {
  it('takes nobody, and who still has it may be put somewhere else at that time', async () => {
    const at = await opened();
    const id = await put(at, at.roles.bar, firstDay, at.ana);
    const bens = await put(at, at.roles.bar, '2026-05-20', at.ben);
    const { id: shiftId } = await at.shift(at.roles.bar, firstDay);
    await at.in((tx) => sql`update shifts set cancelled_at = now() where id = ${shiftId}`.execute(tx.on()));
    for (const refused of [
      await at.ask('POST', `shifts/${shiftId}/assignments`, { personId: at.ben, overruleWhy: 'There is work' }),
      await move(at, bens, { shiftId }),
    ])
      expect([refused.status, refused.json.code]).toEqual([409, 'cancelled']);
    expect(await on(at, at.roles.bar, '2026-05-20')).toEqual([at.ben]);
    const night = await at.shift(at.roles.door, firstDay);
    expect((await at.assign(night.id, at.ana)).status).toBe(201);
    expect(await on(at, at.roles.bar, firstDay)).toEqual([]);
    expect((await at.ask('DELETE', `assignments/${id}`)).status).toBe(404);
  });

  it('gets its people back when their removal is taken back, and holds up nothing where they work elsewhere by now', async () => {
    const at = await opened();
    const bens = await put(at, at.roles.bar, '2026-05-20', at.ben);
    const hers = await put(at, at.roles.bar, firstDay, at.ana);
    const { id: shiftId } = await at.shift(at.roles.bar, firstDay);
    await at.in((tx) => sql`update shifts set cancelled_at = now() where id = ${shiftId}`.execute(tx.on()));
    expect((await at.ask('DELETE', `assignments/${bens}`)).status).toBe(204);
    expect((await at.ask('DELETE', `assignments/${hers}`)).status).toBe(204);
    expect((await undo(at)).json.words).toMatch(/^Ana off/);
    expect(await on(at, at.roles.bar, firstDay)).toEqual([at.ana]);
    expect((await at.ask('DELETE', `assignments/${hers}`)).status).toBe(204);
    // Works then by now, and not as a change that could be taken back before.
    const { id: night } = await at.shift(at.roles.door, firstDay);
    const start = Date.parse(`${firstDay}T15:00Z`) / 60_000;
    const elsewhere: Assignment = {
      ...{ id: newId(site.world.clock), shiftId: night, personId: at.ana, start, end: start + 600 },
      ...{ madeBy: 'hand', pinned: true, overruledWhy: null, overruledBy: null },
    };
    await at.in((tx) => insertAssignments(tx, [elsewhere], site.world.clock.now()));
    expect((await undo(at)).json.words).toMatch(/^Ana off/);
    expect([await on(at, at.roles.bar, firstDay), await on(at, at.roles.door, firstDay)]).toEqual([[], [at.ana]]);
    expect((await undo(at)).json.words).toMatch(/^Ben off/);
    expect(await on(at, at.roles.bar, '2026-05-20')).toEqual([at.ben]);
  });
});
