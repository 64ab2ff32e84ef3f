import { weekdayIndex } from '../calendar/local.ts';
import type { Person } from '../rules/candidate.ts';
import { fixesOf, type Prospect, prospectsOf } from '../rules/prospects.ts';
import type { Shift } from '../rules/shift.ts';
import { answerOf } from './assigning/assign.ts';
import { contextFor, type LoadedShift, partOf, type Work } from './load-work.ts';
import { openPart } from './plan.ts';
import { type Scheduler, schedules } from './reach.ts';
import type { ReasonAnswer } from './shapes.ts';

/** Somebody who could take a shift, or why not. */
export interface ShownCandidate {
  readonly personId: string;
  readonly name: string;
  readonly allowed: boolean;
  readonly reasons: readonly ReasonAnswer[];
  readonly price: number;
}

/** Who could take what is open of a shift: those in reach, the best first, and the cheapest ways to fill it. */
export function showCandidates(work: Work, who: Scheduler, { planned, shift, assignments }: LoadedShift) {
  const span = openPart(planned, assignments);
  const inReach = work.candidates.filter(({ person }) => schedules(who, work.people.get(person.id)));
  const prospects = prospectsOf(partOf(shift, span), inReach, contextFor(work, '', span));
  return {
    candidates: inRankOrder(prospects, work, shift).map(({ personId, allowed, reasons, price }): ShownCandidate => {
      const name = work.people.get(personId)?.name ?? '';
      return { personId, name, allowed, reasons: reasons.map((reason) => answerOf(reason, work)), price };
    }),
    fixes: fixesOf(prospects, work.names).map(({ personId, sentence }) => ({ personId, sentence })),
  };
}

/** Among those who may take it at the same price, whom the management ranks higher comes first. */
function inRankOrder(prospects: readonly Prospect[], work: Work, shift: Shift): readonly Prospect[] {
  const people = new Map(work.candidates.map(({ person }) => [person.id, person]));
  const rank = ({ personId }: Prospect) => {
    const person = people.get(personId);
    return (person && rankOf(person, shift)) ?? unranked;
  };
  const allowed = prospects.filter((one) => one.allowed);
  const others = prospects.filter((one) => !one.allowed);
  return [...allowed.toSorted((one, other) => one.price - other.price || rank(one) - rank(other)), ...others];
}

/** After all who are ranked. */
const unranked = 1000;

/** A person's rank for a shift, that of its weekday before that of every day; null: none. */
export function rankOf({ ranks }: Person, { role, day }: Shift): number | null {
  const ofRole = ranks.filter((one) => one.role === role);
  const found =
    ofRole.find(({ weekday }) => weekday === weekdayIndex(day)) ?? ofRole.find(({ weekday }) => weekday === null);
  return found?.rank ?? null;
}
