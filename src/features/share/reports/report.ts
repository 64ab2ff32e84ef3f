import type { ClickCell, ClickCount, WeekHour } from '../../links/index.ts';
import { nameKey } from '../campaigns/campaign.ts';
import { type Act, acts } from '../figures/act.ts';
import { changeOf, type Figure, leastOf } from '../figures/figure.ts';
import { type Split, type Step, told } from '../figures/told.ts';
import { advocacyValue, amountIn, type EventValues, type Money } from '../figures/value.ts';
import { bestHours } from './best-hours.ts';
import { isWithin, type Period, type Question, type Stride, stretchesOf } from './question.ts';

/** What a report needs to know of a request. */
export interface RequestFacts {
  readonly id: string;
  readonly title: string;
  readonly sentAt: Date | null;
  readonly campaignId: string | null;
  readonly tags: readonly string[];
}

/** How many the connected accounts reach together. */
export interface Audience {
  /** Null while too few accounts are connected, or none was counted. */
  readonly total: number | null;
  readonly accounts: Figure;
  readonly countedAt: string | null;
  /** By network, where that gives no small group away; else empty. */
  readonly networks: ReadonlyMap<string, number>;
}

/** Everything that one period's figures are made of. Steps, splits and clicks are of the requests asked about alone. */
export interface Gathered {
  readonly period: Period;
  readonly steps: readonly Step[];
  readonly splits: readonly Split[];
  /** By stretches that begin at least wherever a stretch of the report does, and wherever values change. */
  readonly clicks: readonly ClickCell[];
  readonly audience: Audience;
}

/** What all parts of a report are read by. */
export interface Terms {
  readonly question: Question;
  readonly group: number;
  readonly values: readonly EventValues[];
  readonly stride: Stride;
}

/** One line of a table: what people did as far as it is told, and clicks, which are nobody's. */
export interface Line {
  /** Null where it can't be told of one network. */
  readonly awareness: Figure | null;
  readonly acts: Readonly<Record<Act, Figure>>;
  readonly clicks: ClickCount;
  /** Advocacy value, one amount for each currency. */
  readonly amounts: readonly Money[];
}

export interface Totals extends Line {
  readonly audience: Omit<Audience, 'networks'>;
}

type Titled = Line & { readonly id: string; readonly title: string };

export interface NetworkLine {
  readonly network: string;
  readonly acts: Readonly<Record<Act, Figure>>;
  readonly clicks: ClickCount;
  readonly audience: number | null;
}

export interface Report {
  readonly totals: Totals;
  readonly before: Totals | null;
  readonly change: Readonly<Record<'awareness' | 'shares' | 'clicks' | 'audience' | 'value', number | null>>;
  readonly overTime: readonly (Line & Period)[];
  readonly requests: readonly (Titled & { readonly sentAt: Date | null; readonly campaignId: string | null })[];
  readonly campaigns: readonly Titled[];
  readonly tags: readonly (Line & { readonly tag: string })[];
  readonly networks: readonly NetworkLine[];
  /** Shares that are told in total and not by network. */
  readonly unsplit: Figure;
  readonly hours: ReturnType<typeof bestHours>;
}

/** Makes a report: a pure function of what was gathered, the same for screen, file, mail and API. */
export function makeReport(
  terms: Terms,
  now: Gathered,
  before: Gathered | null,
  about: {
    readonly requests: ReadonlyMap<string, RequestFacts>;
    readonly campaigns: ReadonlyMap<string, string>;
    readonly weekHours: readonly WeekHour[];
  },
): Report {
  const totals = totalsOf(terms, now);
  const totalsBefore = before && totalsOf(terms, before);
  return {
    totals,
    before: totalsBefore,
    change: changes(totals, totalsBefore),
    overTime: stretchesOf(now.period, terms.stride).map((stretch) => ({ ...stretch, ...lineOf(terms, now, stretch) })),
    ...parts(terms, now, about.requests, about.campaigns),
    ...byNetwork(terms, now),
    hours: bestHours(about.weekHours),
  };
}

function totalsOf(terms: Terms, gathered: Gathered): Totals {
  const { networks: _networks, ...audience } = gathered.audience;
  return { ...lineOf(terms, gathered, gathered.period), audience };
}

/** The figures of some requests (all unless told) in some days. */
function lineOf(
  { question, group, values }: Terms,
  gathered: Gathered,
  days: Period,
  has: (requestId: string) => boolean = () => true,
): Line {
  const clicked = gathered.clicks.filter(({ requestId, from }) => has(requestId) && isWithin(from, days));
  const steps = (question.network === undefined ? gathered.steps : splitSteps(gathered, question.network)).filter(
    (step) => has(step.requestId) && isWithin(step.day, days),
  );
  const events = [
    ...steps,
    ...clicked.map(({ from, total }) => ({ day: from, measure: 'click' as const, count: total })),
  ];
  return {
    awareness: question.network === undefined ? told(steps, 'awareness', group) : null,
    acts: byAct((act) => told(steps, act, group)),
    clicks: sumOf(clicked),
    amounts: advocacyValue(events, values),
  };
}

