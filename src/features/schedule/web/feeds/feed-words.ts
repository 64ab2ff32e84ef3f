import type { Feed } from './feeds-api.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const hour = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

/** When an address was made, and whether anything reads it: to the hour, as more is not kept. */
export function feedWords({ madeAt, readAt }: Pick<Feed, 'madeAt' | 'readAt'>): string {
  const read = readAt === null ? 'not read by any program yet' : `last read about ${hour.format(new Date(readAt))}`;
  return `There is an address, made on ${day.format(new Date(madeAt))}, ${read}.`;
}
