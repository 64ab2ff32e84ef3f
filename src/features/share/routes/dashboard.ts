import { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, member, problem } from '../../../platform/http/index.ts';
import { type Figure, sharesByDay, shown, shownWith } from '../figures/figure.ts';
import { releasesByDay, topRequests } from '../figures/store.ts';
import { advocacyValue, type DayCount, valuesOn } from '../figures/value.ts';
import { dayOf } from '../outgoing/good-time.ts';
import { findRequest, listRequests } from '../store.ts';
import type { WebParts } from './parts.ts';
import { figureShape } from './shapes.ts';
import { dailyValues, joinDays, tallyRows } from './show.ts';

const day = z.iso.date();
const changeShape = z.number().nullable();
const dashboardShape = z.object({
  period: z.object({ from: day, to: day }),
  previous: z.object({ from: day, to: day }),
  currency: z.string(),
  totals: z.object({
    awareness: figureShape,
    shares: figureShape,
    clicks: z.object({ total: z.number(), unique: z.number() }),
    reach: z.object({ total: z.number().nullable(), accounts: figureShape, countedAt: z.string().nullable() }),
    value: figureShape,
  }),
  change: z.object({
    awareness: changeShape,
    shares: changeShape,
    clicks: changeShape,
    reach: changeShape,
    value: changeShape,
  }),
  byDay: z.array(z.object({ day, shares: z.number(), clicks: z.number() })),
  topRequests: z.array(z.object({ id: z.string(), title: z.string(), shares: figureShape, clicks: z.number() })),
  connected: figureShape,
  open: z.number(),
});

/** Calendars of the database and of JavaScript part ways far outside of these. */
const firstDay = '2000-01-01';
const lastDay = '2199-12-31';

interface Period {
  readonly from: string;
  readonly to: string;
}

/** The publisher's dashboard. */
export function dashboardRoutes(parts: WebParts): readonly GuardedRoute[] {
  return [dashboardRoute(parts)];
}

function dashboardRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/dashboard',
      summary: 'Totals of a period, beside the one before',
      guard: member('publish'),
      request: { query: z.object({ from: day.optional(), to: day.optional() }) },
      responses: { 200: jsonAnswer(dashboardShape, 'Totals of a period beside the one before') },
    },
    async (c) => {
      const asked = c.req.valid('query');
      const answer = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const { timeZone } = await parts.organisation(tx);
        const to = asked.to ?? dayOf(parts.clock.now(), timeZone);
        const from = asked.from ?? plusDays(to, -29);
        if (from > to || daysBetween(from, to) > 730 || from < firstDay || to > lastDay) return null;
        return dashboard(parts, tx, { from, to });
      });
      if (answer === null)
        return problem(c, 422, 'bad_period', 'Choose a period of at most two years that ends after it begins.');
      return c.json(answer, 200);
    },
  );
}

async function dashboard(parts: WebParts, tx: Tx, period: Period): Promise<z.infer<typeof dashboardShape>> {
  const { timeZone, smallGroup } = await parts.organisation(tx);
  const length = daysBetween(period.from, period.to) + 1;
  const previous = { from: plusDays(period.from, -length), to: plusDays(period.from, -1) };
  const values = await dailyValues(parts, tx, timeZone);
  const now = await totalsOf(parts, tx, period, timeZone);
  const before = await totalsOf(parts, tx, previous, timeZone);
  const awareness = shown(now.awareness, smallGroup);
  const reach = await reachOf(parts, tx, period.to, smallGroup);
  const reachBefore = await reachOf(parts, tx, previous.to, smallGroup);
  const shares = shownWith(now.shares, awareness);
  const awarenessBefore = shown(before.awareness, smallGroup);
  const value = { value: advocacyValue(toldDays(now.days, awareness), values) };
  const valueBefore = { value: advocacyValue(toldDays(before.days, awarenessBefore), values) };
  return {
    period,
    previous,
    currency: valuesOn(period.to, values).currency,
    totals: {
      awareness,
      shares,
      clicks: { total: now.clicks, unique: now.unique },
      reach,
      value,
    },
    change: {
      awareness: changeOf(awareness, awarenessBefore),
      shares: changeOf(shares, shownWith(before.shares, awarenessBefore)),
      clicks: change(now.clicks, before.clicks),
      reach: reach.total === null || reachBefore.total === null ? null : change(reach.total, reachBefore.total),
      // Between a value with shares in it and one without there is nothing to compare.
      value: 'value' in awareness === 'value' in awarenessBefore ? changeOf(value, valueBefore) : null,
    },
    byDay: everyDay(period, now.days, 'value' in awareness ? sharesByDay(now.days, smallGroup) : new Map()),
    topRequests: await top(parts, tx, period),
    connected: shown(await parts.networks.countConnected(tx), smallGroup),
    open: (await listRequests(tx, { states: ['open'], search: '', limit: 1, offset: 0 })).total,
  };
}

