import { type OrgId, orgId, orgOf, sql, type Tx } from '../../../platform/db/index.ts';

interface FeedRow {
  org_id: string;
  id: string;
  token_hash: Uint8Array;
  made_by: string;
  role_id: string | null;
  made_at: Date;
  read_at: Date | null;
}

interface Tables {
  calendar_feeds: FeedRow;
  work_roles: { org_id: string; id: string; name: string; location_id: string; department_id: string | null };
}

export interface Feed {
  readonly id: string;
  readonly madeBy: string;
  /** Null: the shifts of whoever made it. */
  readonly role: FeedRole | null;
  readonly madeAt: Date;
  readonly readAt: Date | null;
}

export interface FeedRole {
  readonly id: string;
  readonly name: string;
  readonly locationId: string;
  readonly departmentId: string | null;
}

/** Which organisation's feed an address is, or null. For look-ups before the organisation is known. */
export async function findFeedByToken(tx: Tx, tokenHash: Uint8Array): Promise<{ orgId: OrgId; id: string } | null> {
  const row = await tx
    .on<Tables>()
    .selectFrom('calendar_feeds')
    .select(['org_id', 'id'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row === undefined ? null : { orgId: orgId(row.org_id), id: row.id };
}

/** A person's feeds, their own first, then by role. */
export async function feedsOf(tx: Tx, madeBy: string): Promise<readonly Feed[]> {
  const rows = await feedRows(tx).where('feed.made_by', '=', madeBy).execute();
  return rows.map(fromRow);
}

export async function findFeed(tx: Tx, id: string): Promise<Feed | null> {
  const row = await feedRows(tx).where('feed.id', '=', id).executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

function feedRows(tx: Tx) {
  return tx
    .on<Tables>()
    .selectFrom('calendar_feeds as feed')
    .leftJoin('work_roles as role', (join) =>
      join.onRef('role.org_id', '=', 'feed.org_id').onRef('role.id', '=', 'feed.role_id'),
    )
    .select([
      'feed.id',
      'feed.made_by',
      'feed.role_id',
      'feed.made_at',
      'feed.read_at',
      'role.name',
      'role.location_id',
      'role.department_id',
    ])
    .orderBy('role.name')
    .orderBy('feed.id');
}

type Read = Pick<FeedRow, 'id' | 'made_by' | 'role_id' | 'made_at' | 'read_at'> & {
  readonly name: string | null;
  readonly location_id: string | null;
  readonly department_id: string | null;
};

function fromRow(row: Read): Feed {
  const { role_id: roleId, name, location_id: locationId, department_id: departmentId } = row;
  const role =
    roleId === null || name === null || locationId === null ? null : { id: roleId, name, locationId, departmentId };
  return { id: row.id, madeBy: row.made_by, role, madeAt: row.made_at, readAt: row.read_at };
}

/** A new address in place of the one that the person may have had for the same: that one leads nowhere from now on. */
export async function replaceFeed(
  tx: Tx,
  feed: {
    readonly id: string;
    readonly madeBy: string;
    readonly roleId: string | null;
    readonly tokenHash: Uint8Array;
  },
  at: Date,
): Promise<void> {
  const { id, madeBy, roleId, tokenHash } = feed;
  await tx
    .on<Tables>()
    .deleteFrom('calendar_feeds')
    .where('made_by', '=', madeBy)
    .where('role_id', 'is not distinct from', roleId)
    .execute();
  await tx
    .on<Tables>()
    .insertInto('calendar_feeds')
    .values({
      org_id: orgOf(tx),
      id,
      token_hash: tokenHash,
      made_by: madeBy,
      role_id: roleId,
      made_at: at,
      read_at: null,
    })
    .execute();
}

export async function deleteFeed(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('calendar_feeds').where('id', '=', id).execute();
}

export async function noteRead(tx: Tx, id: string, at: Date): Promise<void> {
  const hour = new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
  await sql`update calendar_feeds set read_at = ${hour}
    where id = ${id} and (read_at is null or read_at < ${hour})`.execute(tx.on());
}

export async function findFeedRole(tx: Tx, id: string): Promise<FeedRole | null> {
  const row = await tx
    .on<Tables>()
    .selectFrom('work_roles')
    .select(['id', 'name', 'location_id', 'department_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { id: row.id, name: row.name, locationId: row.location_id, departmentId: row.department_id };
}

/** A shift that somebody was told of, with what a calendar shows. */
export interface FeedShift {
  readonly id: string;
  readonly personId: string;
  readonly role: string;
  readonly locationId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly breakMinutes: number;
  /** Which telling this is, and when it was. */
  readonly version: number;
  readonly toldAt: Date;
}

/** What holds, by beginning: of a person, or of a role. */
export async function toldShifts(
  tx: Tx,
  of: { readonly personId: string } | { readonly roleId: string },
  from: Date,
): Promise<readonly FeedShift[]> {
  const whose = 'personId' in of ? sql`told.person_id = ${of.personId}` : sql`told.role_id = ${of.roleId}`;
  const { rows } = await sql<{
    shift_id: string;
    person_id: string;
    role: string;
    location_id: string;
    starts_at: Date;
    ends_at: Date;
    break_minutes: number;
    number: number;
    published_at: Date;
  }>`select told.shift_id, told.person_id, role.name as role, role.location_id, told.starts_at, told.ends_at,
      told.break_minutes, publication.number, publication.published_at
    from published_shifts told
    join publications publication on publication.org_id = told.org_id and publication.id = told.publication_id
    join work_roles role on role.org_id = told.org_id and role.id = told.role_id
    where told.ended_by is null and told.ends_at > ${from} and ${whose}
    order by told.starts_at, told.shift_id, told.person_id`.execute(tx.on());
  return rows.map((row) => ({
    id: row.shift_id,
    personId: row.person_id,
    role: row.role,
    locationId: row.location_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    breakMinutes: row.break_minutes,
    version: row.number,
    toldAt: row.published_at,
  }));
}
