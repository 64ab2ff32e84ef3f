import { type Database, type OrgId, orgId, orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { Domain, Finding } from './domain.ts';

interface Tables {
  link_domains: {
    org_id: string;
    id: string;
    host: string;
    token: string;
    state: Domain['state'];
    finding: Finding;
    found: string[];
    added_at: Date;
    checked_at: Date | null;
    missing_since: Date | null;
    is_default: boolean;
  };
  served_hosts: { org_id: string; host: string };
  short_links: { org_id: string; domain_id: string | null };
}

/** Every process is told when a host begins or ceases to answer. */
export const hostTopic = 'links.hosts';

/** Whose the hosts are that answer. */
export async function servedHosts(db: Database): Promise<ReadonlyMap<string, OrgId>> {
  const rows = await db.directory((tx) =>
    tx.on<Tables>().selectFrom('served_hosts').select(['host', 'org_id']).execute(),
  );
  return new Map(rows.map((row) => [row.host, orgId(row.org_id)]));
}

/** Makes a host this organisation's. Out: false when it is another's. */
export async function takeHost(tx: Tx, host: string): Promise<boolean> {
  await tx
    .on<Tables>()
    .insertInto('served_hosts')
    .values({ org_id: orgOf(tx), host })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const own = await tx.on<Tables>().selectFrom('served_hosts').select('host').where('host', '=', host).execute();
  if (own.length > 0) await tx.notify(hostTopic, { host });
  return own.length > 0;
}

/** Has every process read the hosts again, where rows go by another way than here. */
export function announceHosts(tx: Tx): Promise<void> {
  return tx.notify(hostTopic, {});
}

export async function giveHostUp(tx: Tx, host: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('served_hosts').where('host', '=', host).execute();
  await tx.notify(hostTopic, { host });
}

/** The organisation's domains by name, each with how many links were made for it. */
export async function listDomains(tx: Tx): Promise<readonly (Domain & { readonly links: number })[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('link_domains as d')
    .selectAll('d')
    .select((select) =>
      select
        .selectFrom('short_links as l')
        .whereRef('l.org_id', '=', 'd.org_id')
        .whereRef('l.domain_id', '=', 'd.id')
        .select(sql<number>`count(*)`.as('count'))
        .as('links'),
    )
    .orderBy('d.host')
    .execute();
  return rows.map(({ links, ...row }) => ({ ...toDomain(row), links: links ?? 0 }));
}

/** The host that new links are made for; null for the one that organisations share. */
export async function defaultHost(tx: Tx): Promise<string | null> {
  const chosen = tx.on<Tables>().selectFrom('link_domains').select('host').where('is_default', '=', true);
  return (await chosen.executeTakeFirst())?.host ?? null;
}

/** One domain, or null. `lock` keeps others from changing it until the transaction ends. */
export async function findDomain(tx: Tx, id: string, lock = false): Promise<Domain | null> {
  const query = tx.on<Tables>().selectFrom('link_domains').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : toDomain(row);
}

/** Writes a new domain down. Out: false when the organisation has that host already. */
export async function insertDomain(tx: Tx, { addedAt, ...domain }: Domain): Promise<boolean> {
  const inserted = await tx
    .on<Tables>()
    .insertInto('link_domains')
    .values({
      ...{ org_id: orgOf(tx), id: domain.id, host: domain.host, token: domain.token, added_at: addedAt },
      ...columnsOf(domain),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Writes down what a look at the DNS has come to. */
export async function updateDomain(tx: Tx, domain: Domain): Promise<void> {
  await tx.on<Tables>().updateTable('link_domains').set(columnsOf(domain)).where('id', '=', domain.id).execute();
}

/** Makes one domain the one for new links; null for none. */
export async function setDefault(tx: Tx, id: string | null): Promise<void> {
  await tx.on<Tables>().updateTable('link_domains').set({ is_default: false }).where('is_default', '=', true).execute();
  if (id === null) return;
  await tx.on<Tables>().updateTable('link_domains').set({ is_default: true }).where('id', '=', id).execute();
}

/** Removes a domain. Its links go back to the host that organisations share. */
export async function deleteDomain(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().updateTable('short_links').set({ domain_id: null }).where('domain_id', '=', id).execute();
  await tx.on<Tables>().deleteFrom('link_domains').where('id', '=', id).execute();
}

function columnsOf(domain: Omit<Domain, 'id' | 'host' | 'token' | 'addedAt'>) {
  return {
    state: domain.state,
    finding: domain.finding,
    found: [...domain.found],
    checked_at: domain.checkedAt,
    missing_since: domain.missingSince,
    is_default: domain.isDefault,
  };
}

function toDomain(row: Tables['link_domains']): Domain {
  const { id, host, token, state, finding, found } = row;
  return {
    ...{ id, host, token, state, finding, found },
    ...{ addedAt: row.added_at, checkedAt: row.checked_at },
    ...{ missingSince: row.missing_since, isDefault: row.is_default },
  };
}
