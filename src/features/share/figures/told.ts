import { type Act, actOf, everyone } from './act.ts';
import { type Figure, leastOf } from './figure.ts';

/**
 * What reports may tell of people, and why nobody can work out more.
 *
 * The attacker is a publisher who asks for every report there is, over every stretch of days, campaign, tag and network,
 * today and again tomorrow, who adds and subtracts what they get, and who knows these rules.
 *
 * 1. What people did is set free in steps. Each step is at least a group (`nextRelease`), is written down once, and never
 *    changes; what does not make up a group is never told, at a request's end either. So whoever looks on while the
 *    figures grow sees them grow by whole groups.
 * 2. A step is told whole or not at all. It belongs to one request, one day and one kind of act, and every figure of every
 *    report is a sum of steps: a longer stretch, a campaign, overlapping tags and a comparison are only other sets of the
 *    same steps. Adding and subtracting such sums gives sums of steps again, so that the smallest number which anybody can
 *    work out is a step.
 * 3. A total is made of what is told and of nothing else. Nothing hidden stands in it, so there is nothing to subtract a
 *    hidden part from a total with: the whole total is suppressed together with its parts.
 * 4. Networks cut a step once more, and there the parts are told only if that gives no small one away: of a request that
 *    is closed, as a whole, and only where each of its networks has none or a group. Where one of them is too small, the
 *    others are not told either (complementary suppression). That is decided once, for all days together: a split told
 *    earlier for some of the days could be subtracted, and why it was not told earlier would be a hint. A total of exactly
 *    one group is never split where there were several networks, since then "not split" would say that each had somebody.
 * 5. "Fewer than 5" is said of nobody, too. So a hidden figure is no proof that anybody acted.
 */

/** What was released of a request on a day: an act by network, or (`*`) the employees. */
export interface ReleasedRow {
  readonly requestId: string;
  /** YYYY-MM-DD on the organisation's calendar. */
  readonly day: string;
  readonly network: string;
  readonly shares: number;
  readonly awareness: number;
}

export type Measure = 'awareness' | Act;

/** The smallest thing that is ever told: so many did one kind of thing about one request, as was set free on one day. */
export interface Step {
  readonly requestId: string;
  readonly day: string;
  readonly measure: Measure;
  readonly count: number;
}

/** A closed request's acts of one kind by network, over all days on which they were set free. */
export interface Split {
  readonly requestId: string;
  readonly act: Act;
  readonly from: string;
  readonly until: string;
  readonly networks: ReadonlyMap<string, number>;
}

/**
 * The steps in which something may be told. Rows that are smaller than a group (from before the threshold was raised)
 * wait for the next one of their kind.
 * @param rows all that was ever released of the requests
 * @param group the organisation's small-group setting
 */
export function stepsOf(rows: readonly ReleasedRow[], group: number): readonly Step[] {
  const least = leastOf(group);
  const steps: Step[] = [];
  for (const { requestId, measure, days } of seriesOf(rows)) {
    let waiting = 0;
    for (const { day, count } of days) {
      waiting += count;
      if (waiting < least) continue;
      steps.push({ requestId, day, measure, count: waiting });
      waiting = 0;
    }
  }
  return steps;
}

/**
 * Which closed requests may be told by network.
 * @param rows all that was ever released of them
 * @param offered the networks that each request was meant for
 */
export function splitsOf(
  rows: readonly ReleasedRow[],
  offered: ReadonlyMap<string, ReadonlySet<string>>,
  group: number,
): readonly Split[] {
  const told = Map.groupBy(stepsOf(rows, group), ({ requestId, measure }) => `${requestId} ${measure}`);
  const acted = rows.flatMap((row) => {
    const act = row.network === everyone ? null : actOf(row.network);
    return act === null ? [] : [{ ...row, ...act }];
  });
  return [...Map.groupBy(acted, ({ requestId, act }) => `${requestId} ${act}`)].flatMap(([key, found]) => {
    const [first] = found;
    if (first === undefined) return [];
    const networks = new Map<string, number>();
    for (const { network, shares } of found) networks.set(network, (networks.get(network) ?? 0) + shares);
    const steps = told.get(key) ?? [];
    const whole = steps.reduce((sum, step) => sum + step.count, 0);
    const places = new Set([...(offered.get(first.requestId) ?? []), ...networks.keys()]);
    if (whole !== sumOf(networks) || !maySplit(networks, places.size, group)) return [];
    const days = found.map(({ day }) => day).toSorted();
    const [from = first.day, until = first.day] = [days[0], days.at(-1)];
    return [{ requestId: first.requestId, act: first.act, from, until, networks }];
  });
}

/**
 * Whether the parts of a told total may be told as well.
 * @param parts counts by place, places without any left out or at zero
 * @param places how many there could have been
 */
export function maySplit(parts: ReadonlyMap<string, number>, places: number, group: number): boolean {
  const least = leastOf(group);
  const total = sumOf(parts);
  if (total < least) return false;
  if (places <= 1) return true;
  return total > least && [...parts.values()].every((count) => count === 0 || count >= least);
}

/** What some steps of a measure, or of several, make together. */
export function told(steps: readonly Step[], of: Measure | readonly Measure[], group: number): Figure {
  const measures = new Set([of].flat());
  const counts = steps.filter(({ measure }) => measures.has(measure)).map(({ count }) => count);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total === 0 ? { fewerThan: leastOf(group) } : { value: total };
}

const sumOf = (parts: ReadonlyMap<string, number>) => [...parts.values()].reduce((sum, count) => sum + count, 0);

interface Series {
  readonly requestId: string;
  readonly measure: Measure;
  readonly days: readonly { readonly day: string; readonly count: number }[];
}

/** What each request had of each measure, day by day. */
function seriesOf(rows: readonly ReleasedRow[]): readonly Series[] {
  const series = new Map<string, { requestId: string; measure: Measure; days: Map<string, number> }>();
  for (const { requestId, day, network, shares, awareness } of rows) {
    const measure = network === everyone ? 'awareness' : actOf(network)?.act;
    if (measure === undefined) continue;
    const key = `${requestId} ${measure}`;
    const one = series.get(key) ?? { requestId, measure, days: new Map<string, number>() };
    one.days.set(day, (one.days.get(day) ?? 0) + (measure === 'awareness' ? awareness : shares));
    series.set(key, one);
  }
  return [...series.values()].map(({ days, ...one }) => ({
    ...one,
    days: [...days].map(([day, count]) => ({ day, count })).toSorted((left, right) => (left.day < right.day ? -1 : 1)),
  }));
}
