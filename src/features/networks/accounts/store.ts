import { type OrgId, orgId, orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { NetworkName } from '../network.ts';

interface Tables {
  social_accounts: {
    org_id: string;
    id: string;
    person_id: string;
    network: NetworkName;
    state: 'active' | 'reconnect';
    connected_on: string;
    granted_scope: string;
    profile: Uint8Array;
    session: Uint8Array | null;
    refresh_due: Date | null;
    ends_on: string | null;
  };
  refresh_leases: { org_id: string; account_id: string; holder: string; until: Date };
  revocations: { org_id: string; id: string; network: NetworkName; session: Uint8Array; queued_on: string };
}

export type AccountRow = Omit<Tables['social_accounts'], 'org_id' | 'refresh_due'>;
export type RevocationRow = Omit<Tables['revocations'], 'org_id'>;

/** Points at a row of any organisation, as the look-ups across organisations give it. */
export interface Ref {
  readonly orgId: OrgId;
  readonly id: string;
}

const columns = [
  ...(['id', 'person_id', 'network', 'state', 'connected_on'] as const),
  ...(['granted_scope', 'profile', 'session', 'ends_on'] as const),
] as const;

/** A person's accounts, by network. */
export function findAccounts(tx: Tx, personId: string): Promise<AccountRow[]> {
  const accounts = tx.on<Tables>().selectFrom('social_accounts').select(columns);
  return accounts.where('person_id', '=', personId).orderBy('network').execute();
}

export function findAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return tx.on<Tables>().selectFrom('social_accounts').select(columns).where('id', '=', id).executeTakeFirst();
}

export function findActiveAccounts(tx: Tx): Promise<AccountRow[]> {
  return tx.on<Tables>().selectFrom('social_accounts').select(columns).where('state', '=', 'active').execute();
}

export interface EndingRow {
  readonly id: string;
  readonly person_id: string;
  readonly network: NetworkName;
  /** YYYY-MM-DD */
  readonly ends_on: string;
}

/** Accounts whose connection ends by itself up to a day, or has ended and was not renewed. @param until YYYY-MM-DD, included */
export async function findEnding(tx: Tx, until: string): Promise<EndingRow[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('social_accounts')
    .select(['id', 'person_id', 'network', 'ends_on'])
    .where('ends_on', '<=', until)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ ends_on, ...row }) => (ends_on === null ? [] : [{ ...row, ends_on }]));
}

/** Adds an account unless the person has one on that network; tells whether it did. */
export async function insertAccount(tx: Tx, row: AccountRow & { refresh_due: Date | null }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .on<Tables>()
    .insertInto('social_accounts')
    .values({ org_id: orgOf(tx), ...row })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateAccount(
  tx: Tx,
  id: string,
  change: Partial<Omit<Tables['social_accounts'], 'org_id' | 'id' | 'person_id' | 'network'>>,
): Promise<void> {
  await tx.on<Tables>().updateTable('social_accounts').set(change).where('id', '=', id).execute();
}

export async function deleteAccount(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('social_accounts').where('id', '=', id).execute();
  await tx.on<Tables>().deleteFrom('refresh_leases').where('account_id', '=', id).execute();
}

/** How many accounts can post. */
export async function countActive(tx: Tx, network?: NetworkName): Promise<number> {
  const active = tx
    .on<Tables>()
    .selectFrom('social_accounts')
    .select((column) => column.fn.countAll<number>().as('count'))
    .where('state', '=', 'active');
  const { count } = await (network ? active.where('network', '=', network) : active).executeTakeFirstOrThrow();
  return count;
}

/** How the connections to a network are; `ending` are among the active. */
export interface ConnectionCount {
  readonly active: number;
  readonly ending: number;
  readonly lost: number;
}

/** Connections by network. @param soon YYYY-MM-DD up to which an end counts as near */
export async function countConnections(tx: Tx, soon: string): Promise<ReadonlyMap<NetworkName, ConnectionCount>> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('social_accounts')
    .select([
      'network',
      sql<number>`count(*) filter (where state = 'active')::int`.as('active'),
      sql<number>`count(*) filter (where state = 'active' and ends_on <= ${soon})::int`.as('ending'),
      sql<number>`count(*) filter (where state = 'reconnect')::int`.as('lost'),
    ])
    .groupBy('network')
    .execute();
  return new Map(rows.map(({ network, ...count }) => [network, count]));
}

/** Accounts of all organisations whose session is to be refreshed, in no order that means anything. */
export async function listDue(tx: Tx, now: Date, most: number): Promise<Ref[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('social_accounts')
    .select(['org_id', 'id'])
    .where('refresh_due', '<=', now)
    .orderBy(sql`random()`)
    .limit(most)
    .execute();
  return rows.map((row) => ({ orgId: orgId(row.org_id), id: row.id }));
}

export async function listOrganisations(tx: Tx): Promise<OrgId[]> {
  const rows = await tx.on<Tables>().selectFrom('social_accounts').select('org_id').distinct().execute();
  return rows.map((row) => orgId(row.org_id));
}

/** Takes the right to refresh an account's session, if nobody has it or its time is over. */
export async function takeLease(tx: Tx, accountId: string, holder: string, now: Date, until: Date): Promise<boolean> {
  const taken = await tx
    .on<Tables>()
    .insertInto('refresh_leases')
    .values({ org_id: orgOf(tx), account_id: accountId, holder, until })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'account_id']).doUpdateSet({ holder, until }).where('refresh_leases.until', '<', now),
    )
    .returning('holder')
    .executeTakeFirst();
  return taken !== undefined;
}

export async function dropLease(tx: Tx, accountId: string, holder: string): Promise<void> {
  const leases = tx.on<Tables>().deleteFrom('refresh_leases').where('account_id', '=', accountId);
  await leases.where('holder', '=', holder).execute();
}

export async function insertRevocation(tx: Tx, row: RevocationRow): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('revocations')
    .values({ org_id: orgOf(tx), ...row })
    .execute();
}

export async function listRevocations(tx: Tx, most: number): Promise<Ref[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('revocations')
    .select(['org_id', 'id'])
    .orderBy(sql`random()`)
    .limit(most)
    .execute();
  return rows.map((row) => ({ orgId: orgId(row.org_id), id: row.id }));
}

export function findRevocation(tx: Tx, id: string): Promise<RevocationRow | undefined> {
  return tx.on<Tables>().selectFrom('revocations').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function deleteRevocation(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('revocations').where('id', '=', id).execute();
}
