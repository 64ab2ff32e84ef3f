import type { Span } from '../calendar/spans.ts';
import type { Ledger } from './ledger.ts';
import type { Holiday, Role, Rule } from './rule.ts';

/** A person, as far as rules ask. Days since 1970-01-01, spans sorted and disjoint. */
export interface Person {
  readonly id: string;
  readonly isActive: boolean;
  /** First and last day of work here; null: no such bound. */
  readonly joins: number | null;
  readonly leaves: number | null;
  readonly roles: ReadonlySet<string>;
  /** By qualification the last day on which it is valid; null: it does not expire. */
  readonly qualifications: ReadonlyMap<string, number | null>;
  /** When the person can work (`availabilityOf`), time off not taken away; null: whenever. */
  readonly available: readonly Span[] | null;
  readonly timeOff: readonly Span[];
  /** Management ranks of this person. */
  readonly ranks: readonly Rank[];
  /** The rules that hold for this person (`effectiveRules`). */
  readonly rules: readonly Rule[];
}

/** A management rank: 1 is best, 0 is never. */
export interface Rank {
  readonly role: string;
  /** 0 for Monday to 6 for Sunday; null for every day. */
  readonly weekday: number | null;
  readonly rank: number;
}

export interface Candidate {
  readonly person: Person;
  readonly ledger: Ledger;
}

/** What is the same for all people. */
export interface RuleContext {
  readonly roles: ReadonlyMap<string, Role>;
  readonly holidays: readonly Holiday[];
  /** How many others are on a shift. */
  readonly taken: (shiftId: string) => number;
  /** Today's local day, for rules about notice; null: nobody is told yet, so they don't apply. */
  readonly today: number | null;
  /** The person asks for the shift (a claim, a trade): notice is not owed then. */
  readonly voluntary: boolean;
}
