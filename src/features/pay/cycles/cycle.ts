import { isDeepStrictEqual } from 'node:util';
import { comesToNothing, type RaiseState } from '../raises/raise.ts';
import type { Pay } from '../wages/wage.ts';
import type { Guidelines } from './guideline.ts';
import { increaseOf, yearOf } from './reckoning.ts';

/**
 * A cycle is a `draft` until those who keep pay open it; while it is `open` they, and managers who see pay, choose raises.
 * Once it is `submitted` what was chosen are proposals, and what was not can still be chosen and submitted. It ends `closed`;
 * one that came to nothing is `cancelled`. Proposals go their own way from then on.
 */
export const cycleStates = ['draft', 'open', 'submitted', 'closed', 'cancelled'] as const;
export type CycleState = (typeof cycleStates)[number];

export const moves = ['open', 'closed', 'cancelled'] as const;
export type Move = (typeof moves)[number];

const possible: Readonly<Record<CycleState, readonly Move[]>> = {
  draft: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  submitted: ['closed'],
  closed: [],
  cancelled: [],
};

export const canMove = (state: CycleState, to: Move): boolean => possible[state].includes(to);
export const canBeSetUp = (state: CycleState): boolean => state === 'draft' || state === 'open';
export const canBeChosenIn = (state: CycleState): boolean => state === 'open' || state === 'submitted';

export interface Cycle {
  readonly id: string;
  readonly name: string;
  /** The first day of what is proposed, as `2026-07-01`. */
  readonly from: string;
  readonly budget: number;
  readonly currency: string;
  readonly weeklyMinutes: number;
  readonly guidelines: Guidelines;
  readonly state: CycleState;
  readonly revision: number;
}

/** What is chosen for one person: what of a line is sealed. */
export interface Choice {
  /** What they earned when it was chosen. */
  readonly before: Pay;
  /** What they are to earn, for the same time and in the same currency. */
  readonly minor: number;
  /** Null: the name of the cycle says enough. */
  readonly why: string | null;
  /** What was suggested then, in thousandths; null: it was not shown. */
  readonly suggested: number | null;
}

/** Why nothing can be chosen for somebody, or what is chosen can't be proposed. */
export const obstacles = ['left', 'no_wage', 'other_currency', 'day_taken', 'raise_waiting', 'pay_changed'] as const;
export type Obstacle = (typeof obstacles)[number];

/** What is known of one person on the day of a cycle. */
interface Known {
  readonly left: boolean;
  readonly pay: Pay | null;
  /** Whether a wage from that very day is entered. */
  readonly dayTaken: boolean;
  /** Whether a proposal for them waits. */
  readonly raiseWaits: boolean;
}

/** What stands in the way of a line that is no proposal yet; null: nothing. */
export function obstacleOf(currency: string, known: Known, choice: Choice | null): Obstacle | null {
  if (known.left) return 'left';
  if (known.pay === null) return 'no_wage';
  // Amounts of several currencies are never added up: who is paid in another one stands apart.
  if (known.pay.currency !== currency) return 'other_currency';
  if (known.dayTaken) return 'day_taken';
  if (known.raiseWaits) return 'raise_waiting';
  return choice === null || isDeepStrictEqual(choice.before, known.pay) ? null : 'pay_changed';
}

/** Whether something can be chosen: what was chosen from another wage is chosen anew. */
export const canBeChosen = (obstacle: Obstacle | null): boolean => obstacle === null || obstacle === 'pay_changed';

interface Chosen {
  readonly choice: Choice | null;
  readonly obstacle: Obstacle | null;
  readonly raise: { readonly state: RaiseState } | null;
}

/** What a line costs more in a year: nothing where it can't be proposed, or where its proposal came to nothing. */
export function increaseIn(
  { weeklyMinutes }: Pick<Cycle, 'weeklyMinutes'>,
  { choice, obstacle, raise }: Chosen,
): number {
  if (choice === null) return 0;
  if (raise === null ? obstacle !== null : comesToNothing(raise.state)) return 0;
  return increaseOf(choice.before.minor, choice.minor, yearOf(choice.before, weeklyMinutes));
}

/** Whether a line is to be proposed. */
export const isToPropose = ({ choice, obstacle, raise }: Chosen): boolean =>
  choice !== null && raise === null && obstacle === null && choice.minor > choice.before.minor;
