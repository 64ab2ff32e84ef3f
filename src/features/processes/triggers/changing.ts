import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/policy/index.ts';
import { listRoles, type Repeat } from '../../schedule/index.ts';
import type { ProcessAction } from '../acts.ts';
import type { AlarmSettings } from '../alarms/alarm.ts';
import { putAlarms } from '../alarms/store.ts';
import type { ProcessParts } from '../parts.ts';
import type { Found } from '../writing/process.ts';
import type { Outcome } from '../writing/writing.ts';
import type { WantedRepeat, WantedTrigger } from './shapes.ts';
import { deleteTrigger, insertTrigger, triggersOf, updateTrigger } from './store.ts';
import type { Trigger } from './trigger.ts';

type Parts = Pick<ProcessParts, 'clock' | 'audit' | 'people'>;

/** As many begin one process; nobody overlooks more. */
const mostTriggers = 20;

const done: Outcome = { kind: 'done' };
const wrong = (field: string, sentence: string): Outcome => ({ kind: 'wrong', fields: { [field]: sentence } });

/** Lets something begin runs of a process. It counts from now on. */
export async function addTrigger(
  parts: Parts,
  tx: Tx,
  { personId }: Actor,
  { process }: Found,
  wanted: WantedTrigger,
): Promise<Outcome> {
  if ((await triggersOf(tx, process.id)).length >= mostTriggers) {
    return {
      kind: 'refused',
      code: 'too_many',
      sentence: `A process has at most ${mostTriggers} of these. Remove one first.`,
    };
  }
  const problem = await problemOf(parts, tx, wanted);
  if (problem !== null) return problem;
  const trigger = triggerFrom(wanted, {
    id: newId(parts.clock),
    processId: process.id,
    paused: false,
    since: parts.clock.now(),
  });
  await insertTrigger(tx, trigger, personId);
  await record(parts, tx, personId, 'processes.trigger_added', process.id, trigger.kind);
  return done;
}

/** Changes what begins a process. What was before the change does not begin anything any more. */
export async function changeTrigger(
  parts: Parts,
  tx: Tx,
  { personId }: Actor,
  trigger: Trigger,
  wanted: WantedTrigger,
): Promise<Outcome> {
  const problem = await problemOf(parts, tx, wanted);
  if (problem !== null) return problem;
  const { id, processId, paused } = trigger;
  await updateTrigger(tx, triggerFrom(wanted, { id, processId, paused, since: parts.clock.now() }));
  await record(parts, tx, personId, 'processes.trigger_changed', processId, wanted.kind);
  return done;
}

/** Lets it rest, or go on: with what comes next, not with what was left out. */
export async function pauseTrigger(
  parts: Parts,
  tx: Tx,
  { personId }: Actor,
  trigger: Trigger,
  paused: boolean,
): Promise<Outcome> {
  if (trigger.paused === paused) return done;
  await updateTrigger(tx, { ...trigger, paused, since: parts.clock.now(), problem: null });
  await record(parts, tx, personId, 'processes.trigger_changed', trigger.processId, trigger.kind);
  return done;
}

/** Removes it. Runs that it has begun stay. */
export async function removeTrigger(parts: Parts, tx: Tx, { personId }: Actor, trigger: Trigger): Promise<Outcome> {
  await deleteTrigger(tx, trigger.id);
  await record(parts, tx, personId, 'processes.trigger_removed', trigger.processId, trigger.kind);
  return done;
}

/** Says who is told of what is late, and when. */
export async function setAlarms(
  { audit }: Parts,
  tx: Tx,
  { personId }: Actor,
  { process }: Found,
  wanted: AlarmSettings,
): Promise<Outcome> {
  const { ownerAfter, managerAfter } = wanted;
  if (ownerAfter !== null && managerAfter !== null && managerAfter < ownerAfter) {
    return wrong('managerAfter', 'The manager comes after whoever answers for the process.');
  }
  await putAlarms(tx, process.id, wanted);
  await audit.append(tx, {
    actor: { kind: 'person', id: personId },
    target: { type: 'process', id: process.id },
    action: 'processes.alarms_changed',
  });
  return done;
}

function triggerFrom(
  { repeat, ...wanted }: WantedTrigger,
  own: Pick<Trigger, 'id' | 'processId' | 'paused' | 'since'>,
): Trigger {
  const { kind, doer } = wanted;
  return {
    ...wanted,
    ...own,
    problem: null,
    repeat: kind === 'schedule' && repeat !== null ? repeatFrom(repeat) : null,
    atTime: kind === 'schedule' ? wanted.atTime : null,
    minutesBefore: kind === 'shift' ? wanted.minutesBefore : 0,
    tellWithout: kind === 'shift' && wanted.tellWithout,
    doerId: doer === 'person' ? wanted.doerId : null,
    doerRoleId: doer === 'role' ? wanted.doerRoleId : null,
  };
}

/** As the calendar writes it. */
function repeatFrom(wanted: WantedRepeat): Repeat {
  if (wanted.every === 'day') return { every: 'day', interval: 1 };
  if (wanted.every === 'week') return { every: 'week', interval: 1, days: wanted.days, weekStart: 'MO' };
  return { every: 'month', interval: 1, on: { day: wanted.day } };
}

const doersOf: Readonly<Record<Trigger['kind'], readonly Trigger['doer'][]>> = {
  schedule: ['anyone', 'person', 'role'],
  shift: ['opener'],
  joining: ['manager', 'person', 'role'],
  leaving: ['manager', 'person', 'role'],
};

/** What is wrong with what is asked for; null where it can be. */
async function problemOf({ people }: Parts, tx: Tx, wanted: WantedTrigger): Promise<Outcome | null> {
  const { kind, repeat, atTime, locationId, doer, doerId, doerRoleId } = wanted;
  if (kind === 'schedule' && repeat === null) return wrong('repeat', 'Say on which days.');
  if (kind === 'schedule' && atTime === null) return wrong('atTime', 'Say at which time.');
  if (kind === 'shift' && locationId === null) return wrong('locationId', 'Choose the location whose shifts count.');
  if (!doersOf[kind].includes(doer)) return wrong('doer', 'Choose whose the runs are.');
  if (doer === 'person' && (doerId === null || (await people.person(tx, doerId))?.state !== 'active')) {
    return wrong('doerId', 'This person is not here any more. Choose somebody else.');
  }
  const isRole = async () => (await listRoles(tx)).some(({ id, archived }) => id === doerRoleId && !archived);
  if (doer === 'role' && !(await isRole())) return wrong('doerRoleId', 'There is no such role.');
  const { locations } = await people.places(tx);
  const isPlace = locationId === null || locations.some(({ id, archived }) => id === locationId && !archived);
  return isPlace ? null : wrong('locationId', 'There is no such location.');
}

async function record(
  { audit }: Parts,
  tx: Tx,
  personId: string,
  action: Extract<ProcessAction, `processes.trigger_${string}`>,
  processId: string,
  kind: Trigger['kind'],
): Promise<void> {
  const entry = { actor: { kind: 'person', id: personId }, target: { type: 'process', id: processId } } as const;
  await audit.append(tx, { ...entry, action, detail: { kind } });
}
