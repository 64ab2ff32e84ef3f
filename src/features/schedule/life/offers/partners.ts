import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { type Assignment, isoAt, minutesAt } from '../../plan/plan.ts';
import { rankOf } from '../../plan/prospects.ts';
import { loadPlaces } from '../places.ts';
import type { Refusal } from '../refusal.ts';
import { againstWords, wholeOf } from './handed.ts';
import { deadlineOf } from './offer.ts';
import { loadOffering, type Offering, type Part } from './offering.ts';
import type { PartnersAnswer } from './shapes.ts';
import { showOfferShift } from './show-shift.ts';
import { type Handed, judgeSwap } from './swap.ts';

/** More of one person's shifts are not proposed in return. */
const mostReturns = 20;
/** After all who are ranked; so is who is ranked as never, where that is not a rule. */
const unranked = 1000;

type Listed = Exclude<Refusal, { kind: 'refused' }> | { readonly kind: 'listed'; readonly answer: PartnersAnswer };

/** Who may take a shift of one's own, the best ranked first, and what of theirs could be taken in return. */
export async function listPartners(
  parts: Pick<ScheduleParts, 'clock' | 'people'>,
  tx: Tx,
  asking: Asking,
  part: Part,
): Promise<Listed> {
  const offering = await loadOffering(parts, tx, asking, part);
  if (offering.kind !== 'offering') return offering;
  const { work, gives, deadline, problem } = offering;
  const shown = { deadline: problem === null ? isoAt(deadline) : null, problem: problem?.sentence ?? null };
  if (problem !== null) return { kind: 'listed', answer: { partners: [], refused: [], ...shown } };
  const places = await loadPlaces(parts, tx);
  const partners = partnersOf(offering, minutesAt(parts.clock.now()));
  const { shift } = gives.loaded;
  const people = new Map(work.candidates.map(({ person }) => [person.id, person]));
  const rank = (personId: string) => {
    const person = people.get(personId);
    return (person && rankOf(person, shift)) || unranked;
  };
  const nameOf = (personId: string) => work.people.get(personId)?.name ?? '';
  const byName = (one: Partner, other: Partner) => nameOf(one.personId).localeCompare(nameOf(other.personId));
  const may = partners.filter(({ alone, returns }) => alone || returns.length > 0);
  const answer = {
    partners: may
      .toSorted((one, other) => rank(one.personId) - rank(other.personId) || byName(one, other))
      .map(({ personId, alone, returns }) => ({
        ...{ personId, name: nameOf(personId), alone, words: wordsFor(offering, personId, alone) },
        returns: returns.map((one) => showOfferShift(places, one.loaded.planned, one.assignment.id, one.span)),
      })),
    refused: partners
      .filter((one) => !may.includes(one) && (people.get(one.personId)?.roles.has(shift.role) ?? false))
      .toSorted(byName)
      .map(({ personId, reasons }) => ({ personId, name: nameOf(personId), reasons: [...reasons] })),
    ...shown,
  };
  return { kind: 'listed', answer };
}

function wordsFor({ work }: Offering, personId: string, alone: boolean): string {
  if (!alone) return 'Only in return for a shift of theirs.';
  return work.staff.get(personId)?.preferences.extraShifts === true ? 'Picks up extra shifts.' : 'Could take it.';
}

/** How somebody stands to a shift that is offered. */
interface Partner {
  readonly personId: string;
  readonly alone: boolean;
  readonly returns: readonly Handed[];
  /** What speaks against taking it without giving one. */
  readonly reasons: readonly string[];
}

function partnersOf(offering: Offering, now: number): readonly Partner[] {
  const { work, gives } = offering;
  const had = Map.groupBy(
    [...work.known.values()].flatMap(({ assignments }) => assignments),
    ({ personId }) => personId,
  );
  return work.candidates
    .filter(({ person }) => person.id !== gives.assignment.personId && person.isActive)
    .map(({ person: { id } }) => {
      const against = judgeSwap(work, { gives, takerId: id, takes: null });
      const { taker, giver } = againstWords(work, against, 'giver');
      const returns = (had.get(id) ?? []).flatMap((one) => {
        const takes = returnOf(offering, one, now);
        return takes !== null && isAllowed(offering, id, takes) ? [takes] : [];
      });
      const reasons = [...taker, ...giver.map((words) => `For you: ${words}`)];
      return { personId: id, alone: reasons.length === 0, returns: returns.slice(0, mostReturns), reasons };
    });
}

/** A shift that could be taken in return: told, of the days around, and neither begun nor about to. */
export function returnOf({ work, gives, isTold }: Offering, one: Assignment, now: number): Handed | null {
  const takes = wholeOf(work, one);
  if (takes === null || one.shiftId === gives.loaded.planned.id) return null;
  const { day } = takes.loaded.shift;
  const isNear = day >= work.from && day <= work.to && deadlineOf(one, work.settings) > now;
  return isNear && isTold(one) ? takes : null;
}

/** Whether every rule lets two people trade. */
export function isAllowed({ work, gives }: Offering, takerId: string, takes: Handed | null): boolean {
  const { taker, giver } = judgeSwap(work, { gives, takerId, takes });
  return taker.length + giver.length === 0;
}
