/**
 * `npm test`: the checks, the test suite on the embedded database and again on PostgreSQL, and the browser journeys.
 * What is missing is installed from Debian's packages where that is allowed; else it is said what was left out, and with
 * CI set that is a failure. The last lines name what failed and say how many tests passed and failed.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { browserPackages, findBrowser } from './testing/browser.ts';
import { installCommand, installPackages } from './testing/debian.ts';
import { type Part, readOptions, type TestOptions } from './testing/options.ts';
import { findServerPrograms, startThrowAwayServer } from './testing/postgres.ts';
import { run, stopRunning } from './testing/programs.ts';
import { countRun, listFailures, neverRun, type Outcome } from './testing/report.ts';
import { findSnac, snacPackages } from './testing/snac.ts';

const isStrict = !['', '0', 'false', undefined].includes(process.env.CI);
const nothing: Outcome = { passed: 0, failed: 0, failures: [], ran: new Set(), left: new Set() };
const failure: Outcome = { ...nothing, failed: 1 };
const suites: Readonly<Record<Part, { title: string; run(options: TestOptions): Promise<Outcome> }>> = {
  checks: { title: 'Checks', run: runChecks },
  unit: { title: 'Tests on the embedded database', run: runOnEmbedded },
  postgres: { title: 'Tests on PostgreSQL', run: runOnPostgres },
  journeys: { title: 'Browser journeys', run: runJourneys },
};

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    stopRunning();
  });
}
process.exitCode = await main();

async function main(): Promise<number> {
  const read = readOptions(process.argv.slice(2));
  if (!read.ok) {
    console.error(read.problem);
    return 2;
  }
  const runs: [title: string, outcome: Outcome][] = [];
  for (const part of read.options.parts) {
    if (interrupted) break;
    const { title, run: runPart } = suites[part];
    console.log(`\n=== ${title} ===\n`);
    runs.push([title, await runPart(read.options).catch(told)]);
  }
  if (interrupted) return 130;
  const outcomes = runs.map(([, outcome]) => outcome);
  const unrun = neverRun(outcomes);
  printList('Not run anywhere', unrun);
  printList('Failed', listFailures(runs));
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0) + (isStrict ? unrun.length : 0);
  const isEmpty = passed === 0 && !read.options.parts.includes('checks');
  if (isEmpty && failed === 0) console.log('\nNo test was run.');
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 || isEmpty ? 1 : 0;
}

function printList(title: string, names: readonly string[]): void {
  const shown = names.map((name) => `  ${name.replace(`${process.cwd()}${sep}`, '')}`);
  if (names.length > 0) console.log(`\n${title}:\n${shown.join('\n')}`);
}

function told(error: unknown): Outcome {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  return failure;
}

async function runChecks(): Promise<Outcome> {
  return (await run(process.execPath, ['scripts/check.ts'])) === 0 ? nothing : failure;
}

/** A server that speaks Mastodon's API is used where it can be had; Debian 12 has none, so its absence fails nobody. */
async function runOnEmbedded(options: TestOptions): Promise<Outcome> {
  const { filters } = options;
  const isAskedFor = filters.length === 0 || filters.some((filter) => /mastodon|snac/.test(filter));
  if (isAskedFor) await having(findSnac, snacPackages, "server with Mastodon's API (snac2, from Debian 13 on)");
  return runVitest(options, { TEST_DATABASE_URL: '' });
}

async function runOnPostgres(options: TestOptions): Promise<Outcome> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return runVitest(options, { TEST_DATABASE_URL: given });
  const programs = await having(findServerPrograms, ['postgresql'], 'PostgreSQL');
  if (programs === null) return isStrict ? failure : nothing;
  await using server = await startThrowAwayServer(programs);
  return await runVitest(options, { TEST_DATABASE_URL: server.url, TEST_DATABASE_DIR: server.folder });
}

async function runJourneys(options: TestOptions): Promise<Outcome> {
  const browser = await having(findBrowser, browserPackages, 'a browser');
  if (browser === null) return isStrict ? failure : nothing;
  if ((await run(process.execPath, ['scripts/build-web.ts'])) !== 0) return failure;
  return runVitest(options, { CHROMIUM_PATH: browser }, 'vitest.journeys.config.ts');
}

/** Finds a program, after installing it if need be; says what to do when there is none. */
async function having(find: () => string | null, packages: readonly string[], what: string): Promise<string | null> {
  const found = find() ?? ((await installPackages(packages)) ? find() : null);
  if (found === null) {
    console.log(`Skipped: there is no ${what} on this machine. To have it: ${installCommand(packages)} (as root)`);
  }
  return found;
}

async function runVitest(
  options: TestOptions,
  env: Readonly<Record<string, string>>,
  config = 'vitest.config.ts',
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'coact-report-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--config', config, ...reporters, '--passWithNoTests', ...options.filters];
  try {
    const code = await run(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], env);
    return countRun(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
