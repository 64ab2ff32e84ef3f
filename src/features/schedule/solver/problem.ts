/**
 * What the solver is asked and what it answers, in plain numbers that survive `structuredClone`. Everything that is the product's (why somebody
 * may work a shift, what that costs) has been decided before and stands here as choices, limits and costs. The published
 * shift-scheduling benchmark is written in the same words (bench/lab/shift-scheduling.ts).
 *
 * Units: days count from the horizon's first day, minutes from its start. Costs are integers of one unit that the caller chooses
 * (micro-units in the product). A person or slot is named by its place in its list.
 */

/** A limit with what each unit beyond it costs; `null`: it is hard and never passed. */
export interface Bound {
  readonly limit: number;
  /** ≥ 0 per unit beyond the limit. */
  readonly cost: number | null;
}

/** A span of time for which a role needs `required` people. */
export interface Slot {
  readonly id: string;
  /** The local day on which it begins, also when it ends on the next. */
  readonly day: number;
  readonly start: number;
  readonly end: number;
  /** For reports and for the order in which the first roster is made; what is limited stands in `Limit`. */
  readonly paidMinutes: number;
  readonly required: number;
  /**
   * Which stage an unfilled place belongs to: 0 is filled before everything else, then 1 … `null`: it is weighed against all other costs
   * in the last stage.
   */
  readonly importance: number | null;
  /** ≥ 0 per missing person, within its stage. */
  readonly underCost: number;
  /** How many more than required may work. */
  readonly overAllowed: number;
  /** ≥ 0 per person above required, in the last stage. */
  readonly overCost: number;
}

/** A slot that this person may work; what isn't listed is never given. */
export interface Choice {
  readonly slot: number;
  /** Any integer, also negative for what is wished. */
  readonly cost: number;
  /** Stays as it is. */
  readonly pinned?: boolean;
}

/** A weighted count over a person's slots: minutes in a week, nights, shifts of a kind. Several on the same terms make a convex cost. */
export interface Limit {
  /** Said in messages. */
  readonly name: string;
  readonly terms: readonly { readonly slot: number; readonly weight: number }[];
  readonly min?: Bound;
  readonly max?: Bound;
}

/** Rules on days in a row. The minimums don't apply to a run that touches the first or last day, because it may go on outside. */
export interface Runs {
  readonly maxDaysOn?: Bound;
  readonly minDaysOn?: Bound;
  readonly minDaysOff?: Bound;
  /** Days worked in a row just before the horizon; they count for `maxDaysOn`. */
  readonly daysOnBefore?: number;
}

export interface Person {
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly limits: readonly Limit[];
  /** Between the end of one slot and the start of the next, whatever the days. */
  readonly minRestMinutes: number;
  readonly runs: Runs;
  readonly maxWeekends?: Bound;
  readonly daysOff: readonly number[];
}

export interface RosterProblem {
  readonly days: number;
  /** The days of each weekend within the horizon; one is worked when any of its days is. */
  readonly weekends: readonly (readonly number[])[];
  readonly slots: readonly Slot[];
  readonly people: readonly Person[];
  /** Pairs of slots that nobody works both of, beside those that overlap or leave too little rest. */
  readonly forbidden?: readonly (readonly [number, number])[];
  /** Added to the value of the last stage, e.g. for all wishes that assignments then take off. */
  readonly offset?: number;
}

export interface Assignment {
  readonly person: number;
  readonly slot: number;
}

/**
 * How the search ended: proven best, the work that it was allowed is done, out of time, told to stop, or its thread died and left what it had
 * found.
 */
export type Ending = 'optimal' | 'work' | 'time' | 'stopped' | 'failed';

/** Which way of solving was taken; see docs/decisions/0023. */
export type Form = 'assignment' | 'patterns' | 'neighbourhoods';

/** What the unfilled places of one stage cost, and how many they are. */
export interface StageValue {
  readonly importance: number;
  readonly value: number;
  readonly missing: number;
}

/** A roster that keeps every hard rule. */
export interface RosterAnswer {
  readonly kind: 'roster';
  readonly assignments: readonly Assignment[];
  /** Most important first. */
  readonly stages: readonly StageValue[];
  /** The last stage: all costs in one sum. */
  readonly value: number;
  /** No roster with these stages has a lower value; `null` when nothing is proven. */
  readonly bound: number | null;
  readonly ended: Ending;
  /** No clock has decided anything: the same problem with the same seed, work and start gives the same roster again. */
  readonly repeatable: boolean;
  readonly seed: number;
  readonly form: Form;
  readonly seconds: number;
}

/** The hard rules contradict each other: nobody could answer. */
export interface Impossible {
  readonly kind: 'impossible';
  /** Sentences that name people, slots and rules by their ids. */
  readonly reasons: readonly string[];
}

/** Time ran out, or it was told to stop, before any roster was found. */
export interface Nothing {
  readonly kind: 'nothing';
  readonly ended: Exclude<Ending, 'optimal'>;
}

export type RosterOutcome = RosterAnswer | Impossible | Nothing;

/** How far it is: of the stage that is being solved when `stage` is a number, of the last one when it is `null`. */
export interface Progress {
  readonly stage: number | null;
  readonly best: number;
  readonly bound: number | null;
  /** Places unfilled in all stages. */
  readonly missing: number;
  readonly seconds: number;
}
