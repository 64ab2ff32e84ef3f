import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { ProcessParts } from '../parts.ts';
import type { Found } from '../writing/process.ts';
import { type Asking, standingOf } from '../writing/standing.ts';
import { isWithin } from '../writing/step.ts';
import type { Outcome } from '../writing/writing.ts';
import { approvesOwn, type Doing, type Entry, isDoer, isFinished, refusalOf, statesOf } from './run.ts';
import {
  endRun,
  entriesOf,
  findRunPicture,
  insertEntry,
  insertRun,
  isEntry,
  type Run,
  takeBackEntry,
} from './store.ts';

type Parts = Pick<ProcessParts, 'clock' | 'audit' | 'people'>;

const done: Outcome = { kind: 'done' };
const refuse = (code: string, sentence: string): Outcome => ({ kind: 'refused', code, sentence });

interface WantedRun {
  readonly doerId: string | null;
  readonly locationId: string | null;
  readonly dueAt: Date | null;
}

/** Begins to go through what holds now. Gives the run's id, or why there is none. */
export async function startRun(
  parts: Parts,
  tx: Tx,
  { actor }: Asking,
  { process, published }: Found,
  wanted: WantedRun,
): Promise<string | Exclude<Outcome, { kind: 'done' }>> {
  if (published === null || published.steps.length === 0 || process.archived) {
    return { kind: 'refused', code: 'no_steps', sentence: 'There is nothing to go through: no steps are published.' };
  }
  if (wanted.doerId !== null && (await parts.people.person(tx, wanted.doerId))?.state !== 'active') {
    return { kind: 'wrong', fields: { doerId: 'This person is not here any more. Choose somebody else.' } };
  }
  const { locations } = await parts.people.places(tx);
  if (wanted.locationId !== null && !locations.some(({ id }) => id === wanted.locationId)) {
    return { kind: 'wrong', fields: { locationId: 'There is no such location.' } };
  }
  const startedAt = parts.clock.now();
  if (wanted.dueAt !== null && wanted.dueAt <= startedAt) {
    return { kind: 'wrong', fields: { dueAt: 'This is over already. Choose a later time.' } };
  }
  const id = newId(parts.clock);
  await insertRun(tx, {
    ...wanted,
    id,
    processId: process.id,
    versionId: published.id,
    startedBy: actor.personId,
    startedAt,
  });
  await record(parts, tx, actor.personId, 'processes.run_started', id, { process: process.id });
  const { doerId, dueAt } = wanted;
  if (doerId !== null && doerId !== actor.personId) {
    const { timeZone } = await parts.people.organisation(tx);
    const until = dueAt === null ? [] : [`Until ${timeWords(dueAt, timeZone)}.`];
    await parts.people.tell(tx, [
      {
        ...{
          personId: doerId,
          event: 'reminder',
          key: `process-run/${id}`,
          subject: `To be done by you: ${published.title}`,
        },
        lines: [`${published.steps.length === 1 ? 'One step' : `${published.steps.length} steps`}.`, ...until],
        link: { label: 'Open it', path: `/processes/runs/${id}` },
      },
    ]);
  }
  return id;
}

/** A moment as it is told to people. */
export function timeWords(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
}

/**
 * Notes a step as done. The same entry that arrives twice counts once; of two people who do one step, the second is told
 * who has done it. What is left open is the run's version alone.
 */
