/** How a kind of time off is granted: not at all (it has no balance), once a year, or in twelfths. */
export const accruals = ['none', 'year', 'month'] as const;

export interface TimeOffKind {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly accrual: (typeof accruals)[number];
  readonly minutesAYear: number;
  /** What a whole day off takes. */
  readonly dayMinutes: number;
  readonly archived: boolean;
}

export interface Grant {
  /** The year or month it is for: `2026`, `2026-05`. */
  readonly period: string;
  /** The day from which it is there. */
  readonly day: string;
  readonly minutes: number;
}

/**
 * All that was granted to somebody until a day, from when both the kind was there and they were. In the year of joining
 * the months before don't count; the twelfths of a year add up to it exactly.
 * @param since, joined, today days such as `2026-03-02`
 */
export function grantsDue(
  { accrual, minutesAYear }: Pick<TimeOffKind, 'accrual' | 'minutesAYear'>,
  { since, joined, today }: { readonly since: string; readonly joined: string; readonly today: string },
): readonly Grant[] {
  const first = monthOf(joined > since ? joined : since);
  const last = monthOf(today);
  if (accrual === 'none' || last < first) return [];
  const upTo = (month: number) => Math.floor((minutesAYear * month) / 12);
  if (accrual === 'month') {
    return Array.from({ length: last - first + 1 }, (_, index) => {
      const [period, month] = [nameOf(first + index), (first + index) % 12];
      return { period, day: `${period}-01`, minutes: upTo(month + 1) - upTo(month) };
    });
  }
  const [from, to] = [Math.floor(first / 12), Math.floor(last / 12)];
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const year = from + index;
    const missed = joined.startsWith(String(year)) ? monthOf(joined) % 12 : 0;
    return { period: String(year), day: `${year}-01-01`, minutes: minutesAYear - upTo(missed) };
  });
}

/** Months since January of the year 0. */
function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function nameOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
