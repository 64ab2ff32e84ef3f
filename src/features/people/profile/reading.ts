import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../../platform/db/index.ts';
import type { PeopleContext } from '../context.ts';

/** Whoever looks at the same again within this time is not written down again. */
const onceInMs = 10 * 60_000;
/** More different readings of one person by another than there are fields. */
const most = 50;

/** Writes down that somebody saw these parts of what is kept about somebody else. */
export async function recordReading(
  { audit, clock }: Pick<PeopleContext, 'audit' | 'clock'>,
  tx: Tx,
  byId: string,
  personId: string,
  fields: readonly string[],
): Promise<void> {
  if (fields.length === 0 || byId === personId) return;
  const detail = { fields: fields.join(',') };
  const from = new Date(clock.now().getTime() - onceInMs);
  const actions = ['people.profile_read'];
  const asked = { actorId: byId, targetType: 'person', targetId: personId, actions, from };
  const before = await audit.find(tx, asked, null, most);
  if (before.some(({ entry }) => isDeepStrictEqual({ ...entry.detail }, detail))) return;
  const [actor, target] = [{ kind: 'person', id: byId } as const, { type: 'person', id: personId }];
  await audit.append(tx, { actor, target, action: 'people.profile_read', detail });
}
