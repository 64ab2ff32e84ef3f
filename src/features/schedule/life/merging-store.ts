import { sql, type Tx } from '../../../platform/db/index.ts';
import type { Merging } from '../person/merge-store.ts';

/**
 * Offers and what was answered to them hang on the kept record. Whoever was asked as both is asked once: what allows most
 * holds of the two answers, and of the terms. Their shifts must have been carried
 * over, and offers and claims be locked.
 */
export async function carryOffers(tx: Tx, { kept, other }: Merging): Promise<void> {
  for (const column of ['from_id', 'taken_by', 'ended_by'].map((name) => sql.ref(name)))
    await sql`update shift_offers set ${column} = ${kept} where ${column} = ${other}`.execute(tx.on());
  // Where one of the two may take it for nothing, nothing is asked of them.
  await sql`delete from shift_offer_returns r using shift_offers o, shift_offer_people free
    where o.id = r.offer_id and o.state = 'open' and r.person_id in (${kept}, ${other})
      and free.offer_id = r.offer_id and free.person_id in (${kept}, ${other}) and free.state = 'asked'
      and not exists (select from shift_offer_returns own
        where own.offer_id = free.offer_id and own.person_id = free.person_id)`.execute(tx.on());
  const order = sql`array['accepted', 'asked', 'declined', 'gone']`;
  await sql`update shift_offer_people mine set state = theirs.state, answered_at = theirs.answered_at
    from shift_offer_people theirs where mine.person_id = ${kept} and theirs.person_id = ${other}
      and theirs.offer_id = mine.offer_id
      and array_position(${order}, theirs.state) < array_position(${order}, mine.state)`.execute(tx.on());
  await sql`insert into shift_offer_people (org_id, offer_id, person_id, state, answered_at)
    select org_id, offer_id, ${kept}::uuid, state, answered_at from shift_offer_people where person_id = ${other}
    on conflict do nothing`.execute(tx.on());
  await sql`update shift_offer_returns r set person_id = ${kept} where person_id = ${other} and not exists (
    select from shift_offer_returns mine where mine.offer_id = r.offer_id and mine.person_id = ${kept}
      and mine.assignment_id = r.assignment_id)`.execute(tx.on());
  await sql`delete from shift_offer_people where person_id = ${other}`.execute(tx.on());
}

/** Of which open shifts they were told. */
export async function carryOpenings(tx: Tx, { kept, other }: Merging): Promise<void> {
  await sql`update shift_openings_told set person_id = ${kept} where person_id = ${other} and not exists (
    select from shift_openings_told mine
    where mine.opening_id = shift_openings_told.opening_id and mine.person_id = ${kept})`.execute(tx.on());
  await sql`delete from shift_openings_told where person_id = ${other}`.execute(tx.on());
}

/** Claims hang on the kept record. Of two that wait for one shift the first keeps its place, and the later one is over. */
export async function carryClaims(tx: Tx, { kept, other }: Merging, now: Date): Promise<void> {
  await sql`update shift_claims later set state = 'ended', ended_at = ${now} from shift_claims first
    where later.state = 'asked' and first.state = 'asked' and first.shift_id = later.shift_id
      and later.person_id in (${kept}, ${other}) and first.person_id in (${kept}, ${other})
      and (first.asked_at, first.id) < (later.asked_at, later.id)`.execute(tx.on());
  for (const column of ['person_id', 'ended_by'].map((name) => sql.ref(name)))
    await sql`update shift_claims set ${column} = ${kept} where ${column} = ${other}`.execute(tx.on());
}
