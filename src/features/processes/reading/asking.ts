import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { ProcessAction } from '../acts.ts';
import type { ProcessParts } from '../parts.ts';
import { timeWords } from '../runs/time-words.ts';
import type { Found, Version } from '../writing/process.ts';
import { listVersions } from '../writing/store.ts';
import type { Outcome } from '../writing/writing.ts';
import { askedOf, blindSentence, everyReader } from './audience.ts';
import { quizProblems } from './quiz.ts';
import { anewOn, handAgainAt, isForHand, notBegun, type Reading } from './reading.ts';
import {
  endReading,
  insertReading,
  lastReading,
  noteHandReminder,
  progressOf,
  takeForReminder,
  takeUntold,
  updateReading,
} from './store.ts';
import { tellStillToRead, tellToRead } from './tell.ts';

type Parts = Pick<ProcessParts, 'clock' | 'audit' | 'people' | 'policy'>;

const done: Outcome = { kind: 'done' };
const refuse = (code: string, sentence: string): Outcome => ({ kind: 'refused', code, sentence });
const wrong = (field: string, sentence: string): Outcome => ({ kind: 'wrong', fields: { [field]: sentence } });

type WantedReading = Pick<Reading, 'audience' | 'dueOn' | 'remindEvery' | 'remindUntil' | 'quiz'>;

/** The day by the organisation's clock. */
export async function todayOf({ people, clock }: Pick<Parts, 'people' | 'clock'>, tx: Tx): Promise<string> {
  const { timeZone } = await people.organisation(tx);
  return localOf(clock.now(), timeZone).toPlainDate().toString();
}

