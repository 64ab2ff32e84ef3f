import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import { dayText } from '../words.ts';
import { type WageRow, wagePreviewSchema } from './contract.ts';
import { WageChoices, WagesResult } from './import-window.tsx';
import { shownWage } from './import-words.ts';

const row = (given: Partial<WageRow> = {}): WageRow => ({
  ...{ line: 2, name: 'Ana', verdict: 'new', outside: false, why: null, mark: 'm' },
  wage: {
    ...{ from: '2026-06-01', roleName: null, why: 'As agreed' },
    pay: { kind: 'hourly', minor: 1550, currency: 'EUR', weeklyMinutes: null },
  },
  ...given,
});
const previewOf = (...rows: readonly WageRow[]) =>
  wagePreviewSchema.parse({
    columns: [
      { name: 'E-mail', sample: 'ana@x.example' },
      { name: 'Lohn', sample: '15,50' },
    ],
    mapping: {
      ...{ person: 0, amount: 1, role: null, kind: null, currency: null, hours: null },
      ...{ from: null, why: null },
    },
    ...{ rows, refusedFile: null },
  });
const draw = (...rows: readonly WageRow[]) =>
  drawPart(
    <WageChoices
      preview={previewOf(...rows)}
      choices={{ outsideBand: false, mapping: null }}
      onChoose={() => undefined}
    />,
  );

test('those who keep pay find the import on its page, and nobody else does', async () => {
  const page = (administers: boolean) =>
    drawPage('/pay', [
      [['me'], ownerOf()],
      [['pay', 'people'], { people: [], administers }],
    ]);
  expect((await page(true)).buttons).toContain('Import wages');
  expect((await page(false)).buttons).not.toContain('Import wages');
});

test('the choices name the columns, and ask about bands where a row is outside one', () => {
  const page = draw(row());
  expect(page.html).toContain('value="Lohn (15,50)"');
  expect(page.text).not.toContain('outside their band');
  const other = draw(row({ outside: true }), row({ outside: true, verdict: 'error', wage: null, why: 'Above.' }));
  expect(other.text).toContain('Wages outside their band are meant so 2 rows are below or above');
});

test('a row says whom, what for, from when, how much and why; one in error what to do', () => {
  expect(shownWage(row())).toMatchObject({
    ...{ title: 'Ana', beneath: `For all work, from ${dayText('2026-06-01')}`, verdict: 'new' },
    does: ['€15.50 an hour', 'As agreed'],
  });
  const bar = { from: '2026-06-01', roleName: 'Bar', why: 'x' };
  const pay = { kind: 'monthly', minor: 320_000, currency: 'EUR', weeklyMinutes: 2310 } as const;
  expect(shownWage(row({ wage: { ...bar, pay }, outside: true }))).toMatchObject({
    beneath: `As Bar, from ${dayText('2026-06-01')}`,
    does: ['€3,200.00 a month for 38.5 hours a week', 'outside the band', 'x'],
  });
  expect(shownWage(row({ name: '', verdict: 'error', wage: null, why: 'Nobody is named.' }))).toMatchObject({
    ...{ title: 'Nobody', beneath: '', does: [], why: 'Nobody is named.' },
  });
});

test('the result says what holds, what waits and what was not taken', () => {
  const result = { added: 2, people: 1, same: 1, holds: true, refused: [], refusedFile: null };
  const drawn = (given: object) =>
    drawPart(<WagesResult result={{ ...result, ...given }} onAgain={() => undefined} onClose={() => undefined} />);
  expect(drawn({}).text).toContain('2 wages entered, of 1 person, 1 row already as the file says.');
  expect(drawn({}).text).not.toContain('second person');
  expect(drawn({ holds: false }).text).toContain('once a second person has confirmed');
  const refused = drawn({ added: 0, refused: [{ line: 3, name: '', why: 'Nobody is named.' }], refusedFile: 'x' });
  expect(refused.text).toContain('Line 3, nobody: Nobody is named.');
  expect(refused.buttons).toEqual(expect.arrayContaining(['Done', 'Download these rows']));
  expect(refused.text).not.toContain('of 0 people');
});
