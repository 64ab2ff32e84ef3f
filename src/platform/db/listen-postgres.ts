import type pg from 'pg';
import { randomId } from '../clock/index.ts';
import type { Log } from '../log/index.ts';
import { channel, Listeners, type Notifications } from './notifications.ts';

interface Options {
  /** Makes a connection that is not yet open. */
  readonly connect: () => pg.Client;
  readonly log?: Log | undefined;
  /** How often the connection proves that notifications pass it, milliseconds; default 10,000. */
  readonly beatMs?: number;
}

const beatAnswerMs = 5_000;
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/**
 * Listening on PostgreSQL: one connection of its own, opened when somebody listens.
 *
 * Its life: *opening* → *listening* (LISTEN has been answered) → *lost* (an error, an end, or a beat unheard) → *opening* again, after a
 * pause that doubles. Whenever it listens again, all listeners are told that they may have missed something. The beat is a notification
 * to itself: it finds a connection that died without a word, and a pooler in between that passes queries on but no notifications.
 */
export function listenOnPostgres({ connect, log, beatMs = 10_000 }: Options): Notifications {
  const listeners = new Listeners((error) => log?.error({ event: 'db.listener_failed' }, error));
  let client: pg.Client | null = null;
  let first: Promise<void> | null = null;
  let heardAt: number | null = null;
  let healthy = true;
  let closed = false;

  const lost = (which: pg.Client, reason: string) => {
    if (client !== which) return;
    client = null;
    which.removeAllListeners('notification');
    which.end().catch(() => undefined);
    if (closed) return;
    // Said once: while the database is away every try fails.
    if (healthy) log?.warn({ event: 'db.notifications_lost', reason });
    healthy = false;
    retries.again();
  };
  const open = async () => {
    const opening = connect();
    client = opening;
    opening.on('error', () => lost(opening, 'error'));
    opening.on('end', () => lost(opening, 'end'));
    try {
      await opening.connect();
      const beats = await startListening(opening, (text) => listeners.hear(text));
      if (!healthy) log?.info({ event: 'db.notifications_back' });
      healthy = true;
      heardAt = performance.now();
      retries.reset();
      keepBeating(beats, beatMs, {
        wanted: () => client === opening,
        heard: () => {
          heardAt = performance.now();
        },
        unheard: () => lost(opening, 'unheard'),
      });
      listeners.missed();
    } catch {
      lost(opening, 'refused');
    }
  };
  const retries = openRetries(() => void open());
  return {
    listen: async (topic, listener) => {
      first ??= open();
      await first;
      return listeners.add(topic, listener);
    },
    silentMs: () => (first === null ? null : performance.now() - (heardAt ?? Number.NEGATIVE_INFINITY)),
    close: async () => {
      closed = true;
      retries.stop();
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}

/** Tries again after a pause, which doubles from one time to the next. */
function openRetries(attempt: () => void) {
  let pauseMs = firstPauseMs;
  let timer: NodeJS.Timeout | null = null;
  return {
    again: () => {
      // Spread out, so that many processes do not come back to a restarted server in the same moment.
      timer = setTimeout(attempt, pauseMs * (0.5 + Math.random()));
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    },
    /** It worked: the next pause is the shortest again. */
    reset: () => {
      pauseMs = firstPauseMs;
    },
    stop: () => {
      if (timer) clearTimeout(timer);
    },
  };
}

interface BeatsTold {
  /** Whether the connection is still the one in use. */
  wanted(): boolean;
  heard(): void;
  /** The last thing that is told: no beat came back, or the connection is not wanted any more. */
  unheard(): void;
}

/** Beats until one is not heard. */
function keepBeating(beats: Beats, beatMs: number, { wanted, heard, unheard }: BeatsTold): void {
  const timer = setInterval(async () => {
    if (wanted() && (await beats.prove().catch(() => false))) return heard();
    clearInterval(timer);
    unheard();
  }, beatMs);
  timer.unref();
}

interface Beats {
  /** Out: whether a notification to ourselves came back in time. */
  prove(): Promise<boolean>;
}

async function startListening(client: pg.Client, hear: (text: string) => void): Promise<Beats> {
  const own = `coact_${randomId().replaceAll('-', '')}`;
  let heard: (() => void) | null = null;
  client.on('notification', (message) => {
    if (message.channel === channel) hear(message.payload ?? '');
    else heard?.();
  });
  await client.query(`listen ${channel}`);
  await client.query(`listen ${own}`);
  return {
    prove: () =>
      new Promise((resolve, reject) => {
        const impatient = setTimeout(() => resolve(false), beatAnswerMs);
        heard = () => {
          clearTimeout(impatient);
          resolve(true);
        };
        client.query('select pg_notify($1, $2)', [own, '']).catch(reject);
      }),
  };
}
