import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** What a test that can tell one database from another reaches: the opening of one, or a program that opens its own. */
const touchesDatabase = /TEST_DATABASE|PGlite\.create|\bspawn\(|\bfork\(/;
const imported =
  /(?:^|\n)\s*(?:import|export)\s(?!type\b)(?:[^;]*?from\s*)?'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)|new URL\(\s*'(\.[^']+\.ts)'/g;

/**
 * Test files that know of no database, by what they import: what they find on one they find on the other.
 * @param root the repository
 * @returns paths from there
 */
export function testsWithoutDatabase(
  root: string,
  folders: readonly string[] = ['src', 'practice', 'scripts', 'test'],
) {
  const known = new Map<string, boolean>();
  const reaches = (path: string, above: ReadonlySet<string>): boolean => {
    const found = known.get(path);
    if (found !== undefined) return found;
    if (above.has(path) || !existsSync(join(root, path))) return false;
    const text = readFileSync(join(root, path), 'utf8');
    const deeper = new Set([...above, path]);
    const result =
      touchesDatabase.test(text) ||
      [...text.matchAll(imported)].some((match) =>
        reaches(normalize(join(dirname(path), match[1] ?? match[2] ?? match[3] ?? '')), deeper),
      );
    known.set(path, result);
    return result;
  };
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => /\.test\.tsx?$/.test(path) && !reaches(path, new Set()));
}
