import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine, csvMark, readCsv } from './index.ts';

const cellsOf = (file: string | Uint8Array) => {
  const read = readCsv(file);
  if (!read.ok) throw new Error(`${read.line}: ${read.why}`);
  return [read.header, ...read.rows.map(({ cells }) => cells)];
};
const faultOf = (file: string | Uint8Array, options = {}) => {
  const read = readCsv(file, options);
  return read.ok ? null : [read.line, read.why];
};
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('a file', () => {
  it.each([',', ';', '\t'])('is read with %j between its cells', (mark) => {
    const file = ['name,mail', '"Olé, ""O""",o@x.example', 'a,b'].join('\n').replaceAll(',', mark);
    expect(cellsOf(file)).toEqual([
      ['name', 'mail'],
      [`Olé${mark} "O"`, 'o@x.example'],
      ['a', 'b'],
    ]);
  });

  it('may say itself what stands between its cells', () => {
    expect(readCsv('sep=;\r\nname;a,b,c\r\nOlé;1')).toEqual({
      ...{ ok: true, header: ['name', 'a,b,c'] },
      rows: [{ line: 3, cells: ['Olé', '1'] }],
    });
  });

  it('is read in UTF-8 and UTF-16, with a mark in front and without', () => {
    const text = 'name,mail\r\nŁucja 🙂,l@x.example\r\n';
    const wanted = [
      ['name', 'mail'],
      ['Łucja 🙂', 'l@x.example'],
    ];
    const files = [text, csvMark + text, Buffer.from(text), Buffer.from(csvMark + text), utf16(text)];
    const wide = [utf16(csvMark + text), utf16(text).swap16(), utf16(csvMark + text).swap16()];
    for (const file of [...files, ...wide]) expect(cellsOf(file)).toEqual(wanted);
  });

  it('ends its lines in any of three ways, and says of each row where it began', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const file = ['', 'name,note', 'Ada,"two', 'lines"', ' , ', '', 'Bo,last'].join(end);
      expect(readCsv(file)).toMatchObject({
        rows: [
          { line: 3, cells: ['Ada', `two${end}lines`] },
          { line: 7, cells: ['Bo', 'last'] },
        ],
      });
    }
  });

  it('gives each row the cells of the header, and more only where somebody wrote more', () => {
    expect(cellsOf('a,b, ,\n1\n1,2,,,\n1,2,3,4')).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['1', '2'],
      ['1', '2', '3', '4'],
    ]);
  });

  it('is refused with the line and what to do when it can’t be read', () => {
    expect(faultOf('')).toEqual([1, expect.stringContaining('nothing')]);
    expect(faultOf(' , \n\n')).toEqual([1, expect.stringContaining('nothing')]);
    expect(faultOf('a,b\n1,"open\n2,3\n')).toEqual([2, expect.stringContaining('never closed')]);
    expect(faultOf('a,b\n\n1,5" pipe')).toEqual([3, expect.stringContaining('within a cell')]);
    expect(faultOf('a,b\n"x"y,1')).toEqual([2, expect.stringContaining('follows')]);
    expect(faultOf(Buffer.from('a,b\nJos\xe9,1', 'latin1'))).toEqual([2, expect.stringContaining('CSV UTF-8')]);
    expect(faultOf('a,b\n1,\0')).toEqual([2, expect.stringContaining('no text')]);
    expect(faultOf(Buffer.from('PK\x03\x04....', 'latin1'))).toEqual([1, expect.stringContaining('spreadsheet')]);
    expect(faultOf('a\n1\n2\n3', { mostRows: 2 })).toEqual([4, expect.stringContaining('more than 2 rows')]);
    expect(faultOf('a,'.repeat(300))).toEqual([1, expect.stringContaining('columns')]);
  });

  it('of any bytes is an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof readCsv(bytes).ok === 'boolean'),
      { numRuns: 500 },
    );
  });

  it('is read in time that grows with its length alone', () => {
    const quotes = `a,b\n${'"x""y",'.repeat(200_000)}`;
    const begun = performance.now();
    readCsv(quotes);
    readCsv(`a\n"${'x""'.repeat(1_000_000)}"`);
    readCsv(`${'"'.repeat(1_000_001)}`);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('what was written', () => {
  it('comes back as it was', () => {
    // A record without any text is left out, so each has some.
    const cells = fc.array(fc.string(), { minLength: 2, maxLength: 5 }).map((rest) => ['x', ...rest]);
    fc.assert(
      fc.property(cells, (row) => {
        const file = csvMark + csvLine(row.map((_, index) => `c${index}`)) + csvLine(row);
        expect(cellsOf(file)[1]).toEqual(row.map((cell) => cell.replaceAll('\0', '')));
      }),
    );
    const hard = ['=1', "'=1", "''=1", "'", "O'Hara", '+351 91', '"', ' -', '\r\n', '\uFEFF=1'];
    expect(cellsOf(csvLine(hard.map((_, index) => `c${index}`)) + csvLine(hard))[1]).toEqual(hard);
  });

  it('comes back from between other marks too', () => {
    for (const mark of [';', '\t'] as const)
      expect(cellsOf(csvLine(['a;b', 'c'], mark) + csvLine(['1,5\t', ';'], mark))[1]).toEqual(['1,5\t', ';']);
  });

  it('shows numbers as numbers', () => {
    expect(csvLine(['-1', -1, 2.5])).toBe(`"'-1",-1,2.5\r\n`);
  });
});

describe('a cell of a spreadsheet', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', ' =1', '＝1', '＋1', '－1', '＠A'])(
    'is text, be it %j',
    (text) => expect(csvCell(text)).toMatch(/^"'/),
  );

  it('comes back as it was, whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvCell(text);
        expect(cell).toMatch(/^"[^"]*(?:""[^"]*)*"$/s);
        const back = cell.slice(1, -1).replaceAll('""', '"');
        expect([text.replaceAll('\0', ''), `'${text.replaceAll('\0', '')}`]).toContain(back);
      }),
    );
  });
});
