import { z } from '@hono/zod-openapi';
import { type AuditActor, actedBy } from '../../../platform/audit/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../platform/http/index.ts';
import type { Asker } from '../../../platform/policy/index.ts';
import { recordAct } from '../acts.ts';
import { readName } from '../addresses/name.ts';
import { freeName, isChanceTaken, nameLink, unnameLink } from '../addresses/naming.ts';
import { safeTarget } from '../link.ts';
import type { LinkWebParts } from '../parts.ts';
import { scanMark } from '../request-line.ts';
import { findLink, type LinkRow, linksOf, setEnding } from '../store.ts';
import { addressOf } from '../url.ts';

/** Dates far outside a life's plans are slips of the pen, and the database can't hold all of them. */
const moment = z.iso
  .datetime({ offset: true, error: 'This is not a time.' })
  .refine((text) => Math.abs(new Date(text).getUTCFullYear() - 2100) <= 100, 'Choose a date within this century.');

const linkShape = z
  .object({
    id: z.uuid(),
    network: z.string(),
    variant: z.number(),
    /** The whole short address. */
    url: z.string(),
    /** What a QR code of it holds, so that scans are counted by themselves. */
    qrUrl: z.string(),
    /** The name in its address; null for a slug made by chance. */
    name: z.string().nullable(),
    target: z.string(),
    endsAt: z.string().nullable(),
    targetAfter: z.string().nullable(),
    clicks: z.object({ total: z.number(), unique: z.number(), robots: z.number(), scans: z.number() }),
  })
  .openapi('ShortLink');

const change = z.strictObject({
  name: z.string().max(200).nullable().optional(),
  endsAt: moment.nullable().optional(),
  targetAfter: z.string().max(4_096).nullable().optional(),
  /** The end is meant for all links of the same request. */
  allOfRequest: z.boolean().optional(),
});
type Change = z.infer<typeof change>;

const answer = jsonAnswer(z.object({ links: z.array(linkShape) }), 'The links of the request, as they are now');

/** Lists and changes the links of requests. */
export function linkRoutes(parts: LinkWebParts): readonly GuardedRoute[] {
  return [listRoute(parts), changeRoute(parts)];
}

function listRoute(parts: LinkWebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/links',
      summary: 'The short links of a request, with their clicks',
      guard: member('requests.read', { keys: true }),
      request: { query: z.object({ requestId: z.uuid() }) },
      responses: { 200: answer },
    },
    async (c) => {
      const { requestId } = c.req.valid('query');
      const links = await parts.db.inOrg(c.var.orgId, (tx) => showLinks(parts, tx, requestId));
      return c.json({ links }, 200);
    },
  );
}

function changeRoute(parts: LinkWebParts): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/links/{id}',
      summary: 'Give a short link another address, or an end',
      guard: member('publish', { keys: true }),
      request: { params: z.object({ id: z.uuid() }), body: jsonBody(change) },
      responses: { 200: answer },
    },
    async (c) => {
      const { orgId, actor } = c.var;
      const { id } = c.req.valid('param');
      const link = await parts.db.inOrg(orgId, (tx) => findLink(tx, id));
      if (link === null || !c.var.allowed('links.change', resourceOf(link, orgId))) return notFound(c);
      const wanted = c.req.valid('json');
      const read = readChange(wanted);
      if ('fields' in read) {
        return problem(c, 422, 'invalid', Object.values(read.fields)[0] ?? '', { fields: read.fields });
      }
      const changed = await changeLink(parts, orgId, actor, id, read);
      if (changed === 'gone') return notFound(c);
      if (changed !== 'taken') return c.json({ links: changed }, 200);
      const offer = await freeName(parts, orgId, read.name ?? '');
      const sentence = `“${read.name}” is taken.${offer === null ? '' : ` “${offer}” is free.`}`;
      return problem(c, 409, 'name_taken', sentence, { fields: { name: sentence } });
    },
  );
}

/** A change whose parts can be stored. */
interface ReadChange {
  /** Left out: stays. Null: the slug of chance. */
  readonly name?: string | null;
  readonly endsAt?: Date | null;
  readonly targetAfter?: string | null;
  readonly allOfRequest: boolean;
}

function readChange({
  name,
  endsAt,
  targetAfter,
  allOfRequest = false,
}: Change): ReadChange | { fields: Record<string, string> } {
  const fields: Record<string, string> = {};
  const named = typeof name === 'string' ? readName(name) : null;
  if (named?.ok === false) fields.name = named.sentence;
  const after = typeof targetAfter === 'string' ? safeTarget(targetAfter) : null;
  if (typeof targetAfter === 'string' && after === null) {
    fields.targetAfter = 'This is not a complete web address. It should look like https://example.com/page.';
  }
  if (Object.keys(fields).length > 0) return { fields };
  return {
    allOfRequest,
    ...(name === undefined ? {} : { name: named?.ok ? named.name : null }),
    ...(endsAt === undefined ? {} : { endsAt: endsAt === null ? null : new Date(endsAt) }),
    ...(targetAfter === undefined ? {} : { targetAfter: after }),
  };
}

/** Rolls back what a name that is taken has begun. */
class NameTaken extends Error {
  override readonly name = 'NameTaken';
}

async function changeLink(parts: LinkWebParts, orgId: OrgId, actor: Asker, id: string, wanted: ReadChange) {
  if (wanted.name && (await isChanceTaken(parts, wanted.name))) return 'taken';
  const by = actedBy(actor);
  const work = async (tx: Tx) => {
    const link = await findLink(tx, id);
    if (link === null) return 'gone';
    if (wanted.name === null) await unnameLink(parts, tx, by, link);
    if (wanted.name && wanted.name !== link.name && !(await nameLink(parts, tx, by, link, wanted.name))) {
      throw new NameTaken();
    }
    if (wanted.endsAt !== undefined || wanted.targetAfter !== undefined) await endLinks(parts, tx, by, link, wanted);
    return showLinks(parts, tx, link.request_id);
  };
  try {
    return await parts.db.inOrg(orgId, work);
  } catch (error) {
    if (error instanceof NameTaken) return 'taken';
    throw error;
  }
}

async function endLinks(
  parts: LinkWebParts,
  tx: Tx,
  by: AuditActor,
  link: LinkRow,
  { endsAt = link.ends_at, targetAfter = link.target_after, allOfRequest }: ReadChange,
): Promise<void> {
  const links = allOfRequest ? await linksOf(tx, link.request_id) : [link];
  const ids = links.map((one) => one.id);
  await setEnding(tx, ids, { endsAt, targetAfter, now: parts.clock.now() });
  const detail = { ends: endsAt !== null, elsewhere: targetAfter !== null };
  for (const one of ids) await recordAct(parts, tx, by, 'links.end_set', one, detail);
}

async function showLinks(parts: LinkWebParts, tx: Tx, requestId: string) {
  const rows = await linksOf(tx, requestId);
  return rows.map((row) => {
    const { total, unique, robots, scans } = row;
    const url = addressOf(parts.linksUrl, row.host, row.name ?? row.slug);
    return {
      ...{ id: row.id, network: row.network, variant: row.variant, url, qrUrl: `${url}${scanMark}`, name: row.name },
      ...{ target: row.target, endsAt: row.ends_at?.toISOString() ?? null, targetAfter: row.target_after },
      clicks: { total, unique, robots, scans },
    };
  });
}

const resourceOf = (link: Pick<LinkRow, 'id'>, orgId: OrgId) => ({ type: 'ShortLink', id: link.id, orgId }) as const;
