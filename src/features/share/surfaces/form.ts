import type { FormState } from '../../../platform/slack/index.ts';
import { goodTime, momentOf } from '../outgoing/good-time.ts';
import type { Draft } from '../request.ts';
import { fields } from './modal.ts';

/** What reading the form depends on. */
export interface FormRules {
  readonly editPolicy: Draft['editPolicy'];
  /** The publisher's text in this person's variant. */
  readonly given: string;
  readonly timeZone: string;
  readonly endsAt: Date | null;
  readonly now: Date;
  /** From 0 to 1, for "at a good time". */
  readonly random: number;
  /** Says what is wrong with a text for its network; empty when nothing is. */
  readonly textProblems: (text: string) => readonly string[];
}

export type FormReading =
  | { readonly text: string; readonly at: Date | null }
  /** Sentences by block, for the person. */
  | { readonly errors: Readonly<Record<string, string>> };

/** Reads the window's form: the whole text as it will be posted, and when. */
export function readForm(state: FormState, rules: FormRules): FormReading {
  const text = fullText(state, rules);
  const when = readWhen(state, rules);
  const errors: Record<string, string> = 'sentence' in when ? { [when.block]: when.sentence } : {};
  const [problem] = text === '' ? ['Write something to post.'] : rules.textProblems(text);
  if (problem !== undefined && rules.editPolicy !== 'fixed') errors[fields.text.block] = problem;
  if (Object.keys(errors).length > 0 || 'sentence' in when) return { errors };
  return { text, at: when.at };
}

/** The text as it stands in the form, joined with what the publisher fixed. */
export function fullText(state: FormState, rules: Pick<FormRules, 'editPolicy' | 'given'>): string {
  const typed = textAt(state, fields.text).trim();
  if (rules.editPolicy === 'fixed') return rules.given;
  if (rules.editPolicy === 'free') return typed;
  return typed === '' ? rules.given : `${typed}\n\n${rules.given}`;
}

/** What the person wrote of a full text themselves; the opposite of `fullText`. */
export function ownWords(text: string, rules: Pick<FormRules, 'editPolicy' | 'given'>): string {
  if (rules.editPolicy !== 'add' || !text.endsWith(rules.given)) return text;
  return text.slice(0, text.length - rules.given.length).trimEnd();
}

type When = { readonly at: Date | null } | { readonly block: string; readonly sentence: string };

function readWhen(state: FormState, rules: FormRules): When {
  const choice = textAt(state, fields.when);
  if (choice === 'spread') return { at: goodTime(rules.now, rules.timeZone, rules.endsAt, rules.random) };
  if (choice !== 'at') return { at: null };
  const day = textAt(state, fields.date);
  const time = textAt(state, fields.time);
  if (day === '') return { block: fields.date.block, sentence: 'Choose the day.' };
  if (time === '') return { block: fields.time.block, sentence: 'Choose the time.' };
  const at = momentOf(day, time, rules.timeZone);
  if (at.getTime() < rules.now.getTime()) {
    return { block: fields.time.block, sentence: 'This time has passed. Choose a later one.' };
  }
  if (rules.endsAt !== null && at.getTime() > rules.endsAt.getTime()) {
    return { block: fields.date.block, sentence: 'The request ends before that. Choose an earlier time.' };
  }
  return { at };
}

function textAt(state: FormState, field: { readonly block: string; readonly action: string }): string {
  const value = state[field.block]?.[field.action];
  return typeof value === 'string' ? value : '';
}
