import type { Tx } from '../../../../platform/db/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { sealedRates, setRoleRate } from './store.ts';

const ofRole = (id: string) => ({ table: 'work_roles', column: 'rate_sealed', rowId: id });

/**
 * Opens the rate that an hour of each role begins with, or of one role, in minor units of the organisation's currency: for
 * totals, and for who answers for pay.
 */
export async function openRates(
  { vault }: Pick<ScheduleParts, 'vault'>,
  tx: Tx,
  roleId?: string,
): Promise<ReadonlyMap<string, number>> {
  const rates = new Map<string, number>();
  for (const { id, sealed } of await sealedRates(tx, roleId))
    rates.set(id, Number(await vault.openText(tx, ofRole(id), sealed)));
  return rates;
}

/** Sets what an hour in a role begins with; null: it is not known. */
export async function sealRoleRate(
  { vault }: Pick<ScheduleParts, 'vault'>,
  tx: Tx,
  roleId: string,
  minor: number | null,
) {
  await setRoleRate(tx, roleId, minor === null ? null : await vault.seal(tx, ofRole(roleId), String(minor)));
}
