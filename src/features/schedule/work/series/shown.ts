import { ruleWords } from '../../calendar/describe.ts';
import { dateOf, dayMinutes, dayOfDate } from '../../calendar/local.ts';
import { instantOf, type Occurrence, occurrences } from '../../calendar/occurrences.ts';
import { overlapsOf, overlapWords } from '../../calendar/overlap.ts';
import type { Series } from '../../calendar/series.ts';
import { epochAt } from '../../calendar/zone.ts';
import type { Payload, StoredSeries } from './series-rows.ts';

/** A series as it is shown. */
export function shownSeries({ owner: _owner, exceptions, ...series }: StoredSeries) {
  return { ...series, exceptions: [...exceptions], words: ruleWords(series.rule) };
}

function shownOccurrence({ start, end, ...one }: Occurrence<Payload>) {
  return { ...one, startsAt: iso(start), endsAt: iso(end) };
}

const iso = (minutes: number) => new Date(instantOf(minutes).epochMilliseconds).toISOString();

/** A stretch of a calendar, by beginning. @param from, to days, the last included */
export function shownCalendar(zone: string, series: readonly StoredSeries[], from: string, to: string) {
  const start = epochAt(zone, `${from}T00:00`);
  const end = epochAt(zone, `${dateOf((dayOfDate(to) ?? 0) + 1)}T00:00`);
  const found = series.flatMap((one) => [...occurrences<Payload>(one, start, end)]);
  return {
    zone,
    series: series.map(shownSeries),
    occurrences: found.sort((one, other) => one.start - other.start).map(shownOccurrence),
  };
}

const daysAhead = 92;
const mostFindings = 5;

/**
 * What overlaps of the series that were just written, in sentences: within three months from now, or from the beginning
 * of what was written, where that is later.
 */
export function overlapsWith(
  written: readonly Series<Payload>[],
  all: readonly Series<Payload>[],
  now: number,
): readonly string[] {
  const ids = new Set(written.map(({ id }) => id));
  const begins = written.map(({ zone, start }) => epochAt(zone, start));
  if (begins.length === 0) return [];
  const from = Math.max(now, Math.min(...begins));
  return overlapsOf(all, from, from + daysAhead * dayMinutes)
    .filter(({ one, other }) => ids.has(one.seriesId) || ids.has(other.seriesId))
    .slice(0, mostFindings)
    .map(overlapWords);
}
