import { once } from 'node:events';
import { openApp } from '../app.ts';
import type { Config } from '../platform/config/index.ts';
import { startServer } from '../platform/http/index.ts';
import { createLog } from '../platform/log/index.ts';

/**
 * `coact serve`: serves and works until SIGINT or SIGTERM, then stops taking requests, finishes jobs, counts the last
 * clicks and closes the database. Prints the address and, until an owner has set Coact up, the one-time link for them.
 */
export async function serve(config: Config): Promise<number> {
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
  await announce(config, app);
  log.info({ event: 'server.ready', port: server.port });
  const signal = await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  log.info({ event: 'server.stopping', signal: String(signal[0] ?? '') });
  await server.close();
  return 0;
}

async function announce(config: Config, app: { people: { ownerLink(): Promise<string | null> } }): Promise<void> {
  const lines = [`Coact is ready at ${config.publicUrl}`];
  const link = await app.people.ownerLink();
  if (link !== null) lines.push(`Sign in as the owner: ${link}`);
  if (config.databaseUrl === undefined) lines.push(`Data: ${config.dataDir} (embedded database)`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
