import { randomId } from '../clock/index.ts';
import type { Database, Payload } from '../db/index.ts';
import type { Log } from '../log/index.ts';
import { tokenHash } from '../vault/index.ts';
import { spend, sweepWindows } from './limit-store.ts';
import { createLimits, type Limit, type Limits } from './limits.ts';

export interface SharedLimitsOptions {
  readonly db: Database;
  readonly log: Log;
  /** Of the installation: hashes addresses and accounts, so that neither stands in a table or passes a notification. */
  readonly secret: Uint8Array;
  /** Multiplies every limit (benchmarks). */
  readonly factor?: number;
  /** How often processes tell each other what they let through; milliseconds, default 500. */
  readonly mergeMs?: number;
}

const topic = 'limits.spent';
/** Windows longer than this guard passwords, links and invitations: few calls, each of which counts. Seconds. */
const floodSeconds = 60;
/** A caller is spoken of from this part of a limit on: nobody below it could exceed the whole, even in ten processes. */
const noticeable = 0.02;
const mostCallers = 50_000;
/** Keeps a notification below what PostgreSQL takes. */
const callersPerNotification = 100;
const sweepMs = 60_000;

/**
 * Limits over all processes on one database.
 *
 * Long windows (sign-in) are counted in the database, exactly, one statement each. Short ones stop floods: each process counts in its
 * memory and tells the others now and then what busy callers have spent, by notification, so that no request writes to the database.
 * Together the processes then let through the limit and what comes in within half a second. When the database does not answer, both
 * are counted in memory. On the embedded database, which serves one process, everything is.
 */
export async function openLimits(options: SharedLimitsOptions): Promise<Limits & { close(): Promise<void> }> {
  const { db, log, factor = 1, mergeMs = 500 } = options;
  const local = createLimits(factor);
  if (db.kind === 'pglite') return { ...local, close: async () => undefined };
  const secret = Buffer.from(options.secret).toString('hex');
  const hash = (limit: Limit, key: string) => tokenHash(`${secret}\n${limit.name}\n${key}`).subarray(0, 16);
  const exchange = await openExchange(db, log, mergeMs, (limit, key, points) => local.add(limit, key, points));
  const sweep = setInterval(() => void sweepWindows(db).catch(() => undefined), sweepMs);
  sweep.unref();
  return {
    consume: async (limit, key) => {
      const hashed = hash(limit, key);
      const name = Buffer.from(hashed).toString('base64url');
      if (limit.seconds > floodSeconds) {
        const scaled = { ...limit, points: limit.points * factor };
        return spend(db, scaled, hashed).catch((error: unknown) => {
          log.warn({ event: 'limits.counted_in_memory', reason: error instanceof Error ? error.name : 'unknown' });
          return local.consume(limit, name);
        });
      }
      const admission = await local.consume(limit, name);
      if (admission.ok) exchange.spent(limit, name);
      return admission;
    },
    close: async () => {
      clearInterval(sweep);
      await exchange.close();
    },
  };
}

/** Tells the other processes what busy callers have spent here, and hears it of them. */
async function openExchange(
  db: Database,
  log: Log,
  mergeMs: number,
  add: (limit: Limit, key: string, points: number) => Promise<void>,
) {
  const self = randomId();
  let callers = new Map<string, { readonly limit: Limit; readonly key: string; points: number }>();
  let begun = performance.now();
  const tell = async () => {
    const busy = [...callers.values()].filter(({ limit, points }) => points >= Math.max(1, limit.points * noticeable));
    for (const { limit, key } of busy) callers.delete(`${limit.name} ${key}`);
    // Who stays below for a whole window is forgotten with it.
    if (performance.now() - begun > floodSeconds * 1_000 || callers.size > mostCallers) {
      callers = new Map();
      begun = performance.now();
    }
    for (let first = 0; first < busy.length; first += callersPerNotification) {
      const some = busy.slice(first, first + callersPerNotification);
      const entries = some.map(({ limit, key, points }) => [
        `${limit.name}/${limit.points}/${limit.seconds}/${key}`,
        points,
      ]);
      await db.directory((tx) => tx.notify(topic, { from: self, ...Object.fromEntries(entries) }));
    }
  };
  const timer = setInterval(() => {
    tell().catch((error: unknown) => log.warn({ event: 'limits.not_told', reason: String((error as Error).name) }));
  }, mergeMs);
  timer.unref();
  const deaf = await db.listen(topic, {
    heard: ({ from, ...spent }) => {
      if (from !== self) for (const each of readSpent(spent)) void add(each.limit, each.key, each.points);
    },
    // What was spent elsewhere meanwhile is let go: a flood goes on and is told of again.
    missed: () => undefined,
  });
  return {
    spent: (limit: Limit, key: string) => {
      const name = `${limit.name} ${key}`;
      const caller = callers.get(name);
      if (caller) caller.points += 1;
      else callers.set(name, { limit, key, points: 1 });
    },
    close: async () => {
      clearInterval(timer);
      deaf();
      await tell().catch(() => undefined);
    },
  };
}

/** What another process wrote: limit and key in the name, points as the value. */
function readSpent(spent: Payload): { readonly limit: Limit; readonly key: string; readonly points: number }[] {
  return Object.entries(spent).flatMap(([name, points]) => {
    const [limit, most, seconds, key] = name.split('/');
    if (limit === undefined || key === undefined || typeof points !== 'number') return [];
    return [{ limit: { name: limit, points: Number(most), seconds: Number(seconds) }, key, points }];
  });
}
