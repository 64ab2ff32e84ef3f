import type { Tx } from '../../../platform/db/index.ts';
import { whoKnows } from '../../schedule/index.ts';
import type { ProcessParts } from '../parts.ts';
import type { Found } from '../writing/process.ts';
import { mayRead } from '../writing/standing.ts';
import type { Run } from './store.ts';

/** More than work at one place at a time: a run of a role is told to so many, and all others find it in the list. */
const mostHolders = 50;

/** Whose a run is, as far as they are here and may read its process. */
export async function holdersOf(
  parts: Pick<ProcessParts, 'people' | 'policy'>,
  tx: Tx,
  run: Pick<Run, 'doerId' | 'doerRoleId'>,
  found: Found,
): Promise<readonly string[]> {
  const meant = await meantHolders(tx, run);
  const holders: string[] = [];
  for (const id of meant) {
    if (holders.length === mostHolders) break;
    if (await mayRead(parts, tx, found, id)) holders.push(id);
  }
  return holders;
}

/** Whose it is, whether or not they may read it. */
async function meantHolders(
  tx: Tx,
  { doerId, doerRoleId }: Pick<Run, 'doerId' | 'doerRoleId'>,
): Promise<readonly string[]> {
  if (doerId !== null) return [doerId];
  if (doerRoleId === null) return [];
  return (await whoKnows(tx)).filter(({ roleId }) => roleId === doerRoleId).map(({ personId }) => personId);
}

/** Whether a run is in somebody's hands. @param roles that they know */
export function isHolder(
  { doerId, doerRoleId }: Pick<Run, 'doerId' | 'doerRoleId'>,
  personId: string,
  roles: readonly string[],
): boolean {
  return doerId === null ? doerRoleId !== null && roles.includes(doerRoleId) : doerId === personId;
}
