import type { Candidate } from '../../rules/candidate.ts';
import { openLedger } from '../../rules/ledger.ts';
import { review } from '../../rules/review.ts';
import type { Shift } from '../../rules/shift.ts';
import type { Assignment as Given } from '../../solver/problem.ts';
import type { BuiltRoster } from './build.ts';
import type { Scope } from './scope.ts';

/** Somebody who is given a shift. */
export interface NewPlace {
  readonly shiftId: string;
  readonly personId: string;
}

/** What the solver gave, after it was held against the rules themselves. */
export interface Settled {
  readonly given: readonly NewPlace[];
  /** Hard rules that it broke without anybody having insisted: a fault of the program. */
  readonly broken: readonly (NewPlace & { readonly rule: string })[];
  /** Everybody with what they keep and what they were given. */
  readonly candidates: readonly Candidate[];
}

/**
 * Holds what the solver gave against every rule, as before publishing. Around shifts that a scheduler insisted on, about which
 * the solver could not be told, what breaks a rule is not given; anywhere else nothing may.
 */
export function settle({ work }: Scope, built: BuiltRoster, answer: readonly Given[]): Settled {
  const byPerson = Map.groupBy(
    answer.filter(({ slot }) => slot < built.free.length),
    ({ person }) => person,
  );
  const given: NewPlace[] = [];
  const broken: (NewPlace & { readonly rule: string })[] = [];
  const candidates = built.people.map(({ candidate, inside, unsayable }, index): Candidate => {
    const { person } = candidate;
    let shifts = (byPerson.get(index) ?? []).flatMap(({ slot }) => built.free[slot]?.shift ?? []);
    const fixed = [
      ...candidate.ledger.shifts,
      ...distinct(
        inside.map(({ shift }) => shift),
        candidate,
      ),
    ];
    for (;;) {
      const whole: Candidate = { person, ledger: openLedger(work.accounting, [...fixed, ...shifts]) };
      const mine = new Set(shifts.map(({ id }) => id));
      const fault = review(whole, { ...work.context, taken: () => 0 }, work.from, work.to).find(
        ({ shift, reason }) => shift !== null && reason.hard && mine.has(shift.id),
      );
      const at = fault?.shift ?? null;
      if (fault === undefined || at === null) {
        given.push(...shifts.map(({ id }) => ({ shiftId: id, personId: person.id })));
        return whole;
      }
      if (unsayable.length === 0) broken.push({ shiftId: at.id, personId: person.id, rule: fault.reason.rule });
      shifts = shifts.filter(({ id }) => id !== at.id);
    }
  });
  return { given, broken, candidates };
}

/** Two parts of one shift need names of their own in a ledger. */
function distinct(shifts: readonly Shift[], { ledger }: Candidate): readonly Shift[] {
  const seen = new Set(ledger.shifts.map(({ id }) => id));
  return shifts.map((shift, index) => {
    const id = seen.has(shift.id) ? `${shift.id} ${index}` : shift.id;
    seen.add(id);
    return { ...shift, id };
  });
}
