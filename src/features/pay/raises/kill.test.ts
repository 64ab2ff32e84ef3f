import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { type DatabasePlace, openDatabasePlace } from '../../../../test/support/database.ts';
import { type OrgId, sql } from '../../../platform/db/index.ts';
import { groundOn } from './kill-ground.fixture.ts';
import { openRaiseSite } from './raise-world.fixture.ts';
import { takeAllEffect } from './watching.ts';

const many = 8;
const kills = 4;

/** An organisation in which so many raises are approved for the first of June. */
async function approved(at: DatabasePlace): Promise<OrgId> {
  await using site = await openRaiseSite(await groundOn(await at.open(), at.folder, '2026-05-04T09:00:00Z'));
  const world = await site.opened();
  for (let index = 0; index < many; index += 1) {
    const who = index === 0 ? world.ana : await world.as('employee', `Person ${index}`);
    const id = await world.proposed(world.payroll, {}, who);
    await world.act(world.owner, id, 'approval');
  }
  return world.orgId;
}

async function start(
  { folder, url }: DatabasePlace,
  org: OrgId,
): Promise<ChildProcess & { until(word: string): Promise<void> }> {
  const program = new URL('./kill.fixture.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, folder, url, org], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const until = async (word: string) => {
    while (!said.includes(word)) {
      if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode}`);
      await pause(5);
    }
  };
  return Object.assign(child, { until });
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** What came of it: how many wages and words each raise has, and how many have taken effect. */
async function outcome(at: DatabasePlace) {
  const db = await at.open();
  const { rows } = await sql<{ wages: number; told: number; state: string; title: string | null }>`select
      (select count(*)::int from coact.wages where wages.raise_id = raises.id) as wages,
      (select count(*)::int from coact.raise_events event where event.raise_id = raises.id and kind = 'in_force') as told,
      state, (select title from coact.profiles where profiles.person_id = raises.person_id) as title
    from coact.raises`.execute(db.kysely);
  await db.close();
  return rows;
}

const once1 = { wages: 1, told: 1, state: 'in_force', title: 'Head baker' };

it(`takes effect once, over ${kills} kills -9 of the process that lets it`, async () => {
  const at = await openDatabasePlace(4);
  const org = await approved(at);
  for (let index = 0; index < kills; index += 1) {
    const child = await start(at, org);
    await child.until('working');
    await pause(Math.random() * 150);
    await kill(child);
    // Whatever was in the middle is not there at all: no wage without its word, no word without its wage.
    for (const { wages, told, state } of await outcome(at)) {
      expect([wages, told]).toEqual(state === 'in_force' ? [1, 1] : [0, 0]);
    }
  }
  const last = await start(at, org);
  await last.until('done');
  await kill(last);
  expect(await outcome(at)).toEqual(Array.from({ length: many }, () => once1));
  await at.close();
}, 300_000);

it('takes effect once where two come to it at the same moment', async () => {
  const at = await openDatabasePlace(4);
  const org = await approved(at);
  await using ground = await groundOn(await at.open(), at.folder, '2026-06-01T08:00:00Z');
  const { parts } = await openRaiseSite(ground);
  await Promise.all([takeAllEffect(parts, org), takeAllEffect(parts, org)]);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from coact.wages
    where raise_id is not null`.execute(ground.db.kysely);
  expect(rows).toEqual([{ count: many }]);
}, 120_000);

it.runIf('url' in inject('databaseTemplate'))(
  'takes effect once under two processes',
  async () => {
    const at = await openDatabasePlace(4);
    const org = await approved(at);
    const both = await Promise.all([start(at, org), start(at, org)]);
    for (const child of both) await child.until('done');
    for (const child of both) await kill(child);
    expect(await outcome(at)).toEqual(Array.from({ length: many }, () => once1));
    await at.close();
  },
  300_000,
);
