import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { newId, systemClock } from '../../clock/index.ts';
import { type Database, openDatabase, orgId, sql } from '../../db/index.ts';
import { loadRootKey, openVault } from '../index.ts';
import { createTokens, readToken, sealTokens } from './rotation.fixture.ts';

/** After this many steps, or milliseconds from its beginning, the process is killed. */
type Strike = { readonly steps: number } | { readonly ms: number };

/** @returns what it did before it died; null when it came to its end */
async function rotateAndKill(folder: string, url: string, strike: Strike): Promise<string[] | null> {
  const program = new URL('./kill.fixture.ts', import.meta.url).pathname;
  const steps = 'steps' in strike ? strike.steps : 0;
  const child = spawn(process.execPath, [program, folder, url, String(steps)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '' && 'ms' in strike) setTimeout(() => child.kill('SIGKILL'), strike.ms);
    said += chunk.toString();
  });
  const [code, signal] = await once(child, 'exit');
  if (signal === 'SIGKILL') return said.split('\n').slice(1, -1);
  expect(code).toBe(0);
  return null;
}

async function stateOf(db: Database) {
  const keys = await sql<{ state: string; keys: number }>`
    select state, count(*)::int as keys from coact.data_keys where purpose = 'sealing' group by 1`.execute(db.kysely);
  const marks = await sql<{ state: string }>`select state from coact.root_key_marks`.execute(db.kysely);
  const roots = await sql<{ roots: number }>`
    select count(distinct root_key_id)::int as roots from coact.data_keys`.execute(db.kysely);
  return { keys: keys.rows, marks: marks.rows, roots: roots.rows };
}

it('comes to its end over kills -9 at every step and in between, and loses no value', async () => {
  await using made = await openTestDatabase();
  const url = 'pool' in made.engine ? (made.engine.pool.options.connectionString ?? '') : '';
  const keysDir = join(made.folder, 'keys');
  const vaultOn = async (db: Database) => openVault(await loadRootKey(keysDir, db, systemClock), db, systemClock);
  const org = orgId(newId(systemClock));

  await createTokens(made);
  const vault = await vaultOn(made);
  await vault.instanceText('cookies', async () => 'kept');
  const tokens = await sealTokens(made, vault, org, 300);
  const [firstRoot] = readdirSync(keysDir);
  await made.pause();

  const died: string[][] = [];
  // Each run gets one step further than the one before, from wherever that one left off.
  for (let steps = 1; ; steps += 1) {
    const did = await rotateAndKill(made.folder, url, { steps });
    if (did === null) break;
    died.push(did);
  }
  for (const ms of [5, 60, 150]) {
    const did = await rotateAndKill(made.folder, url, { ms });
    if (did !== null) died.push(did);
  }
  const ended = await rotateAndKill(made.folder, url, { steps: 0 });

  const after = await openDatabase({ folder: made.folder, url: url === '' ? undefined : url });
  try {
    expect(ended).toBeNull();
    expect(died.length).toBeGreaterThan(4);
    // The last words of the killed: the kills struck at different places.
    expect(new Set(died.map((steps) => steps.at(-1))).size).toBeGreaterThan(3);
    expect(await stateOf(after)).toEqual({
      keys: [{ state: 'active', keys: 2 }],
      marks: [{ state: 'active' }],
      roots: [{ roots: 1 }],
    });
    expect([firstRoot, ...readdirSync(keysDir)]).toEqual(['organisations', 'organisations', 'root.key']);
    const opened = await vaultOn(after);
    expect(await opened.instanceText('cookies', async () => 'lost')).toBe('kept');
    for (const id of tokens) await readToken(after, opened, org, id);
  } finally {
    await after.close();
  }
}, 600_000);
