import { sql } from 'kysely';
import type { Database } from './unit-of-work.ts';

export interface ServerInspection {
  /** 150004 for 15.4. */
  readonly version: number;
  /** Protocol of this connection (`TLSv1.3`), or null when it is in the clear. */
  readonly tls: string | null;
  readonly login: { readonly name: string; readonly superuser: boolean; readonly bypassesRls: boolean };
  /** How far the server's clock is ahead of ours, milliseconds; half of the round trip is taken off. */
  readonly clockAheadMs: number;
}

/** What a PostgreSQL server says about itself and about the login that we use. */
export async function inspectServer(db: Database, now: () => number): Promise<ServerInspection> {
  // Once before, so that the time of opening a connection does not count into the clock's.
  await sql`select 1`.execute(db.kysely);
  const asked = now();
  const found = await sql<{
    version: number;
    tls: string | null;
    name: string;
    superuser: boolean;
    bypasses: boolean;
    at: number;
  }>`
    select current_setting('server_version_num')::int as version,
      (select version from pg_stat_ssl where pid = pg_backend_pid() and ssl) as tls,
      rolname as name, rolsuper as superuser, rolbypassrls as bypasses,
      (extract(epoch from clock_timestamp()) * 1000)::float8 as at
    from pg_roles where rolname = current_user`.execute(db.kysely);
  const answered = now();
  const row = found.rows[0];
  if (row === undefined) throw new Error('the server does not know our login');
  return {
    version: row.version,
    tls: row.tls,
    login: { name: row.name, superuser: row.superuser, bypassesRls: row.bypasses },
    clockAheadMs: Math.round(row.at - (asked + answered) / 2),
  };
}
