import type { Trigger } from './contract.ts';

/** What stands in the form, as it is typed. */
export interface TriggerDraft {
  readonly kind: Trigger['kind'];
  readonly locationId: string | null;
  readonly every: 'day' | 'week' | 'month';
  readonly days: readonly Weekday[];
  /** Of the month; −1: its last. */
  readonly day: number;
  readonly atTime: string;
  readonly minutesBefore: number;
  readonly within: string;
  readonly doer: Trigger['doer'];
  readonly doerId: string | null;
  readonly doerRoleId: string | null;
  readonly tellWithout: boolean;
}

type Weekday = NonNullable<Trigger['repeat']>['days'][number];

const usual: TriggerDraft = {
  ...{ kind: 'schedule', locationId: null, every: 'day', days: ['MO'], day: 1, atTime: '08:00', minutesBefore: 30 },
  ...{ within: '', doer: 'anyone', doerId: null, doerRoleId: null, tellWithout: false },
};

/** What the form begins with: what is changed, or the most usual. */
export function draftOf(trigger: Trigger | null): TriggerDraft {
  if (trigger === null) return usual;
  const { kind, location, repeat, atTime, minutesBefore, withinMinutes, doer, doerName, tellWithout } = trigger;
  return {
    ...{ kind, locationId: location?.id ?? null, every: repeat?.every ?? 'day', minutesBefore, doer, tellWithout },
    days: repeat?.days.length ? repeat.days : usual.days,
    day: repeat?.day ?? usual.day,
    atTime: atTime ?? usual.atTime,
    within: withinMinutes === null ? '' : String(withinMinutes),
    doerId: doer === 'person' ? (doerName?.id ?? null) : null,
    doerRoleId: doer === 'role' ? (doerName?.id ?? null) : null,
  };
}

/** Whose runs can be that begin so. */
export const doersOf: Readonly<Record<Trigger['kind'], readonly Trigger['doer'][]>> = {
  schedule: ['anyone', 'person', 'role'],
  shift: ['opener'],
  joining: ['manager', 'person', 'role'],
  leaving: ['manager', 'person', 'role'],
};

/** The same draft beginning by something else: whose it is changes where that can't be. */
export function withKind(draft: TriggerDraft, kind: Trigger['kind']): TriggerDraft {
  const [first = 'anyone'] = doersOf[kind];
  return { ...draft, kind, doer: doersOf[kind].includes(draft.doer) ? draft.doer : first };
}

/** As the API takes it. */
export function bodyOf(draft: TriggerDraft) {
  const { kind, locationId, every, days, day, atTime, minutesBefore, within, doer, doerId, doerRoleId } = draft;
  const repeat = every === 'day' ? { every } : every === 'week' ? { every, days: [...days] } : { every, day };
  return {
    ...{ kind, doer, withinMinutes: within.trim() === '' ? null : Number(within) },
    locationId: kind === 'schedule' || kind === 'shift' ? locationId : null,
    repeat: kind === 'schedule' ? repeat : null,
    atTime: kind === 'schedule' ? atTime : null,
    minutesBefore: kind === 'shift' ? minutesBefore : 0,
    doerId: doer === 'person' ? doerId : null,
    doerRoleId: doer === 'role' ? doerRoleId : null,
    tellWithout: kind === 'shift' && draft.tellWithout,
  };
}
