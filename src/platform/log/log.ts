/** What a line may hold: the event's name, and flat values. Objects are refused by type, so no payload slips in. */
export type LogFields = { readonly event: string } & Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  debug(fields: LogFields): void;
  info(fields: LogFields): void;
  warn(fields: LogFields): void;
  /** @param error its class and stack are logged, never its message: messages of databases and libraries hold values */
  error(fields: LogFields, error?: unknown): void;
}

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly fields: LogFields;
  readonly error?: string;
}

/** A log that keeps its lines, for tests. */
export function memoryLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (fields: LogFields, error?: unknown) => {
    lines.push(error === undefined ? { level, fields } : { level, fields, error: describeError(error) });
  };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Class, code and stack frames of an error, without its message. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames.slice(0, 8).map((line) => line.trim())].join(' | ');
}
