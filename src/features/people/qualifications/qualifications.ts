import type { AuditActor } from '../../../platform/audit/index.ts';
import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { PeopleContext } from '../context.ts';
import { type Held, type Qualification, unfitting } from './qualification.ts';
import { heldBy, insertQualification, listQualifications, putHeld, updateQualification } from './store.ts';

type Context = Pick<PeopleContext, 'clock' | 'audit'>;

/** Who sets something up by hand, outside the web app. */
export const operator: AuditActor = { kind: 'operator', id: 'operator' };

export type WantedQualification = Pick<Qualification, 'name' | 'description' | 'expires'>;

/** Adds a qualification; null when its name is taken. */
export async function addQualification(
  { clock, audit }: Context,
  tx: Tx,
  by: AuditActor,
  wanted: WantedQualification,
): Promise<Qualification | null> {
  const added = { ...wanted, id: newId(clock), archived: false };
  if (!(await insertQualification(tx, added, clock.now()))) return null;
  const target = { type: 'qualification', id: added.id };
  await audit.append(tx, { actor: by, target, action: 'people.qualification_added' });
  return added;
}

/** Renames, describes anew, archives or brings back; null when the name is another's. */
export async function changeQualification(
  { clock, audit }: Context,
  tx: Tx,
  by: AuditActor,
  before: Qualification,
  change: Partial<Pick<Qualification, 'name' | 'description' | 'archived'>>,
): Promise<Qualification | null> {
  const after = { ...before, ...change };
  if (!(await updateQualification(tx, after, clock.now()))) return null;
  const detail = { changed: Object.keys(change).join(','), archived: after.archived };
  const target = { type: 'qualification', id: before.id };
  await audit.append(tx, { actor: by, target, action: 'people.qualification_changed', detail });
  return after;
}

/**
 * Makes this all that a person holds.
 * @returns sentences by field for what can't be held so; null when it is done
 */
export async function setHeld(
  { audit }: Pick<Context, 'audit'>,
  tx: Tx,
  by: AuditActor,
  personId: string,
  wanted: readonly Held[],
): Promise<Readonly<Record<string, string>> | null> {
  const before = (await heldBy(tx, [personId])).get(personId) ?? [];
  const wrong = unfitting(wanted, await listQualifications(tx), before);
  if (wrong) return wrong;
  await putHeld(tx, personId, wanted);
  const detail = { qualifications: wanted.map(({ qualificationId }) => qualificationId).join(',') };
  const target = { type: 'person', id: personId };
  await audit.append(tx, { actor: by, target, action: 'people.qualifications_set', detail });
  return null;
}

/** Two records of one human become one, which holds what either held; the later of two last days counts. */
export async function carryHeld(tx: Tx, keptId: string, otherId: string): Promise<void> {
  const held = await heldBy(tx, [keptId, otherId]);
  const both = new Map<string, Held>();
  for (const one of [...(held.get(keptId) ?? []), ...(held.get(otherId) ?? [])]) {
    const known = both.get(one.qualificationId);
    if (!known || (known.expiresOn ?? '') < (one.expiresOn ?? '')) both.set(one.qualificationId, one);
  }
  await putHeld(tx, otherId, []);
  await putHeld(tx, keptId, [...both.values()]);
}
