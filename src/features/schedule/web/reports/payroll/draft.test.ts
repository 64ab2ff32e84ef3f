import { expect, test } from 'vitest';
import { draftOf, freshDraft, isChanged, lackOf, moved } from './draft.ts';
import type { Column, Payroll, Saved } from './payroll-contract.ts';

const fields: Payroll['fields'] = [{ field: 'hours', label: 'Hours', kind: 'decimal' }];
const a: Column = { heading: 'A', field: 'person_name' };
const b: Column = { heading: 'B', field: 'hours' };
const c: Column = { heading: 'C', text: 'WAGE' };
const saved: Saved = {
  ...{ id: 'm1', name: 'Monthly', revision: 3, rows: 'day', source: 'planned', separator: 'comma' },
  ...{ decimals: 'point', dates: 'iso', columns: [a, b, c] },
};

test('a first mapping is of what was worked where people clock in, with headings as fields are called', () => {
  expect(freshDraft({ fields, timeClock: true }).source).toBe('worked');
  const fresh = freshDraft({ fields, timeClock: false });
  expect(fresh).toMatchObject({ id: null, source: 'planned', rows: 'day' });
  expect(fresh.columns.find((one) => 'field' in one && one.field === 'hours')?.heading).toBe('Hours');
  expect(lackOf(fresh)).toBeNull();
});

test('columns move by one place, and stay where there is none', () => {
  expect(moved([a, b, c], 1, -1)).toEqual([b, a, c]);
  expect(moved([a, b, c], 1, 1)).toEqual([a, c, b]);
  expect(moved([a, b, c], 0, -1)).toEqual([a, b, c]);
  expect(moved([a, b, c], 2, 1)).toEqual([a, b, c]);
});

test('a draft is changed by what it holds, not by when it was kept', () => {
  expect(isChanged(draftOf(saved), saved)).toBe(false);
  expect(isChanged({ ...draftOf(saved), revision: 4 }, saved)).toBe(false);
  expect(isChanged({ ...draftOf(saved), columns: [a, c, b] }, saved)).toBe(true);
  expect(isChanged({ ...draftOf(saved), columns: [a, b, { heading: 'C', text: 'PAY' }] }, saved)).toBe(true);
  expect(isChanged(draftOf(saved), undefined)).toBe(true);
});

test('a draft without columns, or with one that has no heading, says so', () => {
  expect(lackOf({ columns: [] })).toContain('at least one');
  expect(lackOf({ columns: [{ heading: ' ', text: 'x' }] })).toContain('heading');
});
