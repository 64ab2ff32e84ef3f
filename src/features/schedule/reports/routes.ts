import { emptyAnswer, type GuardedRoute, guarded, jsonAnswer, member } from '../../../platform/http/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { payrollExportRoutes } from './payroll/export-routes.ts';
import { mappingRoutes } from './payroll/mapping-routes.ts';
import { reportFile } from './report-file.ts';
import { fileQuery, reportQuery, reportShape } from './shapes.ts';
import { showReport } from './show-report.ts';

/** Reports of what was planned and worked, on the page and as files, and the export for the payroll. */
export function reportRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [readRoute(parts), fileRoute(parts), ...mappingRoutes(parts), ...payrollExportRoutes(parts)];
}

function readRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/reports',
      summary: 'Hours, cost, fairness, fill and changes of a stretch of days, within my reach',
      guard: member('schedule.reports'),
      request: { query: reportQuery },
      responses: { 200: jsonAnswer(reportShape, 'The report') },
    },
    async (c) => {
      const query = c.req.valid('query');
      return c.json(await parts.db.inOrg(c.var.orgId, (tx) => showReport(parts, tx, c.var, query)), 200);
    },
  );
}

function fileRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/reports/file',
      summary: 'A table of a report, as CSV',
      guard: member('schedule.reports'),
      limit: { name: 'report-file', points: 60, seconds: 600 },
      request: { query: fileQuery },
      responses: { 200: emptyAnswer('The file') },
    },
    async (c) => {
      const { table, ...query } = c.req.valid('query');
      const report = await parts.db.inOrg(c.var.orgId, (tx) => showReport(parts, tx, c.var, query));
      return c.body(reportFile(report, table), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="coact-${table}-${report.from}-${report.to}.csv"`,
        'cache-control': 'no-store',
      });
    },
  );
}
