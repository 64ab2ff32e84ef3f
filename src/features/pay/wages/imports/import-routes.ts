import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member } from '../../../../platform/http/index.ts';
import {
  bodyLimit,
  columnsShape,
  fileShape,
  mappingShape,
  marksShape,
  refuse,
  refusedFile,
  showColumns,
} from '../../../../platform/imports/index.ts';
import type { PayParts } from '../../parts.ts';
import { shownPay } from '../shapes.ts';
import { columnFields } from './columns.ts';
import { type Imported, importWages, previewWages } from './commit.ts';
import type { Verdict } from './judgement.ts';
import { type JudgedFile, markOfVerdict, mostRows } from './preview.ts';

const mapping = mappingShape(columnFields);
const wanted = z.strictObject({
  file: fileShape,
  mapping: mapping.partial().nullable().default(null),
  outsideBand: z.boolean().default(false),
});
const commit = wanted.extend({ marks: marksShape(mostRows) });
const limit = { name: 'wages-import', points: 120, seconds: 600 };

const judgedRow = z
  .object({
    line: z.int(),
    name: z.string(),
    verdict: z.enum(['new', 'same', 'error']),
    /** What would be entered, or is so already; null of a row in error. */
    wage: z.object({ from: z.iso.date(), roleName: z.string().nullable(), pay: shownPay, why: z.string() }).nullable(),
    /** Whether it lies outside the band of their title. */
    outside: z.boolean(),
    why: z.string().nullable(),
    mark: z.string(),
  })
  .openapi('WageImportRow');
const preview = z
  .object({ columns: columnsShape, mapping, rows: z.array(judgedRow), refusedFile: z.string().nullable() })
  .openapi('WageImportPreview');
const result = z
  .object({
    ...{ added: z.int(), people: z.int(), same: z.int(), holds: z.boolean() },
    refused: z.array(z.object({ line: z.int(), name: z.string(), why: z.string() })),
    refusedFile: z.string().nullable(),
  })
  .openapi('WageImportResult');

function showRow(verdict: Verdict): z.infer<typeof judgedRow> {
  const { line, name } = verdict;
  const seen = { line, name, verdict: verdict.verdict, mark: markOfVerdict(verdict) };
  if (verdict.verdict === 'error') return { ...seen, wage: null, outside: verdict.outside ?? false, why: verdict.why };
  const { from, roleName, pay, why } = verdict.wanted;
  const wage = { from, roleName, pay: { weeklyMinutes: null, ...pay }, why };
  return { ...seen, wage, outside: verdict.verdict === 'new' && verdict.outside, why: null };
}

const showPreview = (judged: JudgedFile): z.infer<typeof preview> => ({
  columns: showColumns(judged.header, judged.rows),
  ...{ mapping: judged.mapping, rows: judged.verdicts.map(showRow) },
  refusedFile: refusedFile(
    judged,
    judged.verdicts.filter((verdict) => verdict.verdict === 'error'),
  ),
});

const showResult = ({ added, people, same, holds, refused, judged }: Imported): z.infer<typeof result> => ({
  ...{ added, people, same, holds, refused: [...refused] },
  refusedFile: refusedFile(judged, refused),
});

/** Importing wages from a file: what it would do, and doing it. Nothing of a file is kept in between. */
export function wageImportRoutes(parts: PayParts): readonly GuardedRoute[] {
  return [previewRoute(parts), commitRoute(parts)];
}

function previewRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/pay/wages/import/preview',
      summary: 'What importing a file of wages would do, row by row',
      guard: member('pay.administer', { stepUp: true }),
      ...{ limit, bodyLimit },
      request: { body: jsonBody(wanted) },
      responses: { 200: jsonAnswer(preview, 'A verdict for each row; nothing was entered') },
    },
    async (c) => {
      const asked = c.req.valid('json');
      const judged = await parts.db.inOrg(c.var.orgId, (tx) => previewWages(parts, tx, c.var, asked));
      return judged.ok ? c.json(showPreview(judged), 200) : refuse(c, judged);
    },
  );
}

function commitRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/pay/wages/import',
      summary: 'Enter the wages of a file that its preview showed',
      guard: member('pay.administer', { stepUp: true }),
      ...{ limit, bodyLimit },
      request: { body: jsonBody(commit) },
      responses: { 200: jsonAnswer(result, 'What was entered, and which rows were not taken') },
    },
    async (c) => {
      const { marks, ...asked } = c.req.valid('json');
      const imported = await parts.db.inOrg(c.var.orgId, (tx) => importWages(parts, tx, c.var, asked, marks));
      return imported.ok ? c.json(showResult(imported), 200) : refuse(c, imported);
    },
  );
}
