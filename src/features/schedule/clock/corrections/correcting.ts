import { newId } from '../../../../platform/clock/index.ts';
import type { Worker } from '../../../people/index.ts';
import { byPerson } from '../../acts.ts';
import { mayDecide } from '../../asking.ts';
import type { Problem } from '../../calendar/series.ts';
import { minutesAt } from '../../plan/plan.ts';
import { endNow } from '../clocking.ts';
import { type AskingDoing, minuteNow, type Refusal } from '../doing.ts';
import type { ClockEntry } from '../entry.ts';
import { rolesOf } from '../names.ts';
import { dayAt } from '../placing.ts';
import { findEntry, lockClock, worksWithin } from '../store.ts';
import { applyCorrection, placeOfWork } from './apply.ts';
import { type CorrectionKind, stateAfter, type Verdict, type WantedWork, workProblem } from './correction.ts';
import { askedOf, type Correction, decideCorrection, insertCorrection } from './store.ts';
import { tellDecided, tellToDecide } from './tell.ts';

/** What somebody wants to be corrected. */
export interface WantedCorrection {
  /** Null: something that was not clocked at all. */
  readonly entryId: string | null;
  /** Null: the entry is to go. */
  readonly work: WantedWork | null;
  readonly roleId: string | null;
  readonly reason: string;
}

export type Corrected =
  | { readonly kind: 'done'; readonly correction: Correction; readonly reopened: readonly string[] }
  | { readonly kind: 'wrong'; readonly problem: Problem }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'absent' };

export const reasonAt = (id: string) => ({ table: 'clock_corrections', column: 'reason_sealed', rowId: id });
export const answerAt = (id: string) => ({ table: 'clock_corrections', column: 'answer_sealed', rowId: id });

const refused = (code: string, sentence: string): Corrected => ({ kind: 'refused', refusal: { code, sentence } });
const overlaps = refused('overlaps', 'There are other hours of this person at that time. Correct those first.');
const askedBefore = refused(
  'asked_already',
  'A correction of this was asked for already. Decide or withdraw that first.',
);
const wrongRole = 'There is no such role among those that this person works in.';

/**
 * Corrects what somebody worked. Who may decide about the person corrects at once; the person themselves asks. What still
 * runs ends now, as by clocking out: from when it really ended is what the correction says, and nothing is cut before
 * somebody decided so.
 */
export async function correct(doing: AskingDoing, worker: Worker, wanted: WantedCorrection): Promise<Corrected> {
  const { parts, tx, asking } = doing;
  await lockClock(tx, worker.id);
  const entry = wanted.entryId === null ? null : await findEntry(tx, wanted.entryId);
  if (wanted.entryId !== null && entry?.personId !== worker.id) return { kind: 'absent' };
  const problem = await problemOf(doing, worker, entry, wanted);
  if (problem !== null) return { kind: 'wrong', problem };
  if (entry !== null && (await askedOf(tx, [entry.id])).has(entry.id)) return askedBefore;
  if (wanted.work !== null && (await worksWithin(tx, worker.id, wanted.work, entry?.id))) return overlaps;
  const correction = await written(doing, worker, entry, wanted);
  if (mayDecide(asking, worker)) return decideOn(doing, worker, correction, 'approve', null);
  if (entry?.end === null) await endNow(doing, entry);
  await parts.audit.append(tx, {
    ...byPerson(asking.actor),
    action: 'schedule.correction_asked',
    target: { type: 'correction', id: correction.id },
    detail: { person: worker.id, kind: correction.kind },
  });
  await tellToDecide(doing, worker, correction);
  return { kind: 'done', correction, reopened: [] };
}

