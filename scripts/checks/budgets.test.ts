import { describe, expect, it } from 'vitest';
import { measure } from './budgets.ts';
import type { Exception } from './exceptions.ts';
import { repositoryOf } from './repository.ts';

const lines = (count: number, line = 'export const a = 1;') => `${Array(count).fill(line).join('\n')}\n`;
const longFunction = `export function share() {\n${lines(70, '  one();')}}\n`;

const problems = (texts: Readonly<Record<string, string>>, allowed: readonly Exception[] = []) =>
  measure(repositoryOf(texts), allowed).findings.map((found) => `${found.where} ${found.problem}`);
const measured = (texts: Readonly<Record<string, string>>, name: string) =>
  measure(repositoryOf(texts), []).measures.find((row) => row.name === name);

describe('sizes', () => {
  it('name a file of more than 500 lines, tests too', () => {
    expect(problems({ 'src/a.ts': lines(501), 'src/b.ts': lines(500), 'src/c.test.ts': lines(501) })).toEqual([
      expect.stringContaining('src/a.ts has 501 lines'),
      expect.stringContaining('src/c.test.ts has 501 lines'),
    ]);
  });

  it('name a function of more than 60 lines wherever it stands', () => {
    const inObject = `export const surface = {\n  open: async () => {\n${lines(61, '    one();')}  },\n};\n`;
    expect(problems({ 'src/a.ts': longFunction, 'src/b.ts': inObject })).toEqual([
      expect.stringContaining('src/a.ts:1 share has 72 lines'),
      expect.stringContaining('src/b.ts:2 open has 63 lines'),
    ]);
  });

  it('leave out what is listed, and say when it need not be listed', () => {
    const allowed: Exception[] = [
      { rule: 'function length', where: 'src/a.ts#share', reason: 'a table in the form of code' },
    ];
    expect(problems({ 'src/a.ts': longFunction }, allowed)).toEqual([]);
    expect(problems({ 'src/a.ts': 'export {};\n' }, allowed)).toEqual([expect.stringContaining('no longer needs')]);
  });

  it('judge median and 95th percentile of the source', () => {
    const texts = Object.fromEntries([10, 20, 30, 80, 310].map((count) => [`src/f${count}.ts`, lines(count)]));
    expect(measured(texts, 'lines of a file, median')).toMatchObject({ value: 30, kept: true });
    expect(measured(texts, 'lines of a file, 95th percentile')).toMatchObject({ value: 310, kept: false });
  });
});

describe('shares', () => {
  it('count comments of all kinds, and blank lines not at all', () => {
    const text = `/** Says\n * why. */\nexport const a = 1; // here\n\n${lines(17)}`;
    expect(measured({ 'src/a.ts': text }, 'comment lines, %')).toMatchObject({ value: 15, kept: true });
    expect(measured({ 'src/a.ts': lines(20) }, 'comment lines, %')).toMatchObject({ value: 0, kept: false });
  });

  it('compare tests with source, pages and practice aside', () => {
    const texts = { 'src/a.ts': lines(100), 'src/a.test.ts': lines(60), 'test/support/world.ts': lines(20) };
    const aside = {
      'src/web/page.tsx': lines(500),
      'src/features/x/web/p.tsx': lines(90),
      'practice/main.ts': lines(80),
    };
    expect(measured({ ...texts, ...aside }, 'test lines per line of server source')).toMatchObject({
      value: 0.8,
      kept: true,
    });
  });
});

describe('types', () => {
  it('may not be any, in tests neither', () => {
    const texts = { 'src/a.ts': 'export const a: any = 1;', 'src/a.test.ts': 'export const b = [] as any[];' };
    expect(problems(texts)).toHaveLength(2);
  });

  it('count assertions, and not `as const`', () => {
    const text = `export const a = ['x'] as const;\nexport const b = a as unknown;\n${lines(998)}`;
    expect(measured({ 'src/a.ts': text }, 'type assertions per 1,000 lines')).toMatchObject({ value: 1 });
  });
});
