import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { type App, openApp } from '../app.ts';
import { allMigrations } from '../migrations.ts';
import { addressSchema } from '../platform/auth/index.ts';
import { makeBackup, restoreBackup } from '../platform/backup/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import { type Database, type OrgId, openDatabase, sql } from '../platform/db/index.ts';
import { memoryLog } from '../platform/log/index.ts';
import { KeysDestroyed, loadRootKey, openVault } from '../platform/vault/index.ts';
import { allSealedPlaces } from '../sealed-places.ts';
import { eraseOrganisation } from './org/erase.ts';
import { keptTables } from './org/tables.ts';

/** What is left of an erased organisation: in the database, and for whoever holds a backup from before. */
let db: Awaited<ReturnType<typeof openTestDatabase>>;
let app: App;
let erased: OrgId;
let kept: OrgId;
let backup: string;
/** How often processes were told to read the organisations' own hosts again. */
let told = 0;
const keysDir = () => join(db.folder, 'keys');

beforeAll(async () => {
  db = await openTestDatabase();
  const url = 'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';
  app = await openApp(loadConfig({ DATA_DIR: db.folder, DATABASE_URL: url }), memoryLog(), { db });
  [erased, kept] = [await organisation('quarry'), await organisation('harbour')];
  const making = { db, clock: systemClock, keys: { keysDir: keysDir() }, folder: join(db.folder, 'backups') };
  backup = (await makeBackup(making)).file;
  const heard = () => {
    told += 1;
  };
  const deaf = await db.listen('links.hosts', { heard, missed: () => undefined });
  await eraseOrganisation(app.operator, erased);
  await vi.waitFor(() => expect(told).toBeGreaterThan(0));
  deaf();
});
afterAll(async () => {
  await app.close();
  await db.close();
});

/** An organisation with an owner, a mail on its way, an invitation, and so sealed values and a waiting job. */
async function organisation(name: string): Promise<OrgId> {
  const { people, auth, mail } = app.operator;
  const email = addressSchema.parse(`maya@${name}.example`);
  const owner = { userId: await auth.createUser(), name: `Maya of ${name}`, email };
  const id = await people.createOrganisation({ name, timeZone: 'Europe/Lisbon', owner });
  const letter = { to: email, subject: 'Hello', text: `for ${name}`, html: '<p>Hello</p>' };
  await db.inOrg(id, (tx) => mail.send(tx, letter));
  await auth.createLink({ purpose: 'invitation', subject: { userId: owner.userId, orgId: id }, minutes: 60 });
  return id;
}

it('has every process forget at once whose hosts the organisation’s were', () => {
  expect(told).toBeGreaterThan(0);
});

/** Every table of ours and of the queue, with whatever stands in it as text. */
async function tablesNaming(id: OrgId): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('coact', 'jobs') and c.relkind in ('r', 'p') and not c.relispartition order by 1`.execute(
    db.kysely,
  );
  const naming: string[] = [];
  for (const { name } of rows) {
    const found = await sql<{ count: number }>`
      select count(*) as count from ${sql.raw(name)} t where t::text like ${`%${id}%`}`.execute(db.kysely);
    if ((found.rows[0]?.count ?? 0) > 0) naming.push(name.replace(/^coact\./, ''));
  }
  return naming;
}

interface Sealed {
  readonly id: string;
  readonly value: Uint8Array;
}

/** Opens everything sealed of an organisation that a database holds: how many values open, and how the others fail. */
async function opened(from: Database, id: OrgId): Promise<{ opens: number; destroyed: number }> {
  const vault = openVault(await loadRootKey(keysDir(), from, systemClock), from, systemClock, allSealedPlaces);
  const found = { opens: 0, destroyed: 0 };
  for (const { table, column, row = 'id', of } of allSealedPlaces) {
    if (of === 'installation') continue;
    const { rows } = await sql<Sealed>`select ${sql.ref(row)}::text as id, ${sql.ref(column)} as value
      from ${sql.id('coact', table)} where to_jsonb(${sql.id(table)}) ->> 'org_id' = ${id} and ${sql.ref(column)} is not null`.execute(
      from.kysely,
    );
    for (const { id: rowId, value } of rows) {
      const open = from.inOrg(id, (tx) => vault.open(tx, { table, column, rowId }, value));
      const outcome = await open.then(
        () => 'opens' as const,
        (error: unknown) => {
          if (error instanceof KeysDestroyed) return 'destroyed' as const;
          throw error;
        },
      );
      found[outcome] += 1;
    }
  }
  return found;
}

describe('of an erased organisation', () => {
  it('no table holds anything but the audit log, and that of the other is untouched', async () => {
    const expected = keptTables.filter((table) => table !== 'data_keys').toSorted();
    const left = await tablesNaming(erased);
    expect(left.filter((table) => !expected.includes(table))).toEqual([]);
    expect(left).toContain('audit_entries');
    expect(await tablesNaming(kept)).toEqual(
      expect.arrayContaining(['people', 'data_keys', 'sign_in_links', 'jobs.job']),
    );
  });

  it('nothing that was sealed opens in a backup from before, with all keys that are left', async () => {
    const folder = join(db.folder, 'elsewhere');
    const keys = { keysDir: keysDir() };
    const how = { sets: allMigrations, clock: systemClock, force: false, endSessions: false };
    await restoreBackup({ file: backup, into: { folder }, keys, ...how });
    const restored = await openDatabase({ folder });
    const [ours, others] = [await opened(restored, erased), await opened(restored, kept)];
    await restored.close();
    expect(ours.opens).toBe(0);
    expect(ours.destroyed).toBeGreaterThan(1);
    // The other organisation's opens: the search would have opened this one's too.
    expect(others).toEqual({ opens: ours.destroyed, destroyed: 0 });
  });
});
