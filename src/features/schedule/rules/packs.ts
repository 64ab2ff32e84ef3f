import type { PremiumRule } from './premium.ts';
import type { Rule, RuleKind } from './rule.ts';

/** Rules that a law makes, for an organisation to switch on. They come on top of its own. */
export interface RulePack {
  readonly id: string;
  readonly name: string;
  /** Where it is written. */
  readonly source: string;
  readonly rules: readonly Rule[];
  /** Kinds from which a person can't be excepted. */
  readonly binding: readonly RuleKind[];
  readonly premiums: readonly PremiumRule[];
}

const hard = { hard: true, weight: 0 } as const;
const hour = 60;

/**
 * Daily rest and the working week. The 48 hours are an average over up to four months in the directive; here they bound
 * each week, which is stricter and holds whatever the reference period. Article 22 lets a person agree to longer weeks
 * where the country does, but not to shorter rest.
 */
const europeanUnion: RulePack = {
  id: 'eu_working_time',
  name: 'EU working time',
  source: 'Directive 2003/88/EC, articles 3 and 6',
  rules: [
    { kind: 'rest', minutes: 11 * hour, sameDay: false, ...hard },
    { kind: 'week_hours', min: null, max: 48 * hour, ...hard },
  ],
  binding: ['rest'],
  premiums: [],
};

/**
 * Fourteen days' notice, and pay for changes after it: an hour for each that takes no hours away, half of the hours that
 * one takes away. As in Oregon and New York City in kind; figures differ by place, and an organisation may write its own.
 */
const fairWorkweek: RulePack = {
  id: 'fair_workweek',
  name: 'Fair workweek',
  source: 'Oregon Revised Statutes 653.436 and 653.455',
  rules: [{ kind: 'notice', days: 14, hard: false, weight: 1 }],
  binding: ['notice'],
  premiums: [
    { change: 'added', withinDays: 14, payMinutes: hour, shareOfLost: 0 },
    { change: 'moved', withinDays: 14, payMinutes: hour, shareOfLost: 0 },
    { change: 'cut', withinDays: 14, payMinutes: 0, shareOfLost: 0.5 },
  ],
};

export const rulePacks: readonly RulePack[] = [europeanUnion, fairWorkweek];
