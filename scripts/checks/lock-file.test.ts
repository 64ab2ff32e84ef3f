import { describe, expect, it } from 'vitest';
import { checkLockFile } from './lock-file.ts';
import { repositoryOf } from './repository.ts';

const integrity = 'sha512-AAAA';

const findings = (packages: Readonly<Record<string, object>>, manifest: object = {}) =>
  checkLockFile(
    repositoryOf({
      'package.json': JSON.stringify(manifest),
      'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...packages } }),
    }),
  ).map((found) => `${found.where}: ${found.problem}`);

describe('the lock file', () => {
  it('is whole when each wanted package has an entry, nested or above', () => {
    const packages = {
      'node_modules/a': { integrity, dependencies: { b: '^1.0.0', c: '^1.0.0' } },
      'node_modules/a/node_modules/b': { integrity, dependencies: { c: '^1.0.0' } },
      'node_modules/c': { integrity },
    };
    expect(findings(packages)).toEqual([]);
  });

  it('is not whole when an optional part was left out', () => {
    const packages = { 'node_modules/a': { integrity, optionalDependencies: { '@a/arm64': '1.0.0' } } };
    expect(findings(packages)).toEqual([expect.stringContaining('wants @a/arm64, which has no entry')]);
  });

  it('does not find a package in another package’s folder', () => {
    const packages = {
      'node_modules/a': { integrity, dependencies: { b: '1.0.0' } },
      'node_modules/c/node_modules/b': { integrity },
      'node_modules/c': { integrity },
    };
    expect(findings(packages)).toHaveLength(1);
  });

  it('names no address and vouches for every content', () => {
    const packages = {
      'node_modules/a': { integrity, resolved: 'https://packages.example/a.tgz' },
      'node_modules/b': {},
      'node_modules/c': { integrity: 'sha1-AAAA' },
    };
    expect(findings(packages)).toEqual([
      expect.stringContaining('names the address'),
      expect.stringContaining('node_modules/b: has no sha512'),
      expect.stringContaining('node_modules/c: has no sha512'),
    ]);
  });

  it('holds no script that nobody has read', () => {
    const packages = { 'node_modules/a': { integrity, hasInstallScript: true } };
    expect(findings(packages)).toEqual([expect.stringContaining('runs a script')]);
    expect(findings(packages, { allowScripts: { a: false } })).toEqual([]);
  });
});

describe('package.json', () => {
  it.each(['^1.2.3', '~1.2.3', 'latest', '1.x', 'https://example.com/a.tgz'])('may not ask for %s', (version) => {
    expect(findings({ 'node_modules/a': { integrity } }, { dependencies: { a: version } })).toHaveLength(1);
  });

  it.each(['1.2.3', '1.2.3-beta.4', 'npm:@scope/other@1.2.3'])('may ask for %s', (version) => {
    expect(findings({ 'node_modules/a': { integrity } }, { dependencies: { a: version } })).toEqual([]);
  });
});