export async function note(
  parts: Parts,
  tx: Tx,
  { actor }: Asking,
  run: Run,
  wanted: Doing & { readonly id: string; readonly doneAt: Date },
): Promise<Outcome> {
  const { personId } = actor;
  const entries = (await entriesOf(tx, [run.id])).get(run.id) ?? [];
  if (entries.some(({ id }) => id === wanted.id)) return done;
  if (await isEntry(tx, wanted.id)) return refuse('id_taken', 'This was noted elsewhere already. Note it again.');
  if (run.state !== 'open') return refuse('run_ended', 'This run has ended meanwhile.');
  const index = run.steps.findIndex(({ id }) => id === wanted.stepId);
  const step = run.steps[index];
  if (step === undefined) return refuse('no_step', 'This run has no such step.');
  const states = statesOf(run.steps, entries);
  if (states[index] === 'done') return refuse('done_already', await whoDid(parts, tx, entries, step.id));
  const { roles } = await standingOf(parts, tx, actor);
  if (!isDoer(step, personId, roles)) return refuse('not_yours', 'This step is for somebody else to do.');
  if (approvesOwn(step, personId, entries))
    return refuse('own_work', 'Somebody else approves: you did a part of this yourself.');
  const refusal = refusalOf(step, states[index] ?? 'open', wanted);
  if (refusal !== null) return { kind: 'refused', ...refusal };
  if (wanted.pictureId !== null && (await findRunPicture(tx, wanted.pictureId))?.runId !== run.id) {
    return refuse('no_picture', 'Take a photo first.');
  }
  const arrivedAt = parts.clock.now();
  const entry: Entry = {
    ...{ id: wanted.id, stepId: step.id, personId, arrivedAt, takenBackAt: null, words: wanted.words },
    // A device whose clock is ahead did nothing in the future.
    doneAt: wanted.doneAt > arrivedAt ? arrivedAt : wanted.doneAt,
    value: step.kind === 'measure' ? wanted.value : null,
    within: step.measure !== null && wanted.value !== null ? isWithin(step.measure, wanted.value) : null,
    choice: step.kind === 'decide' ? wanted.choice : null,
    pictureId: wanted.pictureId,
  };
  await insertEntry(tx, run.id, entry);
  await record(parts, tx, personId, 'processes.step_done', run.id, { step: step.id, within: entry.within ?? true });
  if (isFinished(statesOf(run.steps, [...entries, entry]))) {
    await endRun(tx, run.id, { state: 'finished', at: arrivedAt, by: personId });
    await record(parts, tx, personId, 'processes.run_finished', run.id);
  }
  return done;
}

async function whoDid({ people }: Parts, tx: Tx, entries: readonly Entry[], stepId: string): Promise<string> {
  const entry = entries.find((one) => one.stepId === stepId && one.takenBackAt === null);
  const names = await people.namesOf(tx, entry?.personId ? [entry.personId] : []);
  const name = names.get(entry?.personId ?? '') ?? 'Somebody';
  const value = entry?.value === null || entry === undefined ? '' : `, with ${entry.value}`;
  return `${name} has done this step already${value}. What stands there stays.`;
}

/** Takes back what was noted of a step: by who noted it, or whoever answers for the process. It stays as evidence. */
export async function takeBack(
  parts: Parts,
  tx: Tx,
  { actor }: Asking,
  run: Run,
  stepId: string,
  mayAny: boolean,
): Promise<Outcome> {
  if (run.state !== 'open') return refuse('run_ended', 'This run has ended meanwhile.');
  const entries = (await entriesOf(tx, [run.id])).get(run.id) ?? [];
  const entry = entries.find((one) => one.stepId === stepId && one.takenBackAt === null);
  if (entry === undefined) return refuse('not_done', 'This step is not done.');
  if (entry.personId !== actor.personId && !mayAny) return refuse('not_yours', 'Somebody else has noted this step.');
  await takeBackEntry(tx, entry.id, actor.personId, parts.clock.now());
  await record(parts, tx, actor.personId, 'processes.step_taken_back', run.id, { step: stepId });
  return done;
}

/** Ends a run that is not gone through to its end. */
export async function stopRun(parts: Parts, tx: Tx, { actor }: Asking, run: Run, why: string): Promise<Outcome> {
  if (run.state !== 'open') return refuse('run_ended', 'This run has ended already.');
  await endRun(tx, run.id, { state: 'stopped', at: parts.clock.now(), by: actor.personId, why });
  await record(parts, tx, actor.personId, 'processes.run_stopped', run.id);
  return done;
}

type RunAction = 'run_started' | 'run_finished' | 'run_stopped' | 'step_done' | 'step_taken_back';

async function record(
  { audit }: Parts,
  tx: Tx,
  personId: string,
  action: `processes.${RunAction}`,
  runId: string,
  detail?: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  const entry = { actor: { kind: 'person', id: personId }, target: { type: 'process_run', id: runId } } as const;
  await audit.append(tx, { ...entry, action, ...(detail ? { detail } : {}) });
}
