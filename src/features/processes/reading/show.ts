import type { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import { listRoles } from '../../schedule/index.ts';
import type { ProcessParts } from '../parts.ts';
import type { Found } from '../writing/process.ts';
import { loadProcess, standingOf } from '../writing/standing.ts';
import { findProcess } from '../writing/store.ts';
import { todayOf } from './asking.ts';
import { askedOf, everyReader, isAskedOf } from './audience.ts';
import type { LoadedReading } from './load.ts';
import { type Marked, neededOf, nextTryAt, type Quiz } from './quiz.ts';
import { handAgainAt, notBegun, type Progress, type Reading, stateOf } from './reading.ts';
import type { askingShape, mineShape, readingShape, toReadShape, triedShape } from './shapes.ts';
import { confirmedBy, lastConfirmed, progressIn, progressOf, readingsFor } from './store.ts';

type Parts = Pick<ProcessParts, 'clock' | 'people' | 'policy'>;

const time = (at: Date | null) => at?.toISOString() ?? null;

/** What is asked of whoever looks, and for whoever may ask, how it stands. */
export async function showReading(
  parts: Parts,
  tx: Tx,
  { actor }: Asking,
  { found, reading, mayConfirm, mayAsk }: LoadedReading,
): Promise<z.infer<typeof readingShape>> {
  if (reading === null) return { mine: null, asking: null, mayAsk };
  const { personId } = actor;
  const progress = (await progressIn(tx, [reading.id], personId)).get(reading.id) ?? notBegun(personId);
  const isMine = mayConfirm || progress.confirmedAt !== null;
  return {
    mine: isMine ? await showMine(parts, tx, reading, progress) : null,
    asking: mayAsk ? await showAsking(parts, tx, found, reading) : null,
    mayAsk,
  };
}

async function showMine(
  parts: Parts,
  tx: Tx,
  reading: Reading,
  progress: Progress,
): Promise<z.infer<typeof mineShape>> {
  const { dueOn, askedAt, changed, quiz } = reading;
  const { confirmedAt, number } = progress;
  const before = await lastConfirmed(tx, reading, progress.personId);
  return {
    ...{ state: stateOf(reading, progress, await todayOf(parts, tx)), dueOn, askedAt: askedAt.toISOString(), changed },
    before,
    quiz: quiz === null ? null : askedQuizOf(quiz, progress, parts.clock.now()),
    confirmed: confirmedAt === null || number === null ? null : { version: number, at: confirmedAt.toISOString() },
  };
}

/** The questions as they are answered: without what is right. */
function askedQuizOf(quiz: Quiz, progress: Progress, now: Date) {
  return {
    questions: quiz.questions.map(({ id, kind, text, answers }) => ({
      ...{ id, kind, text },
      answers: answers.map((answer) => answer.text),
    })),
    ...{ needed: neededOf(quiz), passed: progress.passedAt !== null, tries: progress.tries, most: quiz.tries },
    tryAt: progress.passedAt === null ? time(nextTryAt(quiz, progress, now)) : null,
  };
}

async function showAsking(parts: Parts, tx: Tx, found: Found, reading: Reading): Promise<z.infer<typeof askingShape>> {
  const { audience, askedBy, remindedBy, number, dueOn, remindEvery, remindUntil, quiz } = reading;
  const refs = [...audience.map(({ ref }) => ref), askedBy, remindedBy].filter((id) => id !== null);
  const names = await namesFor(parts, tx, refs);
  const who = (id: string | null) => (id !== null && names.has(id) ? { id, name: names.get(id) ?? '' } : null);
  const progress = await progressOf(tx, reading.id);
  const today = await todayOf(parts, tx);
  const { asked } = askedOf(parts, found, audience, await everyReader(parts, tx));
  const states = asked.map(({ standing: { personId } }) =>
    stateOf(reading, progress.get(personId) ?? notBegun(personId), today),
  );
  const count = (wanted: (typeof states)[number]) => states.filter((state) => state === wanted).length;
  return {
    version: number,
    audience: audience.map((one) => ({ ...one, name: names.get(one.ref) ?? 'Somebody or something that is gone' })),
    ...{ dueOn, remindEvery, remindUntil, quiz: quiz && openQuiz(quiz) },
    ...{ askedAt: reading.askedAt.toISOString(), askedBy: who(askedBy), endedAt: time(reading.endedAt) },
    counts: { asked: asked.length, confirmed: count('confirmed'), late: count('late') },
    ...{ remindedAt: time(reading.remindedAt), remindedBy: who(remindedBy) },
    remindAgainAt: time(handAgainAt(reading, parts.clock.now())),
  };
}

/** Lists that may be written to, as answers are described. */
function openQuiz(quiz: Quiz) {
  return { ...quiz, questions: quiz.questions.map((one) => ({ ...one, answers: [...one.answers] })) };
}

async function namesFor({ people }: Parts, tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { departments, locations } = await people.places(tx);
  return new Map([
    ...[...(await listRoles(tx)), ...departments, ...locations].map(({ id, name }) => [id, name] as const),
    ...(await people.namesOf(tx, ids)),
  ]);
}

/** What came of a try, for who tried: what is right is told once it is passed. */
export function showTried(
  quiz: Quiz,
  { passed, right, of, questions }: Marked,
  tryAt: Date | null,
): z.infer<typeof triedShape> {
  return {
    ...{ passed, right, of, needed: neededOf(quiz), tryAt: time(tryAt) },
    questions: questions.map(({ id, isRight }) => {
      const question = quiz.questions.find((one) => one.id === id);
      const places = question?.answers.flatMap((answer, place) => (answer.right ? [place] : [])) ?? [];
      return { id, isRight, explains: question?.explains ?? '', answers: passed ? places : null };
    }),
  };
}

interface ToRead {
  readonly reading: Reading;
  readonly title: string;
  readonly version: number;
}

/** What somebody has still to read. */
export async function toReadOf(parts: Parts, tx: Tx, { actor }: Asking): Promise<readonly ToRead[]> {
  const standing = await standingOf(parts, tx, actor);
  const list: ToRead[] = [];
  for (const reading of await readingsFor(tx, standing)) {
    const found = await findProcess(tx, reading.processId);
    if (!found?.published || !isAskedOf(parts, found, reading.audience, actor, standing)) continue;
    list.push({ reading, title: found.published.title, version: found.published.number });
  }
  return list;
}

/** What somebody has to read and has read; of what they may not see any more nothing. */
export async function showToRead(parts: Parts, tx: Tx, asking: Asking): Promise<z.infer<typeof toReadShape>> {
  const today = await todayOf(parts, tx);
  const confirmed = await confirmedBy(tx, asking.actor.personId);
  const readable = new Set<string>();
  for (const id of new Set(confirmed.map(({ processId }) => processId))) {
    if ((await loadProcess(parts, tx, asking, id)) !== null) readable.add(id);
  }
  return {
    toRead: (await toReadOf(parts, tx, asking)).map(({ reading, title, version }) => ({
      ...{ processId: reading.processId, title, version, dueOn: reading.dueOn, late: reading.dueOn < today },
      questions: reading.quiz?.questions.length ?? 0,
      again: confirmed.some(({ processId }) => processId === reading.processId),
    })),
    confirmed: confirmed
      .filter(({ processId }) => readable.has(processId))
      .map(({ processId, title, number, confirmedAt }) => ({
        ...{ processId, title, version: number, confirmedAt: confirmedAt.toISOString() },
      })),
  };
}
