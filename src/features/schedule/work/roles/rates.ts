import type { Tx } from '../../../../platform/db/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { knowingRow, type SealedRates, sealedRates, setPersonRate, setRoleRate } from './store.ts';

/** What an hour costs, in minor units of the organisation's currency. */
export interface Rates {
  /** By role. */
  readonly roles: ReadonlyMap<string, number>;
  /** Of people whose hour costs something else in a role. */
  readonly people: readonly { readonly roleId: string; readonly personId: string; readonly minor: number }[];
}

const ofRole = (id: string) => ({ table: 'work_roles', column: 'rate_sealed', rowId: id });
const ofPerson = (id: string) => ({ table: 'role_people', column: 'rate_sealed', rowId: id });

/** Opens the rates of one role, or of all: for totals, and for who answers for pay. */
export async function openRates(parts: Pick<ScheduleParts, 'vault'>, tx: Tx, roleId?: string): Promise<Rates> {
  const sealed: SealedRates = await sealedRates(tx, roleId);
  const roles = new Map<string, number>();
  for (const one of sealed.roles)
    roles.set(one.roleId, Number(await parts.vault.openText(tx, ofRole(one.roleId), one.sealed)));
  const people = [];
  for (const { id, roleId: role, personId, sealed: rate } of sealed.people)
    people.push({ roleId: role, personId, minor: Number(await parts.vault.openText(tx, ofPerson(id), rate)) });
  return { roles, people };
}

/** Sets what an hour in a role costs; null: it is not known. */
export async function sealRoleRate(
  { vault }: Pick<ScheduleParts, 'vault'>,
  tx: Tx,
  roleId: string,
  minor: number | null,
) {
  await setRoleRate(tx, roleId, minor === null ? null : await vault.seal(tx, ofRole(roleId), String(minor)));
}

/** Sets what an hour of somebody costs in a role; null: as the role says. False where they don't know the role. */
export async function sealPersonRate(
  { vault }: Pick<ScheduleParts, 'vault'>,
  tx: Tx,
  knows: { readonly roleId: string; readonly personId: string },
  minor: number | null,
): Promise<boolean> {
  const id = await knowingRow(tx, knows);
  if (id === null) return false;
  await setPersonRate(tx, id, minor === null ? null : await vault.seal(tx, ofPerson(id), String(minor)));
  return true;
}
