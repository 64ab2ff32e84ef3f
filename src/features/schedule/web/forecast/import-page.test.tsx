import { expect, test } from 'vitest';
import { employee, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import { refusedRow, shownRow } from './import-words.ts';

const row = {
  ...{ line: 2, location: 'Harbour', role: 'Bar', day: '2026-03-02', time: '09:00' },
  ...{ verdict: 'changed' as const, before: 20, amount: 24.5, why: null, mark: 'm' },
};

test('a row is told by its role and half hour, with what is expected before and after', () => {
  expect(shownRow(row)).toEqual({
    ...{ line: 2, title: 'Bar, Harbour', beneath: '2026-03-02 09:00', verdict: 'changed' },
    ...{ does: ['Expected: 20 → 24.5'], why: null },
  });
  expect(shownRow({ ...row, verdict: 'new', before: null }).does).toEqual(['Expected: 24.5']);
});

test('a row in error says why, whatever of it could be read', () => {
  const why = 'No role is given.';
  const wrong = { ...row, role: '', location: '', day: '', time: '', verdict: 'error' as const, amount: null, why };
  expect(shownRow(wrong)).toMatchObject({ title: 'No role', beneath: '', does: [], why });
  expect(refusedRow({ ...row, why })).toEqual({ line: 2, title: 'Bar, Harbour 2026-03-02 09:00', why });
});

test('whoever schedules imports; others are told who does', async () => {
  const page = async (me: object) => (await drawPage('/team/forecast/import', [[['me'], me]])).text;
  expect(await page(ownerOf())).toContain('Drop a CSV file here');
  const theirs = await page(employee);
  expect(theirs).toContain('Only those who schedule');
  expect(theirs).not.toContain('Drop a CSV file');
});
