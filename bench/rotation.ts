/**
 * `node bench/rotation.ts [tokens]`: seals tokens (100,000), gives their organisation a new data key while four readers
 * open them without a pause, then changes the root key. With DATABASE_URL (a database of its own, emptied by nobody) on
 * PostgreSQL, else on the embedded database in a temporary folder. Prints failed reads, the slowest read, and how many
 * values are left on the former key; ends with 1 unless both are 0. Only figures of one run may be compared.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allMigrations } from '../src/migrations.ts';
import { newId, systemClock } from '../src/platform/clock/index.ts';
import { migrate, openDatabase, orgId } from '../src/platform/db/index.ts';
import { keyStatus, loadRootKey, openVault, rotateDataKeys, rotateRootKey } from '../src/platform/vault/index.ts';
import { createTokens, readToken, sealTokens, testPlaces } from '../src/platform/vault/rotation/rotation.fixture.ts';
import { small } from './lab/figures.ts';

const count = Number(process.argv.slice(2).find((given) => !given.startsWith('-')) ?? (small ? 1_000 : 100_000));
const folder = mkdtempSync(join(tmpdir(), 'coact-rotation-'));
const db = await openDatabase({ folder, url: process.env.DATABASE_URL || undefined });
await migrate(db, allMigrations);
await createTokens(db);
const keys = await loadRootKey(join(folder, 'keys'), db, systemClock);
const vault = openVault(keys, db, systemClock);
const org = orgId(newId(systemClock));
const ids = await sealTokens(db, vault, org, count);
const say = (line: string) => process.stdout.write(`${line}\n`);
say(`${count} tokens sealed, ${db.kind}`);

const reads = { done: 0, failed: 0, slowestMs: 0 };
let isOver = false;
const readers = Array.from({ length: 4 }, async () => {
  while (!isOver) {
    const id = ids[Math.floor(Math.random() * ids.length)] ?? '';
    const before = performance.now();
    await readToken(db, vault, org, id).catch(() => {
      reads.failed += 1;
    });
    reads.done += 1;
    reads.slowestMs = Math.max(reads.slowestMs, performance.now() - before);
  }
});
const parts = { db, clock: systemClock, keys, places: testPlaces };
const began = performance.now();
const [rotation] = await rotateDataKeys(parts, [org]);
const dataSeconds = (performance.now() - began) / 1_000;
const root = await rotateRootKey(parts);
const rootSeconds = (performance.now() - began) / 1_000 - dataSeconds;
isOver = true;
await Promise.all(readers);
const { valuesOnRetired } = await keyStatus(parts, { maxAgeDays: 365, maxEncryptions: 2 ** 30 });
say(
  `data key: ${rotation?.outcome}, ${rotation?.resealed} sealed anew in ${dataSeconds.toFixed(1)} s (10 s of them the least`,
);
say('  time that a former key stays)');
say(`root key: ${root.outcome}, ${root.rewrapped} keys wrapped anew in ${rootSeconds.toFixed(1)} s`);
say(`reads meanwhile: ${reads.done}, failed: ${reads.failed}, slowest: ${reads.slowestMs.toFixed(0)} ms`);
say(`left on the former key: ${valuesOnRetired}`);
await db.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = reads.failed === 0 && valuesOnRetired === 0 && rotation?.outcome === 'rotated' ? 0 : 1;
