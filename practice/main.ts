import { resolve } from 'node:path';
import { startPractice } from './start.ts';

/** `npm run practice`: Coact together with everything it talks to, on this machine only. Ctrl-C stops all of it. */
const dataDir = resolve(process.env.DATA_DIR ?? './data/practice');

console.log('Starting the practice workspace: Slack, Bluesky, mail, a company and Coact. This takes some seconds.\n');
try {
  const practice = await startPractice({ usual: true, folder: `${dataDir}/counterparts`, dataDir, coact: true });
  const { urls } = practice;
  console.log(`
  Open this first       ${urls.start}

  Coact                 ${practice.coact?.ownerLink() ?? urls.coact}
  Slack                 ${practice.slack.hasPage ? urls.slack : 'not on this machine'}
  Bluesky posts         ${urls.posts}
  Mail                  ${urls.mail}
  The company           ${urls.company}
`);
  for (const warning of practice.warnings) console.log(`  Note: ${warning}\n`);
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    console.log('\nStopping the practice workspace.');
    await practice.close();
    process.exit(exitCode);
  };
  process.once('SIGINT', () => void stop(0));
  process.once('SIGTERM', () => void stop(0));
  void practice.coact?.ended.then((how) => {
    if (isStopping) return;
    console.error(`\nCoact has ended by itself (${how}); see its last lines above. The practice workspace stops too.`);
    void stop(1);
  });
} catch (error) {
  console.error(`\nThe practice workspace could not start. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
