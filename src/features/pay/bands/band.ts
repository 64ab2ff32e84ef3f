import { folded } from '../../../platform/imports/index.ts';
import { type Pay, rateOfPay } from '../wages/wage.ts';

/** What somebody with a title may earn, at a location or anywhere, over some days. */
export interface Band {
  readonly id: string;
  readonly title: string;
  /** Null: wherever there is none of the location's own. */
  readonly locationId: string | null;
  /** First day and last, as `2026-05-04`; without a last one it is open. */
  readonly from: string;
  readonly until: string | null;
  readonly min: number;
  readonly mid: number;
  readonly max: number;
  readonly currency: string;
  readonly per: 'hour' | 'year';
  /** Full time, of a band for a year; null for an hour. */
  readonly weeklyMinutes: number | null;
}

/** Where a wage stands in a band. Figures are thousandths, rounded half up. */
export interface Standing {
  readonly where: 'below' | 'within' | 'above';
  /** The wage over the midpoint: 1000 is the midpoint itself. */
  readonly compa: number;
  /** How far into the band, from 0 at its minimum to 1000 at its maximum; null where these are one. */
  readonly reach: number | null;
}

const weeksOfYear = 52;

/** Two spellings of a title are one title. */
export const titleKey = (title: string): string => folded(title.trim());

/** How many minutes of work a band's amounts are for. */
export function minutesOf({ weeklyMinutes }: Pick<Band, 'weeklyMinutes'>): number {
  return weeklyMinutes === null ? 60 : weeklyMinutes * weeksOfYear;
}

/** Where somebody counts as working: at their only location. Who has several is at none in particular. */
export function locationOf(locations: readonly string[]): string | null {
  return locations.length === 1 ? (locations[0] ?? null) : null;
}

/** The band of a title on a day: the location's own goes before the one for all. */
export function bandOn(
  bands: readonly Band[],
  { title, locationId }: { readonly title: string; readonly locationId: string | null },
  day: string,
): Band | null {
  const key = titleKey(title);
  const holding = bands.filter((band) => titleKey(band.title) === key && isOpen(band, day));
  const at = (wanted: string | null) => holding.find((band) => band.locationId === wanted);
  return (locationId === null ? undefined : at(locationId)) ?? at(null) ?? null;
}

const isOpen = ({ from, until }: Band, day: string) => from <= day && (until === null || day <= until);

type Scope = Pick<Band, 'title' | 'locationId' | 'from' | 'until'>;

/** Bands of the same title at the same place, the one that is wanted itself left out. */
export function sameScope(bands: readonly Band[], { title, locationId }: Scope, id: string | null): readonly Band[] {
  const key = titleKey(title);
  return bands.filter((one) => one.id !== id && one.locationId === locationId && titleKey(one.title) === key);
}

/** A band with a day in common. */
export function overlapping(others: readonly Band[], { from, until }: Pick<Scope, 'from' | 'until'>): Band | null {
  const meets = (one: Band) => (until === null || one.from <= until) && (one.until === null || from <= one.until);
  return others.find(meets) ?? null;
}

/** Where a wage stands; null where the band is in another currency: amounts are never converted. */
export function standingIn(band: Band, pay: Pay): Standing | null {
  if (pay.currency !== band.currency) return null;
  const { minor, minutes } = rateOfPay(pay, '');
  // Of the same time: the wage over the band's minutes, the band's amounts over the wage's.
  const wage = BigInt(minor) * BigInt(minutesOf(band));
  const [low, middle, high] = [band.min, band.mid, band.max].map((amount) => BigInt(amount) * BigInt(minutes));
  if (low === undefined || middle === undefined || high === undefined) return null;
  return {
    where: wage < low ? 'below' : wage > high ? 'above' : 'within',
    compa: thousandths(wage, middle),
    reach: high === low ? null : thousandths(wage - low, high - low),
  };
}

/** Rounded half up, below nothing too. */
function thousandths(part: bigint, of: bigint): number {
  const doubled = 2000n * part + of;
  const floor = doubled / (2n * of);
  return Number(doubled < 0n && doubled % (2n * of) !== 0n ? floor - 1n : floor);
}
