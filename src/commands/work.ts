import { openApp } from '../app.ts';
import type { Config } from '../platform/config/index.ts';
import { createLog } from '../platform/log/index.ts';
import type { Command } from './command.ts';
import { CommandProblem } from './problems.ts';
import { stopAsked } from './stopping.ts';
import { openWatching } from './watching.ts';

/** `coact work`: does the work in the background without serving; any number of them on one PostgreSQL. */
export const workCommand: Command = {
  name: 'work',
  summary: 'do the work in the background without serving (needs PostgreSQL)',
  help: [
    'Any number of processes may work and serve on one PostgreSQL; they share KEYS_DIR and RING_DIR.',
    'Stops on SIGTERM or SIGINT: finishes the jobs that run, then ends with 0. A second signal ends it at once.',
  ].join('\n'),
  run: async ({ config, out }) => {
    refuseEmbedded(config, 'coact work');
    const log = createLog(config.logLevel);
    const stop = stopAsked(log);
    await using watching = await openWatching(config, log, 'work');
    await using app = await openApp(config, log, { telemetry: watching.telemetry });
    await app.jobs.work();
    out.say('Coact is at work.');
    out.result({ working: true });
    log.info({ event: 'work.ready' });
    await stop;
    return 0;
  },
};

/**
 * Serving and working apart needs a database that several processes may open.
 * @throws CommandProblem on the embedded one
 */
export function refuseEmbedded(config: Config, what: string): void {
  if (config.databaseUrl !== undefined) return;
  throw new CommandProblem(
    `${what} needs PostgreSQL: the embedded database serves one process, which has to serve and to work. ` +
      'Set DATABASE_URL, or run coact serve alone.',
  );
}
