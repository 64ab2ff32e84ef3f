import { minutesAfter } from '../triggers/trigger.ts';
import type { Step } from '../writing/step.ts';

/** After how many minutes who is told of what is late; null: not. */
export interface AlarmSettings {
  readonly ownerAfter: number | null;
  readonly managerAfter: number | null;
  /** A step is late when it has been next for so much longer than it takes. */
  readonly stepAfter: number | null;
}

/** As long as nobody says otherwise: whoever answers for the process is told at once, and steps are not watched. */
export const usualAlarms: AlarmSettings = { ownerAfter: 0, managerAfter: null, stepAfter: null };

export type Stage = 'doer' | 'owner' | 'manager';

/** Somebody is to be told of something that is late: of the run, or of one step. */
export interface Alarm {
  /** Null: the run as a whole. */
  readonly stepId: string | null;
  readonly stage: Stage;
  /** Since when it is late. */
  readonly since: Date;
}

interface Watched {
  readonly dueAt: Date | null;
  readonly startedAt: Date;
  readonly steps: readonly Step[];
  /** How far each step is. */
  readonly states: readonly string[];
  /** When each thing was noted that still stands. */
  readonly notedAt: readonly Date[];
}

/**
 * Who is to be told by now. One after the other: whoever does it first, then whoever answers for the process, then the manager
 * of the place, each after a time of their own that counts from when it became late.
 */
export function alarmsDue(run: Watched, settings: AlarmSettings, now: Date): readonly Alarm[] {
  const alarms: Alarm[] = [];
  if (run.dueAt !== null && run.dueAt <= now) alarms.push(...stagesDue(null, run.dueAt, settings, now));
  const late = lateStep(run, settings.stepAfter);
  if (late !== null && late.since <= now) alarms.push(...stagesDue(late.stepId, late.since, settings, now));
  return alarms;
}

function stagesDue(stepId: string | null, since: Date, settings: AlarmSettings, now: Date): readonly Alarm[] {
  const stages = [
    ['doer', 0],
    ['owner', settings.ownerAfter],
    ['manager', settings.managerAfter],
  ] as const;
  return stages.flatMap(([stage, after]) =>
    after !== null && minutesAfter(since, after) <= now ? [{ stepId, stage, since }] : [],
  );
}

/** The step that is next, and from when on it is late; it has been next since something was noted last. */
function lateStep(
  { startedAt, steps, states, notedAt }: Watched,
  stepAfter: number | null,
): { readonly stepId: string; readonly since: Date } | null {
  const step = steps[states.indexOf('open')];
  if (stepAfter === null || step === undefined) return null;
  const next = new Date(Math.max(startedAt.getTime(), ...notedAt.map((at) => at.getTime())));
  return { stepId: step.id, since: minutesAfter(next, (step.minutes ?? 0) + stepAfter) };
}
