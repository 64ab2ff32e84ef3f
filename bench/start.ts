/**
 * `node bench/start.ts`: from starting `coact serve` to its first answer, on an empty folder and on one that is set up, and the memory that
 * it holds when nothing happens; each against a bare node:http server, started in turn.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Figures, present, progress, small } from './lab/figures.ts';
import { type Running, startProgram } from './lab/processes.ts';
import { fixed, median, medianRatio } from './lab/rounds.ts';

const rounds = small ? 1 : 5;
const idleMs = small ? 3_000 : 60_000;
const megabyte = 1_048_576;

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'coact-bench-'));
  folders.push(folder);
  return folder;
};

const startBare = () => startProgram('bench/lab/bare-server.ts', []);
const startCoact = (folder: string) =>
  startProgram('src/main.ts', ['serve'], { DATA_DIR: folder, NODE_ENV: 'development', LOG_LEVEL: 'warn' });

/** Milliseconds from the start of the process to the end of the first answer. */
async function firstAnswer(program: Running, path: string): Promise<number> {
  const asked = performance.now();
  const response = await fetch(`http://127.0.0.1:${program.port}${path}`, { redirect: 'manual' });
  await response.arrayBuffer();
  if (response.status >= 500) throw new Error(`the first answer was ${response.status}`);
  return program.readyMs + performance.now() - asked;
}

async function timesOfStart() {
  const times = { bare: [] as number[], cold: [] as number[], warm: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    progress(`start ${round + 1} of ${rounds}`);
    const folder = newFolder();
    const starts = { bare: startBare, cold: () => startCoact(folder), warm: () => startCoact(folder) };
    for (const kind of ['bare', 'cold', 'warm'] as const) {
      await using program = await starts[kind]();
      times[kind].push(await firstAnswer(program, '/healthz'));
    }
  }
  return times;
}

/** Bytes resident after so long without a request, both at the same time. */
async function idleMemory() {
  progress(`idle for ${idleMs / 1_000} s`);
  await using bare = await startBare();
  await using coact = await startCoact(newFolder());
  await firstAnswer(bare, '/');
  await firstAnswer(coact, '/healthz');
  await setTimeout(idleMs);
  return { bare: (await bare.usage()).rssBytes, coact: (await coact.usage()).rssBytes };
}

async function measure(): Promise<Figures> {
  const times = await timesOfStart();
  const idle = await idleMemory();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const timeRow = (name: string, values: readonly number[]) => [
    name,
    fixed(medianRatio(values, times.bare), 1),
    `${fixed(median(values), 0)} ms (bare ${fixed(median(times.bare), 0)} ms)`,
  ];
  return {
    title: 'Start and idle memory, against bare node:http',
    how: `\`coact serve\` on the embedded database. Start: from the start of the process to the end of the first answer, median of ${rounds}. Memory: resident after ${idleMs / 1_000} s without a request.`,
    head: ['', '÷ bare', ''],
    rows: [
      timeRow('start on an empty folder (makes keys, database and tables)', times.cold),
      timeRow('start on a folder that is set up', times.warm),
      [
        'memory when idle',
        fixed(idle.coact / idle.bare, 1),
        `${fixed(idle.coact / megabyte, 0)} MB (bare ${fixed(idle.bare / megabyte, 0)} MB)`,
      ],
    ],
    notes: ['The embedded database, a whole PostgreSQL, is in the process and in its memory.'],
    broken: [],
  };
}

await present(measure);
