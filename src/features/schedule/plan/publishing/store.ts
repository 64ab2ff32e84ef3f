import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import { announce } from '../../../../platform/http/index.ts';
import { dateAt, minutesAt } from '../plan.ts';

interface PublishedRow {
  org_id: string;
  id: string;
  publication_id: string;
  ended_by: string | null;
  period_id: string;
  person_id: string;
  shift_id: string;
  role_id: string;
  starts_at: Date;
  ends_at: Date;
  zone: string;
  break_minutes: number;
  premium_minutes: number;
  end_premium_minutes: number;
  seen_at: Date | null;
}

/** A shift as somebody was told of it. Times are minutes since 1970. */
export interface PublishedShift {
  readonly id: string;
  readonly publicationId: string;
  readonly endedBy: string | null;
  readonly periodId: string;
  readonly personId: string;
  readonly shiftId: string;
  readonly roleId: string;
  readonly start: number;
  readonly end: number;
  readonly zone: string;
  readonly breakMinutes: number;
  readonly premiumMinutes: number;
  readonly endPremiumMinutes: number;
  readonly seen: boolean;
}

/** What people were told of these shifts and holds still. */
export async function toldOf(tx: Tx, shiftIds: readonly string[]): Promise<PublishedShift[]> {
  if (shiftIds.length === 0) return [];
  const { rows } = await sql<PublishedRow>`select * from published_shifts where ended_by is null
    and shift_id = any (${[...shiftIds]}::uuid[]) order by starts_at, id`.execute(tx.on());
  return rows.map(fromRow);
}

function fromRow(row: PublishedRow): PublishedShift {
  return {
    ...{ id: row.id, publicationId: row.publication_id, endedBy: row.ended_by, periodId: row.period_id },
    ...{ personId: row.person_id, shiftId: row.shift_id, roleId: row.role_id, zone: row.zone },
    ...{ start: minutesAt(row.starts_at), end: minutesAt(row.ends_at), breakMinutes: row.break_minutes },
    ...{ premiumMinutes: row.premium_minutes, endPremiumMinutes: row.end_premium_minutes, seen: row.seen_at !== null },
  };
}

/** What people were told of a period and holds still. */
export async function toldOfPeriod(tx: Tx, periodId: string): Promise<PublishedShift[]> {
  const { rows } = await sql<PublishedRow>`select * from published_shifts
    where ended_by is null and period_id = ${periodId} order by starts_at, id`.execute(tx.on());
  return rows.map(fromRow);
}

/** What holds between two moments: of a person, or of everybody. */
export async function toldBetween(
  tx: Tx,
  { start, end }: { readonly start: number; readonly end: number },
  personId?: string,
): Promise<PublishedShift[]> {
  const own = personId === undefined ? sql`true` : sql`person_id = ${personId}`;
  const { rows } = await sql<PublishedRow>`select * from published_shifts where ended_by is null and ${own}
    and starts_at < ${dateAt(end)} and ends_at > ${dateAt(start)} order by starts_at, id`.execute(tx.on());
  return rows.map(fromRow);
}

/** Who was told to have one of these shifts, or a part of it, and then otherwise. */
export async function endedOf(
  tx: Tx,
  shiftIds: readonly string[],
): Promise<readonly Pick<PublishedShift, 'shiftId' | 'personId'>[]> {
  const { rows } = await sql<PublishedRow>`select * from published_shifts where ended_by is not null
    and shift_id = any (${[...shiftIds]}::uuid[])`.execute(tx.on());
  return rows.map(fromRow);
}

