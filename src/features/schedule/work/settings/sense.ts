import { dayOfDate, weekdayNames, weekdayOf } from '../../calendar/local.ts';
import { contradictions } from '../../rules/contradictions.ts';
import { effectiveRules } from '../../rules/effective-rules.ts';
import { rulePacks } from '../../rules/packs.ts';
import type { PersonalRules, Rule } from '../../rules/rule.ts';
import { packsOf, type Settings } from './settings.ts';

/** What is said of settings, or of somebody's own rules. */
export interface Sense {
  /** Sentences by field: with these no schedule could be made at all. */
  readonly refused: Readonly<Record<string, string>> | null;
  /** What will not work out, though a schedule can be made. */
  readonly findings: readonly string[];
}

/** Whether settings make sense by themselves: hard rules that exclude each other are refused, wishes that do are told. */
export function senseOfSettings(settings: Settings): Sense {
  const unknown = settings.packs.find((id) => !rulePacks.some((pack) => pack.id === id));
  if (unknown !== undefined) return refusing('packs', 'There is no such pack of rules.');
  if (weekdayOf(dayOfDate(settings.periodFrom) ?? 0) !== settings.weekStart) {
    const sentence = `A period begins with the week: choose a ${weekdayNames[settings.weekStart]}.`;
    return refusing('periodFrom', sentence);
  }
  return senseOfRules(effectiveRules(settings.rules, packsOf(settings)), settings.periodWeeks);
}

/** The same for the rules that would hold for one person. */
export function senseOfPersonal(settings: Settings, personal: PersonalRules): Sense {
  return senseOfRules(effectiveRules(settings.rules, packsOf(settings), personal), settings.periodWeeks);
}

function senseOfRules(rules: readonly Rule[], periodWeeks: number): Sense {
  const isHard = (rule: Rule) => (rule.kind === 'overtime' ? rule.policy === 'never' : rule.hard);
  const [clash] = contradictions(rules.filter(isHard), periodWeeks);
  if (clash !== undefined) return refusing('rules', clash.sentence);
  return { refused: null, findings: contradictions(rules, periodWeeks).map(({ sentence }) => sentence) };
}

const refusing = (field: string, sentence: string): Sense => ({ refused: { [field]: sentence }, findings: [] });
