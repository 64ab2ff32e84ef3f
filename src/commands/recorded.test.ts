import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../test/support/world.ts';
import { allActs } from '../acts.ts';
import { openAuditOn } from '../open-audit.ts';
import { openAudit } from '../platform/audit/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import { type OrgId, openDatabase, sql } from '../platform/db/index.ts';
import { destroyKeys } from '../platform/vault/index.ts';
import { backupCommand } from './backup.ts';
import { keysCommand } from './keys.ts';
import { restoreCommand } from './restore.ts';
import { runCommand } from './run.ts';

/** What the operator does to the installation stands in the log of every organisation in it. */
let world: World;
let settings: Record<string, string>;
let orgs: OrgId[];
let erased: OrgId;
beforeAll(async () => {
  world = await openWorld();
  const { db, clock, vault } = world;
  const audit = openAudit({ db, clock, vault }, allActs);
  orgs = [world.newOrgId(), world.newOrgId()];
  erased = world.newOrgId();
  for (const id of [...orgs, erased]) {
    const target = { type: 'organisation', id };
    const entry = { actor: { kind: 'person', id: 'p1' }, action: 'people.organisation_founded', target } as const;
    await db.inOrg(id, (tx) => audit.append(tx, entry));
  }
  await destroyKeys({ db, clock, keys: world.root }, erased);
  const url = 'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';
  settings = { DATA_DIR: world.folder, DATABASE_URL: url };
  await world.pause();
});
afterAll(() => world[Symbol.asyncDispose]());

async function run(words: readonly string[]) {
  let [said, warned] = ['', ''];
  const code = await runCommand([backupCommand, restoreCommand, keysCommand], {
    arguments: [...words, '--json'],
    environment: settings,
    stdout: { write: (text) => (said += text) },
    stderr: { write: (text) => (warned += text) },
  });
  return { code, warned, result: JSON.parse(said) };
}

/** The entries of each organisation's log beside the first, as `actor action detail`; each log has to hold. */
async function logs(environment: Record<string, string>): Promise<readonly string[][]> {
  const config = loadConfig({ KEYS_DIR: join(world.folder, 'keys'), ...environment });
  const db = await openDatabase({ url: config.databaseUrl, folder: config.dataDir });
  const audit = await openAuditOn(config, db);
  const found: string[][] = [];
  for (const org of orgs) {
    expect(await audit.verify(org, { founded: true })).toMatchObject({ ok: true });
    const entries = await db.inOrg(org, (tx) => audit.read(tx, 1));
    found.push(entries.map(({ entry }) => `${entry.actor.kind} ${entry.action} ${Object.values(entry.detail ?? {})}`));
  }
  await db.close();
  return found;
}

describe('every organisation’s log says that the operator', () => {
  it('backed up, restored, and gave the installation another root key', async () => {
    const backup = await run(['backup', '--to', join(world.folder, 'backups')]);
    expect(backup).toMatchObject({ code: 0, warned: '', result: { recorded: { organisations: 2, problem: null } } });
    const file = backup.result.file.split('/').at(-1);
    const backedUp = `operator operator.backup_made ${file}`;
    expect(await logs(settings)).toEqual([[backedUp], [backedUp]]);

    const into = join(world.folder, 'elsewhere');
    const restored = await run(['restore', backup.result.file, '--into', into]);
    expect(restored).toMatchObject({ code: 0, warned: '', result: { recorded: { organisations: 2, problem: null } } });
    const entry = `operator operator.backup_restored ${backup.result.madeAt}`;
    expect(await logs({ DATA_DIR: into })).toEqual([[entry], [entry]]);
    expect(await logs(settings)).toEqual([[backedUp], [backedUp]]);

    const rotated = await run(['keys', 'rotate', '--root']);
    const replaced = `operator keys.root_key_replaced ${rotated.result.root.id}`;
    expect(await logs(settings)).toEqual([
      [backedUp, replaced],
      [backedUp, replaced],
    ]);
  });

  it('warns where it can’t be recorded, and makes the backup all the same', async () => {
    const db = await openDatabase({ url: settings.DATABASE_URL || undefined, folder: world.folder });
    await sql`delete from applied_migrations where slice = 'share'`.execute(db.kysely);
    await db.close();
    const { code, warned } = await run(['backup', '--to', join(world.folder, 'unrecorded')]);
    expect([code, warned]).toEqual([0, expect.stringMatching(/No audit log says so: .*coact migrate/)]);
  });
});
