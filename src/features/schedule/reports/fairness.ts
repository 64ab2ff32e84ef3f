import { isNight } from '../plan/figures.ts';
import { weekendOf } from '../rules/accounting.ts';
import { likingOf } from '../staff/wishes/preferences.ts';
import { accountingOf } from '../work/settings/settings.ts';
import type { Reported, ReportedPerson } from './load-report.ts';
import { minutesOf } from './stint.ts';

/** What somebody has of what all should have alike, of all their work in these days. */
export interface Share {
  readonly personId: string;
  readonly name: string;
  readonly minutes: number;
  /** For as many days; null: they did not say. */
  readonly wanted: number | null;
  readonly weekends: number;
  readonly nights: number;
  /** Shifts of a kind that they said they dislike. */
  readonly disliked: number;
}

type Figure = 'minutes' | 'weekends' | 'nights' | 'disliked';

/** How far apart people are. */
export interface Spread {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
}

export interface Fairness {
  readonly people: readonly Share[];
  /** Null: there is nobody. */
  readonly spread: Readonly<Record<Figure, Spread>> | null;
}

/** How evenly work is spread among those who know the reported roles: also those who have none. */
export function fairnessOf(reported: Reported): Fairness {
  const { people, from, to } = reported;
  const has = new Set(reported.planned.map(({ personId }) => personId));
  const shares = [...people.values()]
    .filter(({ id, inReach, isActive, knows }) => inReach && ((isActive && knows) || has.has(id)))
    .map((person) => shareOf(person, reported, to - from + 1))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  if (shares.length === 0) return { people: [], spread: null };
  const spread = (figure: Figure) => spreadOf(shares.map((one) => one[figure]));
  return {
    people: shares,
    spread: {
      ...{ minutes: spread('minutes'), weekends: spread('weekends') },
      ...{ nights: spread('nights'), disliked: spread('disliked') },
    },
  };
}

function shareOf({ id, name, planned, preferences }: ReportedPerson, { settings }: Reported, days: number): Share {
  const accounting = accountingOf(settings);
  const shifts = planned.map(({ shift }) => shift);
  const weekends = new Set(shifts.map(({ day }) => weekendOf(day, accounting)).filter((one) => one !== null));
  const wanted = preferences.wantedMinutes;
  return {
    ...{ personId: id, name, minutes: minutesOf(planned), weekends: weekends.size },
    wanted: wanted === null ? null : Math.round((wanted * days) / 7),
    nights: shifts.filter(isNight).length,
    disliked: shifts.filter((shift) => likingOf(preferences, shift) === -1).length,
  };
}

function spreadOf(figures: readonly number[]): Spread {
  const sum = figures.reduce((all, one) => all + one, 0);
  return { least: Math.min(...figures), most: Math.max(...figures), mean: sum / figures.length };
}
