import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member } from '../../../platform/http/index.ts';
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
} from '../../../platform/imports/index.ts';
import type { Actor, Resource } from '../../../platform/policy/index.ts';
import type { PeopleContext } from '../context.ts';
import { readOrganisation } from '../organisation.ts';
import { columnFields } from './columns.ts';
import { type Imported, importFile } from './commit.ts';
import { changedFields, type Verdict } from './judgement.ts';
import { type Asked, type Judged, judgeFile, markOfVerdict, mostRows } from './preview.ts';

const mapping = mappingShape(columnFields);
const wanted = z.strictObject({
  file: fileShape,
  mapping: mapping.partial().nullable().default(null),
  invite: z.boolean().default(false),
  createPlaces: z.boolean().default(false),
});
const commit = wanted.extend({ marks: marksShape(mostRows) });
const importLimit = { name: 'people-import', points: 120, seconds: 600 };

const judgedRow = z
  .object({
    line: z.number().int(),
    name: z.string(),
    email: z.string(),
    verdict: z.enum(['new', 'changed', 'same', 'error']),
    changes: z.array(changeShape(changedFields)),
    why: z.string().nullable(),
    mark: z.string(),
  })
  .openapi('ImportRow');
const preview = z
  .object({
    columns: columnsShape,
    mapping,
    rows: z.array(judgedRow),
    missing: z.object({ departments: z.array(z.string()), locations: z.array(z.string()) }),
    refusedFile: z.string().nullable(),
  })
  .openapi('ImportPreview');
const result = z
  .object({
    ...{ added: z.number().int(), changed: z.number().int(), invited: z.number().int(), same: z.number().int() },
    placesMade: z.number().int(),
    refused: z.array(z.object({ line: z.number().int(), name: z.string(), email: z.string(), why: z.string() })),
    refusedFile: z.string().nullable(),
  })
  .openapi('ImportResult');

const showRow = (verdict: Verdict): z.infer<typeof judgedRow> => ({
  ...{ line: verdict.line, name: verdict.name, email: verdict.email, verdict: verdict.verdict },
  changes: 'changes' in verdict ? [...verdict.changes] : [],
  why: verdict.verdict === 'error' ? verdict.why : null,
  mark: markOfVerdict(verdict),
});

function showPreview(judged: Judged): z.infer<typeof preview> {
  const { header, rows, mapping: taken, verdicts, missing } = judged;
  const refused = verdicts.filter((verdict) => verdict.verdict === 'error');
  return {
    columns: showColumns(header, rows),
    mapping: taken,
    rows: verdicts.map(showRow),
    missing: { departments: [...missing.department], locations: [...missing.location] },
    refusedFile: refusedFile(judged, refused),
  };
}

const showResult = ({ added, changed, invited, same, placesMade, refused, judged }: Imported) => ({
  ...{ added, changed, invited, same, placesMade, refused: [...refused] },
  refusedFile: refusedFile(judged, refused),
});

/** Importing people from a file: what it would do, and doing it. Nothing of a file is kept in between. */
export function importRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return [previewRoute(context), commitRoute(context)];
}

function previewRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/members/import/preview',
      summary: 'What importing a file of people would do, row by row',
      guard: member('members.manage'),
      limit: importLimit,
      bodyLimit,
      request: { body: jsonBody(wanted) },
      responses: { 200: jsonAnswer(preview, 'A verdict for each row; nothing was changed') },
    },
    async (c) => {
      const { actor, orgId, allowed } = c.var;
      const asked = askedFor(c.req.valid('json'), actor, allowed);
      const judged = await context.db.inOrg(orgId, async (tx) => {
        const found = await judgeFile(context, tx, asked);
        // The preview says who of the file is here, and as what.
        if (found.ok) {
          await context.audit.append(tx, {
            actor: { kind: 'person', id: actor.personId },
            action: 'people.import_previewed',
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

function commitRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/members/import',
      summary: 'Import the rows of a file that do what its preview showed',
      guard: member('members.manage'),
      limit: importLimit,
      bodyLimit,
      request: { body: jsonBody(commit) },
      responses: { 200: jsonAnswer(result, 'What was done, and which rows were not taken') },
    },
    async (c) => {
      const { actor, orgId, allowed } = c.var;
      const { marks, ...rest } = c.req.valid('json');
      const asked = askedFor(rest, actor, allowed);
      const imported = await context.db.inOrg(orgId, async (tx) => {
        const { timeZone } = await readOrganisation(tx, context.clock.now());
        return importFile(context, tx, actor, asked, marks, timeZone);
      });
      return imported.ok ? c.json(showResult(imported)) : refuse(c, imported);
    },
  );
}

function askedFor(
  { file, mapping: columns, invite, createPlaces }: z.infer<typeof wanted>,
  actor: Actor,
  allowed: (action: string, resource: Resource) => boolean,
): Asked {
  const known = new Map<string, boolean>();
  const mayGive: Asked['mayGive'] = (held, given) => {
    // Ten thousand rows ask the same few questions.
    const question = `${held.join(',')} ${given.join(',')}`;
    const answered = known.get(question);
    if (answered !== undefined) return answered;
    const resource = { type: 'Membership', id: 'imported', orgId: actor.orgId, roles: [...held], wanted: [...given] };
    const answer = allowed('members.change', resource);
    known.set(question, answer);
    return answer;
  };
  return { file, mapping: columns, choices: { invite, createPlaces }, byId: actor.personId, mayGive };
}
