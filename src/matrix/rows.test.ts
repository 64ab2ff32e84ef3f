import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draft } from '../../test/support/app-world.ts';
import { catalogueProblems, type Database, orgId, sql } from '../platform/db/index.ts';
import { pictureForm } from './file-forms.fixture.ts';
import { type Matrix, openMatrix } from './world.fixture.ts';

/** What an injected statement could do as the application's role: every table of an organisation × every verb. */
let matrix: Matrix;
let tables: readonly string[];

beforeAll(async () => {
  matrix = await openMatrix();
  const { members, stranger } = matrix;
  for (const owner of [matrix.as('owner'), stranger]) {
    await members.ask(owner, 'POST', '/api/requests', { body: draft });
    await members.ask(owner, 'POST', '/api/pictures', { body: pictureForm() });
  }
  const found = await sql<{ name: string }>`select c.relname as name from pg_class c
    where c.relnamespace = 'coact'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in (select name from coact.global_tables) order by 1`.execute(matrix.world.db.kysely);
  tables = found.rows.map(({ name }) => name);
});
afterAll(() => matrix[Symbol.asyncDispose]());

/**
 * Cleared for all organisations at once, unread: who was counted on past days (docs/using/privacy.md). Read for all: whose
 * links a host serves and what a short link's name leads to, which anybody learns who asks a host for one.
 */
const swept: ReadonlySet<string> = new Set([
  'delete click_visitors',
  ...['served_hosts', 'link_names', 'shared_names'].map((name) => `select ${name}`),
]);

type Outcome = { readonly rows: number } | { readonly refused: string };
type Role = 'inOrg' | 'directory';

/** What one statement gets, in a unit of work of our organisation; refusals by their SQLSTATE. */
async function attempt(statement: ReturnType<typeof sql<unknown>>, role: Role = 'inOrg'): Promise<Outcome> {
  const { db } = matrix.world;
  const work: Parameters<Database['directory']>[0] = async (tx) => {
    const { rows, numAffectedRows } = await statement.execute(tx.on());
    return rows.length + Number(numAffectedRows ?? 0n);
  };
  try {
    const rows = await (role === 'inOrg' ? db.inOrg(orgId(matrix.members.orgId), work) : db.directory(work));
    return { rows: rows as number };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { refused: String(error.code) };
    throw error;
  }
}

/** Nothing was seen or changed, or it was refused for want of a right (42501), never for another reason. */
const nothing = (outcome: Outcome): boolean => ('rows' in outcome ? outcome.rows === 0 : outcome.refused === '42501');

const foreign = () => matrix.stranger.orgId;
const snapshot = async () => {
  const { db } = matrix.world;
  const counts = [];
  for (const name of tables) {
    const { rows } = await sql<{
      text: string;
    }>`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as text
      from ${sql.table(`coact.${name}`)} t where org_id = ${foreign()}`.execute(db.kysely);
    counts.push([name, rows[0]?.text]);
  }
  return counts;
};

describe('as the application’s role, another organisation’s rows', () => {
  it('are there to be stolen, in most tables', async () => {
    expect(tables.length).toBeGreaterThan(15);
    const filled = (await snapshot()).filter(([, text]) => text !== '');
    expect(filled.length).toBeGreaterThan(6);
  });

  it('are not seen, changed, moved, taken over or deleted in any table', async () => {
    const before = await snapshot();
    const own = matrix.members.orgId;
    for (const name of tables) {
      const table = sql.table(name);
      const statements = {
        select: sql`select 1 from ${table} where org_id = ${foreign()}`,
        count: sql`select 1 from ${table} where org_id is distinct from ${own}`,
        update: sql`update ${table} set org_id = org_id where org_id = ${foreign()} returning 1`,
        take: sql`update ${table} set org_id = ${own} where org_id = ${foreign()} returning 1`,
        delete: sql`delete from ${table} where org_id = ${foreign()} returning 1`,
        lock: sql`select 1 from ${table} where org_id = ${foreign()} for update`,
      };
      for (const [verb, statement] of Object.entries(statements)) {
        const outcome = await attempt(statement);
        expect([name, verb, nothing(outcome) || outcome]).toEqual([name, verb, true]);
      }
    }
    expect(await snapshot()).toEqual(before);
  });

  it('can’t be added to, nor given what is ours', async () => {
    const before = await snapshot();
    for (const name of tables) {
      const table = sql.table(name);
      // The wall stands before every other rule of the table, so an otherwise empty row is refused by it.
      const added = await attempt(sql`insert into ${table} (org_id) values (${foreign()})`);
      expect([name, 'insert', added]).toEqual([name, 'insert', { refused: '42501' }]);
      const given = await attempt(sql`update ${table} set org_id = ${foreign()} returning 1`);
      expect([name, 'give', nothing(given) || given]).toEqual([name, 'give', true]);
    }
    expect(await snapshot()).toEqual(before);
  });

  it('stay hidden, and ours too, where no organisation is set', async () => {
    for (const name of tables) {
      const table = sql.table(name);
      const unset = await attempt(
        sql`with unset as materialized (select set_config('coact.org', '', true)) select 1 from unset, ${table}`,
      );
      expect([name, nothing(unset) || unset]).toEqual([name, true]);
    }
  });

  it('are beyond reading and writing for the role that looks up before the organisation is known', async () => {
    for (const name of tables) {
      const table = sql.table(name);
      const statements = {
        insert: sql`insert into ${table} default values`,
        update: sql`update ${table} set org_id = org_id`,
        delete: sql`delete from ${table}`,
        select: sql`select * from ${table}`,
      };
      for (const [verb, statement] of Object.entries(statements)) {
        if (swept.has(`${verb} ${name}`)) continue;
        expect([name, verb, await attempt(statement, 'directory')]).toEqual([name, verb, { refused: '42501' }]);
      }
    }
  });
});

it('leaves no hole in the catalogue', async () => {
  expect(await catalogueProblems(matrix.world.db)).toEqual([]);
});
