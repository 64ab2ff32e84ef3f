import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { ProcessParts } from '../parts.ts';
import { tellHolders } from '../slack/telling.ts';
import type { Found, Process, Version } from '../writing/process.ts';
import { standingOf } from '../writing/standing.ts';
import { isWithin } from '../writing/step.ts';
import type { Outcome } from '../writing/writing.ts';
import { approvesOwn, type Doing, type Entry, isDoer, isFinished, refusalOf, statesOf } from './run.ts';
import {
  endRun,
  entriesOf,
  findRun,
  findRunPicture,
  insertEntry,
  insertRun,
  isEntry,
  type Run,
  type StartedRun,
  takeBackEntry,
} from './store.ts';

type Parts = Pick<ProcessParts, 'clock' | 'audit' | 'people' | 'policy'>;

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
  return beginRun(parts, tx, {
    ...{ process, published, ...wanted, doerRoleId: null, startedBy: actor.personId },
    ...{ startedAt, triggerId: null, plannedAt: null, aboutId: null },
  });
}

/** A run that is to begin, with the version that holds. */
export type Beginning = Omit<StartedRun, 'id' | 'processId' | 'versionId'> & {
  readonly process: Process;
  readonly published: Version;
};

/** Begins a run, by somebody or by itself, and tells whose it is. @param more lines that say why it begins so */
export async function beginRun(
  parts: Pick<ProcessParts, 'clock' | 'audit' | 'people' | 'policy'>,
  tx: Tx,
  { process, published, ...begun }: Beginning,
  more: readonly string[] = [],
): Promise<string> {
  const id = newId(parts.clock);
  await insertRun(tx, { ...begun, id, processId: process.id, versionId: published.id });
  await record(parts, tx, begun.startedBy, 'processes.run_started', id, { process: process.id });
  const run = await findRun(tx, id);
  if (run === null) throw new Error('a run vanished while it was begun');
  await tellHolders(parts, tx, run, more);
  return id;
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

/** Says who has done a step that stands, and with which value. */
export async function whoDid(
  { people }: Pick<Parts, 'people'>,
  tx: Tx,
  entries: readonly Entry[],
  stepId: string,
): Promise<string> {
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

/** Ends a run that is not gone through to its end. @param by null: it ends by itself */
export async function stopRun(
  parts: Pick<Parts, 'clock' | 'audit'>,
  tx: Tx,
  by: string | null,
  run: Run,
  why: string,
): Promise<Outcome> {
  if (run.state !== 'open') return refuse('run_ended', 'This run has ended already.');
  await endRun(tx, run.id, { state: 'stopped', at: parts.clock.now(), by, why });
  await record(parts, tx, by, 'processes.run_stopped', run.id);
  return done;
}

type RunAction = 'run_started' | 'run_finished' | 'run_stopped' | 'step_done' | 'step_taken_back';

/** Who acts where nobody does: the clock, or what else begins and ends runs. */
const byItself = { kind: 'system', id: 'processes' } as const;

async function record(
  { audit }: Pick<Parts, 'audit'>,
  tx: Tx,
  personId: string | null,
  action: `processes.${RunAction}`,
  runId: string,
  detail?: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  const actor = personId === null ? byItself : ({ kind: 'person', id: personId } as const);
  await audit.append(tx, { actor, target: { type: 'process_run', id: runId }, action, ...(detail ? { detail } : {}) });
}
