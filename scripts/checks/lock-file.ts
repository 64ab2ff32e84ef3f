import { z } from 'zod';
import { type Check, type Finding, fileCheck } from './check.ts';
import type { Repository } from './repository.ts';

const entry = z.object({
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  inBundle: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockFile = z.object({ lockfileVersion: z.number(), packages: z.record(z.string(), entry) });
const manifest = z.object({
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
  allowScripts: z.record(z.string(), z.boolean()).optional(),
});
const scripts = z.object({ packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })) });

type Packages = z.infer<typeof lockFile>['packages'];

/**
 * The lock file is whole and names no registry. npm leaves out optional packages that it can't find when it writes the
 * file, and then refuses it on `npm ci`: what is missing is found here, with the package that wants it.
 */
export const lockFileCheck: Check = fileCheck('lock file', (repository) => checkLockFile(repository));

/** Findings about package.json and package-lock.json. */
export function checkLockFile(repository: Repository): readonly Finding[] {
  const read = lockFile.safeParse(JSON.parse(repository.read('package-lock.json') || '{}'));
  if (!read.success) return [{ where: 'package-lock.json', problem: 'is no lock file of version 3' }];
  const { packages } = read.data;
  return [
    ...Object.entries(packages).flatMap(([path, found]) => checkEntry(path, found)),
    ...missingEntries(packages),
    ...looseVersions(repository),
    ...unreviewedScripts(repository),
  ];
}

function checkEntry(path: string, found: Packages[string]): Finding[] {
  if (path === '' || found.link || found.inBundle) return [];
  const findings: Finding[] = [];
  if (found.resolved !== undefined) {
    findings.push({
      where: `package-lock.json ${path}`,
      problem: 'names the address it came from: write the lock file with omit-lockfile-registry-resolved (.npmrc)',
    });
  }
  if (!found.integrity?.startsWith('sha512-')) {
    findings.push({
      where: `package-lock.json ${path}`,
      problem: 'has no sha512 integrity, so its content could change',
    });
  }
  return findings;
}

function missingEntries(packages: Packages): Finding[] {
  return Object.entries(packages).flatMap(([path, found]) =>
    Object.keys({ ...found.dependencies, ...found.optionalDependencies })
      .filter((name) => !isPresent(packages, path, name))
      .map((name) => ({
        where: `package-lock.json ${path || '(top)'}`,
        problem: `wants ${name}, which has no entry: \`npm ci\` will refuse the file. Take a version whose parts are all there.`,
      })),
  );
}

/** Looks where Node looks: in the package's own node_modules, then in those of the folders above. */
function isPresent(packages: Packages, from: string, name: string): boolean {
  let folder = from;
  while (true) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
    const above = folder.lastIndexOf('/node_modules/');
    folder = above === -1 ? '' : folder.slice(0, above);
  }
}

function looseVersions(repository: Repository): Finding[] {
  const read = manifest.parse(JSON.parse(repository.read('package.json') || '{}'));
  const all = { ...read.dependencies, ...read.optionalDependencies, ...read.devDependencies };
  return Object.entries(all)
    .filter(([, version]) => !/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => ({
      where: `package.json ${name}`,
      problem: `asks for ${version}: write one exact version`,
    }));
}

function unreviewedScripts(repository: Repository): Finding[] {
  const read = scripts.parse(JSON.parse(repository.read('package-lock.json')));
  const reviewed = manifest.parse(JSON.parse(repository.read('package.json') || '{}')).allowScripts ?? {};
  return (
    Object.entries(read.packages)
      .filter(([, found]) => found.hasInstallScript)
      // The project itself stands under the empty path; what it runs is in package.json.
      .filter(([path]) => path !== '')
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
      .filter((name) => reviewed[name] === undefined)
      .map((name) => ({
        where: `package-lock.json ${name}`,
        problem: 'runs a script when it is installed: read it, then decide in "allowScripts" of package.json',
      }))
  );
}
