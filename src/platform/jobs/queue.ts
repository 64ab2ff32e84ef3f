import type { PGlite } from '@electric-sql/pglite';
import { fromKysely, fromPglite, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Tx } from '../db/index.ts';
import type { Log } from '../log/index.ts';
import { silentTelemetry, type Telemetry } from '../telemetry/index.ts';
import { type JobContext, type JobHandler, type JobKind, RetryLater } from './kind.ts';
import { type RunOutcome, type WatchRun, watchRuns } from './watched.ts';

export interface Enqueue {
  /** Not before this moment. */
  readonly startAfter?: Date | undefined;
  /** Jobs of a `onePerKey` kind with the same key wait at most once. */
  readonly key?: string | undefined;
}

export interface JobCounts {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

export interface Jobs {
  /** Puts a job into the caller's transaction: it exists if, and only if, that commits. */
  enqueue<Payload extends object>(tx: Tx, kind: JobKind<Payload>, payload: Payload, options?: Enqueue): Promise<void>;
  /** Starts working in this process. */
  work(): Promise<void>;
  /** Runs what is due now, in this call, without workers; `future` also takes what is not due yet. For tests. */
  runDue(options?: { readonly future?: boolean }): Promise<number>;
  /** How many jobs wait, run and have failed for good, by kind. */
  counts(): Promise<JobCounts[]>;
  /** Stops taking jobs and waits up to 20 s for those that run; what is cut off is tried again later. */
  close(): Promise<void>;
}

interface Options {
  readonly engine: { readonly pglite: PGlite } | { readonly url: string };
  readonly log: Log;
  readonly handlers: readonly JobHandler[];
  readonly telemetry?: Telemetry;
}

const schema = 'jobs';
const dayInSeconds = 86_400;
/**
 * A worker says every ten seconds that it is still at a job. Of one that was killed the job is taken over when this time has passed
 * without a word, and at the next look that some process takes.
 */
const heartbeatSeconds = 20;
const lookSeconds = 10;

/** Opens the queue on the given database and prepares a queue for every kind. */
export async function openJobs({ engine, log, handlers, telemetry = silentTelemetry }: Options): Promise<Jobs> {
  const boss = new PgBoss({
    schema,
    useListenNotify: true,
    ...('pglite' in engine
      ? { db: fromPglite(engine.pglite), backend: 'pglite' as const }
      : {
          connectionString: engine.url,
          max: 3,
          superviseIntervalSeconds: lookSeconds,
          monitorIntervalSeconds: lookSeconds,
        }),
  });
  boss.on('error', (error: unknown) => log.error({ event: 'jobs.error' }, error));
  await boss.start();
  for (const { kind } of handlers) await prepare(boss, kind);
  // Queues made by an earlier version keep their settings otherwise.
  for (const queue of await boss.getQueues()) {
    if (queue.heartbeatSeconds !== heartbeatSeconds) await boss.updateQueue(queue.name, { heartbeatSeconds });
  }
  telemetry.know(
    'job',
    handlers.map(({ kind }) => kind.name),
  );
  return new BossJobs(boss, handlers, log, watchRuns(telemetry));
}

async function prepare(boss: PgBoss, kind: JobHandler['kind']): Promise<void> {
  const retry = { retryLimit: kind.retries, retryDelay: 2, retryBackoff: true, retryDelayMax: 900 };
  const settings = { ...retry, expireInSeconds: 300, deleteAfterSeconds: dayInSeconds, notify: true, heartbeatSeconds };
  const policy = kind.onePerKey ? 'short' : 'standard';
  await boss.createQueue(kind.name, { ...settings, policy, retentionSeconds: 400 * dayInSeconds });
  // The library reads a queue's settings at first use on a connection of its own, which inside a transaction on the
  // embedded database would wait for itself. So use each once now.
  await boss.complete(kind.name, crypto.randomUUID());
  if (kind.cron !== null) await boss.schedule(kind.name, kind.cron, {}, { tz: 'UTC' });
}

class BossJobs implements Jobs {
  readonly #boss: PgBoss;
  readonly #handlers: readonly JobHandler[];
  readonly #log: Log;
  readonly #watch: WatchRun;

  constructor(boss: PgBoss, handlers: readonly JobHandler[], log: Log, watch: WatchRun) {
    this.#boss = boss;
    this.#handlers = handlers;
    this.#log = log;
    this.#watch = watch;
  }

