import type { Tx } from '../../../platform/db/index.ts';
import type { OnLeaving } from '../../people/index.ts';
import { stopFor } from './deciding.ts';
import type { RaiseParts } from './proposing.ts';
import type { RaiseState } from './raise.ts';
import { openTerms } from './sealing.ts';
import type { ToldAnswer } from './shapes.ts';
import { hasLetter, namesOfRoles, termsWords } from './show.ts';
import { listRaises } from './store.ts';

type Parts = Pick<RaiseParts, 'vault' | 'people'>;

/** What somebody has been told of their own: nothing that was not released to them, whatever became of it. */
export async function showTold(parts: Parts, tx: Tx, personId: string): Promise<ToldAnswer> {
  const roleNames = await namesOfRoles(tx);
  const raises = [];
  for (const raise of await listRaises(tx, { states: ['approved', 'in_force', 'stopped'], personId })) {
    const { id, from, state, releasedAt, releasedBy } = raise;
    if (releasedAt === null || releasedBy === null) continue;
    const { title, roles, pay } = termsWords(await openTerms(parts.vault, tx, raise), roleNames);
    const names = await parts.people.namesOf(tx, [releasedBy]);
    raises.push({
      ...{ id, from, state: toldState(state), title, roles, pay: pay && told(pay) },
      ...{ releasedBy: names.get(releasedBy) || 'A former member', releasedAt: releasedAt.toISOString() },
      hasLetter: hasLetter(raise),
    });
  }
  return { raises };
}

/** Roles have names for people; ids are for changing. */
const told = <T extends { readonly roleId: string | null }>({ roleId: _, ...pay }: T) => pay;

const toldState = (state: RaiseState): ToldAnswer['raises'][number]['state'] =>
  state === 'in_force' || state === 'stopped' ? state : 'approved';

/** What waits for somebody who leaves comes to nothing, in the same transaction. */
export function raisesOfLeaver(parts: RaiseParts): OnLeaving {
  return async (tx, personId) => stopFor(parts, tx, await listRaises(tx, { states: ['open', 'approved'], personId }));
}
