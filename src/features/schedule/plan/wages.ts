import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/policy/index.ts';

/** Minor units for so many minutes of work: whole numbers, so that nothing is lost before the one rounding. */
export interface Rate {
  readonly minor: number;
  readonly minutes: number;
  readonly currency: string;
  /** Of a salary: what an hour costs is known by it, what is paid does not follow the hours. */
  readonly salaried: boolean;
  /** Which word about pay it comes from: another word is another key, be the amount the same. */
  readonly key: string;
}

/** What somebody's work in a role costs on a day (`2026-05-04`); null where nobody said. */
export type RateOf = (personId: string, roleId: string, day: string) => Rate | null;

/** Why somebody looks at what somebody else earns. A closed list: texts of people have no place in the audit log. */
export const lookReasons = ['payroll_run', 'asked_by_them', 'raise', 'checking', 'budget', 'enquiry'] as const;
export type LookReason = (typeof lookReasons)[number];

/** What people earn, from the slice that keeps it: above this one, so the composition root passes it. */
export interface Wages {
  /** Opens the wages of these people, or of everybody. They leave the schedule in totals, or to who may see them. */
  ratesOf(tx: Tx, personIds?: readonly string[]): Promise<RateOf>;
  /** Writes down that somebody saw what these people earn. */
  recordLooks(
    tx: Tx,
    actor: Pick<Actor, 'personId'>,
    personIds: Iterable<string>,
    look: { readonly reason: LookReason; readonly where: string },
  ): Promise<void>;
}
