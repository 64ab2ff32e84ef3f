/** What a change of a published shift costs by law: pay for so many minutes, plus a share of the minutes that were lost. */
export interface PremiumRule {
  readonly change: ShiftChange['change'];
  /** Applies to changes fewer days than this before the shift's day. */
  readonly withinDays: number;
  readonly payMinutes: number;
  /** 0 to 1. */
  readonly shareOfLost: number;
}

/** A change of what a person was told. */
export interface ShiftChange {
  /** More or other hours, the same at another time, or fewer or none. */
  readonly change: 'added' | 'moved' | 'cut';
  /** Days from the change to the shift. */
  readonly daysBefore: number;
  /** Minutes of work that the person loses. */
  readonly lostMinutes: number;
  /** The person asked for it, or traded: then nothing is owed. */
  readonly voluntary: boolean;
}

/** Minutes of pay that are owed for a change, rounded up; of several rules that apply the dearest counts. */
export function premiumMinutes(change: ShiftChange, rules: readonly PremiumRule[]): number {
  if (change.voluntary) return 0;
  const owed = rules
    .filter((rule) => rule.change === change.change && change.daysBefore < rule.withinDays)
    .map((rule) => Math.ceil(rule.payMinutes + rule.shareOfLost * change.lostMinutes));
  return Math.max(0, ...owed);
}
