import type { Repeat } from '../../schedule/index.ts';

/** What begins a run by itself. */
export const triggerKinds = ['schedule', 'shift', 'joining', 'leaving'] as const;
type TriggerKind = (typeof triggerKinds)[number];

/** Whose its runs are: anybody's, one person's, of whoever knows a role, the manager's, or the first opener's. */
export const triggerDoers = ['anyone', 'person', 'role', 'manager', 'opener'] as const;
type TriggerDoer = (typeof triggerDoers)[number];

/** Why it could not begin as it should; null: all is well. */
export type TriggerProblem = 'not_held' | 'no_location' | 'person_left' | 'not_meant' | 'no_manager';

export interface Trigger {
  readonly id: string;
  readonly processId: string;
  readonly kind: TriggerKind;
  readonly locationId: string | null;
  /** Of `schedule` only. */
  readonly repeat: Repeat | null;
  readonly atTime: string | null;
  /** Of `shift` only. */
  readonly minutesBefore: number;
  readonly withinMinutes: number | null;
  readonly doer: TriggerDoer;
  readonly doerId: string | null;
  readonly doerRoleId: string | null;
  readonly tellWithout: boolean;
  readonly paused: boolean;
  readonly since: Date;
  readonly problem: TriggerProblem | null;
}

const minuteMs = 60_000;
export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * minuteMs);

/** How late something is still begun where nothing says by when it is to be done. Minutes. */
const usualGrace = 12 * 60;

/**
 * Whether something that was to begin earlier is still worth beginning: while there is time left to do it. A run that
 * would be late at its first breath only teaches people to tick without looking.
 */
export function isWorthBeginning(plannedAt: Date, withinMinutes: number | null, now: Date): boolean {
  return now < minutesAfter(plannedAt, withinMinutes ?? usualGrace);
}

/** Less than this is how long a clock takes to come round, and nobody's fault. Minutes. */
const unsaidMinutes = 5;

/** How many minutes late it began, where that is to be said; else null. */
export function lateStart(plannedAt: Date | null, startedAt: Date): number | null {
  if (plannedAt === null) return null;
  const minutes = Math.floor((startedAt.getTime() - plannedAt.getTime()) / minuteMs);
  return minutes < unsaidMinutes ? null : minutes;
}

/** A length of time in words: "5 min", "2 h 30 min", "3 days". */
export function lengthWords(minutes: number): string {
  if (minutes >= 2_880 && minutes % 1_440 === 0) return `${minutes / 1_440} days`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])];
  return parts.join(' ');
}

/** What is said to whoever answers for the process. */
export const problemWords: Readonly<Record<TriggerProblem, string>> = {
  not_held: 'The process is archived, or no steps of it are published. Nothing begins until they are.',
  no_location: 'Its location is not there any more. Choose another one.',
  person_left: 'The one whose it was to be is not here any more. Whoever answers for the process has it now.',
  not_meant: 'The one whose it was to be may not read this process. Whoever answers for it has it now.',
  no_manager: 'Nobody is known as their manager. Whoever answers for the process has it now.',
};
