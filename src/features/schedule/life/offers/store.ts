import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import { announce } from '../../../../platform/http/index.ts';
import { dateAt, minutesAt } from '../../plan/plan.ts';
import type { Asked, EndedWhy, Offer } from './offer.ts';

interface OfferRow {
  org_id: string;
  id: string;
  from_id: string;
  assignment_id: string;
  shift_id: string;
  held_starts_at: Date;
  held_ends_at: Date;
  starts_at: Date;
  ends_at: Date;
  to_everyone: boolean;
  note_sealed: Uint8Array | null;
  state: Offer['state'];
  made_at: Date;
  expires_at: Date;
  taken_by: string | null;
  taken_return: string | null;
  ended_why: EndedWhy | null;
  reason_sealed: Uint8Array | null;
  ended_by: string | null;
  ended_at: Date | null;
}

interface PersonRow {
  org_id: string;
  offer_id: string;
  person_id: string;
  state: Asked['state'];
  answered_at: Date | null;
}

interface ReturnRow {
  org_id: string;
  offer_id: string;
  person_id: string;
  assignment_id: string;
  shift_id: string;
  starts_at: Date;
  ends_at: Date;
  gone: boolean;
}

interface Tables {
  shift_offers: OfferRow;
  shift_offer_people: PersonRow;
  shift_offer_returns: ReturnRow;
}

/** Writes an offer down with all who are asked. */
export async function insertOffer(tx: Tx, offer: Offer): Promise<void> {
  const table = tx.on<Tables>();
  const org_id = orgOf(tx);
  await table
    .insertInto('shift_offers')
    .values({
      ...{ org_id, id: offer.id, from_id: offer.fromId, assignment_id: offer.assignmentId, shift_id: offer.shiftId },
      ...{ held_starts_at: dateAt(offer.held.start), held_ends_at: dateAt(offer.held.end) },
      ...{ starts_at: dateAt(offer.start), ends_at: dateAt(offer.end), to_everyone: offer.toEveryone },
      ...{ note_sealed: offer.noteSealed, state: offer.state, made_at: offer.madeAt, expires_at: offer.expiresAt },
      ...{ taken_by: null, taken_return: null, ended_why: null, reason_sealed: null, ended_by: null, ended_at: null },
    })
    .execute();
  const people = offer.people.map(({ personId, state }) => ({
    ...{ org_id, offer_id: offer.id, person_id: personId, state, answered_at: null },
  }));
  for (let at = 0; at < people.length; at += 500)
    await table
      .insertInto('shift_offer_people')
      .values(people.slice(at, at + 500))
      .execute();
  const returns = offer.people.flatMap(({ personId, returns: theirs }) =>
    theirs.map((one) => ({
      ...{ org_id, offer_id: offer.id, person_id: personId, assignment_id: one.assignmentId, shift_id: one.shiftId },
      ...{ starts_at: dateAt(one.start), ends_at: dateAt(one.end), gone: false },
    })),
  );
  for (let at = 0; at < returns.length; at += 500)
    await table
      .insertInto('shift_offer_returns')
      .values(returns.slice(at, at + 500))
      .execute();
  await announce(tx, 'schedule');
}

/** Which offers are looked for, the latest first. */
export interface OfferQuery {
  readonly ids?: readonly string[];
  readonly fromId?: string;
  readonly askedId?: string;
  readonly states?: readonly Offer['state'][];
  /** Only of shifts that end after this. */
  readonly after?: Date;
}

export async function listOffers(tx: Tx, query: OfferQuery): Promise<Offer[]> {
  if (query.ids?.length === 0) return [];
  let found = tx.on<Tables>().selectFrom('shift_offers').selectAll();
  if (query.ids !== undefined) found = found.where('id', 'in', [...query.ids]);
  if (query.fromId !== undefined) found = found.where('from_id', '=', query.fromId);
  if (query.askedId !== undefined)
    found = found.where('id', 'in', (all) =>
      all
        .selectFrom('shift_offer_people')
        .select('offer_id')
        .where('person_id', '=', query.askedId ?? ''),
    );
  if (query.states !== undefined) found = found.where('state', 'in', query.states);
  if (query.after !== undefined) found = found.where('ends_at', '>', query.after);
  return withPeople(tx, await found.orderBy('made_at', 'desc').orderBy('id', 'desc').limit(500).execute());
}

