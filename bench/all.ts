/**
 * `npm run bench`: runs every measurement of this folder, one after the other, and writes docs/figures.md from what they give. About
 * half an hour. `--small` shows in two minutes that all of them run, and writes nothing; `--full` takes what sizes there are beyond the usual.
 */
import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, release, totalmem, type } from 'node:os';
import { text } from 'node:stream/consumers';
import { findServerPrograms } from '../scripts/testing/postgres.ts';
import { type Figures, full, progress, small, toMarkdown } from './lab/figures.ts';

const first = ['redirect', 'shares', 'kills', 'growth', 'policy', 'start', 'web'];

/** Those that README speaks of first, then the others by name. */
function benchNames(): readonly string[] {
  const found = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && name !== 'all.ts')
    .map((name) => name.slice(0, -'.ts'.length));
  return [...first.filter((name) => found.includes(name)), ...found.filter((name) => !first.includes(name)).toSorted()];
}

/** In a process of its own: what one measurement leaves in memory must not slow down the next. */
async function runOne(name: string): Promise<{ readonly name: string; readonly shown: string; readonly ok: boolean }> {
  progress(`${name} …`);
  const flags = ['--json', ...(small ? ['--small'] : []), ...(full ? ['--full'] : [])];
  const child = spawn(process.execPath, [new URL(`./${name}.ts`, import.meta.url).pathname, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = await text(child.stdout);
  const ok = (await ended) === 0;
  return { name, ok, shown: `${show(name, said)}\nRepeat it: \`node bench/${name}.ts\`\n` };
}

/** A measurement that speaks no JSON is shown as it speaks. */
function show(name: string, said: string): string {
  const last = said.trim().split('\n').at(-1) ?? '';
  if (last.startsWith('{')) return toMarkdown(JSON.parse(last) as Figures);
  return `## ${name}\n\n\`\`\`text\n${said.trim()}\n\`\`\`\n`;
}

function machine(loadBefore: number): string {
  const cores = availableParallelism();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const busy =
    loadBefore > cores / 2
      ? ` **It had other work at that time (load ${loadBefore.toFixed(1)} on ${cores} cores): the ratios are rough, the absolute figures worth little.**`
      : '';
  const postgres = findServerPrograms() === null ? 'no PostgreSQL server' : 'a PostgreSQL server';
  return `${new Date().toISOString().slice(0, 10)}, ${cores} cores, ${memory} GB, ${type()} ${release().split('-')[0]}, Node ${process.versions.node}, the embedded database and ${postgres}.${busy}`;
}

const loadBefore = loadavg()[0] ?? 0;
const results = [];
for (const name of benchNames()) results.push(await runOne(name));

const page = `# Figures

Written by \`npm run bench\`; change nothing here by hand. Each figure is a ratio within one run: both sides measured in turn on the same
machine in the same minutes. Absolute figures stand beside for orientation.

Machine: ${machine(loadBefore)}

${results.map(({ shown }) => shown).join('\n')}`;

if (small) process.stdout.write(page);
else writeFileSync(new URL('../docs/figures.md', import.meta.url), page);
for (const { name, ok } of results) if (!ok) progress(`${name} did not hold, or failed`);
if (results.some(({ ok }) => !ok)) process.exitCode = 1;
