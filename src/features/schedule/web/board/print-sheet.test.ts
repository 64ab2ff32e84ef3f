import { expect, test } from 'vitest';
import { assignmentOf, personOf, planOf, roleOf, shiftOf } from './plan.fixture.ts';
import { printBlocks } from './print-sheet.ts';
import { rowsOf } from './rows.ts';

const plan = planOf({
  roles: [roleOf('bar', { name: 'Bar' })],
  people: [personOf('ana', ['bar'], { name: 'Ana', minutes: 480 }), personOf('ben', ['bar'], { name: 'Ben' })],
  shifts: [
    shiftOf('tue', '2026-03-03', { needs: 2, label: 'opening', assignments: [assignmentOf('a2', 'ana')] }),
    shiftOf('mon', '2026-03-02', { assignments: [assignmentOf('a1', 'ana')] }),
    shiftOf('gone', '2026-03-04', { cancelled: true }),
  ],
});

test('a person’s sheet has the days with shifts in order; who works nothing has none', () => {
  expect(printBlocks(rowsOf('people', plan), plan)).toEqual([
    {
      key: 'ana',
      name: 'Ana',
      note: '8 h',
      lines: [
        { day: 'Mon 2 Mar', entries: ['09:00–17:00 Bar'] },
        { day: 'Tue 3 Mar', entries: ['09:00–17:00 Bar, opening'] },
      ],
    },
  ]);
});

test('a role’s sheet names everybody and what is open, and no cancelled shift', () => {
  const [bar] = printBlocks(rowsOf('roles', plan), plan);
  expect(bar).toMatchObject({ name: 'Bar', note: 'Quay' });
  expect(bar?.lines.map(({ entries }) => entries)).toEqual([
    ['09:00–17:00: Ana'],
    ['09:00–17:00 opening: Ana, 1 open'],
    [],
  ]);
});

test('where there are several locations, people read theirs', () => {
  const two = { ...plan, locations: [...plan.locations, { id: 'hill', name: 'Hill', zone: 'UTC' }] };
  expect(printBlocks(rowsOf('people', two), two)[0]?.lines[0]?.entries).toEqual(['09:00–17:00 Bar, Quay']);
});
