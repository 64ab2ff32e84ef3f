import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { ProcessParts } from '../parts.ts';
import { timeWords } from '../runs/time-words.ts';
import type { Found } from '../writing/process.ts';
import type { Outcome } from '../writing/writing.ts';
import { record } from './asking.ts';
import { type Answered, type Marked, mark, nextTryAt } from './quiz.ts';
import { notBegun, type Reading } from './reading.ts';
import { noteConfirmation, noteTry, progressIn } from './store.ts';

type Parts = Pick<ProcessParts, 'clock' | 'audit' | 'people'>;

const refuse = (code: string, sentence: string) => ({ kind: 'refused', code, sentence }) as const;

type Tried = { readonly kind: 'marked'; readonly marked: Marked } | Extract<Outcome, { kind: 'refused' }>;

/** Answers the quiz. What was answered is told to them and kept nowhere: only how often they tried, and that they passed. */
export async function tryQuiz(
  parts: Parts,
  tx: Tx,
  { actor: { personId } }: Asking,
  reading: Reading,
  answered: readonly Answered[],
): Promise<Tried> {
  const { id, quiz, processId, number } = reading;
  if (quiz === null) return refuse('no_quiz', 'There is no quiz any more. You can confirm right away.');
  const progress = (await progressIn(tx, [id], personId)).get(id) ?? notBegun(personId);
  if (progress.passedAt !== null) return refuse('passed_already', 'You have passed the quiz already.');
  const now = parts.clock.now();
  const next = nextTryAt(quiz, progress, now);
  if (next !== null) {
    const { timeZone } = await parts.people.organisation(tx);
    return refuse('try_later', `You can try again from ${timeWords(next, timeZone)}. Read it once more until then.`);
  }
  const marked = mark(quiz, answered);
  if (marked === null) return refuse('quiz_changed', 'The questions have changed meanwhile. Load the page again.');
  await noteTry(tx, id, personId, { at: now, passed: marked.passed });
  await record(parts, tx, personId, 'processes.reading_quiz_tried', processId, {
    version: number,
    passed: marked.passed,
  });
  return { kind: 'marked', marked };
}

/** Confirms that somebody has read and understood what holds now. @param number the version that they had before them */
export async function confirmReading(
  parts: Parts,
  tx: Tx,
  { actor: { personId } }: Asking,
  { published }: Found,
  { id, quiz, processId }: Reading,
  number: number,
): Promise<Outcome> {
  if (published?.number !== number) {
    return refuse('version_changed', 'Another version holds meanwhile. Load the page again and read that one.');
  }
  const progress = (await progressIn(tx, [id], personId)).get(id) ?? notBegun(personId);
  if (progress.confirmedAt !== null) return { kind: 'done' };
  if (quiz !== null && progress.passedAt === null) return refuse('quiz_first', 'Pass the quiz first.');
  await noteConfirmation(tx, id, personId, { at: parts.clock.now(), versionId: published.id });
  await record(parts, tx, personId, 'processes.reading_confirmed', processId, { version: number });
  return { kind: 'done' };
}
