import { expect, test } from 'vitest';
import { conflictsOf } from './conflicts.ts';
import { assignmentOf, personOf, shiftOf } from './plan.fixture.ts';

const soft = { hard: false, words: 'Overtime' };
const hard = { hard: true, words: 'Rest of 11 h' };

test('hard rules come first, then what is earlier', () => {
  const shifts = [
    shiftOf('tue', '2026-03-03', { assignments: [assignmentOf('a2', 'ana', { faults: [soft, hard] })] }),
    shiftOf('mon', '2026-03-02', {
      assignments: [assignmentOf('a1', 'gone', { faults: [soft], overruledWhy: 'agreed' })],
    }),
  ];
  expect(conflictsOf({ shifts, people: [personOf('ana', [], { name: 'Ana' })] })).toEqual([
    { assignmentId: 'a2', name: 'Ana', when: 'Tue 3 Mar 09:00–17:00', ...hard, overruledWhy: null },
    { assignmentId: 'a1', name: 'Somebody else', when: 'Mon 2 Mar 09:00–17:00', ...soft, overruledWhy: 'agreed' },
    { assignmentId: 'a2', name: 'Ana', when: 'Tue 3 Mar 09:00–17:00', ...soft, overruledWhy: null },
  ]);
});

test('a schedule without faults has none', () => {
  const shifts = [shiftOf('mon', '2026-03-02', { assignments: [assignmentOf('a1', 'ana')] })];
  expect(conflictsOf({ shifts, people: [] })).toEqual([]);
});
