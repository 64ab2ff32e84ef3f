/**
 * The log: lines of JSON, each an event with a name and ids. A line takes only flat values under known kinds of names,
 * so that nothing personal can get in by passing a whole object.
 */

export { type Log, type LogFields, type LogLine, memoryLog } from './log.ts';
export { createLog } from './pino-log.ts';
