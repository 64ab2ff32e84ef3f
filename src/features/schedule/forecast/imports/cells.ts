import { dayOfDate } from '../../calendar/local.ts';
import { mostAmount } from '../forecast.ts';

/** A day as files write it, `2026-03-02` or `2.3.2026`; null for what is none, or could be one of two. */
export function dayIn(cell: string): string | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
  const [, day = '', month = '', year = ''] = dotted ?? [];
  const date = dotted === null ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dayOfDate(date) === null ? null : date;
}

/** The half hour that begins at a time such as `09:30` or `9:30 pm`; null for what is none. */
export function halfIn(cell: string): number | null {
  const [, hours = '', minutes = '', half] = /^(\d{1,2}):(00|30)(?::00)?\s*([ap]m)?$/i.exec(cell) ?? [];
  if (hours === '') return null;
  const hour = Number(hours);
  if (half === undefined) return hour > 23 ? null : hour * 2 + Number(minutes) / 30;
  if (hour < 1 || hour > 12) return null;
  return ((hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)) * 2 + Number(minutes) / 30;
}

/** A number with a decimal point or comma; null for what is none, or more exact than is kept. */
export function amountIn(cell: string): number | null {
  if (!/^\d{1,6}(?:[.,]\d{1,2})?$/.test(cell)) return null;
  const amount = Number(cell.replace(',', '.'));
  return amount > mostAmount ? null : amount;
}