  async enqueue<Payload extends object>(tx: Tx, kind: JobKind<Payload>, payload: Payload, options: Enqueue = {}) {
    await tx.asLogin(async (trx) => {
      await this.#boss.send(kind.name, kind.schema.parse(payload), {
        db: fromKysely(trx),
        ...(options.startAfter === undefined ? {} : { startAfter: options.startAfter }),
        ...(options.key === undefined ? {} : { singletonKey: options.key }),
      });
    });
  }

  async work(): Promise<void> {
    for (const handler of this.#handlers) {
      for (let lane = 0; lane < handler.kind.atOnce; lane += 1) await this.#openLane(handler);
    }
  }

  /**
   * One job after the other. Left alone, the library looks for the next job two seconds after the last, found or not: eight lanes would
   * take most of an hour for ten thousand. Whoever has found one looks again at once; the pause is for those who found nothing.
   */
  async #openLane(handler: JobHandler): Promise<void> {
    const options = { includeMetadata: true as const, batchSize: 1, pollingIntervalSeconds: 2 };
    const lane = await this.#boss.work(handler.kind.name, options, async (jobs) => {
      try {
        for (const job of jobs) await this.#run(handler, job);
      } finally {
        this.#boss.notifyWorker(lane);
      }
    });
  }

  async runDue({ future = false } = {}): Promise<number> {
    let count = 0;
    for (const handler of this.#handlers) {
      const name = handler.kind.name;
      const options = { includeMetadata: true as const, batchSize: 50, ignoreStartAfter: future };
      for (const job of await this.#boss.fetch(name, options)) {
        count += 1;
        try {
          await this.#run(handler, job);
          await this.#boss.complete(name, job.id);
        } catch (error) {
          await this.#boss.fail(name, job.id, { reason: error instanceof Error ? error.name : 'unknown' });
        }
      }
    }
    return count;
  }

  #run(handler: JobHandler, job: JobWithMetadata<unknown>): Promise<void> {
    return this.#watch(job.name, (ended) => this.#runOne(handler, job, ended));
  }

  async #runOne(
    handler: JobHandler,
    job: JobWithMetadata<unknown>,
    ended: (outcome: RunOutcome) => void,
  ): Promise<void> {
    const context: JobContext = {
      attempt: job.retryCount + 1,
      last: job.retryCount >= job.retryLimit,
      forget: (tx) =>
        tx.asLogin(async (trx) => {
          await this.#boss.deleteJob(job.name, job.id, { db: fromKysely(trx) });
        }),
    };
    try {
      await handler.run(job.data, context);
    } catch (error) {
      ended(error instanceof RetryLater ? 'later' : context.last ? 'failed' : 'retried');
      if (error instanceof RetryLater) return this.#again(job, error.afterSeconds);
      this.#log.error({ event: 'job.failed', job: job.name, attempt: context.attempt, last: context.last }, error);
      // The library stores a failure with its job: the name of the error only, as messages may hold values.
      throw new JobFailed(error instanceof Error ? error.name : 'unknown');
    }
  }

  /** Under its key again: where one per key waits, all jobs without a key are taken for the same one. */
  async #again(job: JobWithMetadata<unknown>, afterSeconds: number): Promise<void> {
    const data = typeof job.data === 'object' ? job.data : null;
    const startAfter = Math.max(1, Math.ceil(afterSeconds));
    const key = job.singletonKey === null ? {} : { singletonKey: job.singletonKey };
    await this.#boss.send(job.name, data, { startAfter, ...key });
  }

  /** Counted anew: what the library tells of a queue is up to a minute old, also when it is forced. */
  async counts(): Promise<JobCounts[]> {
    const names = this.#handlers.map((handler) => handler.kind.name).toSorted();
    const { rows } = await this.#boss
      .getDb()
      .executeSql(`select name, state::text, count(*)::int from ${schema}.job where name = any($1) group by 1, 2`, [
        names,
      ]);
    const counted = rows as readonly { readonly name: string; readonly state: string; readonly count: number }[];
    return names.map((name) => {
      const of = (...states: string[]) =>
        counted.reduce((sum, row) => sum + (row.name === name && states.includes(row.state) ? row.count : 0), 0);
      return { name, waiting: of('created', 'retry'), active: of('active'), failed: of('failed') };
    });
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 20_000, close: true });
  }
}

class JobFailed extends Error {
  constructor(name: string) {
    super(name);
    this.name = name;
    this.stack = name;
  }
}
