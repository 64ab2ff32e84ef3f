import { company, employees } from './company.ts';
import type { Answer, Args } from './slack-api-call.ts';
import type { SlackWorkspace } from './slack-workspace.ts';

/** Whom a call looks up, by Slack id; null when it looks up nobody. */
export function lookedUpBy(method: string, args: Args): string | null {
  if (method === 'users.info') return typeof args.user === 'string' ? args.user : null;
  if (method !== 'users.lookupByEmail') return null;
  return employees.find((each) => each.email === args.email)?.slackId ?? null;
}

/** Adds what local-slack does not know of people (owner, admin, deactivated), hides e-mails from who may not see them. */
export function withPeople(answer: Answer, mayReadEmail: boolean, workspace: SlackWorkspace): Answer {
  const complete = (user: Args): Args => {
    const employee = employees.find((each) => each.slackId === user.id);
    const { email, ...profile } = (user.profile ?? {}) as Args;
    return {
      ...user,
      team_id: company.teamId,
      tz: company.timeZone,
      deleted: workspace.isDeactivated(String(user.id)),
      is_owner: employee?.role === 'owner',
      is_primary_owner: employee?.role === 'owner',
      is_admin: employee !== undefined && employee.role !== 'member',
      is_restricted: false,
      profile: { ...profile, title: employee?.title ?? '', ...(mayReadEmail && email !== undefined ? { email } : {}) },
    };
  };
  if (isPerson(answer.user)) return { ...answer, user: complete(answer.user) };
  if (Array.isArray(answer.members) && answer.members.every(isPerson)) {
    return { ...answer, members: answer.members.map(complete) };
  }
  return answer;
}

const isPerson = (value: unknown): value is Args => typeof value === 'object' && value !== null && 'profile' in value;
