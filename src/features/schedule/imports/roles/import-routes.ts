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
import { type Imported, importRoles } from './commit.ts';
import { changedFields, type Verdict } from './judgement.ts';
import { type Judged, judgeFile, markOfVerdict, mostRows } from './preview.ts';

const mapping = mappingShape(columnFields);
const wanted = z.strictObject({
  file: fileShape,
  mapping: mapping.partial().nullable().default(null),
  createPlaces: z.boolean().default(false),
  from: dayShape.nullable().default(null),
});
const commit = wanted.extend({ marks: marksShape(mostRows) });

const judgedRow = z
  .object({
    line: z.number().int(),
    role: z.string(),
    location: z.string(),
    verdict: z.enum(['new', 'changed', 'same', 'error']),
    changes: z.array(changeShape(changedFields)),
    why: z.string().nullable(),
    mark: z.string(),
  })
  .openapi('RoleImportRow');
const preview = z
  .object({
    columns: columnsShape,
    mapping,
    from: z.string(),
    rows: z.array(judgedRow),
    missing: z.object({ departments: z.array(z.string()), locations: z.array(z.string()) }),
    notes: z.array(z.string()),
    refusedFile: z.string().nullable(),
  })
  .openapi('RoleImportPreview');
const result = z
  .object({
    ...{ added: z.number().int(), changed: z.number().int(), shifts: z.number().int(), same: z.number().int() },
    placesMade: z.number().int(),
    findings: z.array(z.string()),
    refused: z.array(z.object({ line: z.number().int(), role: z.string(), why: z.string() })),
    refusedFile: z.string().nullable(),
  })
  .openapi('RoleImportResult');

const showRow = (verdict: Verdict): z.infer<typeof judgedRow> => ({
  ...{ line: verdict.line, role: verdict.role, location: verdict.location, verdict: verdict.verdict },
  changes: 'changes' in verdict ? [...verdict.changes] : [],
  why: verdict.verdict === 'error' ? verdict.why : null,
  mark: markOfVerdict(verdict),
});

function showPreview(judged: Judged): z.infer<typeof preview> {
  const { header, rows, mapping: taken, from, verdicts, missing, notes } = judged;
  const refused = verdicts.filter((verdict) => verdict.verdict === 'error');
  return {
    columns: showColumns(header, rows),
    ...{ mapping: taken, from, rows: verdicts.map(showRow), notes: [...notes] },
    missing: { departments: [...missing.departments], locations: [...missing.locations] },
    refusedFile: refusedFile(judged, refused),
  };
}

const showResult = ({ added, changed, shifts, same, placesMade, findings, refused, judged }: Imported) => ({
  ...{ added, changed, shifts, same, placesMade, findings: [...findings], refused: [...refused] },
  refusedFile: refusedFile(judged, refused),
});

/** Importing roles and their shifts from a file: what it would do, and doing it. Nothing of a file is kept in between. */
export function roleImportRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [previewRoute(parts), commitRoute(parts)];
}

function previewRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/roles/import/preview',
      summary: 'What importing a file of roles would do, row by row',
      guard: member('schedule.open'),
      ...{ limit: importLimit, bodyLimit },
      request: { body: jsonBody(wanted) },
      responses: { 200: jsonAnswer(preview, 'A verdict for each row; nothing was changed') },
    },
    async (c) => {
      const { actor, orgId } = c.var;
      const judged = await parts.db.inOrg(orgId, async (tx) => {
        const found = await judgeFile(parts, tx, c.var, c.req.valid('json'));
        // The preview says what is so, and what an hour costs to who may know.
        if (found.ok) {
          await parts.audit.append(tx, {
            ...byPerson(actor),
            action: 'schedule.roles_compared',
            target: { type: 'organisation', id: orgId },
            detail: { rows: found.rows.length, rates: found.found.rates !== null },
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
      path: '/api/schedule/roles/import',
      summary: 'Import the rows of a file of roles that do what its preview showed',
      guard: member('schedule.open'),
      ...{ limit: importLimit, bodyLimit },
      request: { body: jsonBody(commit) },
      responses: { 200: jsonAnswer(result, 'What was done, and which rows were not taken') },
    },
    async (c) => {
      const { marks, ...asked } = c.req.valid('json');
      const imported = await parts.db.inOrg(c.var.orgId, (tx) => importRoles(parts, tx, c.var, asked, marks));
      return imported.ok ? c.json(showResult(imported)) : refuse(c, imported);
    },
  );
}
