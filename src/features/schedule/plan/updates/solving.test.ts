import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { dateOf } from '../../calendar/local.ts';
import type { Person } from '../../rules/candidate.ts';
import { openLedger } from '../../rules/ledger.ts';
import { review } from '../../rules/review.ts';
import type { Shift } from '../../rules/shift.ts';
import { accounting, anyContext, anyPerson, anyShift, day } from '../../rules/world.fixture.ts';
import { loadHighs } from '../../solver/load-highs.ts';
import { solveRoster } from '../../solver/solve.ts';
import type { Staff } from '../../staff/load-staff.ts';
import { firstSettings } from '../../work/settings/settings.ts';
import { type LoadedShift, ledgerShifts, type Work } from '../load-work.ts';
import type { Assignment } from '../plan.ts';
import { buildRoster } from './build.ts';
import { freeShifts, type Scope } from './scope.ts';
import { settle } from './settle.ts';

const [from, to] = [day('2026-03-16'), day('2026-03-29')];
let highs: Awaited<ReturnType<typeof loadHighs>>;
beforeAll(async () => {
  highs = await loadHighs();
});

/** Some people of every kind, shifts within and around a fortnight, and some of them given: by hand or by an earlier update. */
const anyWork = fc
  .record({
    people: fc.array(anyPerson, { minLength: 1, maxLength: 4 }),
    shifts: fc.uniqueArray(anyShift, { minLength: 2, maxLength: 18, selector: ({ id }) => id }),
    given: fc.array(fc.record({ person: fc.nat(3), shift: fc.nat(17), pinned: fc.boolean() }), { maxLength: 12 }),
    context: anyContext,
  })
  .map(({ people, shifts, given, context }) => workOf(people, shifts, given, context));

interface GivenPlace {
  readonly person: number;
  readonly shift: number;
  readonly pinned: boolean;
}

function workOf(
  kinds: readonly Person[],
  shifts: readonly Shift[],
  given: readonly GivenPlace[],
  context: Work['context'],
): Work {
  const persons = kinds.map((person, index) => ({ ...person, id: `p${index}` }));
  const assignments: Assignment[] = [];
  for (const { person, shift: at, pinned } of given) {
    const [who, shift] = [persons[person % persons.length], shifts[at % shifts.length]];
    if (who === undefined || shift === undefined) continue;
    const isFree = assignments.every(
      (one) => one.personId !== who.id || one.end <= shift.start || shift.end <= one.start,
    );
    const isOpen = assignments.filter(({ shiftId }) => shiftId === shift.id).length < shift.needs;
    if (!isFree || !isOpen) continue;
    assignments.push({
      ...{ id: `a${assignments.length}`, shiftId: shift.id, personId: who.id, start: shift.start, end: shift.end },
      ...{ madeBy: pinned ? 'hand' : 'solver', pinned, overruledWhy: null, overruledBy: null },
    });
  }
  const known = new Map(
    shifts.map((shift): [string, LoadedShift] => [
      shift.id,
      {
        planned: {
          ...{ id: shift.id, periodId: 'p', roleId: shift.role, seriesId: 's', occurrence: shift.id, zone: shift.zone },
          ...{ day: dateOf(shift.day), start: shift.start, end: shift.end, needs: shift.needs },
          ...{ breakMinutes: shift.breakMinutes, label: null, colour: null, importance: null, cancelled: false },
        },
        shift,
        assignments: assignments.filter(({ shiftId }) => shiftId === shift.id),
      },
    ]),
  );
  const byPerson = Map.groupBy(assignments, ({ personId }) => personId);
  return {
    ...{
      from,
      to,
      settings: firstSettings('2026-03-02'),
      accounting,
      known,
      context,
      roles: new Map(),
      people: new Map(),
    },
    shifts: [...known.values()].filter(({ shift }) => shift.day >= from && shift.day <= to),
    staff: new Map<string, Staff>(),
    candidates: persons.map((person) => ({
      person,
      ledger: openLedger(accounting, ledgerShifts(byPerson.get(person.id) ?? [], known)),
    })),
    names: { role: (id) => id, qualification: (id) => id },
  };
}

const scopeOf = (work: Work): Scope => ({
  ...{ work, told: [], changePublished: false, now: 0, roleIds: null, personIds: null },
});

function solved(work: Work) {
  const scope = scopeOf(work);
  const ask = { scope, weekdays: [], rateOf: () => null, seed: 7 };
  for (const sayNothing of [false, true]) {
    const built = buildRoster(ask, sayNothing);
    const watch = { limit: 60, seconds: () => 0, stopped: () => false };
    const silent = { onBest: () => undefined, onProgress: () => undefined };
    const settings = { seed: 7, work: 300, start: built.start };
    const outcome = solveRoster(highs, built.problem, watch, settings, silent);
    if (outcome.kind === 'roster') return { scope, built, outcome, settled: settle(scope, built, outcome.assignments) };
    if (sayNothing) throw new Error(`no roster: ${JSON.stringify(outcome)}`);
  }
  throw new Error('unreachable');
}

it('breaks no hard rule, gives nobody two shifts at once and no shift too many people, whatever rules, pins and people', () => {
  fc.assert(
    fc.property(anyWork, (work) => {
      const { settled, scope } = solved(work);
      expect(settled.broken).toEqual([]);
      const given = new Set(settled.given.map(({ personId, shiftId }) => `${personId} ${shiftId}`));
      for (const candidate of settled.candidates) {
        const faults = review(candidate, { ...work.context, taken: () => 0 }, from, to);
        const mine = faults.filter(
          ({ shift, reason }) => reason.hard && given.has(`${candidate.person.id} ${shift?.id ?? ''}`),
        );
        expect(mine).toEqual([]);
      }
      for (const { planned, missing } of freeShifts(scope))
        expect(settled.given.filter(({ shiftId }) => shiftId === planned.id).length).toBeLessThanOrEqual(missing);
    }),
    { numRuns: 1000 },
  );
}, 120_000);

it('gives the same schedule for the same seed', () => {
  fc.assert(
    fc.property(anyWork, (work) => {
      expect(solved(work).settled.given).toEqual(solved(work).settled.given);
    }),
    { numRuns: 50 },
  );
}, 60_000);
