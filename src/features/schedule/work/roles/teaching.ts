import type { AuditActor } from '../../../../platform/audit/index.ts';
import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { targetOf } from './roles.ts';
import { findRole, putPeople, whoKnows } from './store.ts';

interface Change {
  readonly learns: readonly string[];
  readonly leaves: readonly string[];
}

/** Somebody knows other roles from now on, as was decided elsewhere. What they know already stays; a role that is no more is passed over. */
export async function changeKnown(
  { clock, audit }: Pick<ScheduleParts, 'clock' | 'audit'>,
  tx: Tx,
  actor: AuditActor,
  personId: string,
  { learns, leaves }: Change,
): Promise<void> {
  // One order for all, so that two of these never wait for each other.
  for (const id of [...new Set([...learns, ...leaves])].toSorted()) {
    const role = await findRole(tx, id, true);
    if (role === null || role.archived) continue;
    const knowing = (await whoKnows(tx)).flatMap((one) => (one.roleId === id ? [one.personId] : []));
    const learning = learns.includes(id);
    if (knowing.includes(personId) === learning) continue;
    const kept = knowing.filter((one) => one !== personId);
    await putPeople(tx, id, learning ? [{ id: newId(clock), personId }] : [], kept);
    const detail = { added: Number(learning), removed: Number(!learning) };
    await audit.append(tx, { actor, action: 'schedule.role_people_changed', target: targetOf(role), detail });
  }
}
