import { emptyAnswer, type GuardedRoute, guarded, jsonAnswer, member } from '../../../../platform/http/index.ts';
import type { PayParts } from '../../parts.ts';
import { equityFile } from './file.ts';
import { equityQuery, equityShape, fileQuery, withinOf } from './shapes.ts';
import { viewEquity } from './view.ts';

/** What groups of people earn, so that nobody's own pay is in it. */
export function equityRoutes(parts: PayParts): readonly GuardedRoute[] {
  return [viewRoute(parts), fileRoute(parts)];
}

function viewRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/pay/equity',
      summary: 'Medians of pay and of positions in bands, by groups of three people or more',
      guard: member('pay.equity'),
      request: { query: equityQuery },
      responses: { 200: jsonAnswer(equityShape, 'By title, location, seniority and kind of employment') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) =>
        c.json(await viewEquity(parts, tx, withinOf(c.req.valid('query'))), 200),
      ),
  );
}

function fileRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/pay/equity/file',
      summary: 'Take these figures along as CSV, saying why',
      guard: member('pay.equity', { stepUp: true }),
      limit: { name: 'pay-equity-file', points: 60, seconds: 600 },
      request: { query: fileQuery },
      responses: { 200: emptyAnswer('The file') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { reason, ...asked } = c.req.valid('query');
        const within = withinOf(asked);
        const view = await viewEquity(parts, tx, within);
        await parts.audit.append(tx, {
          actor: { kind: 'person', id: c.var.actor.personId },
          action: 'pay.equity_exported',
          target: { type: 'organisation', id: c.var.orgId },
          detail: { reason, within: within?.by ?? 'everybody' },
        });
        return c.body(equityFile(view), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="coact-pay-equity-${view.today}.csv"`,
          'cache-control': 'no-store',
        });
      }),
  );
}
