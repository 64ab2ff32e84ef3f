import type { Tx } from '../../../platform/db/index.ts';
import { listCampaigns } from '../campaigns/store.ts';
import { shown } from '../figures/figure.ts';
import { releasedRows } from '../figures/store.ts';
import { maySplit, splitsOf, stepsOf } from '../figures/told.ts';
import type { EventValues } from '../figures/value.ts';
import { dayOf } from '../outgoing/good-time.ts';
import type { ShareParts } from '../parts.ts';
import {
  comparedWith,
  isWithin,
  type Period,
  plusDays,
  type Question,
  type Stride,
  stretchesOf,
  strideOf,
} from './question.ts';
import { type Audience, type Gathered, makeReport, type Report, type RequestFacts, type Terms } from './report.ts';
import { networksOffered, requestFacts, requestsFiled } from './store.ts';

/** A report with what it is read by. */
export interface ReadReport {
  readonly question: Question;
  readonly compared: Period | null;
  readonly terms: Terms;
  readonly report: Report;
}

/** Reads a report: everything that is told of people goes through `stepsOf` and `splitsOf`, wherever it is shown. */
export async function readReport(
  parts: ShareParts,
  tx: Tx,
  question: Question,
  stride: Stride = strideOf(question.period),
): Promise<ReadReport> {
  const { timeZone, smallGroup: group } = await parts.organisation(tx);
  const { period } = question;
  const terms: Terms = { question, group, values: await dailyValues(parts, tx, timeZone), stride };
  const compared = comparedWith(period, question.compare);
  const ids = await asked(tx, question);
  const now = await gather(parts, tx, { terms, period, timeZone, ids });
  const before = compared && (await gather(parts, tx, { terms, period: compared, timeZone, ids }));
  const clicked = { ...period, timeZone, network: question.network, requestIds: ids ?? undefined };
  const report = makeReport(terms, now.gathered, before?.gathered ?? null, {
    requests: now.facts,
    campaigns: new Map((await listCampaigns(tx)).map(({ id, name }) => [id, name])),
    weekHours: await parts.links.byWeekHour(tx, clicked),
  });
  return { question, compared, terms, report };
}

/** The requests that a question is about; null for all. */
async function asked(tx: Tx, { requestId, campaignId, tag }: Question): Promise<readonly string[] | null> {
  const filed = await requestsFiled(tx, { campaignId, tag });
  if (requestId === undefined) return filed;
  return filed === null || filed.includes(requestId) ? [requestId] : [];
}

interface Stretch {
  readonly terms: Terms;
  readonly period: Period;
  readonly timeZone: string;
  readonly ids: readonly string[] | null;
}

async function gather(
  parts: ShareParts,
  tx: Tx,
  { terms, period, timeZone, ids }: Stretch,
): Promise<{ readonly gathered: Gathered; readonly facts: ReadonlyMap<string, RequestFacts> }> {
  const { question, group, values, stride } = terms;
  const released = await releasedRows(tx, period);
  const rows = ids === null ? released : released.filter(({ requestId }) => ids.includes(requestId));
  const turns = values.map(({ validFrom }) => validFrom).filter((day) => isWithin(day, period));
  const starts = [...new Set([...stretchesOf(period, stride).map(({ from }) => from), ...turns])].toSorted();
  const wanted = { ...period, timeZone, network: question.network, requestIds: ids ?? undefined };
  const clicks = await parts.links.cells(tx, wanted, starts);
  const touched = [...new Set([...rows, ...clicks].map(({ requestId }) => requestId))];
  const facts = await requestFacts(tx, touched);
  const closed = rows.filter(({ requestId }) => facts.get(requestId)?.closed);
  const offered = await networksOffered(tx, [...new Set(closed.map(({ requestId }) => requestId))]);
  const gathered = {
    ...{ period, clicks },
    steps: stepsOf(rows, group).filter(({ day }) => isWithin(day, period)),
    splits: splitsOf(closed, offered, group),
    audience: await audienceOf(parts, tx, period.to, group),
  };
  return { gathered, facts };
}

/**
 * The last counted total up to a day. Hidden while so few accounts are connected that it would tell of one; by network
 * only where no network has few.
 */
async function audienceOf(parts: ShareParts, tx: Tx, until: string, group: number): Promise<Audience> {
  const rows = await parts.networks.latestReach(tx, until);
  const accounts = new Map(rows.map((row) => [row.network, row.accounts]));
  const count = shown(
    rows.reduce((sum, row) => sum + row.accounts, 0),
    group,
  );
  const days = rows.map(({ day }) => day).toSorted();
  return {
    total: 'value' in count ? rows.reduce((sum, row) => sum + row.total, 0) : null,
    accounts: count,
    countedAt: days.at(-1) ?? null,
    networks: new Map(maySplit(accounts, rows.length, group) ? rows.map(({ network, total }) => [network, total]) : []),
  };
}

/** The organisation's event values by day of its calendar. */
export async function dailyValues(parts: ShareParts, tx: Tx, timeZone: string): Promise<EventValues[]> {
  const values = await parts.eventValues(tx);
  return values.map((entry) => ({ ...entry, validFrom: dayOf(entry.validFrom, timeZone) }));
}

/** The last so many days up to one, or up to today: what figures are shown of unless somebody asks for others. */
export function lastDays(
  parts: Pick<ShareParts, 'clock'>,
  timeZone: string,
  days: number,
  to: string = dayOf(parts.clock.now(), timeZone),
): Period {
  return { from: plusDays(to, 1 - days), to };
}
