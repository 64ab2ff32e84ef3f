import { dayMinutes } from '../../calendar/local.ts';
import { step } from './wall-span.ts';

/** How time runs in a view: down the columns of days, across a timeline, or from day to day in a month. */
export type Axis = 'down' | 'across' | 'days';

/** What a key asks for an event or a free time that has the focus. */
export type KeyAct =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'resize'; readonly by: number }
  | { readonly kind: 'open' | 'remove' | 'cancel' };

/** The keys with what each moves by, in minutes. */
const moves: Readonly<Record<Axis, Readonly<Record<string, number>>>> = {
  down: { ArrowUp: -step, ArrowDown: step, ArrowLeft: -dayMinutes, ArrowRight: dayMinutes },
  across: { ArrowLeft: -step, ArrowRight: step, PageUp: -dayMinutes, PageDown: dayMinutes },
  days: { ArrowLeft: -dayMinutes, ArrowRight: dayMinutes, ArrowUp: -7 * dayMinutes, ArrowDown: 7 * dayMinutes },
};

const alongTime: Readonly<Record<Axis, readonly string[]>> = {
  down: ['ArrowUp', 'ArrowDown'],
  across: ['ArrowLeft', 'ArrowRight'],
  days: [],
};

const others: Readonly<Record<string, KeyAct>> = {
  Enter: { kind: 'open' },
  ' ': { kind: 'open' },
  Delete: { kind: 'remove' },
  Backspace: { kind: 'remove' },
  Escape: { kind: 'cancel' },
};

/** The act of a key, or null for one that the calendar leaves to the browser. With Shift the arrows along time resize. */
export function keyAct(key: string, shift: boolean, axis: Axis): KeyAct | null {
  const other = others[key];
  if (other !== undefined) return other;
  const by = moves[axis][key];
  if (by === undefined) return null;
  if (!shift) return { kind: 'move', by };
  return alongTime[axis].includes(key) ? { kind: 'resize', by } : null;
}