export function localOf(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

/** Asks that what holds is read, or changes how that is asked. Whoever has confirmed or passed a quiz has done so. */
export async function askReading(
  parts: Parts,
  tx: Tx,
  { actor }: Asking,
  found: Found,
  wanted: WantedReading,
): Promise<Outcome> {
  const { process, published } = found;
  if (published === null || process.archived) {
    return refuse('nothing_published', 'There is nothing to read yet. Publish it first.');
  }
  const last = await lastReading(tx, process.id);
  const open = last?.endedAt === null ? last : null;
  const refusal = daysRefused(wanted, open, await todayOf(parts, tx));
  if (refusal !== null) return refusal;
  const problems = wanted.quiz && quizProblems(wanted.quiz);
  if (problems !== null) return { kind: 'wrong', fields: problems };
  const { asked, blind } = askedOf(parts, found, wanted.audience, await everyReader(parts, tx));
  if (blind.length > 0) return wrong('audience', blindSentence(blind));
  if (asked.length === 0) return wrong('audience', 'That is nobody. Choose somebody who can see this process.');
  const reading: Reading = {
    ...(open ?? begun(parts, process.id, published, actor.personId)),
    ...wanted,
    remindUntil: wanted.remindEvery === null ? null : wanted.remindUntil,
  };
  await (open === null ? insertReading(tx, reading) : updateReading(tx, reading));
  await record(
    parts,
    tx,
    actor.personId,
    open === null ? 'processes.reading_asked' : 'processes.reading_changed',
    process.id,
    {
      version: published.number,
    },
  );
  await tellNewcomers(
    parts,
    tx,
    reading,
    published,
    asked.map(({ standing }) => standing.personId),
  );
  return done;
}

function begun({ clock }: Pick<Parts, 'clock'>, processId: string, { id, number }: Version, by: string): Reading {
  return {
    ...{ id: newId(clock), processId, versionId: id, number, changed: '', dueOn: '', remindEvery: null },
    ...{ remindUntil: null, quiz: null, askedBy: by, askedAt: clock.now(), remindedAt: null, remindedBy: null },
    ...{ endedAt: null, audience: [] },
  };
}

/** A day that stood there before may have gone by; one that is chosen now may not. */
function daysRefused(
  { dueOn, remindUntil }: Pick<Reading, 'dueOn' | 'remindUntil'>,
  open: Reading | null,
  today: string,
): Outcome | null {
  if (dueOn < today && dueOn !== open?.dueOn) return wrong('dueOn', 'This day is over. Choose a later one.');
  if (remindUntil !== null && remindUntil < today && remindUntil !== open?.remindUntil) {
    return wrong('remindUntil', 'This day is over. Choose a later one.');
  }
  return null;
}

/** Tells those of whom it is asked and who have not been told, each once. */
export async function tellNewcomers(
  parts: Pick<Parts, 'clock' | 'people'>,
  tx: Tx,
  reading: Reading,
  version: Version,
  personIds: readonly string[],
  before: Version | null = null,
): Promise<void> {
  const progress = await progressOf(tx, reading.id);
  const untold = personIds.filter((id) => {
    const { toldAt, confirmedAt } = progress.get(id) ?? notBegun(id);
    return toldAt === null && confirmedAt === null;
  });
  if (untold.length === 0) return;
  const taken = await takeUntold(tx, reading.id, untold, parts.clock.now());
  await tellToRead(parts, tx, reading, version, taken, before);
}

/**
 * A version was published that matters: what is asked of the process ends and is asked anew, of the same people, with as much
 * time as they had.
 */
export async function askAnew(
  parts: Parts,
  tx: Tx,
  { actor }: Asking,
  found: Found,
  changed: string,
): Promise<Outcome> {
  const { process, published } = found;
  const last = await lastReading(tx, process.id);
  if (published === null || last === null || last.endedAt !== null) {
    return refuse('not_asked', 'Nobody is asked to read this. Ask them first.');
  }
  if (published.number <= last.number) {
    return refuse('asked_already', 'They are asked to read this version already. Publish the next one first.');
  }
  const now = parts.clock.now();
  const { timeZone } = await parts.people.organisation(tx);
  const [askedOn, today] = [last.askedAt, now].map((at) => localOf(at, timeZone).toPlainDate().toString());
  await endReading(tx, last.id, actor.personId, now);
  const reading: Reading = {
    ...begun(parts, process.id, published, actor.personId),
    ...{ audience: last.audience, remindEvery: last.remindEvery, quiz: last.quiz, changed },
    ...anewOn({ ...last, askedOn: askedOn ?? '' }, today ?? ''),
  };
  await insertReading(tx, reading);
  await record(parts, tx, actor.personId, 'processes.reading_asked', process.id, { version: published.number });
  const before = (await listVersions(tx, process.id)).find(({ number }) => number === last.number) ?? null;
  const { asked } = askedOf(parts, found, reading.audience, await everyReader(parts, tx));
  const ids = asked.map(({ standing }) => standing.personId);
  await tellNewcomers(parts, tx, reading, published, ids, before);
  return done;
}

/** Ends the asking: nobody is reminded any more, and what was confirmed is kept. */
export async function endAsking(parts: Parts, tx: Tx, { actor }: Asking, { process }: Found): Promise<Outcome> {
  const last = await lastReading(tx, process.id);
  if (last === null || last.endedAt !== null) return refuse('not_asked', 'Nobody is asked to read this any more.');
  await endReading(tx, last.id, actor.personId, parts.clock.now());
  await record(parts, tx, actor.personId, 'processes.reading_ended', process.id, { version: last.number });
  return done;
}

/** Reminds all who have not confirmed and have not heard of it for a day. */
export async function remindNow(parts: Parts, tx: Tx, { actor }: Asking, found: Found): Promise<Outcome> {
  const { process, published } = found;
  const last = await lastReading(tx, process.id);
  if (published === null || last === null || last.endedAt !== null) {
    return refuse('not_asked', 'Nobody is asked to read this any more.');
  }
  const now = parts.clock.now();
  const again = handAgainAt(last, now);
  if (again !== null) return refuse('reminded_already', await remindedSentence(parts, tx, last, again));
  const progress = await progressOf(tx, last.id);
  const { asked } = askedOf(parts, found, last.audience, await everyReader(parts, tx));
  const missing = asked.map(({ standing: { personId } }) => progress.get(personId) ?? notBegun(personId));
  const ids = missing.filter((one) => isForHand(one, now)).map(({ personId }) => personId);
  const since = new Date(now.getTime() - 86_400_000);
  const untold = await takeUntold(
    tx,
    last.id,
    ids.filter((id) => !progress.has(id)),
    now,
  );
  const taken = [
    ...untold,
    ...(await takeForReminder(
      tx,
      last.id,
      ids.filter((id) => progress.has(id)),
      { since, at: now },
    )),
  ];
  if (taken.length === 0) {
    return refuse('nobody_to_remind', 'Everybody has confirmed, or has heard of it within the last day.');
  }
  await noteHandReminder(tx, last.id, actor.personId, now);
  await record(parts, tx, actor.personId, 'processes.reading_reminded', process.id, {
    version: last.number,
    people: taken.length,
  });
  const { dueOn } = last;
  for (const id of taken) {
    await tellStillToRead(parts, tx, id, [{ processId: process.id, title: published.title, dueOn }], now);
  }
  return done;
}

async function remindedSentence({ people }: Parts, tx: Tx, { remindedAt, remindedBy }: Reading, again: Date) {
  const { timeZone } = await people.organisation(tx);
  const names = await people.namesOf(tx, remindedBy === null ? [] : [remindedBy]);
  const by = names.get(remindedBy ?? '') ?? 'Somebody';
  const at = timeWords(remindedAt ?? again, timeZone);
  return `${by} reminded them on ${at}. You can do so again from ${timeWords(again, timeZone)}.`;
}

type ReadingAct = Extract<ProcessAction, `processes.reading_${string}`>;

/** Writes down what was done about reading a process. */
export async function record(
  { audit }: Pick<Parts, 'audit'>,
  tx: Tx,
  personId: string,
  act: ReadingAct,
  processId: string,
  detail: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  const entry = { actor: { kind: 'person', id: personId }, target: { type: 'process', id: processId } } as const;
  await audit.append(tx, { ...entry, action: act, detail });
}
