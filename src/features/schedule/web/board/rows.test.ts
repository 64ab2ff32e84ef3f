import { describe, expect, test } from 'vitest';
import { assignmentOf, personOf, planOf, roleOf, shiftOf } from './plan.fixture.ts';
import type { Shift } from './plan-contract.ts';
import { type Row, reusedRows, rowsOf, type View } from './rows.ts';

const day = '2026-03-02';
const late = { startsAt: `${day}T15:00:00.000Z`, endsAt: `${day}T23:00:00.000Z` };
const world = (shifts: readonly Shift[] = usual) =>
  planOf({
    roles: [roleOf('kitchen', { locationId: 'hill' }), roleOf('bar')],
    locations: [
      { id: 'quay', name: 'Quay', zone: 'UTC' },
      { id: 'hill', name: 'Hill', zone: 'UTC' },
      { id: 'empty', name: 'Empty', zone: 'UTC' },
    ],
    people: [personOf('zoe'), personOf('Ana'), personOf('ben')],
    shifts: [...shifts],
  });
const usual = [
  shiftOf('late', day, { ...late, needs: 2, assignments: [assignmentOf('a1', 'zoe')] }),
  shiftOf('early', day, { assignments: [assignmentOf('a2', 'Ana')] }),
  shiftOf('cook', '2026-03-03', { roleId: 'kitchen', locationId: 'hill' }),
];
const outline = (rows: readonly Row[]) =>
  rows.map(({ name, cells }) => [name, ...[...cells.values()].flat().map(({ key }) => key)].join(' '));

describe('a line', () => {
  test('for each person in the order of names, below the open shifts', () => {
    expect(outline(rowsOf('people', world()))).toEqual(['Open shifts late cook', 'Ana a2', 'ben', 'zoe a1']);
  });

  test('for each role, shifts with their people in the order of the day', () => {
    expect(outline(rowsOf('roles', world()))).toEqual(['bar early a2 late a1', 'kitchen cook']);
  });

  test('for each location that has roles, above its roles', () => {
    expect(outline(rowsOf('locations', world()))).toEqual(['Hill', 'kitchen cook', 'Quay', 'bar early a2 late a1']);
  });

  test('is as deep as its fullest cell', () => {
    const [, ana] = rowsOf('people', world());
    const [bar] = rowsOf('roles', world());
    expect([ana?.depth, bar?.depth]).toEqual([1, 4]);
  });

  test('of the open shifts has no cancelled or full one', () => {
    const shifts = [shiftOf('gone', day, { cancelled: true }), shiftOf('full', day, { needs: 0 })];
    expect(outline(rowsOf('people', world(shifts)))[0]).toBe('Open shifts');
  });
});

describe('after an edit', () => {
  const views: readonly View[] = ['people', 'roles', 'locations'];

  test('lines that did not change are the very same', () => {
    for (const view of views) {
      const before = rowsOf(view, world());
      const plan = world();
      const after = reusedRows(before, rowsOf(view, { ...plan, people: world().people }));
      const same = after.filter((row, at) => row === before[at]).length;
      // People and roles are other objects here, as after a plan that was read anew without sharing.
      expect(same).toBe(view === 'people' ? 1 : view === 'locations' ? 2 : 0);
    }
  });

  test('only the lines of both people and of the open shifts differ', () => {
    const plan = world();
    const before = rowsOf('people', plan);
    const moved = plan.shifts.map((shift) =>
      shift.id === 'late' ? { ...shift, assignments: [assignmentOf('a1', 'ben')] } : shift,
    );
    const after = reusedRows(before, rowsOf('people', { ...plan, shifts: moved }));
    expect(after.filter((row, at) => row !== before[at]).map(({ name }) => name)).toEqual([
      'Open shifts',
      'ben',
      'zoe',
    ]);
  });
});
