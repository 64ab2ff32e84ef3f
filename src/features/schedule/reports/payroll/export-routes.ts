import type { Tx } from '../../../../platform/db/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
} from '../../../../platform/http/index.ts';
import type { Actor } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { readSettings } from '../../work/settings/read-settings.ts';
import { type AskedDays, daysAsked } from '../asked-days.ts';
import { type Days, datesOf } from '../days.ts';
import { buildPayroll } from './build.ts';
import type { Mapping } from './mapping.ts';
import { mappingParam } from './mapping-routes.ts';
import { cellsOf, headings, payrollFile } from './payroll-file.ts';
import type { PayrollRow } from './payroll-row.ts';
import { payrollBodies, payrollQuery, previewShape } from './shapes.ts';
import { findMapping } from './store.ts';

/** As many rows are shown before the file is taken. */
const shownRows = 20;

/** Hours for the payroll, as the organisation's mappings write them: looked at, and taken along. */
export function payrollExportRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [previewRoute(parts), fileRoute(parts)];
}

async function build(parts: ScheduleParts, tx: Tx, asked: AskedDays, mapping: Mapping) {
  const settings = await readSettings(parts, tx);
  const days = await daysAsked(parts, tx, settings, asked);
  return { days, ...(await buildPayroll(parts, tx, settings, days, mapping)) };
}

interface Recorded extends Pick<Mapping, 'source'> {
  readonly days: Days;
  readonly rows: readonly PayrollRow[];
  /** Those of them that were shown; all of them unless told. */
  readonly seen?: readonly PayrollRow[];
}

/** That somebody read what people earn: of how many rows, and once for each of those who are paid by one. */
async function record(
  { audit, wages }: ScheduleParts,
  tx: Tx,
  actor: Actor,
  action: 'schedule.payroll_previewed' | 'schedule.payroll_exported',
  { days, rows, seen = rows, source }: Recorded,
): Promise<void> {
  const target = { type: 'organisation', id: actor.orgId } as const;
  const detail = { ...datesOf(days), source, rows: rows.length };
  await audit.append(tx, { ...byPerson(actor), action, target, detail });
  const paid = seen.flatMap(({ rate, person_id: id }) => (rate === null ? [] : [String(id)]));
  const where = action === 'schedule.payroll_exported' ? 'payroll_export' : 'payroll_preview';
  // What is written for the payroll is looked at for it: the page is there for nothing else.
  await wages.recordLooks(tx, actor, paid, { reason: 'payroll_run', where });
}

function previewRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/payroll/preview',
      summary: 'The first rows of a payroll export, as a mapping would write them',
      guard: member('schedule.rates'),
      request: { body: jsonBody(payrollBodies.preview) },
      responses: { 200: jsonAnswer(previewShape, 'Nothing was kept') },
    },
    async (c) => {
      const { mapping, ...asked } = c.req.valid('json');
      return parts.db.inOrg(c.var.orgId, async (tx) => {
        const { days, rows, unapproved } = await build(parts, tx, asked, mapping);
        const { source } = mapping;
        const seen = rows.slice(0, shownRows);
        await record(parts, tx, c.var.actor, 'schedule.payroll_previewed', { days, rows, seen, source });
        const shown = seen.map((row) => cellsOf(mapping, row));
        const about = { ...datesOf(days), headings: headings(mapping), count: rows.length };
        return c.json({ ...about, rows: shown, unapproved }, 200);
      });
    },
  );
}

function fileRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/payroll/mappings/{id}/file',
      summary: 'Take the hours of a stretch of days along for the payroll, as CSV',
      guard: member('schedule.rates', { stepUp: true }),
      limit: { name: 'payroll-export', points: 60, seconds: 600 },
      request: { params: mappingParam, query: payrollQuery },
      responses: { 200: emptyAnswer('The file') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const mapping = await findMapping(tx, c.req.valid('param').id);
        if (mapping === null) return notFound(c);
        const { days, rows } = await build(parts, tx, c.req.valid('query'), mapping);
        const { source } = mapping;
        await record(parts, tx, c.var.actor, 'schedule.payroll_exported', { days, rows, source });
        const { from, to } = datesOf(days);
        return c.body(payrollFile(mapping, rows), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="coact-payroll-${from}-${to}.csv"`,
          'cache-control': 'no-store',
        });
      }),
  );
}
