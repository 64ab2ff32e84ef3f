import type { z } from 'zod';
import type { Tx } from '../db/index.ts';

/** Names a kind of job and what its payload holds; a slice enqueues by it and handles it. */
export interface JobKind<Payload extends object> {
  readonly name: string;
  readonly schema: z.ZodType<Payload>;
  /** How often a failed job is tried again before it counts as failed. */
  readonly retries: number;
  /** At most one waiting job for each key: a second one with the same key is dropped, as the first will do its work. */
  readonly onePerKey: boolean;
  /** How many run at once in a process. */
  readonly atOnce: number;
  /** Runs by itself: a cron expression in UTC. */
  readonly cron: string | null;
}

export interface JobContext {
  /** 1 for the first try. */
  readonly attempt: number;
  /** True when no further try follows if this one fails. */
  readonly last: boolean;
  /** Removes every trace of this job from the queue, in the caller's transaction. */
  forget(tx: Tx): Promise<void>;
}

/** A job's work, with its payload's type closed over, so that handlers of all kinds fit in one list. */
export interface JobHandler {
  readonly kind: Omit<JobKind<object>, 'schema'>;
  run(payload: unknown, context: JobContext): Promise<void>;
}

/** Thrown by a handler that knows when to try again, as after a rate limit. Does not count as a failed try. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  readonly afterSeconds: number;
  constructor(afterSeconds: number) {
    super(`to be tried again after ${afterSeconds} s`);
    this.afterSeconds = afterSeconds;
  }
}

/**
 * Declares a kind of job.
 * @param name `slice.verb_noun`
 * @param schema of the payload; ids only
 */
export function jobKind<Payload extends object>(
  name: string,
  schema: z.ZodType<Payload>,
  options: Partial<Pick<JobKind<Payload>, 'retries' | 'onePerKey' | 'atOnce' | 'cron'>> = {},
): JobKind<Payload> {
  return { name, schema, retries: 12, onePerKey: false, atOnce: 2, cron: null, ...options };
}

/** Ties a kind to its work. A payload that does not fit its schema fails the job with a clear error. */
export function handles<Payload extends object>(
  kind: JobKind<Payload>,
  work: (payload: Payload, context: JobContext) => Promise<void>,
): JobHandler {
  return { kind, run: async (payload, context) => work(kind.schema.parse(payload ?? {}), context) };
}