/** What is told of one network: whole requests, on the last day on which anything of them was set free. */
function splitSteps({ splits, period }: Gathered, network: string): readonly Step[] {
  return splits
    .filter(({ from, until }) => isWithin(from, period) && isWithin(until, period))
    .map(({ requestId, act, until, networks }) => {
      return { requestId, measure: act, day: until, count: networks.get(network) ?? 0 };
    });
}

function byAct<T>(of: (act: Act) => T): Record<Act, T> {
  return {
    share: of('share'),
    composer: of('composer'),
    like: of('like'),
    reshare: of('reshare'),
    comment: of('comment'),
  };
}

function sumOf(cells: readonly ClickCount[]): ClickCount {
  const sum = { total: 0, unique: 0, robots: 0 };
  for (const { total, unique, robots } of cells) {
    sum.total += total;
    sum.unique += unique;
    sum.robots += robots;
  }
  return sum;
}

/** A change of the value is told in one currency, and only where both values are made of the same kinds of events. */
function changes(now: Totals, before: Totals | null): Report['change'] {
  if (before === null) return { awareness: null, shares: null, clicks: null, audience: null, value: null };
  const ofCount = (count: number | null) => (count === null ? null : { value: count });
  const currencies = new Set([...now.amounts, ...before.amounts].map(({ currency }) => currency));
  const [currency] = currencies;
  const sameEvents =
    now.awareness !== null && before.awareness !== null && 'value' in now.awareness === 'value' in before.awareness;
  const inOne = currencies.size === 1 && currency !== undefined && sameEvents;
  const amount = ({ amounts }: Totals) => (inOne ? { value: amountIn(currency, amounts) } : null);
  return {
    awareness: changeOf(now.awareness, before.awareness),
    shares: changeOf(now.acts.share, before.acts.share),
    clicks: changeOf(ofCount(now.clicks.total), ofCount(before.clicks.total)),
    audience: changeOf(ofCount(now.audience.total), ofCount(before.audience.total)),
    value: changeOf(amount(now), amount(before)),
  };
}

/** The same figures by request, campaign and tag; only those of which anything can be told or was clicked. */
function parts(
  terms: Terms,
  gathered: Gathered,
  facts: ReadonlyMap<string, RequestFacts>,
  campaigns: ReadonlyMap<string, string>,
) {
  const line = (has: (requestId: string) => boolean) => lineOf(terms, gathered, gathered.period, has);
  const found = [...facts.values()];
  const keep = <T extends Line>(lines: readonly T[]) => lines.filter(hasAnything).toSorted(mostFirst);
  const requests = found.map(({ id, title, sentAt, campaignId }) => {
    return { id, title, sentAt, campaignId, ...line((requestId) => requestId === id) };
  });
  const used = [...campaigns].map(([id, title]) => {
    return { id, title, ...line((requestId) => facts.get(requestId)?.campaignId === id) };
  });
  // Two spellings are one tag, as everywhere; the first one found stands for both.
  const spellings = new Map(found.flatMap((fact) => fact.tags.map((tag) => [nameKey(tag), tag] as const)).toReversed());
  const tags = [...spellings].map(([key, tag]) => {
    const has = (requestId: string) => facts.get(requestId)?.tags.some((one) => nameKey(one) === key) ?? false;
    return { tag, ...line(has) };
  });
  return { requests: keep(requests), campaigns: keep(used), tags: keep(tags) };
}

function hasAnything({ awareness, acts: done, clicks }: Line): boolean {
  const figures = [awareness, ...Object.values(done)];
  return clicks.total + clicks.robots > 0 || figures.some((figure) => figure !== null && 'value' in figure);
}

/** By what is shown and by nothing else: the order of hidden figures would tell of them. */
function mostFirst(left: Line, right: Line): number {
  const number = (figure: Figure) => ('value' in figure ? figure.value : 0);
  return number(right.acts.share) - number(left.acts.share) || right.clicks.total - left.clicks.total;
}

function byNetwork(terms: Terms, gathered: Gathered): Pick<Report, 'networks' | 'unsplit'> {
  const { group, question } = terms;
  const names = new Set([
    ...gathered.splits.flatMap(({ networks }) => [...networks.keys()]),
    ...gathered.clicks.map(({ network }) => network),
    ...(question.network === undefined ? gathered.audience.networks.keys() : []),
  ]);
  const networks = [...names]
    .filter((network) => question.network === undefined || network === question.network)
    .toSorted()
    .map((network) => ({
      network,
      acts: byAct((act) => told(splitSteps(gathered, network), act, group)),
      clicks: sumOf(gathered.clicks.filter((cell) => cell.network === network)),
      audience: gathered.audience.networks.get(network) ?? null,
    }));
  const whole = told(gathered.steps, 'share', group);
  const apart = networks.reduce((sum, { acts: done }) => sum + ('value' in done.share ? done.share.value : 0), 0);
  const rest = 'value' in whole && question.network === undefined ? whole.value - apart : 0;
  return { networks, unsplit: rest > 0 ? { value: rest } : { fewerThan: leastOf(group) } };
}

/** Every kind of act of which a report tells anything, for the columns of its tables. */
export function actsIn(lines: readonly Pick<Line, 'acts'>[]): readonly Act[] {
  return acts.filter((act) => act === 'share' || lines.some((line) => 'value' in line.acts[act]));
}
