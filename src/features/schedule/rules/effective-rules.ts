import type { RulePack } from './packs.ts';
import type { PersonalRules, Rule, RuleKind } from './rule.ts';

const hard = { hard: true, weight: 0 } as const;

/**
 * The rules that hold for a person: the organisation's own and those of its packs, side by side (a soft 40 hours and a
 * hard 48 are two rules), then the person's instead of both, except where a pack is binding.
 */
export function effectiveRules(
  own: readonly Rule[],
  packs: readonly RulePack[],
  personal: PersonalRules = { instead: [], without: [] },
): readonly Rule[] {
  const replaced = new Set<RuleKind>([...personal.without, ...personal.instead.map(({ kind }) => kind)]);
  const ofPacks = packs.flatMap((pack) =>
    pack.rules.filter(({ kind }) => pack.binding.includes(kind) || !replaced.has(kind)),
  );
  return [...own.filter(({ kind }) => !replaced.has(kind)), ...ofPacks, ...personal.instead];
}

/** What an organisation starts with: nobody works without knowing how, when they can't, or more than the shift needs. */
export const startingRules: readonly Rule[] = [
  { kind: 'knows_role', ...hard },
  { kind: 'qualified', ...hard },
  { kind: 'available', ...hard },
  { kind: 'time_off', ...hard },
  { kind: 'never_ranked', ...hard },
  { kind: 'headcount', ...hard },
  { kind: 'holiday', ...hard },
  { kind: 'rest', minutes: 11 * 60, sameDay: false, ...hard },
  { kind: 'day_hours', min: null, max: 12 * 60, ...hard },
  { kind: 'overtime', policy: 'last_resort', dayMinutes: null, weekMinutes: 40 * 60, hard: false, weight: 10 },
  { kind: 'days_in_row', max: 6, ...hard },
];
