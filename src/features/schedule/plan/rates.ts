import type { Tx } from '../../../platform/db/index.ts';
import type { ScheduleParts } from '../parts.ts';
import type { WorkRole } from '../work/roles/role.ts';
import { sealedRates } from '../work/roles/store.ts';

/** What an hour of somebody costs in a role, in minor units; null where nobody said. */
export type RateOf = (personId: string, roleId: string) => number | null;

/** Opens all rates. They stay in here: what leaves is sums. */
export async function loadRates({ vault }: Pick<ScheduleParts, 'vault'>, tx: Tx): Promise<RateOf> {
  const sealed = await sealedRates(tx);
  const ofRoles = new Map<string, number>();
  for (const { roleId, sealed: value } of sealed.roles) {
    const place = { table: 'work_roles', column: 'rate_sealed', rowId: roleId };
    ofRoles.set(roleId, Number(await vault.openText(tx, place, value)));
  }
  const ofPeople = new Map<string, number>();
  for (const { id, roleId, personId, sealed: value } of sealed.people) {
    const place = { table: 'role_people', column: 'rate_sealed', rowId: id };
    ofPeople.set(`${personId} ${roleId}`, Number(await vault.openText(tx, place, value)));
  }
  return (personId, roleId) => ofPeople.get(`${personId} ${roleId}`) ?? ofRoles.get(roleId) ?? null;
}

/** What an hour of one person costs in a role, for their own eyes: only what was said for themselves. */
export async function ownRates(
  { vault }: Pick<ScheduleParts, 'vault'>,
  tx: Tx,
  personId: string,
): Promise<(roleId: string) => number | null> {
  const own = new Map<string, number>();
  for (const { id, roleId, personId: whose, sealed } of (await sealedRates(tx)).people) {
    if (whose !== personId) continue;
    const place = { table: 'role_people', column: 'rate_sealed', rowId: id };
    own.set(roleId, Number(await vault.openText(tx, place, sealed)));
  }
  return (roleId) => own.get(roleId) ?? null;
}

/** Work that costs something. */
export interface PaidWork {
  readonly personId: string;
  readonly role: Pick<WorkRole, 'id'>;
  readonly minutes: number;
}

/** Fewer people than this would tell what a single one earns. */
const fewest = 3;

/**
 * What work costs in all, or null where fewer than three people with a known rate are in it. For those who may not see
 * single rates it has two significant figures: else the difference that one shift makes would tell the rate of who took it.
 */
export function costOf(work: readonly PaidWork[], rateOf: RateOf, exact: boolean): number | null {
  const known = work.flatMap(({ personId, role, minutes }) => {
    const rate = rateOf(personId, role.id);
    return rate === null ? [] : [{ personId, cost: (rate * minutes) / 60 }];
  });
  if (new Set(known.map(({ personId }) => personId)).size < fewest) return null;
  const sum = Math.round(known.reduce((all, { cost }) => all + cost, 0));
  return exact ? sum : Number(sum.toPrecision(2));
}
