import { z } from '@hono/zod-openapi';
import { csvLines, type EntryQuery, jsonLines, type NotedHead } from '../../platform/audit/index.ts';
import { csvMark } from '../../platform/csv/index.ts';
import type { OrgId } from '../../platform/db/index.ts';
import { emptyAnswer, type GuardedRoute, guarded, member, problem } from '../../platform/http/index.ts';
import type { Actor } from '../../platform/policy/index.ts';
import { type Filters, filterShape, namesOfFilters, queryOf } from './filters.ts';
import type { TrustParts } from './parts.ts';
import { namesIn, organisationTarget, wordsOf } from './words.ts';

/** More is for the operator's command, which has no connection to keep open. */
const mostEntries = 200_000;

type Format = 'csv' | 'jsonl';

const types: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

/**
 * The log as a file: JSON Lines to verify with, CSV to read. Written as it is read, page by page; what is recorded while
 * it runs is not in it.
 */
export function exportRoute(parts: TrustParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/audit/export',
      summary: 'Take the audit log along',
      guard: member('audit.read', { stepUp: true }),
      limit: { name: 'audit-export', points: 20, seconds: 600 },
      request: { query: filterShape.extend({ format: z.enum(['csv', 'jsonl']).default('jsonl') }) },
      responses: { 200: emptyAnswer('The file') },
    },
    async (c) => {
      const { format, ...filters } = c.req.valid('query');
      const { orgId, actor } = c.var;
      const begun = await begin(parts, orgId, actor, filters, format);
      if (begun === null) {
        const sentence = `These are more than ${mostEntries.toLocaleString('en')} entries. Choose fewer days, or ask the operator for “coact audit export”.`;
        return problem(c, 422, 'too_many', sentence);
      }
      const day = parts.clock.now().toISOString().slice(0, 10);
      return c.body(stream(format === 'csv' ? csv(parts, begun) : jsonl(parts, begun)), 200, {
        'content-type': types[format],
        'content-disposition': `attachment; filename="coact-audit-${day}.${format}"`,
        'cache-control': 'no-store',
      });
    },
  );
}

/** An export that was allowed and recorded; it goes up to the entry that records it. */
type Begun = {
  readonly orgId: OrgId;
  readonly query: EntryQuery;
  readonly filters: string;
  readonly last: NotedHead;
};

async function begin(
  { db, audit, people }: TrustParts,
  orgId: OrgId,
  actor: Actor,
  filters: Filters,
  format: Format,
): Promise<Begun | null> {
  return db.inOrg(orgId, async (tx) => {
    const { timeZone } = await people.organisation(tx);
    const query = queryOf(filters, audit.acts, timeZone);
    if (await audit.hasMoreThan(tx, query, mostEntries)) return null;
    const before = (await audit.head(tx))?.seq ?? 0;
    const names = namesOfFilters(filters);
    await audit.append(tx, {
      actor: { kind: 'person', id: actor.personId },
      action: 'audit.log_exported',
      target: organisationTarget(orgId),
      detail: { format, filters: names, entries: before },
    });
    const last = await audit.head(tx);
    if (last === null) throw new Error('the end that was just sealed does not open');
    return { orgId, query, filters: names, last };
  });
}

async function* jsonl({ audit, clock }: TrustParts, { orgId, query, filters, last }: Begun) {
  let entries = 0;
  yield jsonLines.head({ organisation: orgId, exportedAt: clock.now(), filters, mark: last.seq });
  for await (const page of audit.pages(orgId, query, last.seq)) {
    entries += page.length;
    yield page.map(jsonLines.entry).join('');
  }
  yield jsonLines.end(entries, last);
}

async function* csv(parts: TrustParts, { orgId, query, last }: Begun) {
  yield csvMark + csvLines.head();
  for await (const page of parts.audit.pages(orgId, query, last.seq)) {
    const names = await parts.db.inOrg(orgId, (tx) => namesIn(parts, tx, page));
    yield page.map((entry) => csvLines.entry(entry, wordsOf(entry, names, parts.audit.acts))).join('');
  }
}

/** Reads on only when the receiver has taken what came before, and stops when they hang up. */
function stream(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await texts.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await texts.return(undefined);
    },
  });
}
