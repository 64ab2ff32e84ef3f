import type { Check, Finding } from './check.ts';
import { type Exception, exceptions } from './exceptions.ts';
import { linesOf, type Repository, sourceFiles, testFiles } from './repository.ts';
import { readSyntax } from './syntax.ts';

/** One row of the printed table. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly budget: string;
  readonly kept: boolean;
}

const longestFile = 500;
const longestFunction = 60;

/** The budgets of ARCHITECTURE.md. The totals are printed also when all are kept. */
export function budgets(print: (measures: readonly Measure[]) => void): Check {
  return {
    name: 'sizes and budgets',
    run: async (repository) => {
      const { measures, findings } = measure(repository, exceptions);
      print(measures);
      const broken = measures.filter((row) => !row.kept);
      return [
        ...findings,
        ...broken.map((row) => ({
          where: 'the repository',
          problem: `${row.name} is ${row.value}, not ${row.budget}`,
        })),
      ];
    },
  };
}

/**
 * What runs on the server, and its tests. Pages are proved by the journeys in a browser, practice and scripts by being run:
 * for them lines of tests say little (docs/decisions).
 */
function isServerCode(path: string): boolean {
  return /^(?:src|test)\//.test(path) && !/(?:^src|\/)web\//.test(path);
}

/** Measures all TypeScript; findings name the files and functions that are too long. */
export function measure(
  repository: Repository,
  allowed: readonly Exception[],
): { readonly measures: readonly Measure[]; readonly findings: readonly Finding[] } {
  const source = sourceFiles(repository);
  const tests = testFiles(repository);
  const findings = [
    ...tooLongFiles(repository, [...source, ...tests], allowed),
    ...tooLongFunctions(repository, source, allowed),
    ...anyTypes(repository, [...source, ...tests]),
  ];
  const lengths = source.map((path) => linesOf(repository.read(path)).length).toSorted((a, b) => a - b);
  const sourceLines = writtenLines(repository, source);
  const syntax = source.map((path) => readSyntax(path, repository.read(path)));
  const comments = sum(syntax.map((file) => file.commentLines));
  const casts = sum(syntax.map((file) => file.castLines.length));
  const commentShare = percent(comments, sourceLines);
  const served = writtenLines(repository, source.filter(isServerCode));
  const testShare = round(writtenLines(repository, tests.filter(isServerCode)) / Math.max(1, served));
  const median = quantile(lengths, 0.5);
  const ninetyFifth = quantile(lengths, 0.95);
  return {
    findings,
    measures: [
      { name: 'files of source', value: source.length, budget: '', kept: true },
      { name: 'written lines of source', value: sourceLines, budget: '', kept: true },
      { name: 'lines of a file, median', value: median, budget: '≤ 70', kept: median <= 70 },
      { name: 'lines of a file, 95th percentile', value: ninetyFifth, budget: '≤ 300', kept: ninetyFifth <= 300 },
      {
        name: 'comment lines, %',
        value: commentShare,
        budget: '6 to 15',
        kept: commentShare >= 6 && commentShare <= 15,
      },
      { name: 'test lines per line of server source', value: testShare, budget: '≥ 0.6', kept: testShare >= 0.6 },
      {
        name: 'type assertions per 1,000 lines',
        value: round((casts * 1000) / Math.max(1, sourceLines)),
        budget: '',
        kept: true,
      },
    ],
  };
}

function tooLongFiles(repository: Repository, files: readonly string[], allowed: readonly Exception[]): Finding[] {
  const excused = whereOf(allowed, 'file length');
  const long = files.filter((path) => linesOf(repository.read(path)).length > longestFile);
  return [
    ...long
      .filter((path) => !excused.has(path))
      .map((where) => ({
        where,
        problem: `has ${linesOf(repository.read(where)).length} lines, more than ${longestFile}: split it by concept`,
      })),
    ...unneeded(excused, new Set(long), 'file length'),
  ];
}

function tooLongFunctions(repository: Repository, files: readonly string[], allowed: readonly Exception[]): Finding[] {
  const excused = whereOf(allowed, 'function length');
  const findings: Finding[] = [];
  const met = new Set<string>();
  for (const path of files) {
    for (const found of readSyntax(path, repository.read(path)).functions) {
      if (found.lines <= longestFunction) continue;
      const where = `${path}#${found.name}`;
      met.add(where);
      if (excused.has(where)) continue;
      findings.push({
        where: `${path}:${found.line}`,
        problem: `${found.name} has ${found.lines} lines, more than ${longestFunction}: give its steps names of their own`,
      });
    }
  }
  return [...findings, ...unneeded(excused, met, 'function length')];
}

function anyTypes(repository: Repository, files: readonly string[]): Finding[] {
  return files.flatMap((path) =>
    readSyntax(path, repository.read(path)).anyLines.map((line) => ({
      where: `${path}:${line}`,
      problem: 'says `any`: name the type, or take `unknown` and parse it',
    })),
  );
}

function whereOf(allowed: readonly Exception[], rule: Exception['rule']): ReadonlySet<string> {
  return new Set(allowed.filter((entry) => entry.rule === rule).map((entry) => entry.where));
}

function unneeded(excused: ReadonlySet<string>, met: ReadonlySet<string>, rule: string): Finding[] {
  return [...excused]
    .filter((where) => !met.has(where))
    .map((where) => ({
      where,
      problem: `no longer needs its exception (${rule}): take it out of scripts/checks/exceptions.ts`,
    }));
}

function writtenLines(repository: Repository, files: readonly string[]): number {
  return sum(files.map((path) => linesOf(repository.read(path)).filter((line) => line.trim() !== '').length));
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function percent(part: number, whole: number): number {
  return round((100 * part) / Math.max(1, whole));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
