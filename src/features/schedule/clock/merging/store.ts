import { sql, type Tx } from '../../../../platform/db/index.ts';
import type { Merging } from '../../person/merge-store.ts';

/**
 * Carries the hours of two records of one human over to the kept one. Nobody works twice at once: what both clocked at one
 * time counts once, and the other's is taken out, with a version that says so. Approved timesheets that get more hours
 * are open again.
 */
export async function carryHours(tx: Tx, { kept, other }: Merging, now: Date): Promise<void> {
  await sql`update timesheets set approved_at = null where person_id = ${kept} and exists (
    select from clock_entries where person_id = ${other} and day between first_day and first_day + days - 1)`.execute(
    tx.on(),
  );
  await sql`delete from timesheets where person_id = ${other}`.execute(tx.on());
  await sql`update timesheets set approved_by = ${kept} where approved_by = ${other}`.execute(tx.on());
  await takeOutTwice(tx, { kept, other }, now);
  await sql`update clock_entries set person_id = ${kept} where person_id = ${other}`.execute(tx.on());
  await sql`update clock_corrections set person_id = ${kept} where person_id = ${other}`.execute(tx.on());
  await sql`update clock_corrections set asked_by = ${kept} where asked_by = ${other}`.execute(tx.on());
  await sql`update clock_corrections set decided_by = ${kept} where decided_by = ${other}`.execute(tx.on());
}

/** Corrections of what is taken out have nothing left to correct. */
async function takeOutTwice(tx: Tx, { kept, other }: Merging, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`update clock_entries theirs set removed_at = ${now}, version = version + 1
    where person_id = ${other} and removed_at is null and exists (
      select from clock_entries mine where mine.person_id = ${kept} and mine.removed_at is null
        and tstzrange(mine.starts_at, mine.ends_at) && tstzrange(theirs.starts_at, theirs.ends_at))
    returning id`.execute(tx.on());
  const ids = rows.map(({ id }) => id);
  await sql`insert into clock_versions (org_id, entry_id, number, act, starts_at, ends_at, breaks, shift_id, role_id,
      removed, made_by, made_at)
    select org_id, id, version, 'correction', starts_at, ends_at, breaks, shift_id, role_id, true, ${kept}, ${now}
    from clock_entries where id = any (${ids}::uuid[])`.execute(tx.on());
  await sql`update clock_corrections set state = 'withdrawn' where state = 'asked'
    and entry_id = any (${ids}::uuid[])`.execute(tx.on());
}
