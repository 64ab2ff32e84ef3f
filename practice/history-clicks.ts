import type { Chance } from './seeded-chance.ts';

/** Clicks of one hour: people's, those of them who are new that day, and robots apart. */
export interface HourOfClicks {
  readonly hourAt: Date;
  readonly total: number;
  readonly unique: number;
  readonly robots: number;
}

export interface Origin {
  readonly kind: 'device' | 'referrer';
  readonly name: string;
  readonly total: number;
}

const hourMs = 3_600_000;
/** A post is seen for weeks, most of it in the first two days. */
const daysOfClicks = 45;
const likelyNewVisitor = 0.86;

/** How busy an hour of the day is, from midnight on; the mean is about 1. */
const rhythm = [
  0.25, 0.15, 0.1, 0.08, 0.1, 0.2, 0.55, 1.1, 1.5, 1.4, 1.2, 1.2, 1.7, 1.6, 1.1, 1.0, 1.1, 1.3, 1.5, 1.6, 1.7, 1.4, 0.9,
  0.5,
];

/**
 * What a link brought: each share adds clicks that fade, more by day than by night; crawlers come when a post is new.
 * @param shares when the posts with this link went out
 * @param clicksPerShare how many a share brings in the mean
 * @returns hours with any click, up to the last one that is over at `now`
 */
export function clicksOf(
  chance: Chance,
  shares: readonly Date[],
  clicksPerShare: number,
  now: Date,
  timeZone: string,
): readonly HourOfClicks[] {
  const hours: HourOfClicks[] = [];
  const first = hourOf(Math.min(...shares.map((at) => at.getTime())));
  const last = Math.min(first + daysOfClicks * 24 * hourMs, hourOf(now.getTime()) - hourMs);
  for (let hour = first; hour <= last; hour += hourMs) {
    const hourAt = new Date(hour);
    const out = shares.filter((at) => hourOf(at.getTime()) <= hour);
    const fresh = out.filter((at) => hourOf(at.getTime()) === hour).length;
    const interest = out.reduce((sum, at) => sum + fading((hour - at.getTime()) / hourMs), 0);
    const total = chance.count(clicksPerShare * interest * (rhythm[localHour(hourAt, timeZone)] ?? 1));
    const unique = chance.successes(total, likelyNewVisitor);
    const robots = chance.count(fresh * 1.4 + interest * 0.4);
    if (total + robots > 0) hours.push({ hourAt, total, unique, robots });
  }
  return hours;
}

/** The part of a share's clicks that falls into an hour of its age; all hours together make about 1. */
function fading(ageHours: number): number {
  const age = Math.max(0, ageHours);
  return 0.036 * Math.exp(-age / 20) + 0.0014 * Math.exp(-age / 200);
}

const devices = { mobile: 58, desktop: 35, tablet: 5, other: 2 };
const referrers = { bluesky: 63, none: 28, search: 3, slack: 3, other: 3 };

/** Where the people of those clicks came from: each click has one device and one referring network. */
export function originsOf(chance: Chance, total: number): readonly Origin[] {
  const tally = new Map<string, Origin>();
  const add = (kind: Origin['kind'], name: string) => {
    const key = `${kind} ${name}`;
    tally.set(key, { kind, name, total: (tally.get(key)?.total ?? 0) + 1 });
  };
  for (let click = 0; click < total; click += 1) {
    add('device', chance.pick(devices));
    add('referrer', chance.pick(referrers));
  }
  return [...tally.values()];
}

const hourOf = (time: number) => Math.floor(time / hourMs) * hourMs;

/** Hour of the day, 0 to 23. */
export function localHour(at: Date, timeZone: string): number {
  return localTime(at, timeZone).hour;
}

/** A moment on the calendar of a time zone. */
export function localTime(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}
