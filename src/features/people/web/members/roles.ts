export interface RoleChoice {
  readonly role: string;
  readonly label: string;
  readonly may: string;
}

/** The roles that do something in sharing, from most to least. Others (of later features) are kept but not offered. */
export const roleChoices: readonly RoleChoice[] = [
  { role: 'owner', label: 'Owner', may: 'Everything, and nobody else can take it away' },
  { role: 'admin', label: 'Admin', may: 'Members, settings and Slack, and publishes' },
  { role: 'publisher', label: 'Publisher', may: 'Composes requests and sees their figures' },
  { role: 'employee', label: 'Employee', may: 'Shares from Slack' },
];

const offered: readonly string[] = roleChoices.map(({ role }) => role);

/** The highest of someone's roles that this page offers; everybody is at least an employee. */
export function mainRole(roles: readonly string[]): string {
  return offered.find((role) => roles.includes(role)) ?? 'employee';
}

/** Someone's roles after their main one changes: roles that this page doesn't offer stay as they are. */
export function withMainRole(roles: readonly string[], role: string): readonly string[] {
  return [...roles.filter((one) => !offered.includes(one)), role];
}

/** The roles that somebody may give: an owner's only by an owner. */
export function rolesToGive(own: readonly string[]): readonly RoleChoice[] {
  return own.includes('owner') ? roleChoices : roleChoices.filter(({ role }) => role !== 'owner');
}

/** Whether somebody with these roles may change a member: admins don't touch owners. */
export function mayChange(own: readonly string[], member: readonly string[]): boolean {
  return own.includes('owner') || !member.includes('owner');
}

export function roleLabel(role: string): string {
  return roleChoices.find((choice) => choice.role === role)?.label ?? role;
}