export async function findOffer(tx: Tx, id: string): Promise<Offer | null> {
  return (await listOffers(tx, { ids: [id] }))[0] ?? null;
}

async function withPeople(tx: Tx, rows: readonly OfferRow[]): Promise<Offer[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const people = await tx
    .on<Tables>()
    .selectFrom('shift_offer_people')
    .selectAll()
    .where('offer_id', 'in', ids)
    .orderBy('person_id')
    .execute();
  const returns = await tx
    .on<Tables>()
    .selectFrom('shift_offer_returns')
    .selectAll()
    .where('offer_id', 'in', ids)
    .orderBy('starts_at')
    .execute();
  const asked = Map.groupBy(people, (one) => one.offer_id);
  const given = Map.groupBy(returns, (one) => `${one.offer_id} ${one.person_id}`);
  return rows.map((row) => ({
    ...{ id: row.id, fromId: row.from_id, assignmentId: row.assignment_id, shiftId: row.shift_id },
    held: { start: minutesAt(row.held_starts_at), end: minutesAt(row.held_ends_at) },
    ...{ start: minutesAt(row.starts_at), end: minutesAt(row.ends_at), toEveryone: row.to_everyone },
    ...{ noteSealed: row.note_sealed, state: row.state, madeAt: row.made_at, expiresAt: row.expires_at },
    ...{ takenBy: row.taken_by, takenReturn: row.taken_return, endedWhy: row.ended_why },
    ...{ reasonSealed: row.reason_sealed, endedAt: row.ended_at },
    people: (asked.get(row.id) ?? []).map(({ person_id: personId, state }) => ({
      ...{ personId, state },
      returns: (given.get(`${row.id} ${personId}`) ?? []).map((one) => ({
        ...{ assignmentId: one.assignment_id, shiftId: one.shift_id, gone: one.gone },
        ...{ start: minutesAt(one.starts_at), end: minutesAt(one.ends_at) },
      })),
    })),
  }));
}

/**
 * Keeps all offers that are under way from others until the transaction ends, in one order, so that two who look at the same
 * ones never wait for each other. Periods and people are locked before.
 */
export async function lockOffers(tx: Tx): Promise<void> {
  await sql`select 1 from shift_offers where state in ('open', 'waiting') order by id for update`.execute(tx.on());
}

export async function isOnOffer(tx: Tx, assignmentId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from shift_offers where assignment_id = ${assignmentId}
    and state in ('open', 'waiting')`.execute(tx.on());
  return rows.length > 0;
}

export type OfferChange = Partial<Pick<Offer, 'takenBy' | 'takenReturn' | 'endedWhy' | 'reasonSealed'>> & {
  readonly state: Offer['state'];
  /** Who ended it; left out where it goes on. */
  readonly ended?: { readonly by: string | null; readonly at: Date };
};

export async function changeOffer(tx: Tx, id: string, change: OfferChange): Promise<void> {
  const { state, takenBy, takenReturn, endedWhy, reasonSealed, ended } = change;
  await tx
    .on<Tables>()
    .updateTable('shift_offers')
    .set({
      state,
      ...(takenBy === undefined ? {} : { taken_by: takenBy }),
      ...(takenReturn === undefined ? {} : { taken_return: takenReturn }),
      ...(endedWhy === undefined ? {} : { ended_why: endedWhy }),
      ...(reasonSealed === undefined ? {} : { reason_sealed: reasonSealed }),
      ...(ended === undefined ? {} : { ended_by: ended.by, ended_at: ended.at }),
    })
    .where('id', '=', id)
    .execute();
  await announce(tx, 'schedule');
}

/** Notes what somebody answered. */
export async function answerOffer(
  tx: Tx,
  id: string,
  personId: string,
  state: Asked['state'],
  now: Date,
): Promise<void> {
  const row = { state, answered_at: now };
  const people = tx.on<Tables>().updateTable('shift_offer_people').set(row);
  await people.where('offer_id', '=', id).where('person_id', '=', personId).execute();
  await announce(tx, 'schedule');
}