/** Whether a scheduler has ever published anything. */
export async function isAnythingPublished(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from publications where kind = 'publish' limit 1`.execute(tx.on());
  return rows.length > 0;
}

/** A time that people were told something. */
export interface Publication {
  readonly id: string;
  readonly periodId: string;
  readonly kind: 'publish' | 'trade' | 'claim' | 'left';
  readonly locationId: string | null;
  readonly by: string;
  readonly why: string | null;
}

/** Writes a publication down, after the others of its period, which must be locked. */
export async function insertPublication(tx: Tx, publication: Publication, now: Date): Promise<void> {
  const { id, periodId, kind, locationId, by, why } = publication;
  await sql`insert into publications
      (org_id, id, period_id, number, kind, location_id, published_by, published_at, why)
    select ${orgOf(tx)}, ${id}, ${periodId}, coalesce(max(number), 0) + 1, ${kind}, ${locationId}, ${by}, ${now}, ${why}
    from publications where period_id = ${periodId}`.execute(tx.on());
  await announce(tx, 'schedule');
}

/** Ends what was told, with what that owes. */
export async function endTold(
  tx: Tx,
  publicationId: string,
  ended: readonly { readonly id: string; readonly premium: number }[],
): Promise<void> {
  if (ended.length === 0) return;
  await sql`update published_shifts set ended_by = ${publicationId}, end_premium_minutes = ended.premium
    from unnest(${ended.map(({ id }) => id)}::uuid[], ${ended.map(({ premium }) => premium)}::int[])
      as ended (id, premium)
    where published_shifts.id = ended.id and ended_by is null`.execute(tx.on());
}

export async function insertTold(tx: Tx, told: readonly PublishedShift[]): Promise<void> {
  for (let at = 0; at < told.length; at += 500) {
    const rows = told.slice(at, at + 500).map((one) => ({
      ...{ org_id: orgOf(tx), id: one.id, publication_id: one.publicationId, ended_by: null, seen_at: null },
      ...{ period_id: one.periodId, person_id: one.personId, shift_id: one.shiftId, role_id: one.roleId },
      ...{ starts_at: dateAt(one.start), ends_at: dateAt(one.end), zone: one.zone, break_minutes: one.breakMinutes },
      ...{ premium_minutes: one.premiumMinutes, end_premium_minutes: 0 },
    }));
    await tx.on<{ published_shifts: PublishedRow }>().insertInto('published_shifts').values(rows).execute();
  }
}

/** Notes that a person has seen what they were told; only what is theirs. */
export async function noteSeen(tx: Tx, personId: string, ids: readonly string[], now: Date): Promise<void> {
  await sql`update published_shifts set seen_at = ${now} where person_id = ${personId} and seen_at is null
    and ended_by is null and id = any (${[...ids]}::uuid[])`.execute(tx.on());
  await announce(tx, 'schedule');
}

/** A publication with how many people were told, and how many of them have seen it. */
export interface ListedPublication extends Publication {
  readonly number: number;
  readonly at: Date;
  readonly told: number;
  readonly seen: number;
}

/** Of a period, the latest first; or a single one. */
export async function listPublications(
  tx: Tx,
  by: { readonly periodId: string } | { readonly id: string },
): Promise<ListedPublication[]> {
  const where = 'id' in by ? sql`p.id = ${by.id}` : sql`p.period_id = ${by.periodId}`;
  const { rows } = await sql<Omit<ListedPublication, 'periodId'> & { period_id: string }>`
    select p.id, p.period_id, p.number, p.kind, p.location_id as "locationId", p.published_by as by,
      p.published_at as at, p.why,
      (select count(distinct t.person_id) from published_shifts t
        where t.publication_id = p.id or t.ended_by = p.id) as told,
      (select count(distinct t.person_id) from published_shifts t
        where t.publication_id = p.id and t.seen_at is not null) as seen
    from publications p where ${where} order by p.number desc`.execute(tx.on());
  return rows.map(({ period_id: periodId, ...row }) => ({ ...row, periodId }));
}

/** Where which of these periods was published by a scheduler; a place of null is everywhere. */
export async function publishedPlaces(
  tx: Tx,
  periodIds: readonly string[],
): Promise<{ readonly periodId: string; readonly locationId: string | null }[]> {
  if (periodIds.length === 0) return [];
  const { rows } = await sql<{ periodId: string; locationId: string | null }>`
    select distinct period_id as "periodId", location_id as "locationId" from publications
    where kind = 'publish' and period_id = any (${[...periodIds]}::uuid[])`.execute(tx.on());
  return rows;
}

/** What a publication told, and what it ended. */
export async function toldBy(tx: Tx, publicationId: string): Promise<PublishedShift[]> {
  const { rows } = await sql<PublishedRow>`select * from published_shifts
    where publication_id = ${publicationId} or ended_by = ${publicationId} order by starts_at, id`.execute(tx.on());
  return rows.map(fromRow);
}
