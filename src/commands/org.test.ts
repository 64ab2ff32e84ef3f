import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../test/support/database.ts';
import { type App, openApp } from '../app.ts';
import { addressSchema } from '../platform/auth/index.ts';
import { type Config, loadConfig } from '../platform/config/index.ts';
import { type OrgId, sql, tenantTables } from '../platform/db/index.ts';
import { memoryLog } from '../platform/log/index.ts';
import type { Output } from './command.ts';
import { eraseOrganisation } from './org/erase.ts';
import { exportOrganisation } from './org/export.ts';
import { exportedTables, keptTables, withheldTables } from './org/tables.ts';
import { orgCommand } from './org.ts';

const folder = mkdtempSync(join(tmpdir(), 'coact-org-'));
let db: Awaited<ReturnType<typeof openTestDatabase>>;
let config: Config;
let app: App;
const ids: Record<string, OrgId> = {};

beforeAll(async () => {
  db = await openTestDatabase();
  const url = 'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';
  config = loadConfig({ DATA_DIR: db.folder, DATABASE_URL: url });
  app = await openApp(config, memoryLog(), { db });
  const { people, auth } = app.operator;
  for (const name of ['Harbour', 'Quarry']) {
    const email = `maya@${name.toLowerCase()}.example`;
    const owner = { userId: await auth.createUser(), name: 'Maya', email: addressSchema.parse(email) };
    ids[name] = await people.createOrganisation({ name, timeZone: 'Europe/Lisbon', owner });
  }
});
afterAll(async () => {
  await app.close();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const orgOf = (name: string): OrgId => {
  const id = ids[name];
  if (id === undefined) throw new Error(`no organisation ${name}`);
  return id;
};

const countOf = async (table: string, orgId: OrgId): Promise<number> => {
  const found = await db.inOrg(orgId, (tx) =>
    sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(tx.on()),
  );
  return found.rows[0]?.count ?? 0;
};

const lastActs = (orgId: OrgId) =>
  db.inOrg(orgId, async (tx) =>
    (await app.operator.audit.read(tx)).map(({ entry }) => `${entry.actor.kind} ${entry.action}`),
  );

describe('an export', () => {
  it('decides on every table that belongs to organisations', async () => {
    const tables = await db.inOrg(orgOf('Harbour'), tenantTables);
    expect([...exportedTables, ...Object.keys(withheldTables)].toSorted()).toEqual([...tables].toSorted());
  });

  it('holds the organisation’s own rows, its members’ addresses, no sealed value and nobody else’s', async () => {
    const made = await exportOrganisation(app.operator, orgOf('Harbour'), folder);
    const text = (name: string) => readFileSync(join(made.folder, name), 'utf8');
    expect(JSON.parse(text('organisations.jsonl'))).toMatchObject({ name: 'Harbour', org_id: orgOf('Harbour') });
    expect(JSON.parse(text('members.json'))).toMatchObject([{ name: 'Maya', email: 'maya@harbour.example' }]);
    expect(Object.keys(JSON.parse(text('people.jsonl')))).not.toContain('email_sealed');
    const all = readdirSync(made.folder).map(text).join('\n');
    expect(all).not.toContain('Quarry');
    expect(all).not.toContain(orgOf('Quarry'));
    expect(JSON.parse(text('manifest.json')).leftOut).toHaveProperty('share_tokens');
    expect(await lastActs(orgOf('Harbour'))).toContain('operator operator.organisation_exported');
  });
});

describe('an erasure', () => {
  it('leaves one organisation’s audit log and nothing else of it, and the others as they were', async () => {
    const before = await countOf('people', orgOf('Harbour'));
    const receipt = await eraseOrganisation(app.operator, orgOf('Quarry'));
    expect(receipt).toMatchObject({ organisation: orgOf('Quarry'), erased: { people: 1, organisations: 1 } });
    expect(receipt.destroyedKeys.length).toBeGreaterThan(0);
    for (const table of await db.inOrg(orgOf('Quarry'), tenantTables)) {
      if (!keptTables.includes(table)) expect(await countOf(table, orgOf('Quarry')), table).toBe(0);
    }
    expect((await lastActs(orgOf('Quarry'))).at(-1)).toBe('operator operator.organisation_erased');
    expect(await countOf('people', orgOf('Harbour'))).toBe(before);
    const members = await db.inOrg(orgOf('Harbour'), (tx) => app.operator.people.members(tx));
    expect(members[0]?.email).toBe('maya@harbour.example');
    await expect(eraseOrganisation(app.operator, orgOf('Quarry'))).resolves.toMatchObject({ erased: { people: 0 } });
  });
});

describe('the command', () => {
  const run = async (words: readonly string[], options: Record<string, string> = {}) => {
    const said: string[] = [];
    const say = (line: string) => {
      said.push(line);
    };
    const out: Output = { json: false, say, warn: say, result: () => undefined };
    const code = await orgCommand.run({ words, options, config, out });
    return { code, said: said.join('\n') };
  };

  it('refuses acts that it does not know, and calls without an organisation', async () => {
    await expect(run(['frobnicate'])).rejects.toThrow('say one of list, show, export, erase, sign-in-link');
    await expect(run(['show', 'a', 'b'])).rejects.toThrow('name one organisation');
  });

  it('lists, shows, makes a link for the owner, and erases by the exact name only', async () => {
    if (db.kind === 'pglite') return;
    expect((await run(['list'])).said).toMatch(/^[0-9a-f-]{36} {2}Harbour \(1 active members\)$/);
    expect((await run(['show', 'Harbour'])).said).toMatch(/Slack: not connected\nAudit log: \d+ entries, whole/);
    const made = await run(['sign-in-link', 'Harbour']);
    const token = /\/sign-in\/link\?token=([\w-]+)/.exec(made.said)?.[1] ?? '';
    expect(await app.operator.auth.peekLink(token)).toMatchObject({ purpose: 'sign_in' });
    expect(await lastActs(orgOf('Harbour'))).toContain('operator people.sign_in_link_made');
    await expect(run(['show', 'Nowhere'])).rejects.toThrow('There is no organisation "Nowhere"');
    await expect(run(['erase', 'Harbour'], { yes: 'harbour' })).rejects.toThrow('Nothing was erased');
    expect(await countOf('people', orgOf('Harbour'))).toBe(1);
  });
});
