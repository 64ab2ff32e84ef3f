import type { Rate } from '../../schedule/index.ts';

/** How somebody is paid. A salary says for how many minutes a week, so that an hour of it has a cost. */
export type Pay =
  | { readonly kind: 'hourly'; readonly minor: number; readonly currency: string }
  | {
      readonly kind: 'monthly' | 'yearly';
      readonly minor: number;
      readonly currency: string;
      readonly weeklyMinutes: number;
    };

/** What an entry says from its day on: so much; nothing of its own any more; or, of what it corrects, that it never held. */
export type Says = { readonly says: 'pay'; readonly pay: Pay } | { readonly says: 'ends' | 'withdrawn' };

/** What of an entry is sealed. */
export type Sealed = Says & { readonly why: string };

/** One word about what somebody earns. Words stay; what was wrong is corrected by another that names it. */
export interface WageEntry {
  readonly id: string;
  readonly personId: string;
  /** Null: for all that they do. */
  readonly roleId: string | null;
  /** The first day that it is about, as `2026-05-04`. */
  readonly from: string;
  readonly told: Sealed;
  readonly corrects: string | null;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  /** Null: waits for a second person. */
  readonly approved: boolean | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

const weeksOfYear = 52;

/** What an hour of a salary costs: its year over 52 weeks of the agreed time. */
export function rateOfPay(pay: Pay, key: string): Rate {
  const { minor, currency } = pay;
  if (pay.kind === 'hourly') return { minor, minutes: 60, currency, salaried: false, key };
  const year = pay.kind === 'yearly' ? minor : minor * 12;
  return { minor: year, minutes: pay.weeklyMinutes * weeksOfYear, currency, salaried: true, key };
}

/** Whether an entry holds, waits, or does not hold, and why not. */
export type Standing = 'holds' | 'waits' | 'refused' | 'corrected' | 'withdrawn';

/** How each entry of one person stands. A correction takes the place of what it corrects, on its own day, in its own scope. */
export function standings(entries: readonly WageEntry[]): ReadonlyMap<string, Standing> {
  const corrected = new Set(entries.flatMap(({ approved, corrects }) => (approved && corrects ? [corrects] : [])));
  return new Map(
    entries.map((entry): [string, Standing] => {
      const { id, approved, told } = entry;
      if (approved === null) return [id, 'waits'];
      if (!approved) return [id, 'refused'];
      if (corrected.has(id)) return [id, 'corrected'];
      return [id, told.says === 'withdrawn' ? 'withdrawn' : 'holds'];
    }),
  );
}

/** What holds for one person: asked for a role and a day, the wage of then, and from which entry. */
export type WageOn = (roleId: string | null, day: string) => { readonly id: string; readonly pay: Pay } | null;

/**
 * The wages of one person. The last word that is not after the day counts; one for the role goes before one for all; one that
 * says "ends" leaves to the one for all what the role had of its own.
 */
export function wagesOf(entries: readonly WageEntry[]): WageOn {
  const standing = standings(entries);
  const holding = entries
    .filter(({ id }) => standing.get(id) === 'holds')
    .toSorted((one, other) => (one.from < other.from ? 1 : -1));
  const last = (roleId: string | null, day: string) => {
    const entry = holding.find((one) => one.roleId === roleId && one.from <= day);
    return entry?.told.says === 'pay' ? { id: entry.id, pay: entry.told.pay } : null;
  };
  return (roleId, day) => (roleId === null ? null : last(roleId, day)) ?? last(null, day);
}

/** Entries that speak of the same days of the same work, so that a new one beside them would be ambiguous. */
export function clashesWith(
  entries: readonly WageEntry[],
  wanted: Pick<WageEntry, 'roleId' | 'from' | 'corrects'>,
): boolean {
  const standing = standings(entries);
  return entries.some(
    ({ id, roleId, from, told }) =>
      id !== wanted.corrects &&
      roleId === wanted.roleId &&
      from === wanted.from &&
      (standing.get(id) === 'holds' || (standing.get(id) === 'waits' && told.says !== 'withdrawn')),
  );
}
