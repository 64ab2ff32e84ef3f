import { describe, expect, it } from 'vitest';
import { checkCryptography, checkEnvironment, checkOwnTables, checkSqlPlaces } from './places.ts';
import { repositoryOf } from './repository.ts';

describe('the environment', () => {
  it('is read in config only', () => {
    const repository = repositoryOf({
      'src/platform/config/config.ts': 'export const a = process.env.A;',
      'src/platform/log/log.ts': 'export const b = process.env.B;',
      'src/platform/log/log.test.ts': 'export const c = process.env.C;',
    });
    expect(checkEnvironment(repository, []).map((found) => found.where)).toEqual(['src/platform/log/log.ts:1']);
  });

  it('may be spoken of', () => {
    expect(checkEnvironment(repositoryOf({ 'src/a.ts': '/** as `process.env` */\nexport const a = 1;' }), [])).toEqual(
      [],
    );
  });
});

describe('cryptography', () => {
  it('is not done through the global object outside the vault', () => {
    const text = "export const key = crypto.subtle.generateKey('Ed25519', false, ['sign']);";
    const repository = repositoryOf({ 'src/platform/slack/key.ts': text, 'src/platform/vault/key.ts': text });
    expect(checkCryptography(repository).map((found) => found.where)).toEqual(['src/platform/slack/key.ts:1']);
  });

  it('is not meant by a random id', () => {
    expect(checkCryptography(repositoryOf({ 'src/a.ts': 'export const id = crypto.randomUUID();' }))).toEqual([]);
  });
});

describe('SQL', () => {
  const where = (text: string, path: string) =>
    checkSqlPlaces(repositoryOf({ [path]: text })).map((found) => found.where);

  it.each([
    "export const f = (t) => t.on().selectFrom('links');",
    'export const f = (t) => sql<{ n: number }>`select 1`.execute(t);',
  ])('outside store.ts is found: %s', (text) => {
    expect(where(text, 'src/features/links/links.ts')).toEqual(['src/features/links/links.ts:1']);
    expect(where(text, 'src/features/links/clicks/store.ts')).toEqual([]);
  });

  it('can not be brought in by its tag', () => {
    const text = "import { sql } from '../../platform/db/index.ts';\nexport { sql };";
    expect(where(text, 'src/features/links/jobs.ts')).toEqual(['src/features/links/jobs.ts:1']);
  });
});

describe('tables', () => {
  const people = { 'src/features/people/migrations/0001-people.sql': 'create table people (\n  org_id uuid\n);' };

  it.each(["tx.on().selectFrom('people')", 'sql`select 1 from people`', 'sql`delete from coact.people`'])(
    'of another slice are found: %s',
    (query) => {
      const repository = repositoryOf({
        ...people,
        'src/features/share/store.ts': `export const q = (tx) => ${query};`,
      });
      expect(checkOwnTables(repository).map((found) => found.where)).toEqual(['src/features/share/store.ts:1']);
    },
  );

  it('of the own slice are free', () => {
    const repository = repositoryOf({
      ...people,
      'src/features/people/store.ts': 'export const q = sql`select 1 from people`;',
    });
    expect(checkOwnTables(repository)).toEqual([]);
  });
});
