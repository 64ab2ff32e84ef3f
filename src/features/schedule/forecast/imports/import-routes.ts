import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, problem } from '../../../../platform/http/index.ts';
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
import type { ScheduleParts } from '../../parts.ts';
import { columnFields } from './columns.ts';
import { type Imported, importFile, type Judged, judgeFile, mostRows } from './import-file.ts';
import { markOfVerdict, type Verdict } from './judge.ts';

const mapping = mappingShape(columnFields);
const wanted = z.strictObject({ file: fileShape, mapping: mapping.partial().nullable().default(null) });
const commit = wanted.extend({ marks: marksShape(mostRows) });
const limit = { name: 'forecast-import', points: 120, seconds: 600 };

/** A row as the file says it. */
const told = { line: z.int(), location: z.string(), role: z.string(), day: z.string(), time: z.string() };
const judgedRow = z
  .object({
    ...told,
    verdict: z.enum(['new', 'changed', 'same', 'error']),
    /** Null: nothing was forecast; or the row is wrong. */
    before: z.number().nullable(),
    amount: z.number().nullable(),
    why: z.string().nullable(),
    mark: z.string(),
  })
  .openapi('ForecastImportRow');
const preview = z
  .object({ columns: columnsShape, mapping, rows: z.array(judgedRow), refusedFile: z.string().nullable() })
  .openapi('ForecastImportPreview');
const result = z
  .object({
    ...{ added: z.int(), changed: z.int(), same: z.int() },
    refused: z.array(z.object({ ...told, why: z.string() })),
    refusedFile: z.string().nullable(),
  })
  .openapi('ForecastImportResult');

const showTold = ({ line, told: { location, role, day, time } }: Verdict) => ({ line, location, role, day, time });

const showRow = (verdict: Verdict): z.infer<typeof judgedRow> => ({
  ...{ ...showTold(verdict), verdict: verdict.verdict, mark: markOfVerdict(verdict) },
  before: verdict.verdict === 'error' ? null : verdict.before,
  amount: verdict.verdict === 'error' ? null : verdict.wanted.amount,
  why: verdict.verdict === 'error' ? verdict.why : null,
});

function showPreview(judged: Judged): z.infer<typeof preview> {
  const { header, rows, mapping: taken, verdicts } = judged;
  return {
    columns: showColumns(header, rows),
    mapping: taken,
    rows: verdicts.map(showRow),
    refusedFile: refusedFile(judged, errorsIn(verdicts)),
  };
}

const errorsIn = (verdicts: readonly Verdict[]) => verdicts.filter((verdict) => verdict.verdict === 'error');

function showResult({ judged, added, changed, same }: Imported): z.infer<typeof result> {
  const errors = errorsIn(judged.verdicts);
  const refused = errors.map((verdict) => ({ ...showTold(verdict), why: verdict.why }));
  return { added, changed, same, refused, refusedFile: refusedFile(judged, errors) };
}

/** Importing forecasts from a file: what it would do, and doing it. Nothing of a file is kept in between. */
export function importRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [previewRoute(parts), commitRoute(parts)];
}

function previewRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/forecast/import/preview',
      summary: 'What importing a file of forecasts would do, row by row',
      guard: member('schedule.open'),
      ...{ limit, bodyLimit },
      request: { body: jsonBody(wanted) },
      responses: { 200: jsonAnswer(preview, 'A verdict for each row; nothing was changed') },
    },
    async (c) => {
      const asked = c.req.valid('json');
      const judged = await parts.db.inOrg(c.var.orgId, (tx) => judgeFile(parts, tx, c.var, asked));
      return judged.ok ? c.json(showPreview(judged), 200) : refuse(c, judged);
    },
  );
}

function commitRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/forecast/import',
      summary: 'Import the rows of a file of forecasts that do what its preview showed',
      guard: member('schedule.open'),
      ...{ limit, bodyLimit },
      request: { body: jsonBody(commit) },
      responses: { 200: jsonAnswer(result, 'What was done, and which rows were not taken') },
    },
    async (c) => {
      const { marks, ...asked } = c.req.valid('json');
      const done = await parts.db.inOrg(c.var.orgId, (tx) => importFile(parts, tx, c.var, asked, marks));
      if (done === 'changed_meanwhile') {
        const sentence =
          'What is here has changed since the preview, and nothing was imported. Look at the preview again.';
        return problem(c, 409, 'changed_meanwhile', sentence);
      }
      return done.ok ? c.json(showResult(done), 200) : refuse(c, done);
    },
  );
}
