import { dayText, payText } from '../words.ts';
import type { ListedRaise, Proposed, RaiseEvent, ShownTerms } from './contract.ts';

/** How a proposal stands, as its badge says it. */
export const stateWords = {
  open: { words: 'Waits for approval', color: 'yellow' },
  approved: { words: 'Approved', color: 'pine' },
  in_force: { words: 'In force', color: 'pine' },
  declined: { words: 'Declined', color: 'gray' },
  withdrawn: { words: 'Withdrawn', color: 'gray' },
  stopped: { words: 'Did not take effect', color: 'red' },
} as const satisfies Record<ListedRaise['state'], { words: string; color: string }>;

/** Why it can't take effect, or did not. */
export const stopWords = {
  left: 'The person is not here any more.',
  pay_changed: 'What they earn has changed since this was proposed. Look at it, and ask again if it is still right.',
  day_taken: 'A wage from this very day was entered since. Choose another day and ask again, if it is still right.',
} as const satisfies Record<NonNullable<ListedRaise['stoppedWhy']>, string>;

export const approvalsText = ({ approvals, needed }: Pick<ListedRaise, 'approvals' | 'needed'>): string =>
  needed === 1 ? (approvals === 0 ? 'No approval yet' : 'Approved') : `${approvals} of ${needed} approvals`;

/** What to say once it is proposed: what is missing, and that the wage lies outside its band. */
export function proposedNotice({ missing, outside }: Pick<Proposed, 'missing' | 'outside'>): {
  readonly color: string;
  readonly message: string;
} {
  const warns = [missing, outside].flatMap((words) => words ?? []);
  if (warns.length > 0) return { color: 'orange', message: warns.join(' ') };
  return { color: 'pine', message: 'Those who may approve it have been asked.' };
}

/** Whether there is still something to do about it. */
export function groupOf({ state, released, mayApprove }: ListedRaise): 'yours' | 'under_way' | 'done' {
  if (mayApprove) return 'yours';
  const isOver = state === 'declined' || state === 'withdrawn' || (state === 'in_force' && released);
  return isOver ? 'done' : 'under_way';
}

export const percentText = (percent: number | null): string => {
  if (percent === null || percent === 0) return '';
  const amount = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(Math.abs(percent));
  return percent > 0 ? `${amount} % more an hour` : `${amount} % less an hour`;
};

interface Fact {
  readonly label: string;
  readonly now: string;
  readonly before: string | null;
  readonly note: string;
}

/** From what to what, line by line. */
export function factsOf({ title, roles, pay }: ShownTerms): readonly Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, now: string, before: string | null = null, note = '') =>
    facts.push({ label, now, before, note });
  if (title.before !== title.after) add('Title', title.after ?? 'No title', title.before);
  if (pay !== null)
    add(
      pay.roleName === null ? 'Pay for all work' : `Pay as ${pay.roleName}`,
      payText(pay.after),
      pay.before === null ? 'no wage' : payText(pay.before),
      percentText(pay.percent),
    );
  if (roles.learns.length > 0) add('New roles', roles.learns.join(', '));
  if (roles.leaves.length > 0) add('Roles that end', roles.leaves.join(', '));
  return facts;
}

/** What happened, in a line. */
export function eventText({ kind, by, terms }: RaiseEvent): string {
  const who = by ?? 'Coact';
  const from = terms === null ? '' : ` from ${dayText(terms.from)}`;
  const words: Readonly<Record<RaiseEvent['kind'], string>> = {
    proposed: `${who} proposed it${from}`,
    changed: `${who} changed it and asked again${from}`,
    asked: `${who} was asked to approve it`,
    dropped: `${who} can’t approve it any more`,
    approved: `${who} approved it`,
    declined: `${who} declined it`,
    withdrawn: `${who} withdrew it`,
    in_force: 'It took effect',
    stopped: 'It did not take effect',
    released: `${who} told the person`,
  };
  return words[kind];
}
