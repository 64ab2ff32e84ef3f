import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import { keyJobs } from '../key-jobs.ts';
import { openAudit } from '../platform/audit/index.ts';
import { sql } from '../platform/db/index.ts';
import { loadRootKey, openVault } from '../platform/vault/index.ts';
import { keysCommand } from './keys.ts';
import { runCommand } from './run.ts';

async function run(db: World['db'], folder: string, ...given: readonly string[]) {
  const url = 'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';
  let [stdout, stderr] = ['', ''];
  const code = await runCommand([keysCommand], {
    arguments: ['keys', ...given],
    environment: { DATA_DIR: folder, DATABASE_URL: url },
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

const place = { table: 'outgoing_mails', column: 'sealed', rowId: '0b9e5f0e-8d0f-4f6e-9a43-3a3c1b9f0001' };

async function sealMail({ db, vault, orgId }: World): Promise<void> {
  await db.inOrg(orgId, async (tx) => {
    const sealed = await vault.seal(tx, place, 'letter');
    await sql`insert into outgoing_mails values (${orgId}, ${place.rowId}, ${sealed}, now())`.execute(tx.on());
  });
}

describe('coact keys', () => {
  it('shows how keys stand, replaces all of them, and records it in the organisation’s log', async () => {
    const world = await openWorld();
    await sealMail(world);
    await world.pause();
    const asked = (...words: string[]) => run(world.db, world.folder, ...words);
    const before = JSON.parse((await asked('status', '--json')).stdout);
    expect(before).toMatchObject({
      root: { id: world.root.id, provider: 'file', underWay: false },
      organisations: 1,
      ownKeys: { present: 1, missing: 0, destroyed: 0 },
      dataKeys: { pending: 0, active: 1, retired: 0 },
      valuesOnRetired: 0,
    });
    const rotated = await asked('rotate', '--all', '--json');
    expect(rotated.stderr).toBe('');
    expect(rotated.code).toBe(0);
    const answer = JSON.parse(rotated.stdout);
    expect(answer).toMatchObject({ root: { outcome: 'rotated', former: [world.root.id] }, resealed: 1, broken: 0 });
    const after = await asked('status');
    expect(after.stdout).toContain(`Root key: ${answer.root.id} (file in`);
    expect(after.stdout).toContain('No rotation is due.');

    const again = await asked('rotate', '--data', '--org', world.orgId);
    expect(again.stdout).toContain('former key destroyed');
    expect(again.stdout).toContain('1 replaced');
    await world[Symbol.asyncDispose]();
  });

  it.each([
    [[], 'say `status` or `rotate`'],
    [['rotate'], 'say what'],
    [['rotate', '--root', '--org', 'x'], 'everybody’s'],
    [['rotate', '--data', '--org', 'x'], 'takes the id of an organisation'],
    [['status', 'now'], 'one word too many'],
  ])('says what is wrong with %o', async (words, sentence) => {
    await using db = await openTestDatabase();
    const { code, stderr } = await run(db, db.folder, ...words);
    expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it('asks the server that holds the embedded database, which then does it', async () => {
    await using world = await openWorld();
    if (world.db.kind !== 'pglite') return;
    await sealMail(world);
    const asked = await run(world.db, world.folder, 'rotate', '--all');
    expect([asked.code, asked.stdout]).toEqual([0, expect.stringContaining('begins within a minute')]);
    const inUse = await run(world.db, world.folder, 'status');
    expect([inUse.code, inUse.stderr]).toEqual([1, expect.stringContaining('in use by another Coact')]);

    const audit = openAudit(world);
    const config = { dataDir: world.folder, keysMaxAgeDays: 365 };
    const [, onRequest] = keyJobs({ ...world, keys: world.root, audit, config });
    const work = onRequest?.run({}, { attempt: 1, last: false, forget: async () => undefined });
    // The clock of the world stands still, and former keys stay for ten seconds.
    const moving = setInterval(() => world.clock.advance(5_000), 50);
    await work;
    clearInterval(moving);
    expect(existsSync(join(world.folder, 'requests', 'rotate-all-keys'))).toBe(false);
    const events = world.log.lines.map((line) => line.fields.event);
    expect(events).toEqual(expect.arrayContaining(['keys.root_rotated', 'keys.rotated']));
    const acts = await world.db.inOrg(world.orgId, (tx) => audit.read(tx));
    expect(acts.map(({ entry }) => [entry.actor.kind, entry.action])).toEqual([
      ['operator', 'keys.root_key_replaced'],
      ['operator', 'keys.data_key_replaced'],
    ]);
    expect(await audit.verify(world.orgId)).toMatchObject({ ok: true });
    const restarted = await loadRootKey(join(world.folder, 'keys'), world.db, world.clock);
    expect(restarted.id).not.toBe(world.root.id);
    const vault = openVault(restarted, world.db, world.clock);
    const letter = await world.db.inOrg(world.orgId, async (tx) => {
      const found = await sql<{ sealed: Uint8Array }>`select sealed from outgoing_mails`.execute(tx.on());
      return vault.openText(tx, place, found.rows[0]?.sealed ?? Buffer.alloc(0));
    });
    expect(letter).toBe('letter');
  });
});
