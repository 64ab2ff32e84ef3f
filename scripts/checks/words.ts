import { execFileSync } from 'node:child_process';
import { type Check, type Finding, fileCheck } from './check.ts';
import { type Exception, exceptions } from './exceptions.ts';
import { linesOf, type Repository } from './repository.ts';

const emptyWords = [
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'misc',
  'manager',
  'base',
  'impl',
  'data',
  'info',
  'old',
  'new',
];

/** Names of files and folders say what is in them. */
export const fileNames: Check = fileCheck('file names', (repository) => checkFileNames(repository, exceptions));

/** Findings for names of code that say nothing, or are not in kebab case. */
export function checkFileNames(repository: Repository, allowed: readonly Exception[]): readonly Finding[] {
  const excused = new Set(allowed.filter((entry) => entry.rule === 'file name').map((entry) => entry.where));
  return repository.files
    .filter((path) => /^(src|practice|scripts|test|bench)\//.test(path) && !excused.has(path))
    .flatMap((where) => {
      const parts = where.split('/').flatMap((part) => part.split(/[-.]/));
      const empty = parts.filter((part) => emptyWords.includes(part));
      const findings = empty.map((word) => ({
        where,
        problem: `"${word}" says nothing: name the file for its concept`,
      }));
      const isKebab = !/\.tsx?$/.test(where) || /^[a-z0-9$./_-]+$/.test(where);
      return isKebab ? findings : [...findings, { where, problem: 'write the name in kebab case' }];
    });
}

interface ForbiddenText {
  readonly pattern: RegExp;
  readonly problem: string;
  readonly files: RegExp;
}

// Put together from pieces so that this file does not contain what it looks for.
const machineFolders = ['work', 'home', 'root', 'tmp/n26'].join('|');
const everywhere = /^/;
const inCode = /\.(tsx?|[cm]?js|sh|yaml|yml|sql|css|html|cedar)$|^\.ci\//;
const inTests = /\.test\.tsx?$|^test\//;

const forbidden: readonly ForbiddenText[] = [
  {
    pattern: new RegExp(`(?<![\\w.:/-])/(${machineFolders})/`),
    problem: 'is a path of one machine: make it relative to the repository or take a temporary folder',
    files: everywhere,
  },
  {
    pattern: new RegExp(
      `\\b(${['TO', 'FIX'].map((start) => (start === 'TO' ? `${start}DO` : `${start}ME`)).join('|')})\\b`,
    ),
    problem: 'do it, or write an issue',
    files: inCode,
  },
  {
    pattern: /\b(it|test|describe|suite)(\.\w+)*\.(only|skip|todo)\b/,
    problem: 'a test that does not run proves nothing: mend it or take it out',
    files: inTests,
  },
];

/** Text that must not be committed: machine paths, registry hosts, put-off work, tests that do not run. */
export const forbiddenText: Check = fileCheck('forbidden text', (repository) =>
  checkForbiddenText(repository, exceptions, registryHosts()),
);

/**
 * Findings for forbidden text.
 * @param hosts names of package registries, none of which may be named
 */
export function checkForbiddenText(
  repository: Repository,
  allowed: readonly Exception[],
  hosts: readonly string[],
): readonly Finding[] {
  const excused = new Set(allowed.filter((entry) => entry.rule === 'forbidden text').map((entry) => entry.where));
  const rules = [
    ...forbidden,
    ...hosts.map((host) => ({
      pattern: new RegExp(`(?<![\\w.-])${RegExp.escape(host)}(?![\\w-])`),
      problem: 'names a package registry: whoever installs chooses their own',
      files: everywhere,
    })),
  ];
  return repository.files
    .filter((path) => !excused.has(path))
    .flatMap((path) =>
      findIn(
        repository,
        path,
        rules.filter((rule) => rule.files.test(path)),
      ),
    );
}

function findIn(repository: Repository, path: string, rules: readonly ForbiddenText[]): Finding[] {
  return linesOf(repository.read(path)).flatMap((line, index) =>
    rules
      .filter((rule) => rule.pattern.test(line))
      .map((rule) => ({
        where: `${path}:${index + 1}`,
        problem: `"${rule.pattern.exec(line)?.[0]}": ${rule.problem}`,
      })),
  );
}

/** The default registry and the one that npm is set to here, which is learnt and not written down. */
function registryHosts(): readonly string[] {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const hosts = ['registry', 'npmjs', 'org'].join('.');
  try {
    const address = execFileSync(npm, ['config', 'get', 'registry'], { stdio: ['ignore', 'pipe', 'ignore'] });
    return [...new Set([hosts, new URL(address.toString('utf8').trim()).hostname])];
  } catch {
    return [hosts];
  }
}
