import { z } from '@hono/zod-openapi';
import type { StoredEntry } from '../../platform/audit/index.ts';
import { breakSentences, hex } from '../../platform/audit/index.ts';
import type { OrgId, Tx } from '../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member } from '../../platform/http/index.ts';
import { exportRoute } from './export-route.ts';
import { filterShape, namesOfFilters, queryOf } from './filters.ts';
import type { TrustParts } from './parts.ts';
import { namesIn, organisationTarget } from './words.ts';

const pageSize = 50;

const named = z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() });
const headShape = z.object({ seq: z.number().int(), hash: z.string() });
const entryShape = z.object({
  seq: z.number().int(),
  at: z.string(),
  actor: named,
  action: z.string(),
  /** `{actor}` and `{target}` stand for those two. */
  sentence: z.string(),
  reads: z.boolean(),
  target: named,
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  previous: z.string(),
  hash: z.string(),
});
const pageShape = z.object({
  entries: z.array(entryShape),
  /** What to ask for next as `before`; null at the beginning of the log. */
  next: z.number().int().nullable(),
  /** The log's sealed end, to be noted down. */
  head: headShape.nullable(),
});

/** The audit log, for those who may look into it. */
export function trustRoutes(parts: TrustParts): readonly GuardedRoute[] {
  return [listRoute(parts), actsRoute(parts), verifyRoute(parts), exportRoute(parts)];
}

function listRoute(parts: TrustParts): GuardedRoute {
  const query = filterShape.extend({ before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional() });
  return guarded(
    {
      method: 'get',
      path: '/api/audit',
      summary: 'Who did what when, newest first',
      guard: member('audit.read'),
      request: { query },
      responses: { 200: jsonAnswer(pageShape, 'A page of entries') },
    },
    async (c) => {
      const { before, ...filters } = c.req.valid('query');
      const { orgId, actor } = c.var;
      const page = await parts.db.inOrg(orgId, async (tx) => {
        const { timeZone } = await parts.people.organisation(tx);
        const asked = queryOf(filters, parts.audit.acts, timeZone);
        const entries = await parts.audit.find(tx, asked, before ?? null, pageSize + 1);
        const head = await parts.audit.head(tx);
        const shown = entries.slice(0, pageSize);
        const next = entries.length > pageSize ? (shown.at(-1)?.seq ?? null) : null;
        const answer = { entries: await show(parts, tx, shown), next, head };
        // Last, so that a look does not see itself.
        await parts.audit.append(tx, {
          ...{ actor: { kind: 'person', id: actor.personId }, action: 'audit.log_read' },
          ...{ target: organisationTarget(orgId), detail: { filters: namesOfFilters(filters), entries: shown.length } },
        });
        return answer;
      });
      return c.json(page, 200);
    },
  );
}

async function show(parts: TrustParts, tx: Tx, entries: readonly StoredEntry[]) {
  const names = await namesIn(parts, tx, entries);
  return entries.map(({ seq, at, entry, previous, hash }) => {
    const { actor, action, target, detail = {} } = entry;
    const kind = parts.audit.acts[action];
    return {
      ...{ seq, at: at.toISOString(), action, detail: { ...detail }, previous: hex(previous), hash: hex(hash) },
      actor: { kind: actor.kind, id: actor.id, name: names.get(actor.id) ?? null },
      target: { kind: target.type, id: target.id, name: names.get(target.id) ?? null },
      // An act of a version to come, or of one long gone, is told by its name.
      sentence: kind?.sentence ?? `{actor}: ${action}`,
      reads: kind?.reads === true,
    };
  });
}

function actsRoute({ audit }: TrustParts): GuardedRoute {
  const shape = z.object({
    acts: z.array(
      z.object({
        action: z.string(),
        group: z.string(),
        sentence: z.string(),
        reads: z.boolean(),
        target: z.string(),
        fields: z.record(z.string(), z.string()),
      }),
    ),
  });
  return guarded(
    {
      method: 'get',
      path: '/api/audit/acts',
      summary: 'Everything that the audit log can hold, with all fields',
      guard: member('audit.read'),
      responses: { 200: jsonAnswer(shape, 'The closed list') },
    },
    (c) => {
      const acts = Object.entries(audit.acts).map(([action, { sentence, target, reads = false, fields = {} }]) => ({
        ...{ action, group: action.split('.')[0] ?? action, sentence, reads, target, fields: { ...fields } },
      }));
      return c.json({ acts }, 200);
    },
  );
}

const verificationShape = z.object({
  ok: z.boolean(),
  /** How many entries were good. */
  entries: z.number().int(),
  head: headShape.nullable(),
  /** How many heads of earlier days were compared. */
  heads: z.number().int(),
  brokenAt: z.number().int().nullable(),
  problem: z.string().nullable(),
  /** Guards of the database against changes that are not there. */
  guardsMissing: z.array(z.string()),
  verifiedAt: z.string(),
});

function verifyRoute(parts: TrustParts): GuardedRoute {
  const noted = z.object({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-fA-F]{64}$/, 'A hash has 64 digits.') });
  return guarded(
    {
      method: 'post',
      path: '/api/audit/verify',
      summary: 'Follow the chain from its beginning to its sealed end',
      guard: member('audit.read'),
      limit: { name: 'audit-verify', points: 20, seconds: 60 },
      request: { body: jsonBody(z.object({ head: noted.optional() })) },
      responses: { 200: jsonAnswer(verificationShape, 'Whether it holds') },
    },
    async (c) => {
      const { head } = c.req.valid('json');
      return c.json(await verify(parts, c.var.orgId, c.var.actor.personId, head ? [head] : []), 200);
    },
  );
}

async function verify(
  { audit, db, clock }: TrustParts,
  orgId: OrgId,
  personId: string,
  noted: readonly { readonly seq: number; readonly hash: string }[],
): Promise<z.infer<typeof verificationShape>> {
  const verifiedAt = clock.now().toISOString();
  const found = await audit.verify(orgId, { noted, founded: true });
  const guardsMissing = [...(await audit.missingGuards())];
  const { ok, entries } = found;
  await db.inOrg(orgId, (tx) =>
    audit.append(tx, {
      actor: { kind: 'person', id: personId },
      action: 'audit.log_verified',
      target: organisationTarget(orgId),
      detail: found.ok ? { ok, entries } : { ok, entries, brokenAt: found.brokenAt },
    }),
  );
  if (!found.ok) {
    const { brokenAt, reason } = found;
    return { ok, entries, head: null, heads: 0, brokenAt, problem: breakSentences[reason], guardsMissing, verifiedAt };
  }
  const head = { seq: entries, hash: found.head };
  return { ok, entries, head, heads: found.heads, brokenAt: null, problem: null, guardsMissing, verifiedAt };
}
