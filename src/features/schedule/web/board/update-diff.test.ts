import { expect, test } from 'vitest';
import { personOf, planOf, shiftOf } from './plan.fixture.ts';
import { diffOf, diffWords, endedWords, figuresOf, nameOf, shiftWords } from './update-diff.ts';

const plan = planOf({
  people: [personOf('zoe', ['bar'], { name: 'Zoë' }), personOf('ana', ['bar'], { name: 'Ana' })],
  shifts: [shiftOf('tue', '2026-03-03'), shiftOf('mon', '2026-03-02', { label: 'opening' })],
});
const place = (shiftId: string, personId: string) => ({ shiftId, personId });

test('each person’s changes are told in the order of days', () => {
  const added = [place('tue', 'zoe'), place('mon', 'zoe')];
  expect(diffOf({ added, removed: [place('tue', 'ana')] }, plan)).toEqual([
    { personId: 'ana', name: 'Ana', added: [], removed: ['Tue 3 Mar 09:00–17:00, bar'] },
    {
      personId: 'zoe',
      name: 'Zoë',
      added: ['Mon 2 Mar 09:00–17:00, bar (opening)', 'Tue 3 Mar 09:00–17:00, bar'],
      removed: [],
    },
  ]);
});

test('nothing changed is nobody', () => {
  expect(diffOf({ added: [], removed: [] }, plan)).toEqual([]);
});

test('somebody out of sight and a shift of a role that has gone keep their line', () => {
  expect(nameOf(plan, 'gone')).toBe('Somebody else');
  expect(shiftWords(shiftOf('x', '2026-03-02', { roleId: 'gone' }), plan.roles)).toBe('Mon 2 Mar 09:00–17:00, a role');
});

test('changes are counted in words', () => {
  expect(diffWords({ added: ['a'], removed: [] })).toBe('1 shift more');
  expect(diffWords({ added: [], removed: ['a', 'b'] })).toBe('2 shifts less');
  expect(diffWords({ added: ['a', 'b'], removed: ['c'] })).toBe('2 shifts more, 1 less');
});

test('figures stand before and after; a hidden cost is left out', () => {
  const before = { open: 5, minutes: 600, costMinor: null, otherCosts: [] };
  const after = { open: 1, minutes: 1080, costMinor: 1800, otherCosts: [] };
  expect(figuresOf(before, after, 'EUR')).toEqual([
    { label: 'Open', before: '5 places', after: '1 place' },
    { label: 'Hours', before: '10 h', after: '18 h' },
  ]);
  const [, , cost] = figuresOf({ ...before, costMinor: 0 }, after, 'EUR');
  expect(cost).toEqual({ label: 'Labour cost', before: '€0.00', after: '€18.00' });
});

test('the end says why, and the seed for the same again', () => {
  expect(endedWords({ ended: 'stopped', seed: 7 })).toBe('The best found until it was stopped. It began with seed 7.');
  expect(endedWords({ ended: 'time', seed: 7 })).toMatch(/more seconds may find .* It began with seed 7\.$/);
  expect(endedWords({ ended: 'work', seed: 7 })).toMatch(/is done; more time .* Seed 7 gives the same again\.$/);
  expect(endedWords({ ended: 'optimal', seed: 1 })).toMatch(/best there is/);
});
