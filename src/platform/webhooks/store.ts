import { orgOf, sql, type Tx } from '../db/index.ts';
import type { Endpoint, StoppedWhy } from './endpoint.ts';

interface EndpointRow {
  org_id: string;
  id: string;
  name: string;
  url: string;
  events: string[];
  state: Endpoint['state'];
  why: StoppedWhy | null;
  secret_sealed: Uint8Array;
  former_sealed: Uint8Array | null;
  former_until: Date | null;
  failing_since: Date | null;
  created_at: Date;
}

interface Tables {
  webhook_endpoints: EndpointRow;
}

/** What deliveries to an end-point are signed with, sealed. */
export interface SealedSecrets {
  readonly secret: Uint8Array;
  readonly former: Uint8Array | null;
}

const toEndpoint = (row: EndpointRow): Endpoint & { readonly sealed: SealedSecrets } => ({
  ...{ id: row.id, name: row.name, url: row.url, events: row.events, state: row.state, why: row.why },
  ...{ formerUntil: row.former_until, failingSince: row.failing_since, createdAt: row.created_at },
  sealed: { secret: row.secret_sealed, former: row.former_sealed },
});

export async function insertEndpoint(
  tx: Tx,
  { id, name, url, events, createdAt }: Pick<Endpoint, 'id' | 'name' | 'url' | 'events' | 'createdAt'>,
  secret: Uint8Array,
): Promise<void> {
  const row = { id, name, url, events: [...events], secret_sealed: secret, created_at: createdAt };
  const fresh = { state: 'enabled', why: null, former_sealed: null, former_until: null, failing_since: null } as const;
  await tx
    .on<Tables>()
    .insertInto('webhook_endpoints')
    .values({ ...row, ...fresh, org_id: orgOf(tx) })
    .execute();
}

/** All end-points, the oldest first. */
export async function listEndpoints(tx: Tx): Promise<Endpoint[]> {
  const rows = await tx.on<Tables>().selectFrom('webhook_endpoints').selectAll().orderBy('id').execute();
  return rows.map(toEndpoint);
}

/** Ids of those that want to be told of an event now. */
export async function endpointsFor(tx: Tx, type: string): Promise<string[]> {
  const query = tx.on<Tables>().selectFrom('webhook_endpoints').select('id').where('state', '=', 'enabled');
  const rows = await query.where(sql<boolean>`${type} = any(events)`).execute();
  return rows.map(({ id }) => id);
}

/** One end-point with its secrets as they are kept. `lock` keeps others from changing it until the transaction ends. */
export async function findEndpoint(
  tx: Tx,
  id: string,
  lock = false,
): Promise<(Endpoint & { readonly sealed: SealedSecrets }) | null> {
  const query = tx.on<Tables>().selectFrom('webhook_endpoints').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? toEndpoint(row) : null;
}

export type EndpointChange = Partial<
  Pick<
    EndpointRow,
    'name' | 'url' | 'events' | 'state' | 'why' | 'failing_since' | 'secret_sealed' | 'former_sealed' | 'former_until'
  >
>;

export async function updateEndpoint(tx: Tx, id: string, change: EndpointChange): Promise<void> {
  await tx.on<Tables>().updateTable('webhook_endpoints').set(change).where('id', '=', id).execute();
}

export async function deleteEndpoint(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('webhook_endpoints').where('id', '=', id).execute();
}
