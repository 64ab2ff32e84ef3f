import type { Tx } from '../../../platform/db/index.ts';
import type { Actor, Resource } from '../../../platform/policy/index.ts';
import type { LookReason } from '../../schedule/index.ts';
import type { PayParts } from '../parts.ts';
import { readPaySettings } from '../settings/store.ts';

type Parts = Pick<PayParts, 'people' | 'audit'>;

/** One person's pay as policies look at it; null where there is no such person. */
export async function payOf({ people }: Pick<Parts, 'people'>, tx: Tx, personId: string): Promise<PayResource | null> {
  const person = await people.person(tx, personId);
  if (person === null) return null;
  const name = (await people.namesOf(tx, [personId])).get(personId) ?? '';
  const manager = (await people.managersOf(tx, [personId])).get(personId) ?? '';
  const { managersSee } = await readPaySettings(tx);
  return { name, state: person.state, personId, manager, managersSee };
}

export interface PayResource {
  readonly personId: string;
  readonly name: string;
  readonly state: string;
  readonly manager: string;
  readonly managersSee: boolean;
}

/** The same as a question to the policies. */
export function asResource(
  { personId, manager, state, managersSee }: Omit<PayResource, 'name'>,
  orgId: Actor['orgId'],
): Resource {
  return { type: 'Pay', id: personId, orgId, person: personId, manager, state, managersSee };
}

/** Writes down that somebody saw what these people earn, one entry each, so that each finds it among what is held about them. */
export async function recordLooks(
  { audit }: Pick<Parts, 'audit'>,
  tx: Tx,
  { personId: byId }: Pick<Actor, 'personId'>,
  personIds: Iterable<string>,
  detail: { readonly reason: LookReason; readonly where: string },
): Promise<void> {
  const others = [...new Set(personIds)].filter((id) => id !== byId).toSorted();
  await audit.appendAll(
    tx,
    others.map((id) => ({
      ...({
        actor: { kind: 'person', id: byId },
        target: { type: 'person', id },
        action: 'pay.pay_read',
        detail,
      } as const),
    })),
  );
}

/** Somebody looked at one's pay. */
export interface Look {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly where: string;
}

const mostLooks = 200;

/** Who looked at what somebody earns, the last first. */
export async function looksAtPay({ audit, people }: Parts, tx: Tx, personId: string): Promise<readonly Look[]> {
  const asked = { targetType: 'person', targetId: personId, actions: ['pay.pay_read'] };
  const found = await audit.find(tx, asked, null, mostLooks);
  const names = await people.namesOf(
    tx,
    found.map(({ entry }) => entry.actor.id),
  );
  return found.map(({ at, entry: { actor, detail = {} } }) => ({
    at: at.toISOString(),
    by: names.get(actor.id) ?? 'A former member',
    reason: String(detail.reason ?? ''),
    where: String(detail.where ?? ''),
  }));
}
