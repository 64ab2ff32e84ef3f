/**
 * Jobs: work that leaves the process or waits, put into the database in the same transaction as the data it belongs to,
 * so that neither can exist without the other. Retried with back-off; a stop finishes what is running. Payloads hold
 * ids only, nothing personal.
 */
export { forgetJobs } from './forget.ts';
export { type QueueHealth, queueHealth } from './health.ts';
export { handles, type JobContext, type JobHandler, type JobKind, jobKind, RetryLater } from './kind.ts';
export { type Enqueue, type JobCounts, type Jobs, openJobs } from './queue.ts';
export { watchQueue } from './watched.ts';
