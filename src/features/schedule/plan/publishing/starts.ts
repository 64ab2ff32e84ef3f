import type { Tx } from '../../../../platform/db/index.ts';
import { rolesById } from '../../work/roles/store.ts';
import { isoAt } from '../plan.ts';
import { toldBetween } from './store.ts';

/** When somebody begins to work at a location, as they were told. */
interface ToldStart {
  readonly personId: string;
  readonly start: Date;
  readonly end: Date;
}

/** Who was told to begin work at a location between two moments, and holds still, by beginning. */
export async function toldStarts(
  tx: Tx,
  locationId: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<readonly ToldStart[]> {
  const roles = await rolesById(tx);
  const minute = (at: Date) => Math.floor(at.getTime() / 60_000);
  const told = await toldBetween(tx, { start: minute(from), end: minute(to) });
  return told.flatMap(({ personId, roleId, start, end }) => {
    if (roles.get(roleId)?.locationId !== locationId || start < minute(from)) return [];
    return [{ personId, start: new Date(isoAt(start)), end: new Date(isoAt(end)) }];
  });
}
