import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, type Asking, askingAs } from '../../../platform/policy/index.ts';
import { whoKnows } from '../../schedule/index.ts';
import type { ProcessParts } from '../parts.ts';
import type { Looker } from './find-store.ts';
import { type Found, resourceOf } from './process.ts';
import { findProcess } from './store.ts';

/** What may be done with a process. */
export type ProcessRight = 'processes.read' | 'processes.edit' | 'processes.publish';

/** By what somebody may be meant: themselves, the roles that they know, where they work. */
export async function standingOf(
  { people }: Pick<ProcessParts, 'people'>,
  tx: Tx,
  { personId, roles }: Pick<Actor, 'personId' | 'roles'>,
): Promise<Looker> {
  const { departments = [], locations = [] } = (await people.worker(tx, personId)) ?? {};
  const known = (await whoKnows(tx, [personId])).map(({ roleId }) => roleId);
  const isOwner = roles.includes('owner');
  return { personId, roles: known, departments, locations, isOwner, isAdmin: roles.includes('admin') };
}

/** The process of an address with what whoever asks may do with it; null where it is not theirs to know of. */
export async function loadProcess(
  parts: Pick<ProcessParts, 'people'>,
  tx: Tx,
  asking: Asking,
  id: string,
  lock = false,
): Promise<{ readonly found: Found; readonly can: (right: ProcessRight) => boolean } | null> {
  const found = await findProcess(tx, id, lock);
  if (found === null) return null;
  const resource = resourceOf(asking.orgId, found, await standingOf(parts, tx, asking.actor));
  const can = (right: ProcessRight) => asking.allowed(right, resource);
  return can('processes.read') ? { found, can } : null;
}

/** Somebody as one who asks, for what is decided about them while they are not there; null for whoever is not active. */
export async function askingOf(
  { people, policy }: Pick<ProcessParts, 'people' | 'policy'>,
  tx: Tx,
  personId: string,
): Promise<Asking | null> {
  const actor = await people.actor(tx, personId);
  return actor === null ? null : askingAs({ policy }, actor);
}

/** Whether somebody may read a process, as things are now. */
export async function mayRead(
  parts: Pick<ProcessParts, 'people' | 'policy'>,
  tx: Tx,
  found: Found,
  personId: string,
): Promise<boolean> {
  const asking = await askingOf(parts, tx, personId);
  if (asking === null) return false;
  return asking.allowed('processes.read', resourceOf(asking.orgId, found, await standingOf(parts, tx, asking.actor)));
}