async function problemOf(
  doing: AskingDoing,
  worker: Worker,
  entry: ClockEntry | null,
  { work, roleId }: WantedCorrection,
): Promise<Problem | null> {
  const { parts, tx } = doing;
  if (work === null) return entry === null ? { field: 'from', sentence: 'Say what was worked.' } : null;
  const isKnown = roleId === null || roleId === entry?.roleId || (await knows(roleId));
  if (!isKnown) return { field: 'roleId', sentence: wrongRole };
  return workProblem(work, minuteNow(parts)) ?? leftBefore(doing, worker, entry, work, roleId);

  async function knows(id: string): Promise<boolean> {
    return (await rolesOf(parts, tx, worker.id)).some((role) => role.id === id);
  }
}

/** Nobody works on a day after that on which they left; into the next one the last shift may go on. */
async function leftBefore(
  doing: AskingDoing,
  worker: Worker,
  entry: ClockEntry | null,
  work: WantedWork,
  roleId: string | null,
): Promise<Problem | null> {
  const [leaver] = await doing.parts.people.leavers(doing.tx, [worker.id]);
  if (!leaver?.leftAt) return null;
  const { zone } = await placeOfWork(doing, worker.id, work, roleId, entry);
  const last = dayAt(zone, minutesAt(leaver.leftAt));
  if (dayAt(zone, work.start) <= last) return null;
  return { field: 'from', sentence: `${leaver.name} left on ${last}. Hours of a later day can’t be theirs.` };
}

/** Writes a correction down as asked for. */
async function written(
  doing: AskingDoing,
  worker: Worker,
  entry: ClockEntry | null,
  { work, roleId, reason }: WantedCorrection,
): Promise<Correction> {
  const { parts, tx, by } = doing;
  const id = newId(parts.clock);
  const kind: CorrectionKind = entry === null ? 'add' : work === null ? 'remove' : 'change';
  const stretch = work ?? presentWork(entry, minuteNow(parts));
  const { zone } = await placeOfWork(doing, worker.id, stretch, roleId, entry);
  const correction: Correction = {
    ...{ id, personId: worker.id, entryId: entry?.id ?? null, kind, roleId, zone, ...stretch, state: 'asked' },
    ...{ reasonSealed: await parts.vault.seal(tx, reasonAt(id), reason), answerSealed: null },
    ...{ askedBy: by, askedAt: parts.clock.now(), decidedBy: null, decidedAt: null },
  };
  await insertCorrection(tx, correction);
  return correction;
}

/** What an entry has, with ends for what runs. */
function presentWork(entry: ClockEntry | null, now: number): WantedWork {
  if (entry === null) throw new Error('nothing was to be removed');
  const end = entry.end ?? Math.max(now, entry.start);
  return { start: entry.start, end, breaks: entry.breaks.map((one) => ({ start: one.start, end: one.end ?? end })) };
}

/** Approves, declines or withdraws what was asked for. */
export async function decideOn(
  doing: AskingDoing,
  worker: Worker,
  before: Correction,
  verdict: Verdict,
  answer: string | null,
): Promise<Corrected> {
  const { parts, tx, by } = doing;
  await lockClock(tx, worker.id);
  if (verdict === 'approve' && before.kind !== 'remove') {
    if (await worksWithin(tx, worker.id, before, before.entryId ?? undefined)) return overlaps;
  }
  const applied = verdict === 'approve' ? await applyCorrection(doing, before) : null;
  const correction: Correction = {
    ...{ ...before, state: stateAfter[verdict], entryId: applied?.entryId ?? before.entryId },
    answerSealed: answer === null ? null : await parts.vault.seal(tx, answerAt(before.id), answer),
    ...{ decidedBy: by, decidedAt: parts.clock.now() },
  };
  await decideCorrection(tx, correction);
  if (before.askedBy !== by || verdict === 'withdraw') {
    await parts.audit.append(tx, {
      ...byPerson({ personId: by }),
      action: 'schedule.correction_decided',
      target: { type: 'correction', id: before.id },
      detail: { person: worker.id, state: correction.state },
    });
  }
  await tellDecided(doing, worker, correction, answer);
  return { kind: 'done', correction, reopened: applied?.reopened ?? [] };
}
