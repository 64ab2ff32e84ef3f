import { z } from '../../../../web/zod.ts';
import { addDays, type Day, weekdayOf } from '../../../../web/zoned-time.ts';

export const stretches = [
  ...(['this_week', 'last_week', 'this_month', 'last_month'] as const),
  ...(['this_quarter', 'last_quarter', 'this_year', 'last_year'] as const),
] as const;
export type Stretch = (typeof stretches)[number];
export const stretchWords: Readonly<Record<Stretch, string>> = {
  ...{ this_week: 'This week', last_week: 'Last week', this_month: 'This month', last_month: 'Last month' },
  ...{ this_quarter: 'This quarter', last_quarter: 'Last quarter', this_year: 'This year', last_year: 'Last year' },
};

export const comparisons = ['previous', 'year', 'none'] as const;

const word = z.string().max(40).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);
const schema = z.object({
  stretch: z.enum(stretches).optional().catch(undefined),
  ...{ from: day, to: day },
  compare: z.enum(comparisons).optional().catch(undefined),
  campaign: z.string().optional().catch(undefined),
  ...{ tag: word, network: word },
});
export type ReportSearch = z.infer<typeof schema>;

/** Which days and which requests a report is of. Search parameters are typed by people too: what doesn't parse is left out. */
export const shareReportSearch = (search: Record<string, unknown>): ReportSearch => schema.parse(search);

export interface Period {
  readonly from: Day;
  /** Included. */
  readonly to: Day;
}

const usual: Stretch = 'this_month';

/** Which stretch is marked; null for days of one's own. */
export function stretchOf({ stretch, from, to }: ReportSearch): Stretch | null {
  if (from !== undefined && to !== undefined && from <= to) return null;
  return stretch ?? usual;
}

/** The days that the address asks for. */
export function daysAsked(search: ReportSearch, today: Day): Period {
  const { from, to } = search;
  const stretch = stretchOf(search);
  if (stretch === null && from !== undefined && to !== undefined) return { from, to };
  return daysOf(stretch ?? usual, today);
}

/** A stretch by the calendar; weeks begin on Monday. What is going on ends today, so that comparisons are fair. */
export function daysOf(stretch: Stretch, today: Day): Period {
  const [which, unit] = stretch.split('_');
  const begins = { week: monday, month: firstOf(1), quarter: firstOf(3), year: firstOf(12) }[unit ?? ''] ?? monday;
  const start = begins(today);
  if (which === 'this') return { from: start, to: today };
  const end = addDays(start, -1);
  return { from: begins(end), to: end };
}

const monday = (of: Day): Day => addDays(of, -((weekdayOf(of) + 6) % 7));

/** The first day of the month, or of the quarter or year that it is in. */
function firstOf(months: number) {
  return (of: Day): Day => {
    const month = Math.floor((Number(of.slice(5, 7)) - 1) / months) * months + 1;
    return `${of.slice(0, 5)}${String(month).padStart(2, '0')}-01`;
  };
}

/** What is asked of the server. */
export function askedOf(search: ReportSearch, today: Day): string {
  const { from, to } = daysAsked(search, today);
  const asked = new URLSearchParams({ from, to, compare: search.compare ?? 'previous' });
  for (const name of ['campaign', 'tag', 'network'] as const) {
    const value = search[name];
    if (value !== undefined && value !== '') asked.set(name, value);
  }
  return asked.toString();
}
