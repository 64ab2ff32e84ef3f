import { sql, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';

/** The record that stays, and the other one of the same human. */
export interface Merging {
  readonly kept: string;
  readonly other: string;
}

/** Which roles they know, and at what rank: what the kept record has stays. */
export async function carryRoles(tx: Tx, { kept, other }: Merging): Promise<void> {
  await sql`update role_people set person_id = ${kept} where person_id = ${other}
    and role_id not in (select role_id from role_people where person_id = ${kept})`.execute(tx.on());
  await sql`delete from role_people where person_id = ${other}`.execute(tx.on());
  await sql`update ranks set person_id = ${kept} where person_id = ${other} and not exists (
    select from ranks mine where mine.person_id = ${kept}
      and mine.role_id = ranks.role_id and mine.weekday = ranks.weekday)`.execute(tx.on());
  await sql`delete from ranks where person_id = ${other}`.execute(tx.on());
}

/** Availability is joined; of wishes and of rules of their own what was said last holds. */
export async function carryWishes(tx: Tx, { kept, other }: Merging): Promise<void> {
  await sql`update calendar_series set person_id = ${kept} where person_id = ${other}`.execute(tx.on());
  for (const table of [sql.table('preferences'), sql.table('personal_rules')]) {
    await sql`delete from ${table} said using ${table} later where said.person_id in (${kept}, ${other})
      and later.person_id in (${kept}, ${other}) and later.person_id <> said.person_id
      and (later.changed_at, later.person_id) > (said.changed_at, said.person_id)`.execute(tx.on());
    await sql`update ${table} set person_id = ${kept} where person_id = ${other}`.execute(tx.on());
  }
}

/** Time off with its balances. What both records have off at once was asked for twice: the other's counts as withdrawn. */
export async function carryTimeOff(tx: Tx, { kept, other }: Merging): Promise<void> {
  const { rows: twice } = await sql<{ id: string }>`update time_off_requests set state = 'withdrawn'
    where person_id = ${other} and state in ('asked', 'approved') and exists (
      select from time_off_requests mine where mine.person_id = ${kept} and mine.state in ('asked', 'approved')
        and mine.starts_at < time_off_requests.ends_at and mine.ends_at > time_off_requests.starts_at)
    returning id`.execute(tx.on());
  await sql`delete from time_off_entries where entry = 'used'
    and request_id = any (${twice.map(({ id }) => id)}::uuid[])`.execute(tx.on());
  await sql`update time_off_requests set person_id = ${kept} where person_id = ${other}`.execute(tx.on());
  await sql`delete from time_off_entries granted where person_id = ${other} and entry = 'granted' and exists (
    select from time_off_entries mine where mine.person_id = ${kept} and mine.entry = 'granted'
      and mine.kind_id = granted.kind_id and mine.granted_for = granted.granted_for)`.execute(tx.on());
  await sql`update time_off_entries set person_id = ${kept} where person_id = ${other}`.execute(tx.on());
}

/**
 * Their shifts, planned and told. Nobody is in two places at once: where both records have a shift, the kept one's stays and
 * the other's is open again; lock both people before.
 * @returns how many were opened
 */
export async function carryShifts(tx: Tx, { kept, other }: Merging): Promise<number> {
  const { rows: opened } = await sql<{ id: string }>`delete from assignments theirs using assignments mine
    where theirs.person_id = ${other} and mine.person_id = ${kept}
      and mine.starts_at < theirs.ends_at and mine.ends_at > theirs.starts_at returning theirs.id`.execute(tx.on());
  await sql`update assignments set person_id = ${kept} where person_id = ${other}`.execute(tx.on());
  await sql`update published_shifts theirs set ended_by = mine.publication_id from published_shifts mine
    where theirs.person_id = ${other} and theirs.ended_by is null and mine.person_id = ${kept} and mine.ended_by is null
      and mine.shift_id = theirs.shift_id and mine.starts_at = theirs.starts_at`.execute(tx.on());
  await sql`update published_shifts set person_id = ${kept} where person_id = ${other}`.execute(tx.on());
  await announce(tx, 'schedule');
  return new Set(opened.map(({ id }) => id)).size;
}

/** What can still be undone, and updates whose result is still to be taken: they name people by id. */
export async function carryPending(tx: Tx, { kept, other }: Merging): Promise<void> {
  const renamed = (column: 'removed' | 'added' | 'outcome') =>
    sql`replace(${sql.ref(column)}::text, ${other}::text, ${kept}::text)::jsonb`;
  await sql`update plan_steps set removed = ${renamed('removed')}, added = ${renamed('added')}
    where removed::text like ${`%${other}%`} or added::text like ${`%${other}%`}`.execute(tx.on());
  await sql`update plan_updates set outcome = ${renamed('outcome')},
      person_ids = array_replace(person_ids, ${other}::uuid, ${kept}::uuid)
    where outcome::text like ${`%${other}%`} or ${other}::uuid = any (person_ids)`.execute(tx.on());
}

/** Addresses of calendars go on under the kept record; where both have one of a kind, the other's stops. */
export async function carryFeeds(tx: Tx, { kept, other }: Merging): Promise<void> {
  await sql`update calendar_feeds set made_by = ${kept} where made_by = ${other} and not exists (
    select from calendar_feeds mine where mine.made_by = ${kept}
      and mine.role_id is not distinct from calendar_feeds.role_id)`.execute(tx.on());
  await sql`delete from calendar_feeds where made_by = ${other}`.execute(tx.on());
}

/** What they wrote and got, and what they want to be reminded of; of how long before shifts the kept record's own word holds. */
export async function carryMessages(tx: Tx, { kept, other }: Merging): Promise<void> {
  await sql`update messages set sent_by = ${kept} where sent_by = ${other}`.execute(tx.on());
  await sql`update messages set audience_id = ${kept} where audience = 'person' and audience_id = ${other}`.execute(
    tx.on(),
  );
  await sql`update message_recipients got set person_id = ${kept} where person_id = ${other} and not exists (
    select from message_recipients mine where mine.person_id = ${kept} and mine.message_id = got.message_id)`.execute(
    tx.on(),
  );
  await sql`update own_reminders set person_id = ${kept} where person_id = ${other}`.execute(tx.on());
  await sql`update shift_reminders set person_id = ${kept} where person_id = ${other} and not exists (
    select from shift_reminders mine where mine.person_id = ${kept})`.execute(tx.on());
  await sql`update shift_reminders_sent gone set person_id = ${kept} where person_id = ${other} and not exists (
    select from shift_reminders_sent mine where mine.person_id = ${kept}
      and mine.shift_id = gone.shift_id and mine.starts_at = gone.starts_at)`.execute(tx.on());
  for (const table of ['message_recipients', 'shift_reminders', 'shift_reminders_sent'])
    await sql`delete from ${sql.table(table)} where person_id = ${other}`.execute(tx.on());
}
