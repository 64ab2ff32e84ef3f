import { openApp } from '../app.ts';
import type { Config } from '../platform/config/index.ts';
import { startServer, watchPressure } from '../platform/http/index.ts';
import { createLog } from '../platform/log/index.ts';
import type { Command, Output } from './command.ts';
import { stopAsked } from './stopping.ts';
import { openWatching } from './watching.ts';
import { refuseEmbedded } from './work.ts';

/**
 * `coact serve`: serves and works until SIGINT or SIGTERM, then stops taking requests, finishes jobs, counts the last
 * clicks and closes the database. Prints the address and, until an owner has set Coact up, the one-time link for them.
 */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'start the server; it also does the work in the background',
  help: [
    '  --no-work  serve only, where other processes run coact work (needs PostgreSQL)',
    '',
    'Stops on SIGTERM or SIGINT: finishes the requests and jobs that run, then ends with 0. A second signal ends it at once.',
  ].join('\n'),
  options: { 'no-work': { type: 'boolean' } },
  run: ({ config, out, options }) => serve(config, out, options['no-work'] !== true),
};

async function serve(config: Config, out: Output, works: boolean): Promise<number> {
  if (!works) refuseEmbedded(config, 'coact serve --no-work');
  const log = createLog(config.logLevel);
  const stop = stopAsked(log);
  await using watching = await openWatching(config, log, 'serve');
  await using app = await openApp(config, log, { telemetry: watching.telemetry });
  const pressure = watchPressure();
  const server = await startServer({
    pressure,
    app,
    front: app.redirect,
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl,
    linksUrl: config.linksUrl,
    trustProxy: config.trustProxy,
    log,
  });
  if (works) await app.jobs.work();
  await announce(config, app, out);
  log.info({ event: 'server.ready', port: server.port, works });
  await stop;
  app.leave();
  await server.close(config.stopDelayMs);
  pressure.close();
  return 0;
}

async function announce(
  config: Config,
  app: { readonly people: { ownerLink(): Promise<string | null> } },
  out: Output,
): Promise<void> {
  const ownerLink = await app.people.ownerLink();
  out.say(`Coact is ready at ${config.publicUrl}`);
  if (ownerLink !== null) out.say(`Sign in as the owner: ${ownerLink}`);
  if (config.databaseUrl === undefined) out.say(`Data: ${config.dataDir} (embedded database)`);
  out.result({ url: config.publicUrl, ownerLink });
}
