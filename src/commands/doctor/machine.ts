import { access, constants, mkdir, statfs } from 'node:fs/promises';
import type { Config } from '../../platform/config/index.ts';
import { about, type Finding } from './finding.ts';

const least = 200;
const enough = 1_024;

/** Whether the data folder can be written, and how much room is left there. */
export async function examineDisk(config: Config): Promise<Finding> {
  const { ok, warning, problem } = about('Disk');
  try {
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    await access(config.dataDir, constants.W_OK);
    const { bavail, bsize } = await statfs(config.dataDir);
    const megabytes = Math.floor((bavail * bsize) / 1_048_576);
    const what = `${megabytes} MB are free at ${config.dataDir}.`;
    if (megabytes < least) return problem(`only ${what}`, 'Make room: clicks and the database are written there.');
    return megabytes < enough ? warning(`only ${what}`, 'Make room before it is full.') : ok(what);
  } catch {
    const mend = 'Give the user that runs Coact the right to, or set DATA_DIR.';
    return problem(`${config.dataDir} can't be written.`, mend);
  }
}
