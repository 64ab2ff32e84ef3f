import { hours } from '../rules/words.ts';
import { partOf as dayPartOf } from '../staff/wishes/preferences.ts';
import { figuresOf } from './figures.ts';
import type { LoadedShift, Work } from './load-work.ts';
import type { Assignment } from './plan.ts';
import { rankOf, showCandidates } from './prospects.ts';
import type { Scheduler } from './reach.ts';

export interface Why {
  readonly sentences: readonly string[];
  readonly others: readonly {
    readonly personId: string;
    readonly name: string;
    readonly words: string;
    readonly price: number;
  }[];
}

const made = {
  hand: 'Put on it by hand.',
  solver: 'Chosen by an update of the schedule.',
  trade: 'Took it in a trade.',
  claim: 'Took it when it was open.',
} as const;

/** Why somebody is on a shift: how they came to it, what speaks for them, and who else could take it. */
export function whyAssigned(work: Work, who: Scheduler, loaded: LoadedShift, assignment: Assignment): Why {
  const others = othersFor(work, who, loaded, assignment);
  const candidate = work.candidates.find(({ person }) => person.id === assignment.personId);
  const sentences: string[] = [made[assignment.madeBy]];
  if (assignment.overruledWhy !== null) sentences.push(`A rule was overruled: ${assignment.overruledWhy}`);
  if (assignment.pinned) sentences.push('Pinned: stays when the schedule is updated.');
  if (candidate !== undefined) sentences.push(...forThem(work, loaded, candidate));
  const free = others.filter(({ allowed }) => allowed).length;
  if (free === 0) sentences.push('Nobody else could take it without breaking a rule.');
  else sentences.push(free === 1 ? 'One other person could take it.' : `${free} others could take it.`);
  return {
    sentences,
    others: others.slice(0, 20).map(({ personId, name, allowed, reasons, price }) => {
      const against = reasons.map(({ words }) => words).join('; ');
      return {
        personId,
        name,
        price,
        words: against === '' ? 'Could take it' : allowed ? `Could take it. ${against}` : against,
      };
    }),
  };
}

/** Everybody in reach but who has it, as if it were free. */
function othersFor(work: Work, who: Scheduler, loaded: LoadedShift, assignment: Assignment) {
  const assignments = loaded.assignments.filter(({ id }) => id !== assignment.id);
  const free = { ...loaded, assignments };
  const known = new Map([...work.known, [loaded.planned.id, free]]);
  return showCandidates({ ...work, known }, who, free).candidates.filter(
    ({ personId }) => personId !== assignment.personId,
  );
}

function forThem(
  work: Work,
  { planned, shift }: LoadedShift,
  { person, ledger }: Work['candidates'][number],
): string[] {
  const sentences: string[] = [];
  const role = work.roles.get(planned.roleId)?.name ?? 'the role';
  const rank = rankOf(person, shift);
  if (rank !== null && rank > 0) sentences.push(`Ranked ${rank} for ${role}.`);
  const staff = work.staff.get(person.id);
  const preferred = staff?.preferred.some(({ start, end }) => start <= shift.start && shift.end <= end) ?? false;
  if (preferred) sentences.push('Would like to work at that time.');
  const liking = staff?.preferences.likings.find(
    ({ roleId, weekday, part }) =>
      roleId === planned.roleId &&
      (weekday === null || weekday === (shift.day + 3) % 7) &&
      (part === null || part === dayPartOf(shift.localStart)),
  );
  if (liking !== undefined) sentences.push(liking.liking === 1 ? 'Likes such shifts.' : 'Does not like such shifts.');
  const { minutes } = figuresOf(ledger, work.from, work.to);
  const wanted = staff?.preferences.wantedMinutes ?? null;
  const ofWeeks = wanted === null ? '' : ` of ${hours(Math.round((wanted * (work.to - work.from + 1)) / 7))} wanted`;
  sentences.push(`Has ${hours(minutes)}${ofWeeks} in this period.`);
  return sentences;
}
