import type { SignedIn } from '../../../web/contract.ts';

/** Whether somebody describes work and makes schedules; what exactly they may do the server decides. */
export function schedules({ roles }: Pick<SignedIn, 'roles'>): boolean {
  return ['owner', 'admin', 'scheduler'].some((role) => roles.includes(role));
}

/** Whether somebody answers for pay: then they see what an hour of a role begins with. */
export function seesRates({ roles }: Pick<SignedIn, 'roles'>): boolean {
  return roles.includes('owner') || roles.includes('payroll');
}

/** Whether somebody sets what holds for the whole organisation. */
export function setsRules({ roles }: Pick<SignedIn, 'roles'>): boolean {
  return roles.includes('owner') || roles.includes('admin');
}

/** Whether somebody reads reports; what of them, the server decides. */
export function readsReports(me: Pick<SignedIn, 'roles'>): boolean {
  return schedules(me) || me.roles.includes('payroll');
}
