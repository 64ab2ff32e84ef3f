import { company } from './company.ts';
import { type Chance, seededChance } from './seeded-chance.ts';

const halfHours = 48;
/** As many weeks as are counted, and as are to come. */
const [pastWeeks, weeksAhead] = [8, 4];

export interface PlannedForecast {
  readonly job: string;
  /** In what demand is counted, and how much of it one person handles in a half hour. */
  readonly unit: string;
  readonly perPerson: number;
  readonly days: readonly PlannedForecastDay[];
}

export interface PlannedForecastDay {
  readonly day: string;
  /** By half hour; null: it is closed. */
  readonly amounts: readonly (number | null)[];
  /** Days that are over came from the till, those to come are their mean. */
  readonly source: 'imported' | 'projected';
}

interface Business {
  readonly job: string;
  readonly unit: string;
  readonly perPerson: number;
  /** Half hours in which it is open. */
  readonly open: readonly [number, number];
  /** When most come, and how many then, on a usual day. */
  readonly peaks: readonly { readonly half: number; readonly amount: number; readonly width: number }[];
  /** By day of the week, Monday first. */
  readonly weekdays: readonly number[];
}

const businesses: readonly Business[] = [
  {
    ...{ job: 'Service', unit: 'guests', perPerson: 12, open: [22, 43] },
    peaks: [
      { half: 25, amount: 20, width: 3 },
      { half: 37, amount: 13, width: 4 },
    ],
    weekdays: [0.7, 0.75, 0.8, 0.9, 1.1, 1.3, 1.25],
  },
  {
    ...{ job: 'Barista', unit: 'orders', perPerson: 15, open: [13, 40] },
    peaks: [
      { half: 17, amount: 26, width: 3 },
      { half: 29, amount: 18, width: 5 },
    ],
    weekdays: [1, 0.95, 0.95, 1, 1.05, 1.2, 1.1],
  },
  {
    ...{ job: 'Sales', unit: 'customers', perPerson: 5, open: [19, 35] },
    peaks: [{ half: 28, amount: 11, width: 7 }],
    weekdays: [0.6, 0.6, 0.7, 0.7, 0.9, 1.5, 1.3],
  },
];

/** How many guests, orders and customers the sample company had in the last weeks, and expects in the next. Follows `now`. */
export function planForecasts(now: Date, seed = 21): readonly PlannedForecast[] {
  const chance = seededChance(seed);
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(company.timeZone);
  const current = today.toPlainDate().subtract({ days: today.dayOfWeek - 1 });
  const first = current.subtract({ weeks: pastWeeks });
  return businesses.map((business) => ({
    ...{ job: business.job, unit: business.unit, perPerson: business.perPerson },
    days: Array.from({ length: (pastWeeks + weeksAhead) * 7 }, (_, index): PlannedForecastDay => {
      const day = first.add({ days: index });
      const isPast = Temporal.PlainDate.compare(day, current) < 0;
      const amounts = Array.from({ length: halfHours }, (_empty, half) =>
        half < business.open[0] || half >= business.open[1]
          ? null
          : amountOf(business, day, half, isPast ? chance : null),
      );
      return { day: day.toString(), amounts, source: isPast ? 'imported' : 'projected' };
    }),
  }));
}

/** Days that are over went up and down a little. */
function amountOf({ peaks, weekdays }: Business, day: Temporal.PlainDate, half: number, chance: Chance | null): number {
  const usual = peaks.reduce((sum, peak) => sum + peak.amount * Math.exp(-(((half - peak.half) / peak.width) ** 2)), 1);
  const expected = usual * (weekdays[day.dayOfWeek - 1] ?? 1);
  return Math.round(chance === null ? expected : expected * (0.8 + chance.next() * 0.4));
}
