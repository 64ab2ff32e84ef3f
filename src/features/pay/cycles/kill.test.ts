import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type DatabasePlace, openDatabasePlace } from '../../../../test/support/database.ts';
import { sql } from '../../../platform/db/index.ts';
import { groundOn } from '../raises/kill-ground.fixture.ts';
import { openCycleSite } from './cycle-world.fixture.ts';

const kills = 3;

/** A review in which a raise is chosen for each of four, with who submits it. */
async function chosen(at: DatabasePlace): Promise<readonly string[]> {
  await using site = await openCycleSite(await groundOn(await at.open(), at.folder, '2026-05-04T09:00:00Z'));
  const world = await site.reviewing();
  const id = await world.opened();
  for (const who of [world.ana, world.ben, world.cleo, world.dan]) await world.choose(world.owner, id, who, 1540);
  return [world.orgId, world.payroll.personId, id];
}

/** Submits it in a process of its own, and waits until that says a word. */
async function submitting(at: DatabasePlace, about: readonly string[], word: string): Promise<ChildProcess> {
  const program = new URL('./kill.fixture.ts', import.meta.url).pathname;
  const { revision } = await outcome(at);
  const args = [program, at.folder, at.url, ...about, String(revision)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  while (!said.includes(word)) {
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode}`);
    await pause(5);
  }
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** What came of it: lines that are proposals, those that are about to be, and how many proposals there are of whom. */
async function outcome(at: DatabasePlace) {
  const db = await at.open();
  const { rows } = await sql<{
    proposed: number;
    going: number;
    raises: number;
    people: number;
    revision: number;
  }>`select
      (select count(raise_id)::int from coact.pay_cycle_lines) as proposed,
      (select count(going_by)::int from coact.pay_cycle_lines) as going,
      (select count(*)::int from coact.raises) as raises,
      (select count(distinct person_id)::int from coact.raises) as people,
      (select revision from coact.pay_cycles) as revision`.execute(db.kysely);
  await db.close();
  const [row] = rows;
  if (row === undefined) throw new Error('nothing was counted');
  return row;
}

it(`proposes each line once, over ${kills} kills -9 of the process that submits`, async () => {
  const at = await openDatabasePlace(4);
  const about = await chosen(at);
  for (let index = 0; index < kills; index += 1) {
    const child = await submitting(at, about, 'working');
    await pause(Math.random() * 150);
    await kill(child);
    // Each line is a proposal, is about to be one, or nothing has begun at all.
    const { proposed, going, raises, people } = await outcome(at);
    expect([raises, people]).toEqual([proposed, proposed]);
    expect([0, 4]).toContain(proposed + going);
  }
  await kill(await submitting(at, about, 'done'));
  expect(await outcome(at)).toMatchObject({ proposed: 4, going: 0, raises: 4, people: 4 });
  await at.close();
}, 300_000);
