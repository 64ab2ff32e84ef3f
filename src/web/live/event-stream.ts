/** One event of a stream: its kind, and its data as sent. */
export interface ServerEvent {
  readonly kind: string;
  readonly data: string;
}

/**
 * Reads server-sent events (WHATWG HTML, 9.2) from the text of an answer, in any pieces. Comments and fields that we do not use are
 * passed over; an event without data is none.
 */
export function createEventReader(onEvent: (event: ServerEvent) => void): (piece: string) => void {
  let rest = '';
  let kind = '';
  let data: string[] = [];
  const readLine = (line: string) => {
    if (line === '') {
      if (data.length > 0) onEvent({ kind: kind === '' ? 'message' : kind, data: data.join('\n') });
      kind = '';
      data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') kind = value;
    if (field === 'data') data.push(value);
  };
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) readLine(line);
  };
}
