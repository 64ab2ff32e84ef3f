import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { findAssignment, lockPeople } from '../../plan/assigning/store.ts';
import { dateAt, minutesAt } from '../../plan/plan.ts';
import { type Refusal, refuse, wrong } from '../refusal.ts';
import { settleAt } from '../timing.ts';
import { lockPeriodsOf } from './handed.ts';
import type { Asked, Offer, OfferedShift } from './offer.ts';
import { loadOffering, momentOf, type Offering } from './offering.ts';
import { isAllowed, returnOf } from './partners.ts';
import type { WantedOffer } from './shapes.ts';
import { insertOffer } from './store.ts';
import type { Handed } from './swap.ts';
import { tellAsked } from './tell.ts';
import { loadOfferWords } from './words.ts';

/** Offers a shift of one's own, or a part of it, to people who may take it as things are. */
export async function makeOffer(
  parts: ScheduleParts,
  tx: Tx,
  asking: Asking,
  wanted: WantedOffer,
): Promise<Refusal | { readonly kind: 'made'; readonly id: string }> {
  const { clock, vault, audit } = parts;
  const { personId } = asking.actor;
  const found = await findAssignment(tx, wanted.assignmentId);
  if (found !== null) await lockPeriodsOf(tx, [found.shiftId]);
  await lockPeople(tx, [personId]);
  const offering = await loadOffering(parts, tx, asking, wanted);
  if (offering.kind !== 'offering') return offering;
  if (offering.problem !== null) return offering.problem;
  const expires = expiryOf(offering, wanted.expiresAt, minutesAt(clock.now()));
  const people = peopleOf(offering, wanted, minutesAt(clock.now()));
  if ('kind' in expires) return expires;
  if ('kind' in people) return people;
  const { assignment, span } = offering.gives;
  const id = newId(clock);
  const { note } = wanted;
  const noteSealed = note === null ? null : await vault.seal(tx, noteAt(id), note);
  const offer: Offer = {
    ...{ id, fromId: personId, assignmentId: assignment.id, shiftId: assignment.shiftId, ...span },
    ...{ held: { start: assignment.start, end: assignment.end }, toEveryone: wanted.everyone, noteSealed, people },
    ...{ state: 'open', madeAt: clock.now(), expiresAt: expires, takenBy: null, takenReturn: null },
    ...{ endedWhy: null, reasonSealed: null, endedAt: null },
  };
  await insertOffer(tx, offer);
  await settleAt(parts, tx, expires);
  await tellAsked(parts, tx, await loadOfferWords(parts, tx, [offer]), offer, note);
  await audit.append(tx, {
    ...byPerson(asking.actor),
    ...{ action: 'schedule.shift_offered', target: { type: 'offer', id } },
    detail: { shift: offer.shiftId, people: people.length, everyone: offer.toEveryone },
  });
  return { kind: 'made', id };
}

export const noteAt = (id: string) => ({ table: 'shift_offers', column: 'note_sealed', rowId: id });

function expiryOf(
  { gives, deadline }: Offering,
  local: string | undefined,
  now: number,
): Date | Extract<Refusal, { kind: 'wrong' }> {
  const at = momentOf(gives.loaded.planned.zone, local, deadline);
  if (at === null || at <= now) return wrong('expiresAt', 'Please choose a time that is still to come.');
  if (at > deadline)
    return wrong('expiresAt', 'Nobody may trade it so shortly before it begins. Choose an earlier time.');
  return dateAt(at);
}

/** Who is asked, each with what is taken in return; a sentence where one of them may not take it. */
function peopleOf(offering: Offering, wanted: WantedOffer, now: number): readonly Asked[] | Refusal {
  const { work, gives } = offering;
  const giver = gives.assignment.personId;
  if (wanted.everyone) {
    if (wanted.people.length > 0) return wrong('people', 'Offer it to everyone, or choose people; not both.');
    const all = work.candidates.filter(({ person }) => person.id !== giver && isAllowed(offering, person.id, null));
    const people = all.map(({ person }) => ({ personId: person.id, state: 'asked', returns: [] }) as const);
    return people.length > 0 ? people : nobody;
  }
  if (wanted.people.length === 0) return wrong('people', 'Choose somebody, or offer it to everyone.');
  const asked = new Map<string, Asked>();
  for (const { personId, returns } of wanted.people) {
    const name = work.people.get(personId)?.name;
    if (name === undefined || personId === giver)
      return wrong('people', 'There is nobody like that who could take it.');
    const takes = [...new Set(returns)].map((id) => takenFrom(offering, personId, id, now));
    const isFine = takes.length === 0 ? isAllowed(offering, personId, null) : takes.every((one) => one !== null);
    if (!isFine) return wrong('people', `${name} may not take it like that as things are. Look at who may once more.`);
    asked.set(personId, { personId, state: 'asked', returns: takes.filter((one) => one !== null).map(offered) });
  }
  return [...asked.values()];
}

const nobody = refuse('nobody', 'There is nobody who may take this shift. Ask whoever makes the schedule.');

/** A shift of somebody's that may be taken in return, or null. */
function takenFrom(offering: Offering, personId: string, assignmentId: string, now: number): Handed | null {
  const one = [...offering.work.known.values()]
    .flatMap(({ assignments }) => assignments)
    .find(({ id }) => id === assignmentId);
  const takes = one?.personId === personId ? returnOf(offering, one, now) : null;
  return takes !== null && isAllowed(offering, personId, takes) ? takes : null;
}

function offered({ assignment: { id, shiftId }, span }: Handed): OfferedShift & { readonly gone: boolean } {
  return { assignmentId: id, shiftId, start: span.start, end: span.end, gone: false };
}
