import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { OrgId } from '../../../platform/db/index.ts';
import { emptyAnswer, type GuardedRoute, guarded, jsonAnswer, member, problem } from '../../../platform/http/index.ts';
import { networkTitles } from '../../networks/index.ts';
import type { ShareParts } from '../parts.ts';
import { lastDays, type ReadReport, readReport } from './gather.ts';
import { isPeriod } from './question.ts';
import { askedOf, fileQuery, reportQuery, reportShape } from './shapes.ts';
import { reportFile } from './tables.ts';

const mostRequests = 500;
const badPeriod = 'Choose a period of at most two years that ends after it begins.';

/** Reports of what sharing brought, on the page and as files. */
export function reportRoutes(parts: ShareParts): readonly GuardedRoute[] {
  return [readRoute(parts), fileRoute(parts)];
}

/** Null where no report can be made of the days that were asked for. */
async function read(parts: ShareParts, orgId: OrgId, query: z.infer<typeof reportQuery>): Promise<ReadReport | null> {
  return parts.db.inOrg(orgId, async (tx) => {
    const { timeZone } = await parts.organisation(tx);
    const usual = lastDays(parts, timeZone, 30, query.to);
    const period = { ...usual, from: query.from ?? usual.from };
    return isPeriod(period) ? readReport(parts, tx, { ...askedOf(query), period }) : null;
  });
}

function readRoute(parts: ShareParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/reports',
      summary: 'What sharing brought in a period: totals, over time, by request, campaign, tag and network',
      guard: member('requests.read', { keys: true }),
      request: { query: reportQuery },
      responses: { 200: jsonAnswer(reportShape, 'The report') },
    },
    async (c) => {
      const found = await read(parts, c.var.orgId, c.req.valid('query'));
      return found === null ? refused(c) : c.json(show(found), 200);
    },
  );
}

const refused = (c: Context) => problem(c, 422, 'bad_period', badPeriod, { fields: { to: badPeriod } });

function show({ question, compared, terms, report }: ReadReport): z.infer<typeof reportShape> {
  const { requests, ...rest } = report;
  return {
    ...{ period: question.period, compared, stride: terms.stride, smallGroup: terms.group },
    ...rest,
    requests: requests.slice(0, mostRequests).map(({ sentAt, ...line }) => {
      return { ...line, sentAt: sentAt?.toISOString() ?? null };
    }),
  };
}

/** A network's name for people; one that this version doesn't know keeps the name under which it is counted. */
function titleOf(name: string): string {
  const titles: Readonly<Record<string, string>> = networkTitles;
  return titles[name] ?? name;
}

function fileRoute(parts: ShareParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/reports/file',
      summary: 'A table of a report, as CSV',
      guard: member('requests.read', { keys: true }),
      limit: { name: 'share-report-file', points: 60, seconds: 600 },
      request: { query: fileQuery },
      responses: { 200: emptyAnswer('The file') },
    },
    async (c) => {
      const { table, ...query } = c.req.valid('query');
      const found = await read(parts, c.var.orgId, query);
      if (found === null) return refused(c);
      const { from, to } = found.question.period;
      return c.body(reportFile(found, table, titleOf), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="coact-${table}-${from}-${to}.csv"`,
        'cache-control': 'no-store',
      });
    },
  );
}
