import { resolve } from 'node:path';
import type { Practice } from './practice.ts';
import { startPractice } from './start.ts';

/** `npm run practice`: Coact together with everything it talks to, on this machine only. Ctrl-C stops all of it. */
const dataDir = resolve(process.env.DATA_DIR ?? './data/practice');

console.log('Starting the practice workspace: Slack, Bluesky, mail, a company and Coact. This takes some seconds.\n');
let isStopping = false;
let practice: Practice | null = null;
const stop = async (exitCode: number) => {
  if (isStopping) return;
  isStopping = true;
  console.log('\nStopping the practice workspace.');
  // While it is still starting, the end of the start below closes it.
  if (practice === null) return;
  await practice.close();
  process.exit(exitCode);
};
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

try {
  practice = await startPractice({ usual: true, folder: `${dataDir}/counterparts`, dataDir, coact: true });
  if (isStopping) {
    await practice.close();
    process.exit(0);
  }
  const { urls, coact, slack, warnings } = practice;
  console.log(`
  Open this first       ${urls.start}

  Coact                 ${(await coact?.ownerLink()) ?? urls.coact}
  Slack                 ${slack.hasPage ? urls.slack : 'not on this machine'}
  Bluesky posts         ${urls.posts}
  Mail                  ${urls.mail}
  The company           ${urls.company}
`);
  for (const warning of warnings) console.log(`  Note: ${warning}\n`);
  const how = await coact?.ended;
  if (!isStopping) {
    console.error(`\nCoact has ended by itself (${how}); see its last lines above. The practice workspace stops too.`);
    await stop(1);
  }
} catch (error) {
  console.error(`\nThe practice workspace could not start. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
