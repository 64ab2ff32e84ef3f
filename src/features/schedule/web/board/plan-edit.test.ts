import { expect, test } from 'vitest';
import { assignmentOf, personOf, planOf, shiftOf } from './plan.fixture.ts';
import { placeOf, withEdit } from './plan-edit.ts';

const day = '2026-03-02';
const plan = planOf({
  people: [personOf('Ana', ['bar'], { minutes: 480 }), personOf('Ben')],
  shifts: [
    shiftOf('s1', day, { assignments: [assignmentOf('a1', 'Ana')] }),
    shiftOf('s2', day, { needs: 2, endsAt: `${day}T11:00:00.000Z` }),
  ],
  totals: { minutes: 480, open: 2, costMinor: 9600, currency: 'EUR', otherCosts: [] },
});
const hoursOf = (edited: typeof plan) => edited.people.map(({ minutes }) => (minutes ?? 0) / 60);

test('somebody who is assigned is on the shift at once, with hours and one open place less', () => {
  const edited = withEdit(plan, { kind: 'assign', shiftId: 's2', personId: 'Ben' });
  expect(edited.shifts[1]?.assignments.map(({ personId }) => personId)).toEqual(['Ben']);
  expect(hoursOf(edited)).toEqual([8, 2]);
  expect(edited.totals).toEqual({ minutes: 600, open: 1, costMinor: 9600, currency: 'EUR', otherCosts: [] });
});

test('giving a shift to somebody else moves its hours', () => {
  const edited = withEdit(plan, { kind: 'move', assignmentId: 'a1', personId: 'Ben' });
  expect(placeOf(edited, 'a1')?.assignment.personId).toBe('Ben');
  expect(hoursOf(edited)).toEqual([0, 8]);
  expect(edited.totals.open).toBe(2);
});

test('moving to another shift takes that shift’s times', () => {
  const edited = withEdit(plan, { kind: 'move', assignmentId: 'a1', shiftId: 's2' });
  expect(placeOf(edited, 'a1')?.shift.id).toBe('s2');
  expect(placeOf(edited, 'a1')?.assignment.endsAt).toBe(`${day}T11:00:00.000Z`);
  expect(hoursOf(edited)).toEqual([2, 0]);
});

test('removing opens the place again', () => {
  const edited = withEdit(plan, { kind: 'remove', assignmentId: 'a1' });
  expect(edited.shifts[0]?.assignments).toEqual([]);
  expect([hoursOf(edited), edited.totals.open]).toEqual([[0, 0], 3]);
});

test('a pin changes nothing but its assignment', () => {
  const edited = withEdit(plan, { kind: 'pin', assignmentId: 'a1', pinned: true });
  expect(placeOf(edited, 'a1')?.assignment.pinned).toBe(true);
  expect(edited.shifts[1]).toBe(plan.shifts[1]);
  expect(edited.totals).toBe(plan.totals);
});

test('an assignment that has gone meanwhile leaves the plan alone', () => {
  expect(withEdit(plan, { kind: 'remove', assignmentId: 'gone' })).toBe(plan);
});
