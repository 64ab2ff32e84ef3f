import type { Candidate, RuleContext } from './candidate.ts';
import { penaltyOf, type Reason, type ReasonRule } from './reason.ts';
import type { Shift } from './shift.ts';
import { verdict } from './verdict.ts';
import { type Names, reasonWords } from './words.ts';

/** How somebody stands to a shift that is open or to be traded. */
export interface Prospect {
  readonly personId: string;
  readonly allowed: boolean;
  readonly reasons: readonly Reason[];
  /** What the soft rules that it breaks cost. */
  readonly price: number;
}

/**
 * Everybody, those first who may take the shift and cost least, then those with the least against them; ties by id. Who has
 * the shift already is left out.
 */
export function prospectsOf(shift: Shift, candidates: readonly Candidate[], context: RuleContext): readonly Prospect[] {
  return candidates
    .filter(({ ledger }) => !ledger.has(shift.id))
    .map((candidate) => {
      const { allowed, reasons } = verdict(candidate, shift, context);
      const price = reasons.reduce((sum, reason) => sum + penaltyOf(reason), 0);
      return { personId: candidate.person.id, allowed, reasons, price };
    })
    .sort(
      (one, other) =>
        obstacles(one) - obstacles(other) || one.price - other.price || (one.personId < other.personId ? -1 : 1),
    );
}

/** A way to fill an open shift: one person, and the one thing to be settled for it. */
export interface Fix {
  readonly personId: string;
  readonly reason: Reason;
  /** "Ask for it: not available Mon 12:00–13:00". */
  readonly sentence: string;
}

/**
 * What can be settled, cheapest first: a word with the person, then a decision of the scheduler, then what takes longer.
 * Rest, hours and the like protect people: they may be overruled, yet are not proposed.
 */
const ways: readonly (readonly [ReasonRule, string])[] = [
  ['available', 'Ask for it'],
  ['never_ranked', 'Rank otherwise'],
  ['notice', 'Ask for consent'],
  ['overtime', 'Allow overtime'],
  ['time_off', 'Ask to come back for it'],
  ['holiday', 'Agree on work on the holiday'],
  ['knows_role', 'Teach the role'],
  ['qualified', 'Get or renew it'],
];

/** The cheapest ways to fill an open shift: of all who are one such step away from it. */
export function fixesOf(prospects: readonly Prospect[], names: Names, most = 5): readonly Fix[] {
  const rank = (reason: Reason) => ways.findIndex(([rule]) => rule === reason.rule);
  return prospects
    .flatMap(({ personId, allowed, reasons, price }) => {
      const [reason, ...others] = reasons.filter(({ hard }) => hard);
      if (allowed || reason === undefined || others.length > 0 || rank(reason) < 0) return [];
      return [{ personId, reason, price }];
    })
    .sort((one, other) => rank(one.reason) - rank(other.reason) || one.price - other.price)
    .slice(0, most)
    .map(({ personId, reason }) => {
      const words = reasonWords(reason, names);
      const way = ways[rank(reason)]?.[1] ?? '';
      return { personId, reason, sentence: `${way}: ${words.charAt(0).toLowerCase()}${words.slice(1)}` };
    });
}

/** How much stands between a person and a shift; nobody can be talked into a double booking. */
function obstacles({ reasons }: Prospect): number {
  return reasons.reduce((sum, { hard, overrulable }) => sum + (overrulable ? Number(hard) : 1000), 0);
}
