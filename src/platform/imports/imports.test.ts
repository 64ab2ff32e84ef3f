import { describe, expect, it } from 'vitest';
import { readCsv } from '../csv/index.ts';
import {
  fileShape,
  listed,
  mappingShape,
  markOf,
  marksShape,
  minorIn,
  readImport,
  refusedFile,
  showColumns,
  sortOut,
  unfitRow,
} from './index.ts';

const spellings = { what: ['role', 'rolle'], where: ['location', 'e mail'], when: ['time'] };
const encoded = (text: string) => Buffer.from(text).toString('base64');
const read = (text: string, asked: Parameters<typeof readImport<keyof typeof spellings>>[1] = null) =>
  readImport(encoded(text), asked, spellings, 3);

describe('a file that is imported', () => {
  it('is read with the columns that its header names, or with those that were asked for', () => {
    expect(read('Rolle;E-Mail;x\na;b;c')).toMatchObject({
      ok: true,
      header: ['Rolle', 'E-Mail', 'x'],
      rows: [{ line: 2, cells: ['a', 'b', 'c'] }],
      mapping: { what: 0, where: 1, when: null },
    });
    expect(read('Rolle;E-Mail;x\na;b;c', { when: 2, what: 3 })).toMatchObject({
      mapping: { what: null, where: null, when: 2 },
    });
  });

  it('is refused with a sentence where it can’t be read', () => {
    expect(read('')).toEqual({ ok: false, code: 'unreadable', why: 'Line 1: There is nothing in this file.' });
    expect(read('a\n1\n2\n3\n4')).toMatchObject({ why: expect.stringContaining('more than 3 rows') });
    expect(read(`a\n${'x'.repeat(5_000_000)}`)).toMatchObject({ code: 'too_large' });
    expect(fileShape.safeParse('x'.repeat(8_000_000)).success).toBe(false);
    expect(marksShape(2).safeParse(['a', 'b', 'c']).success).toBe(false);
  });

  it('shows of each column the first that stands in it', () => {
    const file = read('role,time\n,1\na,2');
    if (!file.ok) throw new Error(file.why);
    expect(showColumns(file.header, file.rows)).toEqual([
      { name: 'role', sample: 'a' },
      { name: 'time', sample: '1' },
    ]);
    expect(mappingShape(['what', 'where']).partial().parse({ what: 0 })).toEqual({ what: 0 });
    expect(mappingShape(['what']).safeParse({ what: -1 }).success).toBe(false);
  });

  it('has several values in a cell, but for a known name with a comma in it', () => {
    expect(listed('Bar; Food, drinks|bar', (name) => name === 'Food, drinks')).toEqual(['bar', 'Food, drinks']);
  });
});

describe('rows', () => {
  const error = { line: 4, verdict: 'error', why: 'Mend it.' } as const;
  const verdicts = [{ line: 2, verdict: 'new' } as const, { line: 3, verdict: 'same' } as const, error];
  const mark = ({ line, verdict }: { readonly line: number; readonly verdict: string }) => markOf([line, verdict]);

  it('are carried out where they are still what was shown, and refused with why where not', () => {
    const shown = verdicts.map(mark);
    expect(sortOut(verdicts, shown, mark)).toEqual({
      todo: [verdicts[0]],
      refused: [{ row: error, why: 'Mend it.' }],
    });
    const refused = [
      { row: verdicts[0], why: expect.stringContaining('has changed since the preview') },
      { row: error, why: 'Mend it.' },
    ];
    expect(sortOut(verdicts, ['other'], mark)).toEqual({ todo: [], refused });
  });

  it('that were not taken are a file that can be mended and read again, in which nothing is a formula', () => {
    const table = { header: ['name', 'mail'], rows: [{ line: 2, cells: ['=cmd()', 'nobody', 'too much'] }] };
    const file = refusedFile(table, [{ line: 2, why: 'Mend it.' }]) ?? '';
    expect(file).toContain(`"'=cmd()","nobody",2,"Mend it."`);
    expect(readCsv(file)).toMatchObject({ rows: [{ cells: ['=cmd()', 'nobody', '2', 'Mend it.'] }] });
    expect(refusedFile(table, [])).toBeNull();
  });

  it('are not judged with cells beyond the columns, or with the number of a payment card in any cell', () => {
    expect(unfitRow(['a', 'b'], 2)).toBeNull();
    expect(unfitRow(['a', 'b', 'c'], 2)).toContain('quotation marks');
    expect(unfitRow(['a', '4242 4242 4242 4242'], 2)).toContain('payment card');
  });
});

describe('an amount', () => {
  it('is read by its digits, exactly, and what is none is told from nothing', () => {
    const read = (text: string, digits = 2) => minorIn(text, digits);
    expect(['0.29', '0.125', '19.99', '€ 1.234,5', '1,000', '90071992547409.91'].map((text) => read(text))).toEqual([
      ...[29, null, 1999, 123_450, 100_000, 9_007_199_254_740_991],
    ]);
    expect([read('1500', 0), read('1500.5', 0), read('1.234', 3)]).toEqual([1500, null, 1234]);
    expect(['', '-1', '1.2.3', 'free'].map((text) => read(text))).toEqual([null, null, null, null]);
  });
});
