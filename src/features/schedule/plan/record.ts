import type { AuditActor } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { type PlanAction, planActs } from './acts.ts';
import type { Scheduler } from './reach.ts';

/** Records an act of a scheduler. */
export function recordPlanAct(
  { audit }: Pick<ScheduleParts, 'audit'>,
  tx: Tx,
  { actor }: Scheduler,
  action: PlanAction,
  targetId: string,
  detail: Readonly<Record<string, string | number | boolean>> = {},
): Promise<void> {
  const by: AuditActor = { kind: 'person', id: actor.personId };
  return audit.append(tx, { actor: by, action, target: { type: planActs[action].target, id: targetId }, detail });
}
