import { once } from 'node:events';
import { openApp } from '../app.ts';
import type { Config } from '../platform/config/index.ts';
import { startServer } from '../platform/http/index.ts';
import { createLog } from '../platform/log/index.ts';
import type { Command, Output } from './command.ts';

/**
 * `coact serve`: serves and works until SIGINT or SIGTERM, then stops taking requests, finishes jobs, counts the last
 * clicks and closes the database. Prints the address and, until an owner has set Coact up, the one-time link for them.
 */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'start the server; it also does the work in the background',
  help: 'Stops on SIGTERM or SIGINT: finishes requests and jobs that run, then ends with 0.',
  run: ({ config, out }) => serve(config, out),
};

async function serve(config: Config, out: Output): Promise<number> {
  const log = createLog(config.logLevel);
  await using app = await openApp(config, log);
  const server = await startServer({
    app,
    front: app.redirect,
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl,
    linksUrl: config.linksUrl,
    trustProxy: config.trustProxy,
    log,
  });
  await app.jobs.work();
  await announce(config, app, out);
  log.info({ event: 'server.ready', port: server.port });
  const signal = await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  log.info({ event: 'server.stopping', signal: String(signal[0] ?? '') });
  await server.close();
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
