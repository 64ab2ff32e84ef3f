import pino from 'pino';
import { describeError, type Log } from './log.ts';

/**
 * The log of a running process, written to standard error: standard output stays for what commands print.
 * @param level least severe level to write; `silent` writes nothing
 */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Log {
  const sink = pino(
    { level, formatters: { bindings: () => ({}) }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    debug: (fields) => sink.debug(fields),
    info: (fields) => sink.info(fields),
    warn: (fields) => sink.warn(fields),
    error: (fields, error) => sink.error(error === undefined ? fields : { ...fields, error: describeError(error) }),
  };
}
