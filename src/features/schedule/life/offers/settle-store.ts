import { sql, type Tx } from '../../../../platform/db/index.ts';
import type { EndedWhy } from './offer.ts';

export interface Ending {
  readonly id: string;
  readonly why: EndedWhy;
}

/** Offers under way that the plan, or the time, has overtaken, with what is told of them. */
export async function offersOvertaken(tx: Tx, now: Date): Promise<Ending[]> {
  const { rows } = await sql<Ending>`select * from (
    select o.id, case
      when s.cancelled_at is not null then 'cancelled'
      when a.id is null or a.person_id <> o.from_id or a.shift_id <> o.shift_id
        or a.starts_at <> o.held_starts_at or a.ends_at <> o.held_ends_at then 'moved'
      when p.id is null then 'unpublished'
      when o.expires_at <= ${now} then 'late' end as why
    from shift_offers o
    join shifts s on s.id = o.shift_id
    left join assignments a on a.id = o.assignment_id
    left join published_shifts p on p.ended_by is null and p.shift_id = o.shift_id and p.person_id = o.from_id
      and p.starts_at = o.held_starts_at and p.ends_at = o.held_ends_at
    where o.state in ('open', 'waiting')) as found
    where why is not null order by id`.execute(tx.on());
  return rows;
}

/** Shifts that were to be taken in return and are not what they were. */
const changedReturns = sql`select r.offer_id, r.person_id, r.assignment_id
  from shift_offer_returns r
  join shift_offers o on o.id = r.offer_id and o.state in ('open', 'waiting')
  join shifts s on s.id = r.shift_id
  where not r.gone and (s.cancelled_at is not null or not exists (
    select 1 from assignments a
    join published_shifts p on p.ended_by is null and p.shift_id = a.shift_id and p.person_id = a.person_id
      and p.starts_at = a.starts_at and p.ends_at = a.ends_at
    where a.id = r.assignment_id and a.person_id = r.person_id and a.shift_id = r.shift_id
      and a.starts_at = r.starts_at and a.ends_at = r.ends_at))`;

/** Who was asked and has got time off since that shares time with what is offered. */
const away = sql`select p.offer_id, p.person_id
  from shift_offer_people p
  join shift_offers o on o.id = p.offer_id and o.state in ('open', 'waiting')
  where p.state in ('asked', 'accepted') and exists (
    select 1 from time_off_requests t where t.person_id = p.person_id and t.state = 'approved'
      and t.decided_at > o.made_at and t.starts_at < o.ends_at and t.ends_at > o.starts_at)`;

/** Whether anything that was asked of people has become impossible. */
export async function isAnybodyGone(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select 1 from (${changedReturns}) as returns
    union all select 1 from (${away}) as people limit 1`.execute(tx.on());
  return rows.length > 0;
}

/** Notes who can't take what they were asked to any more; gives the offers which that is about. */
export async function markGone(tx: Tx): Promise<string[]> {
  const returns = await sql<{
    id: string;
  }>`update shift_offer_returns r set gone = true from (${changedReturns}) as found
    where r.offer_id = found.offer_id and r.person_id = found.person_id and r.assignment_id = found.assignment_id
    returning r.offer_id as id`.execute(tx.on());
  const people = await sql<{ id: string }>`update shift_offer_people p set state = 'gone' from (${away}) as found
    where p.offer_id = found.offer_id and p.person_id = found.person_id returning p.offer_id as id`.execute(tx.on());
  const ids = [...new Set([...returns.rows, ...people.rows].map(({ id }) => id))].toSorted();
  // With nothing left to give, somebody who was to give something can't take it either.
  if (ids.length > 0)
    await sql`update shift_offer_people p set state = 'gone'
      where p.offer_id = any (${ids}::uuid[]) and p.state = 'asked'
      and exists (select 1 from shift_offer_returns r where r.offer_id = p.offer_id and r.person_id = p.person_id)
      and not exists (select 1 from shift_offer_returns r
        where r.offer_id = p.offer_id and r.person_id = p.person_id and not r.gone)`.execute(tx.on());
  return ids;
}

/** Takes somebody who leaves out of everything that they were asked; gives the offers which that is about. */
export async function markLeaver(tx: Tx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update shift_offer_people p set state = 'gone' from shift_offers o
    where o.id = p.offer_id and o.state in ('open', 'waiting') and p.person_id = ${personId}
    and p.state in ('asked', 'accepted') returning p.offer_id as id`.execute(tx.on());
  return rows.map(({ id }) => id);
}

/** Nobody is asked whether they take their own shift: takes them out of it; gives the offers which that is about. */
export async function dropOwn(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`delete from shift_offer_people p using shift_offers o
    where o.id = p.offer_id and o.state in ('open', 'waiting') and p.person_id = o.from_id
    returning p.offer_id as id`.execute(tx.on());
  return rows.map(({ id }) => id);
}
