import { orgOf, sql, type Tx } from '../../../../../platform/db/index.ts';

/** How many minutes before their shifts somebody is reminded; null: not at all. */
export async function findLead(tx: Tx, personId: string): Promise<number | null> {
  const { rows } = await sql<{ minutes: number }>`select minutes from shift_reminders
    where person_id = ${personId}`.execute(tx.on());
  return rows[0]?.minutes ?? null;
}

export async function putLead(tx: Tx, personId: string, minutes: number | null): Promise<void> {
  if (minutes === null) {
    await sql`delete from shift_reminders where person_id = ${personId}`.execute(tx.on());
    return;
  }
  await sql`insert into shift_reminders (org_id, person_id, minutes) values (${orgOf(tx)}, ${personId}, ${minutes})
    on conflict (org_id, person_id) do update set minutes = excluded.minutes`.execute(tx.on());
}

/** A shift of somebody who wants to be reminded of it. */
export interface ShiftDue {
  readonly personId: string;
  readonly shiftId: string;
  readonly startsAt: Date;
  readonly dueAt: Date;
}

/**
 * Takes the shifts to come whose reminder is due before a moment, each once: whoever asks next does not find them again.
 * Only what people were told of and holds counts.
 */
export async function takeShiftsDue(tx: Tx, now: Date, before: Date): Promise<ShiftDue[]> {
  const { rows } = await sql<{ person_id: string; shift_id: string; starts_at: Date; minutes: number }>`
    with due as (
      select told.person_id, told.shift_id, told.starts_at, wanted.minutes
      from shift_reminders wanted
      join published_shifts told on told.org_id = wanted.org_id and told.person_id = wanted.person_id
      where told.ended_by is null and told.starts_at > ${now}
        and told.starts_at <= ${before}::timestamptz + make_interval(mins => wanted.minutes)
    ), taken as (
      insert into shift_reminders_sent (org_id, person_id, shift_id, starts_at)
      select ${orgOf(tx)}, person_id, shift_id, starts_at from due
      on conflict do nothing returning person_id, shift_id, starts_at
    )
    select due.* from due join taken using (person_id, shift_id, starts_at) order by starts_at, person_id`.execute(
    tx.on(),
  );
  return rows.map((row) => ({
    ...{ personId: row.person_id, shiftId: row.shift_id, startsAt: row.starts_at },
    dueAt: new Date(row.starts_at.getTime() - row.minutes * 60_000),
  }));
}

/** Lets a shift be found again, as its reminder is not to come yet. */
export async function releaseShift(tx: Tx, personId: string, shiftId: string, startsAt: Date): Promise<void> {
  await sql`delete from shift_reminders_sent
    where person_id = ${personId} and shift_id = ${shiftId} and starts_at = ${startsAt}`.execute(tx.on());
}

/** Forgets which reminders went out for shifts that began before a moment. */
export async function forgetShiftsBefore(tx: Tx, before: Date): Promise<void> {
  await sql`delete from shift_reminders_sent where starts_at < ${before}`.execute(tx.on());
}

/** Something somebody wants to be reminded of. */
export interface OwnReminder {
  readonly id: string;
  readonly personId: string;
  readonly dueAt: Date;
  readonly zone: string;
  readonly textSealed: Uint8Array;
}

interface OwnRow {
  id: string;
  person_id: string;
  due_at: Date;
  zone: string;
  text_sealed: Uint8Array;
}

const fromRow = ({ id, person_id: personId, due_at: dueAt, zone, text_sealed: textSealed }: OwnRow): OwnReminder => ({
  ...{ id, personId, dueAt, zone, textSealed },
});

/** What somebody is still to be reminded of, the next first. Of two that add at once the second waits for the first. */
export async function ownReminders(tx: Tx, personId: string, lock = false): Promise<OwnReminder[]> {
  if (lock) await sql`select pg_advisory_xact_lock(hashtextextended(${`own ${personId}`}, 0))`.execute(tx.on());
  const { rows } = await sql<OwnRow>`select id, person_id, due_at, zone, text_sealed from own_reminders
    where person_id = ${personId} order by due_at, id`.execute(tx.on());
  return rows.map(fromRow);
}

/** One of them, locked until the transaction ends, or null. */
export async function lockReminder(tx: Tx, id: string): Promise<OwnReminder | null> {
  const { rows } = await sql<OwnRow>`select id, person_id, due_at, zone, text_sealed from own_reminders
    where id = ${id} for update`.execute(tx.on());
  return rows[0] === undefined ? null : fromRow(rows[0]);
}

export async function insertReminder(tx: Tx, reminder: OwnReminder): Promise<void> {
  const { id, personId, dueAt, zone, textSealed } = reminder;
  await sql`insert into own_reminders (org_id, id, person_id, due_at, zone, text_sealed)
    values (${orgOf(tx)}, ${id}, ${personId}, ${dueAt}, ${zone}, ${textSealed})`.execute(tx.on());
}

export async function deleteReminder(tx: Tx, id: string): Promise<void> {
  await sql`delete from own_reminders where id = ${id}`.execute(tx.on());
}