async function totalsOf(parts: WebParts, tx: Tx, period: Period, timeZone: string) {
  const releases = await releasesByDay(tx, period);
  const clicks = await parts.links.byDay(tx, { ...period, timeZone });
  const days = joinDays(releases, clicks);
  const sum = (pick: (count: DayCount) => number) => days.reduce((total, count) => total + pick(count), 0);
  return {
    days,
    awareness: sum((count) => count.awareness),
    shares: sum((count) => count.shares),
    clicks: sum((count) => count.clicks),
    unique: clicks.reduce((total, count) => total + count.unique, 0),
  };
}

/** The last counted total up to a day. Hidden while so few accounts are connected that it would tell of one. */
async function reachOf(parts: WebParts, tx: Tx, until: string, smallGroup: number) {
  const rows = await parts.networks.latestReach(tx, until);
  const accounts: Figure = shown(
    rows.reduce((sum, row) => sum + row.accounts, 0),
    smallGroup,
  );
  const countedAt =
    rows
      .map((row) => row.day)
      .toSorted()
      .at(-1) ?? null;
  const total = 'value' in accounts ? rows.reduce((sum, row) => sum + row.total, 0) : null;
  return { total, accounts, countedAt };
}

async function top(parts: WebParts, tx: Tx, period: Period) {
  const ids = await topRequests(tx, period, 5);
  const requests = [];
  for (const id of ids) {
    const request = await findRequest(tx, id);
    if (request !== null) requests.push(request);
  }
  const rows = await tallyRows(parts, tx, requests);
  return rows.map(({ request, shares, clicks }) => ({ id: request.id, title: request.draft.title, shares, clicks }));
}

/** By how much it changed, as a fraction of what it was; null when there was nothing to compare with. */
function change(now: number, before: number): number | null {
  return before === 0 ? null : (now - before) / before;
}

/** The same, where both may be shown: a ratio would give a hidden figure away. */
function changeOf(now: Figure, before: Figure): number | null {
  return 'value' in now && 'value' in before ? change(now.value, before.value) : null;
}

/** The days that a value may be made of: without what is hidden, or the clicks beside it would give that away. */
function toldDays(days: readonly DayCount[], awareness: Figure): readonly DayCount[] {
  return 'value' in awareness ? days : days.map(({ day, clicks }) => ({ day, clicks, awareness: 0, shares: 0 }));
}

function everyDay(period: Period, counts: readonly DayCount[], shares: ReadonlyMap<string, number>) {
  const byDay = new Map(counts.map((count) => [count.day, count]));
  return Array.from({ length: daysBetween(period.from, period.to) + 1 }, (_, index) => {
    const at = plusDays(period.from, index);
    return { day: at, shares: shares.get(at) ?? 0, clicks: byDay.get(at)?.clicks ?? 0 };
  });
}

function plusDays(from: string, days: number): string {
  return Temporal.PlainDate.from(from).add({ days }).toString();
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}
