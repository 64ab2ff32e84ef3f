import { orgOf, sql, type Tx } from '../db/index.ts';
import type { AuditActor, AuditDetail, StoredEntry } from './entry.ts';

interface Row {
  org_id: string;
  seq: number;
  at: Date;
  actor_kind: AuditActor['kind'];
  actor_id: string;
  action: string;
  target_kind: string;
  target_id: string;
  detail: unknown;
  previous: Uint8Array;
  hash: Uint8Array;
}

/** A head that was kept: what the chain's end was at a moment. */
export type StoredHead = {
  readonly id: string;
  readonly number: number;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly at: Date;
  readonly sealed: Uint8Array;
};

interface Tables {
  audit_entries: Row;
  audit_ends: { org_id: string; sealed: Uint8Array };
  audit_heads: StoredHead & { org_id: string };
}

/** Lets one transaction at a time append for an organisation; held until it ends. */
export async function lockChain(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('audit ' || ${orgOf(tx)}::text, 0))`.execute(tx.on<Tables>());
}

export async function lastEntry(tx: Tx): Promise<Pick<StoredEntry, 'seq' | 'hash'> | null> {
  const query = tx.on<Tables>().selectFrom('audit_entries').select(['seq', 'hash']).orderBy('seq', 'desc');
  return (await query.limit(1).executeTakeFirst()) ?? null;
}

/** A statement takes 65,535 values at most. */
const entriesAtOnce = 500;

export async function insertEntries(tx: Tx, entries: readonly Omit<StoredEntry, 'exact'>[]): Promise<void> {
  const rows = entries.map(({ seq, at, entry, previous, hash }) => ({
    org_id: orgOf(tx),
    seq,
    at,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id,
    action: entry.action,
    target_kind: entry.target.type,
    target_id: entry.target.id,
    detail: JSON.stringify(entry.detail ?? {}),
    previous,
    hash,
  }));
  for (let from = 0; from < rows.length; from += entriesAtOnce) {
    const some = rows.slice(from, from + entriesAtOnce);
    await tx.on<Tables>().insertInto('audit_entries').values(some).execute();
  }
}

/** Which entries are looked for; nothing set means all. */
export type EntryQuery = {
  readonly actorId?: string | undefined;
  /** Names of acts, any of them. */
  readonly actions?: readonly string[] | undefined;
  readonly targetType?: string | undefined;
  readonly targetId?: string | undefined;
  /** The first moment that counts, and the first that does not. */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
};

/** Where a page of entries begins: after a number going up, or before one going down. */
export type Paging = { readonly after: number; readonly upTo?: number } | { readonly before: number | null };

/**
 * Number and moment come as text: a forged row may hold a moment between two milliseconds, or beyond what a Date or a
 * number can tell, and must be found instead of breaking the search for it.
 */
const columns = [
  sql<number>`least(seq, 9007199254740991)`.as('seq'),
  sql<string>`(extract(epoch from at) * 1000)::text`.as('ms'),
  sql<string>`detail::text`.as('detail'),
] as const;

type Read = Omit<Row, 'org_id' | 'seq' | 'at' | 'detail'> & { seq: number; ms: string; detail: string };

function matching(tx: Tx, { actorId, actions, targetType, targetId, from, until }: EntryQuery) {
  let found = tx.on<Tables>().selectFrom('audit_entries');
  if (actorId !== undefined) found = found.where('actor_id', '=', actorId);
  if (actions !== undefined) found = found.where('action', 'in', [...actions]);
  if (targetType !== undefined) found = found.where('target_kind', '=', targetType);
  if (targetId !== undefined) found = found.where('target_id', '=', targetId);
  if (from !== undefined) found = found.where('at', '>=', from);
  if (until !== undefined) found = found.where('at', '<', until);
  return found;
}

export async function hasMoreThan(tx: Tx, query: EntryQuery, count: number): Promise<boolean> {
  if (query.actions?.length === 0) return false;
  const next = await matching(tx, query).select('seq').orderBy('seq').offset(count).limit(1).executeTakeFirst();
  return next !== undefined;
}

/** A page of entries, at most `limit`. */
export async function selectEntries(tx: Tx, query: EntryQuery, paging: Paging, limit: number): Promise<StoredEntry[]> {
  if (query.actions?.length === 0) return [];
  const plain = ['actor_kind', 'actor_id', 'action', 'target_kind', 'target_id', 'previous', 'hash'] as const;
  let found = matching(tx, query)
    .select([...plain, ...columns])
    .limit(limit);
  if ('after' in paging) {
    found = found.where('seq', '>', paging.after).orderBy('audit_entries.seq');
    if (paging.upTo !== undefined) found = found.where('seq', '<=', paging.upTo);
  } else {
    found = found.orderBy('audit_entries.seq', 'desc');
    if (paging.before !== null) found = found.where('seq', '<', paging.before);
  }
  return (await found.execute()).map(fromRow);
}

const latestDate = 8.64e15;

function fromRow(row: Read): StoredEntry {
  const ms = Number(row.ms);
  const detail = flatObject(row.detail);
  const isMoment = Number.isInteger(ms) && Math.abs(ms) <= latestDate && /^-?\d+(\.0*)?$/.test(row.ms);
  return {
    seq: row.seq,
    at: new Date(isMoment ? ms : 0),
    entry: {
      actor: { kind: row.actor_kind, id: row.actor_id },
      action: row.action,
      target: { type: row.target_kind, id: row.target_id },
      detail: detail ?? {},
    },
    previous: row.previous,
    hash: row.hash,
    exact: isMoment && detail !== null && jsonbText(detail) === row.detail,
  };
}

/** Null for what the writer never writes: lists, and what is no object at all. */
function flatObject(text: string): AuditDetail | null {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
  return Object.fromEntries(Object.entries(parsed));
}

/** A flat object as the database writes it: by length of the key first, then by its bytes. */
function jsonbText(detail: AuditDetail): string {
  const keys = Object.keys(detail).toSorted((left, right) => left.length - right.length || (left < right ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}: ${JSON.stringify(detail[key])}`).join(', ')}}`;
}

export async function readSealedEnd(tx: Tx): Promise<Uint8Array | null> {
  const row = await tx.on<Tables>().selectFrom('audit_ends').select('sealed').executeTakeFirst();
  return row?.sealed ?? null;
}

export async function writeSealedEnd(tx: Tx, sealed: Uint8Array): Promise<void> {
  const query = tx
    .on<Tables>()
    .insertInto('audit_ends')
    .values({ org_id: orgOf(tx), sealed });
  await query.onConflict((conflict) => conflict.column('org_id').doUpdateSet({ sealed })).execute();
}

export async function insertHead(tx: Tx, head: StoredHead): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('audit_heads')
    .values({ ...head, org_id: orgOf(tx) })
    .execute();
}

/** Every head that was kept, the oldest first, with the hash that stands in its place now. */
export async function listHeads(tx: Tx): Promise<(StoredHead & { readonly found: Uint8Array | null })[]> {
  return tx
    .on<Tables>()
    .selectFrom('audit_heads as head')
    .leftJoin('audit_entries as entry', (join) =>
      join.onRef('entry.org_id', '=', 'head.org_id').onRef('entry.seq', '=', 'head.seq'),
    )
    .select(['head.id', 'head.number', 'head.seq', 'head.hash', 'head.at', 'head.sealed', 'entry.hash as found'])
    .orderBy('head.number')
    .execute();
}

export async function lastHead(tx: Tx): Promise<StoredHead | null> {
  const query = tx.on<Tables>().selectFrom('audit_heads').select(['id', 'number', 'seq', 'hash', 'at', 'sealed']);
  return (await query.orderBy('number', 'desc').limit(1).executeTakeFirst()) ?? null;
}

export async function hashAt(tx: Tx, seq: number): Promise<Uint8Array | null> {
  const query = tx.on<Tables>().selectFrom('audit_entries').select('hash').where('seq', '=', seq);
  return (await query.executeTakeFirst())?.hash ?? null;
}

/**
 * What refuses changes and is not there: triggers that are gone or switched off, by their name; rights that the
 * application's role has and should not, as `audit_entries_no_update`. For the owner.
 */
export async function missingGuards(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select wanted.name from (values
      ('audit_entries', 'audit_entries_stay'), ('audit_entries', 'audit_entries_whole'),
      ('audit_heads', 'audit_heads_stay'), ('audit_heads', 'audit_heads_whole'),
      ('audit_ends', 'audit_ends_stay'), ('audit_ends', 'audit_ends_whole')
    ) as wanted (place, name)
    left join pg_trigger t on t.tgname = wanted.name and t.tgrelid = ('coact.' || wanted.place)::regclass
      and t.tgenabled in ('O', 'A')
    where t.oid is null
    union all
    select place || '_no_' || act from (values
      ('audit_entries', 'update'), ('audit_entries', 'delete'), ('audit_entries', 'truncate'),
      ('audit_heads', 'update'), ('audit_heads', 'delete'), ('audit_heads', 'truncate'),
      ('audit_ends', 'delete'), ('audit_ends', 'truncate')
    ) as refused (place, act)
    where has_table_privilege('coact_app', 'coact.' || place, act)
      or (act = 'update' and has_column_privilege('coact_app', 'coact.' || place, 'hash', act))
    order by 1`.execute(tx.on<Tables>());
  return rows.map((row) => row.name);
}
