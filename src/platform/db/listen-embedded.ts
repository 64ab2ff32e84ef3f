import type { PGlite } from '@electric-sql/pglite';
import type { Log } from '../log/index.ts';
import { channel, Listeners, type Notifications } from './notifications.ts';

/** Listening on the embedded database: in the process, so that nothing is ever missed. */
export function listenOnEmbedded(pglite: PGlite, log?: Log): Notifications {
  const listeners = new Listeners((error) => log?.error({ event: 'db.listener_failed' }, error));
  let first: Promise<unknown> | null = null;
  return {
    listen: async (topic, listener) => {
      first ??= pglite.listen(channel, (text) => listeners.hear(text));
      await first;
      return listeners.add(topic, listener);
    },
    silentMs: () => (first === null ? null : 0),
    close: async () => undefined,
  };
}
