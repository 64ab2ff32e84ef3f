import type { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import { listRoles } from '../../schedule/index.ts';
import type { ProcessParts } from '../parts.ts';
import { lateStart } from '../triggers/trigger.ts';
import { standingOf } from '../writing/standing.ts';
import { isHolder } from './holders.ts';
import { approvesOwn, type Entry, isDoer, statesOf } from './run.ts';
import type { runListed, runShape } from './shapes.ts';
import { entriesOf, type Run } from './store.ts';

type Parts = Pick<ProcessParts, 'people' | 'clock'>;
type Names = ReadonlyMap<string, string>;

const who = (names: Names, id: string | null) =>
  id !== null && names.has(id) ? { id, name: names.get(id) ?? '' } : null;
const standing = (entries: readonly Entry[]) => entries.filter(({ takenBackAt }) => takenBackAt === null);

/** Names of everybody and everything in some runs. */
async function namesFor({ people }: Parts, tx: Tx, runs: readonly Run[], entries: readonly Entry[]): Promise<Names> {
  const ids = [
    ...runs.flatMap(({ startedBy, doerId, aboutId, steps }) => [
      startedBy,
      doerId,
      aboutId,
      ...steps.map(({ doer }) => doer.id),
    ]),
    ...entries.map(({ personId }) => personId),
  ].filter((id) => id !== null);
  const { locations } = await people.places(tx);
  return new Map([
    ...[...(await listRoles(tx)), ...locations].map(({ id, name }) => [id, name] as const),
    ...(await people.namesOf(tx, [...new Set(ids)])),
  ]);
}

/** Runs in a line each. */
export async function showRuns(
  parts: Parts,
  tx: Tx,
  { actor }: Asking,
  runs: readonly Run[],
): Promise<z.infer<typeof runListed>[]> {
  const entries = await entriesOf(
    tx,
    runs.map(({ id }) => id),
  );
  const names = await namesFor(parts, tx, runs, []);
  const { roles } = await standingOf(parts, tx, actor);
  return runs.map((run) => lineOf(parts, run, standing(entries.get(run.id) ?? []), names, { ...actor, known: roles }));
}

function lineOf(
  { clock }: Parts,
  run: Run,
  entries: readonly Entry[],
  names: Names,
  { personId, known }: { readonly personId: string; readonly known: readonly string[] },
): z.infer<typeof runListed> {
  const states = statesOf(run.steps, entries);
  const { id, processId, title, number, state } = run;
  return {
    ...{ id, processId, title, version: number, state },
    ...{ startedBy: who(names, run.startedBy), doer: who(names, run.doerId) },
    doerRole: run.doerRoleId === null ? null : (names.get(run.doerRoleId) ?? ''),
    about: who(names, run.aboutId),
    location: run.locationId === null ? null : (names.get(run.locationId) ?? null),
    ...{ startedAt: run.startedAt.toISOString(), dueAt: run.dueAt?.toISOString() ?? null },
    endedAt: run.endedAt?.toISOString() ?? null,
    done: states.filter((one) => one === 'done' || one === 'skipped').length,
    steps: states.length,
    outside: entries.filter(({ within }) => within === false).length,
    late: state === 'open' && run.dueAt !== null && run.dueAt <= clock.now(),
    mine: state === 'open' && isHolder(run, personId, known),
    byItself: run.plannedAt !== null,
    lateStart: lateStart(run.plannedAt, run.startedAt),
  };
}

/** One run with its steps, as whoever asks may go on with it. @param mayAny whether they answer for the process */
export async function showRun(
  parts: Parts,
  tx: Tx,
  { actor }: Asking,
  run: Run,
  mayAny: boolean,
): Promise<z.infer<typeof runShape>> {
  const all = (await entriesOf(tx, [run.id])).get(run.id) ?? [];
  const entries = standing(all);
  const names = await namesFor(parts, tx, [run], entries);
  const { roles } = await standingOf(parts, tx, actor);
  const states = statesOf(run.steps, entries);
  const isOpen = run.state === 'open';
  return {
    ...lineOf(parts, run, entries, names, { ...actor, known: roles }),
    stoppedWhy: run.stoppedWhy,
    mayStop: isOpen && (mayAny || run.startedBy === actor.personId),
    names: Object.fromEntries(
      run.steps.flatMap(({ doer }) =>
        doer.id !== null && names.has(doer.id) ? [[doer.id, names.get(doer.id) ?? '']] : [],
      ),
    ),
    items: run.steps.map((step, index) => {
      const entry = entries.find(({ stepId }) => stepId === step.id);
      const state = states[index] ?? 'open';
      const mayDo =
        isOpen &&
        state === 'open' &&
        isDoer(step, actor.personId, roles) &&
        !approvesOwn(step, actor.personId, entries);
      return {
        step: { ...step, choices: [...step.choices] },
        takenBack: all.filter(({ stepId, takenBackAt }) => stepId === step.id && takenBackAt !== null).length,
        ...{ state, mayDo, mayTakeBack: isOpen && state === 'done' && (mayAny || entry?.personId === actor.personId) },
        entry: entry && state === 'done' ? entryOf(entry, names) : null,
      };
    }),
  };
}

function entryOf({ id, personId, doneAt, arrivedAt, value, within, choice, words, pictureId }: Entry, names: Names) {
  return {
    ...{ id, by: who(names, personId), doneAt: doneAt.toISOString(), arrivedAt: arrivedAt.toISOString() },
    ...{ value, within, choice, words, pictureId },
  };
}
