import type { Tx } from '../../../platform/db/index.ts';
import { covers } from '../../people/index.ts';
import { whoKnows } from '../../schedule/index.ts';
import type { ProcessParts } from '../parts.ts';
import { holdersOf } from '../runs/holders.ts';
import { statesOf } from '../runs/run.ts';
import { entriesOf, openRuns, type Run } from '../runs/store.ts';
import { timeWords } from '../runs/time-words.ts';
import { retellRun } from '../slack/telling.ts';
import type { Found } from '../writing/process.ts';
import { answeringFor } from '../writing/reminders.ts';
import { mayRead } from '../writing/standing.ts';
import type { Step } from '../writing/step.ts';
import { findProcess } from '../writing/store.ts';
import { type Alarm, alarmsDue } from './alarm.ts';
import { noteAlarm, readAlarms } from './store.ts';

type Parts = Pick<ProcessParts, 'clock' | 'people' | 'policy'>;

/** Tells of runs and steps that are late, each person once for each of them. */
export async function tellOfLate(parts: Parts, tx: Tx): Promise<void> {
  const now = parts.clock.now();
  for (const run of await openRuns(tx)) {
    const found = await findProcess(tx, run.processId);
    if (found === null) continue;
    const settings = await readAlarms(tx, run.processId);
    const entries = ((await entriesOf(tx, [run.id])).get(run.id) ?? []).filter(
      ({ takenBackAt }) => takenBackAt === null,
    );
    const watched = {
      ...run,
      states: statesOf(run.steps, entries),
      notedAt: entries.map(({ arrivedAt }) => arrivedAt),
    };
    const fresh: Alarm[] = [];
    for (const alarm of alarmsDue(watched, settings, now)) {
      if (await noteAlarm(tx, run.id, alarm.stepId ?? run.id, alarm.stage, now)) fresh.push(alarm);
    }
    if (fresh.length === 0) continue;
    await tell(parts, tx, run, found, fresh);
    await retellRun(parts, tx, run);
  }
}

/** Whoever has come up at several stages at once hears of each thing once: the key is the thing's, and the person's. */
async function tell(parts: Parts, tx: Tx, run: Run, found: Found, alarms: readonly Alarm[]): Promise<void> {
  const { timeZone } = await parts.people.organisation(tx);
  const holders = await holdersOf(parts, tx, run, found);
  const names = await parts.people.namesOf(tx, holders);
  const hands = holders.map((id) => names.get(id)).filter((name) => name !== undefined);
  for (const { stepId, stage, since } of alarms) {
    const step = run.steps.find(({ id }) => id === stepId) ?? null;
    const told = await toldAt(parts, tx, { run, found, step, holders }, stage);
    const what = found.process.confidential ? 'something that is confidential' : run.title;
    const when = timeWords(since, timeZone);
    const about = step === null || found.process.confidential ? [] : [`The step “${step.title}” waits.`];
    await parts.people.tell(
      tx,
      told.map((personId) => ({
        ...{ personId, event: 'reminder', key: `process-run/${run.id}/${stepId ?? ''}late`, subject: `Late: ${what}` },
        lines: [
          ...about,
          step === null ? `It was to be done by ${when}.` : `It was to be done by ${when}, by how long it takes.`,
          ...(hands.length === 0 || holders.includes(personId)
            ? []
            : [`It is in the hands of ${hands.slice(0, 4).join(', ')}.`]),
        ],
        link: { label: 'Open it', path: `/processes/runs/${run.id}` },
      })),
    );
  }
}

interface Late {
  readonly run: Run;
  readonly found: Found;
  readonly step: Step | null;
  readonly holders: readonly string[];
}

/** Who is told at a stage: only whoever may read the process, so that what is confidential stays so. */
async function toldAt(parts: Parts, tx: Tx, late: Late, stage: Alarm['stage']): Promise<readonly string[]> {
  const told: string[] = [];
  for (const id of await wantedAt(parts, tx, late, stage)) {
    if (await mayRead(parts, tx, late.found, id)) told.push(id);
  }
  return told;
}

async function wantedAt(
  parts: Parts,
  tx: Tx,
  { run, found, step, holders }: Late,
  stage: Alarm['stage'],
): Promise<readonly string[]> {
  if (stage === 'owner') return answeringFor(parts, tx, found.process);
  if (stage === 'manager') return managersFor(parts, tx, run);
  if (step?.doer.kind === 'person') return [step.doer.id];
  if (step?.doer.kind === 'role') {
    const { id } = step.doer;
    return (await whoKnows(tx)).filter(({ roleId }) => roleId === id).map(({ personId }) => personId);
  }
  if (holders.length > 0) return holders;
  return run.startedBy === null ? [] : [run.startedBy];
}

/**
 * The managers of a run's place: schedulers whose reach is that location; where it has none or nobody schedules there, whom the
 * one who has it in hand reports to, and else the organisation's owners.
 */
async function managersFor({ people }: Parts, tx: Tx, { locationId, doerId }: Run): Promise<readonly string[]> {
  if (locationId !== null) {
    const near = (await people.actorsIn(tx, ['scheduler'])).filter(
      ({ reach }) =>
        reach.locations.length > 0 &&
        covers({ ...reach, departments: [] }, { departments: [], locations: [locationId] }),
    );
    if (near.length > 0) return near.map(({ personId }) => personId);
  }
  const manager = doerId === null ? undefined : (await people.managersOf(tx, [doerId])).get(doerId);
  if (manager !== undefined) return [manager];
  return (await people.actorsIn(tx, ['owner'])).map(({ personId }) => personId);
}
