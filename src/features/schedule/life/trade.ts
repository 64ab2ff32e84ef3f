import type { Asking } from '../../../platform/policy/index.ts';
import type { WorkRole } from '../work/roles/role.ts';

/** What policies look at of a trade or a claim. */
export interface Trade {
  readonly id: string;
  /** Who offers, or claims. */
  readonly by: string;
  readonly asked: readonly string[];
  /** Whose shifts change: they never decide about it. */
  readonly parties: readonly string[];
  /** The roles of all shifts that change hands. */
  readonly roles: readonly (WorkRole | undefined)[];
}

/** Whether it is one's own: to look at, and to take back. */
export function isOwn({ allowed, orgId }: Asking, trade: Pick<Trade, 'id' | 'by'>): boolean {
  return allowed('schedule.trade_own', resourceOf(orgId, { ...trade, asked: [], parties: [] }, undefined));
}

/** Whether one was asked, and so may answer. */
export function mayAnswer({ allowed, orgId }: Asking, trade: Pick<Trade, 'id' | 'by' | 'asked'>): boolean {
  return allowed('schedule.trade_answer', resourceOf(orgId, { ...trade, parties: [] }, undefined));
}

/** Whether one decides about it: who plans all the work that changes hands, and gains nothing by it. */
export function decides({ allowed, orgId }: Asking, trade: Trade): boolean {
  return (
    trade.roles.length > 0 &&
    trade.roles.every((role) => role !== undefined && allowed('schedule.trade_decide', resourceOf(orgId, trade, role)))
  );
}

function resourceOf(
  orgId: Asking['orgId'],
  { id, by, asked, parties }: Omit<Trade, 'roles'>,
  role: WorkRole | undefined,
) {
  const departments = role?.departmentId == null ? [] : [role.departmentId];
  const locations = role === undefined ? [] : [role.locationId];
  return { ...{ type: 'Trade', id, orgId, person: by, asked, parties }, departments, locations };
}
