import { expect, test } from 'vitest';
import { drawPart } from '../../../test/support/draw.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import type { ShownRow } from './contract.ts';
import { toBase64 } from './file.ts';
import { PreviewRows } from './preview-rows.tsx';
import { ResultPanel } from './result-panel.tsx';
import { changeLine, columnLabel, importLabel } from './words.ts';

const row = (line: number, verdict: ShownRow['verdict'], more: Partial<ShownRow> = {}): ShownRow => ({
  ...{ line, verdict, title: `Row ${line}`, beneath: '', does: [], why: null },
  ...more,
});

test('ten thousand rows are shown by the page', () => {
  const page = drawPart(<PreviewRows rows={Array.from({ length: 10_000 }, (_, index) => row(index + 2, 'new'))} />);
  expect(page.text).toContain('Row 51');
  expect(page.text).not.toContain('Row 52');
  expect(page.buttons).toContain('200');
});

test('each column can be told to be something else', () => {
  const columns = [
    { name: 'Who', sample: 'Ana' },
    { name: '', sample: '' },
  ];
  const fields = [
    { field: 'name', label: 'Name' },
    { field: 'day', label: 'Day' },
  ] as const;
  const page = drawPart(
    <ColumnsPanel fields={fields} columns={columns} mapping={{ name: 0, day: null }} onMap={() => undefined} />,
  );
  expect(page.html).toContain('value="Who (Ana)"');
  expect(page.html).toContain('Not in the file');
});

test('the result names what was not taken, and what is worth a look', () => {
  const page = drawPart(
    <ResultPanel
      done={['3 roles added']}
      findings={['Two shifts overlap.']}
      refused={Array.from({ length: 22 }, (_, index) => ({ line: index + 2, title: 'Bar', why: 'Mend it.' }))}
      refusedFile={null}
      undo="It can’t be undone."
      onward={<b>Onward</b>}
      onAgain={() => undefined}
    />,
  );
  expect(page.text).toContain('3 roles added.');
  expect(page.text).toContain('22 rows were not taken');
  expect(page.text).toContain('Line 21, Bar: Mend it.');
  expect(page.text).toContain('and 2 more, in the file');
  expect(page.text).toContain('Two shifts overlap.');
  expect(page.buttons).not.toContain('Download these rows');
});

test('the button says how many', () => {
  const label = (...rows: readonly ShownRow[]) => importLabel(rows, 'person', 'people');
  expect(label(row(2, 'new'))).toBe('Add 1 person');
  expect(label(row(2, 'new'), row(3, 'changed'))).toBe('Add 1, change 1');
  expect(label(row(2, 'changed'), row(3, 'changed'))).toBe('Change 2 people');
  expect(label(row(2, 'same'), row(3, 'error'))).toBeNull();
});

test('columns and changes have words of their own', () => {
  expect(columnLabel({ name: '', sample: 'A very long text that nobody reads' }, 1)).toBe(
    'Column 2 (A very long text that n…)',
  );
  expect(changeLine('Colour', 'teal', '')).toBe('Colour: teal → none');
  expect(changeLine('Shifts', '', 'Mon')).toBe('Shifts: Mon');
});

test('bytes travel as they are, however many', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
  expect(Buffer.from(toBase64(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true);
});
