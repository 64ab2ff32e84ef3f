import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { allActs } from '../acts.ts';
import { type Audit, openAudit } from '../platform/audit/index.ts';
import { fixedClock, newId } from '../platform/clock/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import { type OrgId, openDatabase, orgId, sql } from '../platform/db/index.ts';
import { loadRootKey, openVault } from '../platform/vault/index.ts';
import { auditCommand } from './audit.ts';
import { runCommand } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'coact-audit-'));
let db: Awaited<ReturnType<typeof openTestDatabase>>;
let settings: Record<string, string>;
let orgs: OrgId[];

beforeAll(async () => {
  db = await openTestDatabase();
  const clock = fixedClock('2026-05-04T09:00:00Z');
  const vault = openVault(await loadRootKey(join(db.folder, 'keys'), db, clock), db, clock);
  const audit = openAudit({ db, clock, vault }, allActs);
  orgs = [orgId(newId(clock)), orgId(newId(clock))];
  for (const id of orgs) await found(audit, id);
  const url = 'pool' in db.engine ? db.engine.pool.options.connectionString : undefined;
  settings = { DATA_DIR: db.folder, DATABASE_URL: url ?? '' };
  // The embedded database is one process's: given back, as when Coact is stopped.
  if (db.kind === 'pglite') await db.pause();
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An organisation with a log of four entries. */
async function found(audit: Audit, id: OrgId): Promise<void> {
  await db.inOrg(id, async (tx) => {
    await sql`insert into organisations (org_id, name, time_zone, currency, small_group, created_at)
      values (${id}, 'Harbour', 'Europe/Lisbon', 'EUR', 5, now())`.execute(tx.on());
    const entry = { actor: { kind: 'person', id: 'p1' }, target: { type: 'organisation', id } } as const;
    await audit.append(tx, { ...entry, action: 'people.organisation_founded' });
    for (let index = 0; index < 3; index += 1) {
      await audit.append(tx, { ...entry, action: 'people.members_read', detail: { members: 1 } });
    }
  });
}

async function run(...words: string[]) {
  const written = { out: '', err: '' };
  const code = await runCommand([auditCommand], {
    arguments: ['audit', ...words],
    environment: settings,
    stdout: { write: (part) => (written.out += part) },
    stderr: { write: (part) => (written.err += part) },
  });
  return { code, ...written };
}

/** Changes the database with its owner's rights, beside Coact. */
async function tamper(...statements: string[]): Promise<void> {
  const { dataDir, databaseUrl } = loadConfig(settings);
  const db = await openDatabase({ url: databaseUrl, folder: dataDir });
  await db.asOwner(async (tx) => {
    for (const statement of statements) await sql.raw(statement).execute(tx.on());
  });
  await db.close();
}

const file = (name: string) => join(folder, name);

describe('coact audit', () => {
  it('prints the head of every organisation, which verifies it later', async () => {
    const { code, out } = await run('head', '--json');
    const { heads } = JSON.parse(out) as { heads: { organisation: string; head: { seq: number; hash: string } }[] };
    expect([code, heads.map(({ organisation }) => organisation).toSorted()]).toEqual([0, orgs.toSorted()]);
    const { head } = heads.find(({ organisation }) => organisation === orgs[0]) ?? {};
    expect(head?.seq).toBe(4);
    const noted = ['verify', '--org', orgs[0] ?? '', '--head'];
    expect(await run(...noted, `${head?.seq}:${head?.hash}`)).toMatchObject({ code: 0 });
    expect(await run(...noted, `2:${head?.hash}`)).toMatchObject({ code: 1, out: expect.stringContaining('entry 2') });
  });

  it('verifies all organisations', async () => {
    const { code, out } = await run('verify');
    expect([code, out.match(/✓/g)?.length]).toEqual([0, 2]);
    expect(JSON.parse((await run('verify', '--json')).out)).toMatchObject({ ok: true, guardsMissing: [] });
  });

  it('exports into a file for its owner’s eyes, records that, and verifies the file without anything else', async () => {
    const path = file('log.jsonl');
    const exported = await run('export', '--org', orgs[0] ?? '', '--out', path);
    expect(exported).toMatchObject({ code: 0, out: expect.stringContaining('5 entries') });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const elsewhere = { ...settings };
    settings = { DATA_DIR: join(folder, 'nowhere') };
    expect(await run('verify', '--file', path)).toMatchObject({ code: 0, out: expect.stringContaining('whole log') });
    writeFileSync(file('forged.jsonl'), readFileSync(path, 'utf8').replace('people.members_read', 'people.signed_in'));
    expect(await run('verify', '--file', file('forged.jsonl'))).toMatchObject({
      code: 1,
      out: expect.stringContaining('line 3'),
    });
    expect(await run('verify', '--file', file('absent.jsonl'))).toMatchObject({ code: 1 });
    settings = elsewhere;
    const again = await run('export', '--org', orgs[0] ?? '', '--out', path);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('is there already') });
  });

  it('exports as CSV, naming nobody', async () => {
    const path = file('log.csv');
    expect((await run('export', '--org', orgs[0] ?? '', '--out', path, '--format', 'csv')).code).toBe(0);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('founded the organisation');
    expect(text).toContain('audit.log_exported');
    expect(text).not.toMatch(/Harbour|@/);
  });

  it.each([
    ['nothing to do', []],
    ['an unknown word', ['erase']],
    ['a head that is none', ['verify', '--head', 'last']],
    ['an export to nowhere', ['export']],
    ['a format that is none', ['export', '--out', 'x', '--format', 'pdf']],
    ['an export of nobody knows what', ['export', '--out', file('which.jsonl')]],
  ])('says how it is called: %s', async (_name, words) => {
    expect(await run(...words)).toMatchObject({ code: 2, err: expect.stringContaining('coact audit') });
  });

  it('knows no other organisation', async () => {
    const { code, err } = await run('verify', '--org', '018f0000-0000-7000-8000-0000000000aa');
    expect([code, err]).toEqual([1, expect.stringContaining('There is no organisation')]);
  });

  it('ends with 1 and tells the first broken entry, and which guard is gone', async () => {
    const where = `where org_id = '${orgs[0]}' and seq = 3`;
    await tamper(
      'alter table audit_entries no force row level security',
      'drop trigger audit_entries_stay on audit_entries',
      `update audit_entries set actor_id = 'somebody-else' ${where}`,
      'alter table audit_entries force row level security',
    );
    const { code, out } = await run('verify');
    expect(code).toBe(1);
    expect(out).toContain(`✗ ${orgs[0]}: entry 3: this entry is not what was written (2 before it hold)`);
    expect(out).toContain(`✓ ${orgs[1]}`);
    expect(out).toContain('audit_entries_stay is gone');
    expect(JSON.parse((await run('verify', '--json', '--org', orgs[0] ?? '')).out)).toMatchObject({
      ok: false,
      organisations: [{ ok: false, brokenAt: 3, reason: 'changed' }],
    });
  });

  it('says what to do before the first start', async () => {
    settings = { DATA_DIR: join(folder, 'fresh') };
    expect(await run('verify')).toMatchObject({ code: 1, err: expect.stringContaining('coact migrate') });
  });
});
