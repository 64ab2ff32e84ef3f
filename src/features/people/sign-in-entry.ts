import { type CookieHeaders, readCookie, type SecondFactorMethod, setCookie } from '../../platform/auth/index.ts';
import type { OrgId, Tx } from '../../platform/db/index.ts';
import type { PeopleContext } from './context.ts';
import { followSlackMembership } from './members.ts';
import { findPerson, type Membership, membershipsOf } from './store.ts';

/** The memberships of a user in which they can act. */
export async function activeMemberships(
  { db }: Pick<PeopleContext, 'db'>,
  userId: string,
): Promise<readonly Membership[]> {
  const all = await db.directory((tx) => membershipsOf(tx, userId));
  return all.filter((membership) => membership.state === 'active');
}

export type Entry =
  | ({ readonly ok: true; readonly next?: undefined; readonly returnTo: string } & CookieHeaders)
  /** One factor was shown, and this user has another: it is asked for before a session begins. */
  | ({
      readonly ok: true;
      readonly next: 'second_factor';
      readonly methods: readonly SecondFactorMethod[];
      readonly returnTo: string;
    } & CookieHeaders)
  /** `sign_in_first`: the invitation is for somebody who has an account; only their own sign-in can accept it. */
  | { readonly ok: false; readonly reason: 'invalid' | 'deactivated' | 'sign_in_first' };

export const refused = (reason: Extract<Entry, { ok: false }>['reason']): Entry => ({ ok: false, reason });

/** Who has proved to be whom, and by what. */
export type Proved = {
  readonly userId: string;
  readonly returnTo: string;
  readonly by: 'link' | 'password' | 'passkey' | 'slack' | 'oidc';
  /** Two factors were shown already: by a passkey, by the step after the first, or at an issuer that is trusted with it. */
  readonly secondFactor?: boolean;
};

const pendingCookie = '__Host-coact-pending';
const pendingMinutes = 10;
const pendingTries = 5;

/**
 * The one way to a session, whatever was proved: who is a member of no organisation any more does not get in, and who
 * has a second factor is asked for it.
 */
export async function enter(context: PeopleContext, proved: Proved, request: Request): Promise<Entry> {
  const { auth, db } = context;
  const { userId, returnTo, by, secondFactor = false } = proved;
  for (const { orgId } of await activeMemberships(context, userId)) await checkAtSlack(context, orgId, userId);
  const memberships = await activeMemberships(context, userId);
  if (memberships.length === 0) {
    await auth.endSessions(userId);
    return refused('deactivated');
  }
  const methods = secondFactor ? [] : await auth.secondFactors(userId);
  if (methods.length > 0) {
    const wanted = { purpose: 'second_factor', userId, minutes: pendingMinutes, tries: pendingTries } as const;
    const secret = await auth.tickets.open({ ...wanted, subject: { returnTo, by } });
    const cookie = setCookie(pendingCookie, secret, pendingMinutes * 60);
    return { ok: true, next: 'second_factor', methods, returnTo, setCookie: [cookie] };
  }
  for (const { orgId, personId } of memberships) {
    await db.inOrg(orgId, (tx) => recordEntry(context, tx, personId, { by, secondFactor }));
  }
  const { setCookie: session } = await auth.startSession(userId, request, { secondFactor });
  return { ok: true, returnTo, setCookie: [...session, auth.devices.remember(userId)] };
}

/** What this browser has begun and must end with a second factor: the ticket's secret, or null. */
export function pendingSecret(request: Request): string | null {
  return readCookie(request, pendingCookie);
}

/** Takes the browser's ticket away. */
export const forgetPending = setCookie(pendingCookie, '', 0);

async function recordEntry(
  { audit }: PeopleContext,
  tx: Tx,
  personId: string,
  detail: { readonly by: string; readonly secondFactor: boolean },
): Promise<void> {
  const entry = { actor: { kind: 'person', id: personId }, target: { type: 'person', id: personId } } as const;
  await audit.append(tx, { ...entry, action: 'people.signed_in', detail });
}

/** Asks Slack by the member's id, reading no address. What Slack can't say now changes nothing. */
async function checkAtSlack(context: PeopleContext, orgId: OrgId, userId: string): Promise<void> {
  const { db, slack } = context;
  const person = await db.inOrg(orgId, (tx) => findPerson(tx, { userId }));
  const slackUserId = person?.slackUserId;
  if (!slackUserId) return;
  const membership = await slack.membership(orgId, slackUserId);
  if (membership === 'unknown') return;
  await db.inOrg(orgId, (tx) => followSlackMembership(context, tx, slackUserId, membership === 'active'));
}

/** Applies what Slack says, and ends the sessions of who is out everywhere. */
export async function followAndEnd(
  context: PeopleContext,
  orgId: OrgId,
  slackUserId: string,
  active: boolean,
): Promise<void> {
  const changed = await context.db.inOrg(orgId, (tx) => followSlackMembership(context, tx, slackUserId, active));
  if (!active && changed) await endSessionsOfLeaver(context, changed.userId);
}

/** Who can act nowhere any more loses every session. Opens units of work: call it after the change is committed. */
export async function endSessionsOfLeaver(context: PeopleContext, userId: string | null): Promise<void> {
  if (userId === null || (await activeMemberships(context, userId)).length > 0) return;
  await context.auth.endSessions(userId);
}
