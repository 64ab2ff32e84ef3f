import { expect, test } from 'vitest';
import { chipName, placesWords } from './chip-words.ts';
import { assignmentOf, shiftOf } from './plan.fixture.ts';

const shift = shiftOf('s1', '2026-03-02', { needs: 3, assignments: [assignmentOf('a1', 'ana')] });

test('a shift says how many are needed and how many places are open', () => {
  const chip = { key: 's1', shift, assignment: null };
  expect(chipName(chip, { role: 'Bar', name: null })).toBe('Bar, Mon 2 Mar 09:00–17:00, needs 3, 2 open');
  expect(placesWords({ shift: { ...shift, missing: 0 } })).toBe('full');
  expect(placesWords({ shift: { ...shift, cancelled: true } })).toBe('cancelled');
});

test('an assignment says in words what its marks show', () => {
  const assignment = assignmentOf('a1', 'ana', {
    pinned: true,
    overruledWhy: 'agreed with her',
    faults: [{ hard: true, words: 'Rest of 11 h' }],
  });
  const chip = { key: 'a1', shift: { ...shift, label: 'opening' }, assignment };
  expect(chipName(chip, { role: 'Bar', name: 'Ana' })).toBe(
    'Ana, Bar (opening), Mon 2 Mar 09:00–17:00, not published yet, pinned, 1 conflict, a rule was overruled',
  );
  const quiet = { ...chip, assignment: assignmentOf('a1', 'ana', { published: true }) };
  expect(chipName(quiet, { role: 'Bar', name: 'Ana' })).toMatch(/17:00, published$/);
});
