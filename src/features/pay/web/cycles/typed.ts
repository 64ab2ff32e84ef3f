import { minorUnits } from '../../../../web/figures.ts';
import { increaseOf, raisedBy, sumOf, thousandthsMore } from '../../cycles/reckoning.ts';
import type { Line } from './contract.ts';

/** What is typed for one person: a percentage and an amount that follow each other, and the words for it. */
export interface Typed {
  readonly percent: string;
  readonly amount: string;
  readonly why: string;
}

const plain = (value: number, digits: number) => String(Number(value.toFixed(digits)));
const digitsOf = (currency: string) => Math.round(Math.log10(minorUnits(currency)));

/** An amount as it stands in its field: "16.50". */
const amountTyped = (minor: number, currency: string) => (minor / minorUnits(currency)).toFixed(digitsOf(currency));

/** What a field says, with a comma or a point before its decimals; null: nothing, undefined: no number. */
export function numberOf(text: string): number | null | undefined {
  const bare = text.replaceAll(/[\s%’']/g, '');
  if (bare === '') return null;
  const last = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'));
  // One sign alone stands before decimals, unless three figures follow a comma: "1,650".
  const isGrouped = /^\d{1,3}(,\d{3})+$/.test(bare);
  const number = isGrouped
    ? bare.replaceAll(',', '')
    : `${bare.slice(0, Math.max(0, last)).replaceAll(/[,.]/g, '')}${last < 0 ? bare : `.${bare.slice(last + 1)}`}`;
  return /^\d*\.?\d*$/.test(number) && /\d/.test(number) ? Number(number) : undefined;
}

/** What the fields begin with. */
export function typedOf({ pay, chosen }: Pick<Line, 'pay' | 'chosen'>): Typed {
  if (pay === null || chosen === null) return { percent: '', amount: '', why: '' };
  return ofMinor(pay, chosen.minor, chosen.why ?? '');
}

function ofMinor(pay: NonNullable<Line['pay']>, minor: number, why: string): Typed {
  const percent = plain(thousandthsMore(pay.minor, minor) / 10, 1);
  return { percent, amount: amountTyped(minor, pay.currency), why };
}

/** A percentage is typed: the amount follows. */
export function withPercent({ pay }: Pick<Line, 'pay'>, typed: Typed, percent: string): Typed {
  const value = numberOf(percent);
  if (pay === null || value === undefined) return { ...typed, percent };
  const amount = value === null ? '' : amountTyped(raisedBy(pay.minor, Math.round(value * 10)), pay.currency);
  return { ...typed, percent, amount };
}

/** An amount is typed: the percentage follows. */
export function withAmount({ pay }: Pick<Line, 'pay'>, typed: Typed, amount: string): Typed {
  const value = numberOf(amount);
  if (pay === null || value === undefined) return { ...typed, amount };
  if (value === null) return { ...typed, percent: '', amount };
  return { ...typed, amount, percent: ofMinor(pay, Math.round(value * minorUnits(pay.currency)), '').percent };
}

/** What is suggested. */
export function asSuggested({ pay, suggestion }: Pick<Line, 'pay' | 'suggestion'>, typed: Typed): Typed {
  return pay === null || suggestion === null ? typed : ofMinor(pay, suggestion.minor, typed.why);
}

/** What is typed in minor units; null: nothing is chosen, undefined: it is no amount. */
export function minorTyped({ pay }: Pick<Line, 'pay'>, { amount }: Typed): number | null | undefined {
  const value = numberOf(amount);
  return pay === null || value === null || value === undefined ? value : Math.round(value * minorUnits(pay.currency));
}

/** Whether something else is typed than what is kept. */
export function isOther(line: Pick<Line, 'pay' | 'chosen'>, typed: Typed): boolean {
  const minor = minorTyped(line, typed);
  if (minor === undefined) return false;
  if (minor !== (line.chosen?.minor ?? null)) return true;
  return minor !== null && typed.why.trim() !== (line.chosen?.why ?? '');
}

export type Drafts = Readonly<Record<string, Typed>>;

/** Whether something can be chosen for somebody. */
export const isFree = ({ obstacle, raise, isGoing }: Pick<Line, 'obstacle' | 'raise' | 'isGoing'>): boolean =>
  raise === null && !isGoing && (obstacle === null || obstacle === 'pay_changed');

/** What a line costs more in a year, with what is typed in it. */
export function increaseTyped(line: Line, typed: Typed | undefined): number {
  const { pay, year } = line;
  if (typed === undefined || pay === null || year === null || !isFree(line)) return line.increase;
  const minor = minorTyped(line, typed);
  // What is no amount yet, or less than now, will be refused: what is kept counts on.
  if (minor === undefined || (minor !== null && minor < pay.minor)) return line.increase;
  return minor === null ? 0 : increaseOf(pay.minor, minor, year);
}

/** What all of the lines cost more in a year, or those of one manager. */
export function totalTyped(lines: readonly Line[], drafts: Drafts, managerId?: string): number {
  const some = managerId === undefined ? lines : lines.filter((line) => line.managerId === managerId);
  return sumOf(some.map((line) => increaseTyped(line, drafts[line.personId])));
}

/** Lines as they are kept, after these were. */
export function withKept(lines: readonly Line[], kept: readonly Kept[], at: string): Line[] {
  const byPerson = new Map(kept.map((one) => [one.personId, one]));
  return lines.map((line) => {
    const one = byPerson.get(line.personId);
    const { pay, year } = line;
    if (one === undefined || pay === null || year === null) return line;
    const { version, minor, why } = one;
    if (minor === null) return { ...line, version, chosen: null, increase: 0, outside: null, obstacle: null };
    const chosen = { minor, why, by: 'You', at, thousandths: thousandthsMore(pay.minor, minor) };
    return { ...line, version, chosen, increase: increaseOf(pay.minor, minor, year), obstacle: null };
  });
}

/** What is kept of one line. */
export interface Kept {
  readonly personId: string;
  readonly version: number;
  readonly minor: number | null;
  readonly why: string | null;
}
