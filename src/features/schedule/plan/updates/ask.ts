import { newId } from '../../../../platform/clock/index.ts';
import { orgOf, type Tx } from '../../../../platform/db/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import type { WorkRole } from '../../work/roles/role.ts';
import { listRoles } from '../../work/roles/store.ts';
import { findPeriod } from '../periods/store.ts';
import { plans, type Scheduler, schedules } from '../reach.ts';
import { recordPlanAct } from '../record.ts';
import type { UpdateAnswer } from '../shapes.ts';
import { endUpdate, insertUpdate, listUpdates, type PlanUpdate } from './store.ts';
import { updateSchedule } from './work-on.ts';

export interface Wanted {
  readonly locations?: readonly string[] | undefined;
  readonly seconds: number;
  readonly seed?: number | undefined;
  readonly changePublished: boolean;
}

export type Asked =
  | { readonly id: string }
  | { readonly refused: 'at_work' | 'nothing_to_plan'; readonly sentence: string };

/** Asks for an update of a period within the scheduler's reach. Null where there is no such period. */
export async function askForUpdate(
  parts: Pick<ScheduleParts, 'clock' | 'people' | 'audit' | 'jobs'>,
  tx: Tx,
  who: Scheduler,
  periodId: string,
  wanted: Wanted,
): Promise<Asked | null> {
  const { clock } = parts;
  const period = await findPeriod(tx, periodId, true);
  if (period === null) return null;
  await endLost(parts, tx, periodId);
  const roles = await listRoles(tx);
  const inScope = roles.filter((role) => plans(who, role) && (wanted.locations?.includes(role.locationId) ?? true));
  if (inScope.length === 0)
    return { refused: 'nothing_to_plan', sentence: 'There is no role at these places that you plan.' };
  const workers = await parts.people.workers(tx);
  const inReach = workers.filter((worker) => schedules(who, { ...worker, isActive: true }));
  const isAll = inScope.length === roles.length;
  const update: PlanUpdate = {
    ...{ id: newId(clock), periodId, state: 'waiting', locationIds: wanted.locations ?? null },
    roleIds: isAll ? null : inScope.map(({ id }) => id),
    personIds: inReach.length === workers.length ? null : inReach.map(({ id }) => id),
    ...{ changePublished: wanted.changePublished, seconds: wanted.seconds },
    seed: wanted.seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 1,
    ...{ askedBy: who.actor.personId, askedAt: clock.now(), startedAt: null, stopAsked: false },
    ...{ progress: null, outcome: null, planRevision: period.revision, problem: null },
  };
  if (!(await insertUpdate(tx, update)))
    return { refused: 'at_work', sentence: 'This period is being updated just now. Wait for it, or stop it.' };
  await parts.jobs.enqueue(tx, updateSchedule, { orgId: orgOf(tx), updateId: update.id }, { key: update.id });
  await recordPlanAct(parts, tx, who, 'schedule.update_asked', periodId, { update: update.id });
  return { id: update.id };
}

/** Longer than any update may take with all its repetitions. */
const lostAfterMs = 20 * 60_000;

/** An update whose work was lost for good must not keep the period from being updated. */
async function endLost({ clock }: Pick<ScheduleParts, 'clock'>, tx: Tx, periodId: string): Promise<void> {
  const now = clock.now();
  for (const { id, state, askedAt, startedAt } of await listUpdates(tx, periodId)) {
    const isAtWork = state === 'waiting' || state === 'running';
    if (isAtWork && now.getTime() - (startedAt ?? askedAt).getTime() > lostAfterMs)
      await endUpdate(tx, id, { problem: 'The update was lost when Coact was stopped. Nothing was changed.' }, now);
  }
}

/** Whether an update is of work that the scheduler plans. */
export function plansUpdate(who: Scheduler, roles: readonly WorkRole[], { roleIds }: PlanUpdate): boolean {
  return roles.filter(({ id }) => roleIds?.includes(id) ?? true).every((role) => plans(who, role));
}

export function showUpdate(update: PlanUpdate): UpdateAnswer {
  const { id, state, progress, outcome, problem, seed, askedAt } = update;
  return { ...{ id, state, progress, outcome, problem, seed }, askedAt: askedAt.toISOString() };
}
