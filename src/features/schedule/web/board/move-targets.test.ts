import { expect, test } from 'vitest';
import { moveTargets } from './move-targets.ts';
import { assignmentOf, shiftOf } from './plan.fixture.ts';

const assignment = assignmentOf('a1', 'ana');
const from = shiftOf('from', '2026-03-04', { assignments: [assignment] });
const taken = [assignmentOf('a2', 'ben')];

test('open shifts of the same role on near days come first', () => {
  const shifts = [
    shiftOf('other-role', '2026-03-04', { roleId: 'kitchen' }),
    shiftOf('full', '2026-03-04', { assignments: taken }),
    shiftOf('far', '2026-03-09'),
    shiftOf('near', '2026-03-03'),
    from,
  ];
  expect(moveTargets(from, assignment, shifts).map(({ id }) => id)).toEqual(['near', 'far', 'full', 'other-role']);
});

test('cancelled shifts and those that the person works are left out', () => {
  const shifts = [
    shiftOf('gone', '2026-03-05', { cancelled: true }),
    shiftOf('own', '2026-03-05', { assignments: [assignmentOf('a3', 'ana')] }),
  ];
  expect(moveTargets(from, assignment, shifts)).toEqual([]);
});
