import { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, member, problem } from '../../../platform/http/index.ts';
import { shown } from '../figures/figure.ts';
import { lastDays, readReport } from '../reports/gather.ts';
import { isPeriod, type Period } from '../reports/question.ts';
import { listRequests } from '../store.ts';
import type { WebParts } from './parts.ts';
import { figureShape, otherValues } from './shapes.ts';
import { inLatestCurrency } from './show.ts';

const day = z.iso.date();
const changeShape = z.number().nullable();
const dashboardShape = z.object({
  period: z.object({ from: day, to: day }),
  previous: z.object({ from: day, to: day }),
  currency: z.string(),
  otherValues,
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
      guard: member('requests.read', { keys: true }),
      request: { query: z.object({ from: day.optional(), to: day.optional() }) },
      responses: { 200: jsonAnswer(dashboardShape, 'Totals of a period beside the one before') },
    },
    async (c) => {
      const asked = c.req.valid('query');
      const answer = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const { timeZone } = await parts.organisation(tx);
        const usual = lastDays(parts, timeZone, 30, asked.to);
        const period = { ...usual, from: asked.from ?? usual.from };
        return isPeriod(period) ? dashboard(parts, tx, period) : null;
      });
      if (answer === null)
        return problem(c, 422, 'bad_period', 'Choose a period of at most two years that ends after it begins.');
      return c.json(answer, 200);
    },
  );
}

async function dashboard(parts: WebParts, tx: Tx, period: Period): Promise<z.infer<typeof dashboardShape>> {
  const { compared, terms, report } = await readReport(parts, tx, { period, compare: 'previous' }, 'day');
  const { totals } = report;
  const { value: amount, ...currencies } = inLatestCurrency(totals.amounts, terms.values, period.to);
  const { awareness, shares, clicks, audience: reach, value } = report.change;
  return {
    period,
    previous: compared ?? period,
    ...currencies,
    totals: {
      awareness: totals.awareness ?? { fewerThan: terms.group },
      shares: totals.acts.share,
      clicks: { total: totals.clicks.total, unique: totals.clicks.unique },
      reach: totals.audience,
      value: { value: amount },
    },
    change: { awareness, shares, clicks, reach, value },
    byDay: report.overTime.map(({ from, acts: { share }, clicks }) => {
      return { day: from, shares: 'value' in share ? share.value : 0, clicks: clicks.total };
    }),
    topRequests: report.requests.slice(0, 5).map(({ id, title, acts, clicks }) => {
      return { id, title, shares: acts.share, clicks: clicks.total };
    }),
    connected: shown(await parts.networks.countConnected(tx), terms.group),
    open: (await listRequests(tx, { states: ['open'], search: '', limit: 1, offset: 0 })).total,
  };
}
