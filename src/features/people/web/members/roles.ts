export interface RoleChoice {
  readonly role: string;
  readonly label: string;
  readonly may: string;
}

/** Of these everybody has one, from most to least. */
export const roleChoices: readonly RoleChoice[] = [
  { role: 'owner', label: 'Owner', may: 'Everything, and nobody else can take it away' },
  { role: 'admin', label: 'Admin', may: 'Members, settings and Slack, and publishes' },
  { role: 'publisher', label: 'Publisher', may: 'Composes requests and sees their figures' },
  { role: 'employee', label: 'Employee', may: 'Shares from Slack' },
];

/** Of these anybody may have any, besides. */
export const furtherRoles: readonly RoleChoice[] = [
  { role: 'scheduler', label: 'Scheduler', may: 'Sees the people they schedule, and where these work' },
  { role: 'payroll', label: 'Payroll', may: 'Looks up members; changes nobody' },
  { role: 'auditor', label: 'Auditor', may: 'Looks up members and reads the audit log; changes nothing' },
  { role: 'approver', label: 'Approver', may: 'Approves share requests that others have written' },
];

const offered: readonly string[] = roleChoices.map(({ role }) => role);

/** The highest of someone's main roles; everybody is at least an employee. */
export function mainRole(roles: readonly string[]): string {
  return offered.find((role) => roles.includes(role)) ?? 'employee';
}

/** Someone's roles after their main one changes: further roles stay as they are. */
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
  return [...roleChoices, ...furtherRoles].find((choice) => choice.role === role)?.label ?? role;
}

/** The further ones of someone's roles, in the order in which they are offered. */
export function furtherOf(roles: readonly string[]): readonly string[] {
  return furtherRoles.map(({ role }) => role).filter((role) => roles.includes(role));
}

/** Someone's roles after their further ones change: the main one stays. */
export function withFurther(roles: readonly string[], further: readonly string[]): readonly string[] {
  return [...roles.filter((role) => !furtherRoles.some((choice) => choice.role === role)), ...further];
}
