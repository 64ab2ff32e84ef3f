import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { allMigrations } from '../../migrations.ts';
import { fixedClock, newId } from '../clock/index.ts';
import { catalogueProblems, DatabaseInUse, migrate, openDatabase, orgId, pendingMigrations, sql } from './index.ts';
import { lockFolder } from './lock.ts';

interface Tables {
  notes: { org_id: string; id: string; text: string };
}

const ours = orgId(newId(fixedClock('2026-01-01T00:00:00Z')));
const theirs = orgId(newId(fixedClock('2026-01-02T00:00:00Z')));

async function withNotes() {
  const db = await openTestDatabase();
  await db.asOwner(async (tx) => {
    await sql`create table notes (org_id uuid not null, id uuid not null, text text not null, primary key (org_id, id))`.execute(
      tx.on(),
    );
    await sql`select coact_tenant_table('notes')`.execute(tx.on());
  });
  const write = (org: typeof ours, text: string, owner = org) =>
    db.inOrg(org, (tx) =>
      tx.on<Tables>().insertInto('notes').values({ org_id: owner, id: crypto.randomUUID(), text }).execute(),
    );
  const read = (org: typeof ours) =>
    db.inOrg(org, (tx) => tx.on<Tables>().selectFrom('notes').select('text').execute());
  return { db, write, read, [Symbol.asyncDispose]: () => db.close() };
}

describe('the wall between organisations', () => {
  it('shows, changes and deletes own rows only', async () => {
    await using world = await withNotes();
    await world.write(ours, 'ours');
    await world.write(theirs, 'theirs');
    expect(await world.read(ours)).toEqual([{ text: 'ours' }]);
    await world.db.inOrg(ours, (tx) => tx.on<Tables>().updateTable('notes').set({ text: 'taken' }).execute());
    await world.db.inOrg(ours, (tx) => tx.on<Tables>().deleteFrom('notes').execute());
    expect(await world.read(theirs)).toEqual([{ text: 'theirs' }]);
  });

  it('refuses to write into another organisation', async () => {
    await using world = await withNotes();
    await expect(world.write(ours, 'planted', theirs)).rejects.toMatchObject({ code: '42501' });
  });

  it('shows nothing to the owner of the tables, nor to look-ups without a grant', async () => {
    await using world = await withNotes();
    await world.write(ours, 'ours');
    const all = await world.db.asOwner((tx) => tx.on<Tables>().selectFrom('notes').selectAll().execute());
    expect(all).toEqual([]);
    const lookUp = world.db.directory((tx) => tx.on<Tables>().selectFrom('notes').selectAll().execute());
    await expect(lookUp).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps roles and organisations apart under concurrency', async () => {
    await using world = await withNotes();
    const turns = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? ours : theirs));
    await Promise.all(turns.map((org) => world.write(org, org === ours ? 'ours' : 'theirs')));
    const rows = await Promise.all(turns.map((org) => world.read(org)));
    rows.forEach((found, index) => {
      expect(new Set(found.map((row) => row.text))).toEqual(new Set([turns[index] === ours ? 'ours' : 'theirs']));
    });
  });

  it('finds a table and a view that were left open', async () => {
    await using world = await withNotes();
    expect(await catalogueProblems(world.db)).toEqual([]);
    await world.db.asOwner(async (tx) => {
      await sql`create table leaks (id uuid primary key, org_id uuid)`.execute(tx.on());
      await sql`create view all_notes as select * from notes`.execute(tx.on());
    });
    expect(await catalogueProblems(world.db)).toEqual([
      'table leaks has no forced row-level security',
      'the primary key of leaks does not begin with org_id',
      'view all_notes runs with the rights of its owner',
    ]);
  });

  it('finds what could not be spread by organisation', async () => {
    await using world = await withNotes();
    await world.db.asOwner(async (tx) => {
      const statements = [
        'create unique index notes_by_text on notes (text)',
        'create table lists (org_id uuid not null, id uuid not null, note_id uuid, primary key (org_id, id), unique (id, org_id))',
        "select coact_tenant_table('lists')",
        'create table kinds (id uuid primary key)',
        "select coact_global_table('kinds', 'the same for everybody')",
        'alter table notes add column kind uuid references kinds (id)',
        'alter table lists add constraint list_of_note foreign key (note_id, org_id) references notes (id, org_id) deferrable',
      ];
      await sql`alter table notes add unique (id, org_id)`.execute(tx.on());
      for (const statement of statements) await sql.raw(statement).execute(tx.on());
    });
    expect(await catalogueProblems(world.db)).toEqual([
      'the foreign key list_of_note on lists does not begin with org_id',
      'the unique index lists_id_org_id_key on lists does not begin with org_id',
      'the unique index notes_by_text on notes does not begin with org_id',
      'the unique index notes_id_org_id_key on notes does not begin with org_id',
    ]);
    await world.db.asOwner((tx) =>
      sql`select coact_whole_table('lists', 'small, and looked at by all')`.execute(tx.on()),
    );
    expect((await catalogueProblems(world.db)).filter((problem) => problem.includes('lists'))).toEqual([]);
  });
});

