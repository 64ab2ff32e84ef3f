import { type Check, type Finding, fileCheck } from './check.ts';
import { type Exception, exceptions } from './exceptions.ts';
import { linesOf, type Repository, sourceFiles } from './repository.ts';
import { readSyntax } from './syntax.ts';

/** What an import graph can't show: who reads the environment, does cryptography, writes SQL, and about whose tables. */
export const places: Check = fileCheck('places of environment, cryptography and SQL', (repository) => [
  ...checkEnvironment(repository, exceptions),
  ...checkCryptography(repository),
  ...checkSqlPlaces(repository),
  ...checkOwnTables(repository),
]);

/** Findings for product code outside config/ that reads the environment. */
export function checkEnvironment(repository: Repository, allowed: readonly Exception[]): readonly Finding[] {
  const excused = new Set(allowed.filter((entry) => entry.rule === 'environment').map((entry) => entry.where));
  return productFiles(repository)
    .filter((path) => !path.startsWith('src/platform/config/') && !excused.has(path))
    .flatMap((path) =>
      matchingLines(repository, path, /\bprocess\.env\b|\bimport\.meta\.env\b/).map((line) => ({
        where: `${path}:${line}`,
        problem: 'reads the environment: add a setting to platform/config/settings.ts and take it from the Config',
      })),
    );
}

/** Findings for cryptography through the global object, which needs no import. */
export function checkCryptography(repository: Repository): readonly Finding[] {
  return productFiles(repository)
    .filter((path) => !path.startsWith('src/platform/vault/'))
    .flatMap((path) =>
      matchingLines(repository, path, /\bcrypto\.subtle\b/).map((line) => ({
        where: `${path}:${line}`,
        problem: 'does cryptography: use the door of platform/vault, or give it a function for what you need',
      })),
    );
}

const sqlCalls =
  /\bsql(<[^`]*>)?`|\bsql\.(raw|ref|table|id|lit)\(|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/;

/** What may write SQL: a store (`store.ts`, or `notes-store.ts` beside others), a list of migrations, what only tests use. */
const writesSql = /(^|[/-])store\.ts$|\/migrations\.ts$|\.fixture\.ts$/;

/** Findings for SQL in a slice outside its stores. */
export function checkSqlPlaces(repository: Repository): readonly Finding[] {
  return productFiles(repository)
    .filter((path) => path.startsWith('src/features/') && !writesSql.test(path))
    .flatMap((path) => [
      ...matchingLines(repository, path, sqlCalls).map((line) => ({
        where: `${path}:${line}`,
        problem: "is SQL outside the slice's store.ts: give it a name there and call it",
      })),
      ...readSyntax(path, repository.read(path))
        .imports.filter((found) => found.name === 'sql' && /platform\/db\//.test(found.from))
        .map((found) => ({ where: `${path}:${found.line}`, problem: 'imports `sql`: only store.ts writes SQL' })),
    ]);
}

/** Findings for SQL that names a table which another folder's migrations made. */
export function checkOwnTables(repository: Repository): readonly Finding[] {
  const owners = tableOwners(repository);
  return productFiles(repository)
    .filter((path) => /^src\/(features|platform)\//.test(path))
    .flatMap((path) =>
      [...owners]
        .filter(([, owner]) => owner !== folderOf(path))
        .flatMap(([table, owner]) =>
          matchingLines(repository, path, tableUse(table)).map((line) => ({
            where: `${path}:${line}`,
            problem: `names ${table}, a table of ${owner}: ask that folder's index.ts for what you need`,
          })),
        ),
    );
}

function tableOwners(repository: Repository): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const path of repository.files.filter((file) => /^src\/.*\/migrations\/.*\.sql$/.test(file))) {
    for (const found of repository.read(path).matchAll(/^\s*create table (?:if not exists )?(?:\w+\.)?(\w+)/gim)) {
      if (found[1] !== undefined) owners.set(found[1], folderOf(path));
    }
  }
  return owners;
}

function tableUse(table: string): RegExp {
  return new RegExp(
    `\\b(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|innerJoin|leftJoin)\\(\\s*'${table}\\b|\\b(from|join|into|update)\\s+(coact\\.)?${table}\\b`,
  );
}

/** src/features/links/store.ts → src/features/links */
function folderOf(path: string): string {
  return path.split('/').slice(0, 3).join('/');
}

function productFiles(repository: Repository): readonly string[] {
  return sourceFiles(repository).filter((path) => path.startsWith('src/'));
}

/** Numbers of the lines that match outside comments. */
function matchingLines(repository: Repository, path: string, pattern: RegExp): readonly number[] {
  return linesOf(repository.read(path)).flatMap((line, index) =>
    !/^\s*(\/\/|\*|\/\*)/.test(line) && pattern.test(line) ? [index + 1] : [],
  );
}
