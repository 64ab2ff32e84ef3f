import { describe, expect, it } from 'vitest';
import { repositoryOf } from './repository.ts';
import { checkFileNames, checkForbiddenText } from './words.ts';

// Written in pieces, so that this file does not hold what the check looks for.
const folder = ['', 'home', 'ana', 'coact'].join('/');
const later = ['TO', 'DO'].join('');
const only = ['it', 'only'].join('.');
const left = ['describe', 'skip'].join('.');

const problems = (texts: Readonly<Record<string, string>>, hosts: readonly string[] = []) =>
  checkForbiddenText(repositoryOf(texts), [], hosts).map((finding) => finding.where);

describe('forbidden text', () => {
  it('finds a path of one machine in any file, with its line', () => {
    expect(problems({ 'README.md': `one\nopen ${folder}` })).toEqual(['README.md:2']);
  });

  it('lets addresses and relative paths be', () => {
    expect(problems({ 'a.md': 'https://example.com/home/ana and src/work/ana and ./home/x' })).toEqual([]);
  });

  it('finds a registry by its host, and not a host that ends alike', () => {
    const texts = { 'package-lock.json': '"https://packages.example/x"', 'b.md': 'my-packages.example' };
    expect(problems(texts, ['packages.example'])).toEqual(['package-lock.json:1']);
  });

  it('finds work put off in code and leaves prose alone', () => {
    expect(problems({ 'src/a.ts': `// ${later}: mend`, 'docs/a.md': later })).toEqual(['src/a.ts:1']);
  });

  it('finds tests that do not run', () => {
    expect(problems({ 'a.test.ts': `${only}('x')\n${left}('y')\nit('z')` })).toEqual(['a.test.ts:1', 'a.test.ts:2']);
  });

  it('allows what is listed with its reason', () => {
    const repository = repositoryOf({ 'deploy/x.md': folder });
    const allowed = [{ rule: 'forbidden text', where: 'deploy/x.md', reason: 'a path inside the image' }] as const;
    expect(checkForbiddenText(repository, allowed, [])).toEqual([]);
  });
});

describe('file names', () => {
  const names = (...paths: readonly string[]) =>
    checkFileNames(repositoryOf(Object.fromEntries(paths.map((path) => [path, '']))), []).map((found) => found.where);

  it('that say nothing are found, in folders too', () => {
    expect(names('src/platform/db/utils.ts', 'src/helpers/date.ts', 'src/features/share/request-data.ts')).toHaveLength(
      3,
    );
  });

  it('may contain such a word as a part', () => {
    expect(names('src/platform/db/database.ts', 'src/features/share/newest.ts')).toEqual([]);
  });

  it('are in kebab case', () => {
    expect(names('src/web/ShareList.tsx', 'src/web/share-list.tsx')).toEqual(['src/web/ShareList.tsx']);
  });
});