describe('a unit of work', () => {
  it('refuses another inside it', async () => {
    await using world = await withNotes();
    await expect(world.db.inOrg(ours, () => world.read(ours))).rejects.toThrow('inside another');
  });

  it('runs what waits for the commit, and drops it on a roll-back', async () => {
    await using world = await withNotes();
    const heard: string[] = [];
    await world.db.inOrg(ours, async (tx) => tx.afterCommit(() => heard.push('committed')));
    const failing = world.db.inOrg(ours, async (tx) => {
      tx.afterCommit(() => heard.push('never'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(heard).toEqual(['committed']);
  });

  it('lets timers and requests in while many follow each other', async () => {
    await using db = await openTestDatabase();
    const turns: number[] = [];
    const timer = setInterval(() => turns.push(performance.now()), 1);
    const began = performance.now();
    while (performance.now() - began < 300) await db.directory((tx) => sql`select 1`.execute(tx.on()));
    clearInterval(timer);
    expect(turns.length).toBeGreaterThan(3);
  });

  it('gives the same values from both databases', async () => {
    await using world = await withNotes();
    const result = await world.db.inOrg(ours, (tx) =>
      sql`select 5::bigint as count, date '2026-03-01' as day, timestamptz '2026-03-01T10:00:00Z' as at`.execute(
        tx.on(),
      ),
    );
    expect(result.rows).toEqual([{ count: 5, day: '2026-03-01', at: new Date('2026-03-01T10:00:00Z') }]);
  });
});

describe('migrations', () => {
  it('are applied once', async () => {
    await using db = await openTestDatabase();
    expect(await pendingMigrations(db, allMigrations)).toEqual([]);
    expect(await migrate(db, allMigrations)).toEqual([]);
  });

  it('refuse a database that is newer than the code', async () => {
    await using db = await openTestDatabase();
    await db.asOwner((tx) =>
      sql`insert into applied_migrations values ('share', '9999-later.sql', now())`.execute(tx.on()),
    );
    await expect(migrate(db, allMigrations)).rejects.toThrow(
      /newer than this version of Coact \(it has share\/9999-later.sql\)/,
    );
  });

  it('leave nothing of a file that fails', async () => {
    await using db = await openTestDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'coact-migration-'));
    writeFileSync(
      join(folder, '0001-broken.sql'),
      'create table half (id uuid primary key);\nselect no_such_function();\n',
    );
    const set = { slice: 'broken', folder: pathToFileURL(`${folder}/`) };
    await expect(migrate(db, [...allMigrations, set])).rejects.toThrow('no_such_function');
    const half = await sql`select to_regclass('coact.half') as found`.execute(db.kysely);
    expect(half.rows).toEqual([{ found: null }]);
    rmSync(folder, { recursive: true });
  });
});

describe('the folder of the embedded database', () => {
  it('serves one process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'coact-lock-'));
    const unlock = lockFolder(folder);
    await expect(openDatabase({ folder })).rejects.toThrow(DatabaseInUse);
    unlock();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(other.stdout, 'data');
    const start = lockFolder(folder);
    start();
    writeFileSync(join(folder, 'coact.lock'), `${other.pid} ${startTime(other.pid ?? 0)}`);
    expect(() => lockFolder(folder)).toThrow(/in use by another Coact \(process \d+\)/);
    other.kill('SIGKILL');
    await once(other, 'exit');
    lockFolder(folder)();
    rmSync(folder, { recursive: true });
  });

  it('is not blocked by a lock whose process id now belongs to something else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'coact-lock-'));
    writeFileSync(join(folder, 'coact.lock'), `${process.ppid} 1`);
    if (process.platform === 'linux') lockFolder(folder)();
    rmSync(folder, { recursive: true });
  });
});

function startTime(pid: number): string {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
