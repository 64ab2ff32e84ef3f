/**
 * `node bench/redirect.ts`: the redirect with its counting, as `coact serve` does it, against a bare node:http server that answers 302
 * and nothing else. Both in one run, in turn, in pairs of rounds one right after the other; then every click is looked for in the
 * database. Ratios are medians over the pairs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Figures, present, progress, small } from './lab/figures.ts';
import { countClicks, environmentFor, host, makeLinks } from './lab/links.ts';
import { load, loadProgram } from './lab/load.ts';
import { type BenchPostgres, noPostgres, startPostgres } from './lab/postgres.ts';
import { type Running, startProgram } from './lab/processes.ts';
import { fixed, median, medianRatio } from './lab/rounds.ts';

const rounds = small ? 3 : 7;
const seconds = small ? 1 : 3;
const linkCount = small ? 200 : 1_000;
const connections = 32;

interface Side {
  readonly perSecond: number[];
  readonly cpuUs: number[];
  readonly p99: number[];
  answered: number;
}

let visitors = 0;

/** A round against all processes of a side at once. */
async function round(side: Side, processes: readonly Running[], paths: readonly string[]): Promise<void> {
  const usedBefore = await usedBy(processes);
  const loaded = await Promise.all(
    processes.map(({ port }) => {
      visitors += 400_000;
      const plan = { port, host, paths, seconds, firstVisitor: visitors };
      return load({ ...plan, connections: connections / processes.length });
    }),
  );
  // Clicks that are still on their way to the database are part of the price.
  await setTimeout(1_200);
  const answered = loaded.reduce((sum, one) => sum + one.answered, 0);
  side.answered += answered;
  side.perSecond.push(loaded.reduce((sum, one) => sum + one.perSecond, 0));
  side.cpuUs.push(((await usedBy(processes)) - usedBefore) / answered);
  side.p99.push(Math.max(...loaded.map((one) => one.p99)));
}

async function usedBy(processes: readonly Running[]): Promise<number> {
  const usages = await Promise.all(processes.map((one) => one.usage()));
  return usages.reduce((sum, usage) => sum + usage.cpuUs, 0);
}

async function compare(name: string, count: number, postgres: BenchPostgres | null) {
  progress(name);
  const folder = mkdtempSync(join(tmpdir(), 'coact-bench-'));
  const store = { folder, url: await postgres?.newDatabase() };
  const { org, paths } = await makeLinks(store, linkCount);
  const bare: Running[] = [];
  const coact: Running[] = [];
  for (let made = 0; made < count; made += 1) {
    bare.push(await startProgram('bench/lab/bare-server.ts', []));
    coact.push(await startProgram('src/main.ts', ['serve'], environmentFor(store)));
  }
  const sides = { bare: newSide(), coact: newSide() };
  const warmUp = newSide();
  await round(newSide(), bare, paths);
  await round(warmUp, coact, paths);
  const databaseBefore = postgres?.cpuUs() ?? Number.NaN;
  for (let turn = 0; turn < rounds; turn += 1) {
    await round(sides.bare, bare, paths);
    await round(sides.coact, coact, paths);
  }
  const databaseUs = ((postgres?.cpuUs() ?? Number.NaN) - databaseBefore) / sides.coact.answered;
  for (const one of [...bare, ...coact]) await one.stop();
  const answered = sides.coact.answered + warmUp.answered;
  const found = await countClicks(store, org);
  rmSync(folder, { recursive: true });
  return { name, ...sides, answered, found, databaseUs };
}

const newSide = (): Side => ({ perSecond: [], cpuUs: [], p99: [], answered: 0 });

type Comparison = Awaited<ReturnType<typeof compare>>;

function toRow({ name, bare, coact, answered, found, databaseUs }: Comparison): string[] {
  return [
    name,
    fixed(medianRatio(coact.perSecond, bare.perSecond)),
    fixed(medianRatio(coact.cpuUs, bare.cpuUs)),
    `${fixed(median(coact.cpuUs), 1)} (bare ${fixed(median(bare.cpuUs), 1)}${Number.isNaN(databaseUs) ? '' : `, database ${fixed(databaseUs, 1)}`})`,
    `${fixed(median(coact.p99), 1)} (bare ${fixed(median(bare.p99), 1)})`,
    fixed(median(coact.perSecond), 0),
    `${found >= answered ? 'all' : `${found}`} of ${answered}`,
  ];
}

/** A request that was under way when a round's load ended is counted, and the load program does not report it. */
function brokenIn({ name, answered, found }: Comparison): string[] {
  const most = answered + connections * (rounds + 1);
  if (found < answered) return [`${name}: ${answered - found} clicks of ${answered} were not found.`];
  if (found > most) return [`${name}: ${found - most} clicks more than can have been made were found.`];
  return [];
}

async function measure(): Promise<Figures> {
  await using postgres = await startPostgres();
  const comparisons = [await compare('1 process, embedded database', 1, null)];
  if (postgres !== null) {
    comparisons.push(await compare('1 process, PostgreSQL', 1, postgres));
    comparisons.push(await compare('2 processes, PostgreSQL', 2, postgres));
  }
  return {
    title: 'Redirect with its click counted, against bare node:http',
    how:
      `${loadProgram}, ${connections} connections over loopback, ${linkCount} links clicked in turn by visitors of whom none comes twice, through ` +
      `one trusted proxy header; ${rounds} pairs of rounds of ${seconds} s. \`coact serve\` as it is run, against a node:http server (as many ` +
      'processes) that answers 302 and does nothing else. Ratios are medians over the pairs.',
    head: [
      '',
      'requests/s ÷ bare',
      'CPU a request ÷ bare',
      'CPU a request, µs',
      'p99, ms',
      'requests/s',
      'clicks found',
    ],
    rows: comparisons.map(toRow),
    notes: [
      'CPU is that of the server processes; the embedded database works inside of them. Load program, server and database share the cores.',
      ...(postgres === null ? [noPostgres] : []),
    ],
    broken: comparisons.flatMap(brokenIn),
  };
}

await present(measure);
