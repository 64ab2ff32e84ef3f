import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { onPath, run } from './programs.ts';

/** What a person types to have these packages. */
export function installCommand(packages: readonly string[]): string {
  return `apt-get update && apt-get install --yes ${packages.join(' ')}`;
}

/** Installs Debian packages where that is allowed: as root, where there is apt-get. @returns whether it worked */
export async function installPackages(packages: readonly string[]): Promise<boolean> {
  const apt = onPath('apt-get');
  if (apt === null || process.getuid?.() !== 0) return false;
  console.log(`Installing ${packages.join(', ')} from Debian's packages`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const restore = withoutClusterOfItsOwn();
  try {
    if ((await run(apt, ['update', '--quiet=2'], quiet)) !== 0) return false;
    return (
      (await run(
        apt,
        ['install', '--yes', '--quiet=2', '-o', 'Dpkg::Use-Pty=0', '--no-install-recommends', ...packages],
        quiet,
      )) === 0
    );
  } finally {
    restore();
  }
}

const clusterSettings = '/etc/postgresql-common/createcluster.conf';
const packagedSettings = '/usr/share/postgresql-common/createcluster.conf';

/**
 * Debian's PostgreSQL package makes a server and starts it at once; the tests make their own and want no other. The
 * setting is put back to the package's own afterwards.
 */
function withoutClusterOfItsOwn(): () => void {
  if (existsSync(clusterSettings)) return () => undefined;
  mkdirSync('/etc/postgresql-common', { recursive: true });
  writeFileSync(clusterSettings, 'create_main_cluster = false\n');
  return () => {
    if (existsSync(packagedSettings)) copyFileSync(packagedSettings, clusterSettings);
    else rmSync(clusterSettings, { force: true });
  };
}
