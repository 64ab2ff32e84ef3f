import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member } from '../../../../platform/http/index.ts';
import {
  bodyLimit,
  changeShape,
  columnsShape,
  fileShape,
  mappingShape,
  marksShape,
  refuse,
  refusedFile,
  showColumns,
} from '../../../../platform/imports/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { dayShape } from '../../work/settings/shapes.ts';
import { importLimit } from '../limit.ts';
import { columnFields } from './columns.ts';
import { type Imported, importAvailability } from './commit.ts';
import { changedFields, type Verdict } from './judgement.ts';
import { type Judged, judgeFile, markOfVerdict, mostRows } from './preview.ts';

const mapping = mappingShape(columnFields);
const wanted = z.strictObject({
  file: fileShape,
  mapping: mapping.partial().nullable().default(null),
  from: dayShape.nullable().default(null),
});
const commit = wanted.extend({ marks: marksShape(mostRows) });

const judgedRow = z
  .object({
    line: z.number().int(),
    person: z.string(),
    email: z.string(),
    verdict: z.enum(['new', 'changed', 'same', 'error']),
    changes: z.array(changeShape(changedFields)),
    why: z.string().nullable(),
    mark: z.string(),
  })
  .openapi('AvailabilityImportRow');
const preview = z
  .object({
    columns: columnsShape,
    mapping,
    from: z.string(),
    rows: z.array(judgedRow),
    refusedFile: z.string().nullable(),
  })
  .openapi('AvailabilityImportPreview');
const result = z
  .object({
    ...{ added: z.number().int(), changed: z.number().int(), people: z.number().int(), same: z.number().int() },
    refused: z.array(z.object({ line: z.number().int(), person: z.string(), email: z.string(), why: z.string() })),
    refusedFile: z.string().nullable(),
  })
  .openapi('AvailabilityImportResult');

const showRow = (verdict: Verdict): z.infer<typeof judgedRow> => ({
  ...{ line: verdict.line, person: verdict.person, email: verdict.email, verdict: verdict.verdict },
  changes: 'changes' in verdict ? [...verdict.changes] : [],
  why: verdict.verdict === 'error' ? verdict.why : null,
  mark: markOfVerdict(verdict),
});

const showPreview = (judged: Judged): z.infer<typeof preview> => ({
  columns: showColumns(judged.header, judged.rows),
  ...{ mapping: judged.mapping, from: judged.from, rows: judged.verdicts.map(showRow) },
  refusedFile: refusedFile(
    judged,
    judged.verdicts.filter((verdict) => verdict.verdict === 'error'),
  ),
});

const showResult = ({ added, changed, people, same, refused, judged }: Imported) => ({
  ...{ added, changed, people, same, refused: [...refused] },
  refusedFile: refusedFile(judged, refused),
});

/** Importing from a file when people can work: what it would do, and doing it. Nothing of a file is kept in between. */
export function availabilityImportRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [previewRoute(parts), commitRoute(parts)];
}

function previewRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/availability/import/preview',
      summary: 'What importing a file of people’s availability would do, row by row',
      guard: member('schedule.open'),
      ...{ limit: importLimit, bodyLimit },
      request: { body: jsonBody(wanted) },
      responses: { 200: jsonAnswer(preview, 'A verdict for each row; nothing was changed') },
    },
    async (c) => {
      const { actor, orgId } = c.var;
      const judged = await parts.db.inOrg(orgId, async (tx) => {
        const found = await judgeFile(parts, tx, c.var, c.req.valid('json'));
        // The preview says who of the file is here, and what they have said.
        if (found.ok) {
          await parts.audit.append(tx, {
            ...byPerson(actor),
            action: 'schedule.availability_compared',
            target: { type: 'organisation', id: orgId },
            detail: { rows: found.rows.length },
          });
        }
        return found;
      });
      return judged.ok ? c.json(showPreview(judged)) : refuse(c, judged);
    },
  );
}

function commitRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/availability/import',
      summary: 'Import the rows of a file of availability that do what its preview showed',
      guard: member('schedule.open'),
      ...{ limit: importLimit, bodyLimit },
      request: { body: jsonBody(commit) },
      responses: { 200: jsonAnswer(result, 'What was done, and which rows were not taken') },
    },
    async (c) => {
      const { marks, ...asked } = c.req.valid('json');
      const imported = await parts.db.inOrg(c.var.orgId, (tx) => importAvailability(parts, tx, c.var, asked, marks));
      return imported.ok ? c.json(showResult(imported)) : refuse(c, imported);
    },
  );
}
