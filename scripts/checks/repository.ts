import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files under version control, and those that are about to be. */
export interface Repository {
  readonly root: string;
  /** Paths from the top, with forward slashes, sorted. */
  readonly files: readonly string[];
  /** A file's text; '' for a binary file. */
  read(path: string): string;
}

/** The repository in a folder, as git sees it: ignored files are left out. */
export function openRepository(root: string): Repository {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root });
  const files = [...new Set(listed.toString('utf8').split('\0'))].filter(
    (path) => path !== '' && existsSync(join(root, path)),
  );
  const texts = new Map<string, string>();
  return {
    root,
    files: files.toSorted(),
    read: (path) => {
      const known = texts.get(path);
      if (known !== undefined) return known;
      const bytes = readFileSync(join(root, path));
      const text = bytes.subarray(0, 8000).includes(0) ? '' : bytes.toString('utf8');
      texts.set(path, text);
      return text;
    },
  };
}

/** A repository made of texts, for trying a check on a planted mistake. */
export function repositoryOf(texts: Readonly<Record<string, string>>): Repository {
  return { root: '.', files: Object.keys(texts).toSorted(), read: (path) => texts[path] ?? '' };
}

const code = /\.tsx?$/;
const testFile = /\.test\.tsx?$|^test\//;

/** TypeScript of the product and its tools, without tests. */
export function sourceFiles(repository: Repository): readonly string[] {
  return repository.files.filter((path) => code.test(path) && !testFile.test(path));
}

/** Tests and what they stand on. */
export function testFiles(repository: Repository): readonly string[] {
  return repository.files.filter((path) => code.test(path) && testFile.test(path));
}

/** Lines of a text; the end of the last line is no line of its own. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
