import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv } from '../../../platform/csv/index.ts';
import { peopleCsv } from './people-list.ts';

type Row = Parameters<typeof peopleCsv>[0][number];

const row = (given: Partial<Row> = {}): Row => ({
  ...{ id: 'p1', name: 'Ana', state: 'open', isAsked: true, confirmed: null, passed: null, tries: 0 },
  ...{ toldAt: '2026-05-04T09:00:00.000Z', remindedAt: null, departments: ['Kitchen'], locations: ['Mitte', 'Quay'] },
  ...given,
});

/** The file as a spreadsheet shows it: the cells of each line by their heading. */
function readBack(rows: readonly Row[]): readonly Readonly<Record<string, string>>[] {
  const read = readCsv(peopleCsv(rows));
  if (!read.ok) throw new Error('the file can’t be read');
  return read.rows.map(({ cells }) =>
    Object.fromEntries(read.header.map((heading, index) => [heading, cells[index] ?? ''])),
  );
}

it('has who has not yet, who is late and who has confirmed, each in words', () => {
  const confirmed = { version: 3, at: '2026-05-05T10:00:00.000Z', how: 'web' } as const;
  const lines = readBack([
    row(),
    row({ name: 'Bo', state: 'late', remindedAt: '2026-05-06T09:00:00.000Z', departments: [] }),
    row({ name: 'Cleo', state: 'confirmed', confirmed, passed: true, tries: 2 }),
    row({ name: 'Dan', state: 'confirmed', confirmed, isAsked: false, locations: [] }),
  ]);
  expect(lines.map(({ Name, State }) => [Name, State])).toEqual([
    ['Ana', 'not yet'],
    ['Bo', 'late'],
    ['Cleo', 'confirmed'],
    ['Dan', 'confirmed, not asked any more'],
  ]);
  expect(lines[0]).toMatchObject({ Departments: 'Kitchen', Locations: 'Mitte; Quay', 'Confirmed at': '', How: '' });
  expect(lines[1]).toMatchObject({ Departments: '', 'Reminded at': '2026-05-06T09:00:00.000Z' });
  expect(lines[2]).toMatchObject({ Version: '3', 'Confirmed at': confirmed.at, How: 'web' });
});

it('says of a quiz whether it was passed and how often it was tried, and nothing where there is none', () => {
  const [none, failed, passed] = readBack([
    row({ passed: null, tries: 0 }),
    row({ passed: false, tries: 4 }),
    row({ passed: true, tries: 1 }),
  ]);
  expect([none?.['Quiz passed'], none?.Tries]).toEqual(['', '']);
  expect([failed?.['Quiz passed'], failed?.Tries]).toEqual(['no', '4']);
  expect([passed?.['Quiz passed'], passed?.Tries]).toEqual(['yes', '1']);
});

it('keeps every name as it is, and none is taken for a formula', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() === text && text !== ''),
    fc.constantFrom('=HYPERLINK("https://evil.example")', '+1', '-Ana', '@Bo', 'O’Neil, "Pat"', 'Ana\nBo', '王芳'),
  );
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
      const file = peopleCsv(names.map((one) => row({ name: one })));
      for (const line of file.split('\r\n').slice(1)) expect(line).not.toMatch(/^"?[=+\-@]/);
    }),
  );
  const kept = ['=1+1', 'O’Neil, "Pat"', '王芳'];
  expect(readBack(kept.map((one) => row({ name: one }))).map(({ Name }) => Name)).toEqual(kept);
});
