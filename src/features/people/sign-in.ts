import { z } from 'zod';
import { type Address, addressSchema, type RedeemedLink, type SlackIdentity } from '../../platform/auth/index.ts';
import { type OrgId, orgId as parseOrgId } from '../../platform/db/index.ts';
import type { PeopleContext } from './context.ts';
import { linkSlack, personForSlack } from './identity.ts';
import { confirmationLetter, linkUrl, signInLetter } from './letters.ts';
import { readOrganisation } from './organisation.ts';
import { activeMemberships, type Entry, enter, followAndEnd, refused } from './sign-in-entry.ts';
import { anyOrganisation, findPerson, membershipsOf, updatePerson } from './store.ts';

export const linkMinutes = 15;
const ownerLinkMinutes = 24 * 60;

/**
 * Mails a sign-in link to a member or an invited person of that address. To anybody else nothing happens; the caller
 * answers both alike, and takes as long for both.
 */
export async function mailSignInLink(
  context: PeopleContext,
  address: Address,
  returnTo: string | undefined,
): Promise<void> {
  const { db, auth, mail, publicUrl } = context;
  const userId = await auth.userOf(address);
  if (userId === null) return;
  const memberships = await db.directory((tx) => membershipsOf(tx, userId));
  const membership = memberships.find(({ state }) => state !== 'deactivated');
  if (!membership) return;
  const token = await auth.createLink({ purpose: 'sign_in', subject: { userId }, minutes: linkMinutes, returnTo });
  await db.inOrg(membership.orgId, (tx) => mail.send(tx, signInLetter(address, linkUrl(publicUrl, token))));
}

/** The first owner's link; null once the installation has an organisation. Every call makes the one before useless. */
export async function ownerLink({ db, auth, publicUrl }: PeopleContext): Promise<string | null> {
  if (await db.directory(anyOrganisation)) return null;
  await auth.withdrawLinks('owner');
  const token = await auth.createLink({ purpose: 'owner', subject: {}, minutes: ownerLinkMinutes, returnTo: '/setup' });
  return `${publicUrl}/welcome?token=${token}`;
}

/** Redeems a one-time link of whatever purpose and lets its holder in. */
export async function redeem(context: PeopleContext, token: string, request: Request): Promise<Entry> {
  const { auth } = context;
  const peeked = await auth.peekLink(token);
  if (peeked?.purpose === 'invitation' && !(await mayAccept(context, peeked, request))) return refused('sign_in_first');
  const link = await auth.redeemLink(token);
  if (!link) return refused('invalid');
  if (link.purpose === 'owner') return enterAsOwner(context, link, request);
  if (link.purpose === 'slack_confirmation') return confirmSlack(context, link, request);
  const { userId = '' } = link.subject;
  // What the operator hands over says nothing about a mailbox.
  if (link.subject.from !== 'operator') await auth.proveAddress(userId);
  if (link.purpose === 'invitation') await accept(context, parseOrgId(link.subject.orgId ?? ''), userId);
  else if ((await activeMemberships(context, userId)).length === 0) await acceptOldest(context, userId);
  return enter(context, { userId, returnTo: link.returnTo, by: 'link' }, request);
}

/** An invitation may sign in somebody new, or be accepted by whoever is signed in as the invited user. */
async function mayAccept(context: PeopleContext, link: RedeemedLink, request: Request): Promise<boolean> {
  const { userId = '' } = link.subject;
  if ((await activeMemberships(context, userId)).length === 0) return true;
  return (await context.auth.session(request))?.userId === userId;
}

async function accept({ db, clock, audit }: PeopleContext, orgId: OrgId, userId: string): Promise<void> {
  await db.inOrg(orgId, async (tx) => {
    const person = await findPerson(tx, { userId });
    if (person?.state !== 'invited') return;
    await updatePerson(tx, person.id, { state: 'active', joined_at: clock.now() });
    const entry = { actor: { kind: 'person', id: person.id }, target: { type: 'person', id: person.id } } as const;
    await audit.append(tx, { ...entry, action: 'people.member_joined' });
  });
}

/** Who was invited and asked for a plain sign-in link instead has proved the same address. */
async function acceptOldest(context: PeopleContext, userId: string): Promise<void> {
  const memberships = await context.db.directory((tx) => membershipsOf(tx, userId));
  const invited = memberships.find(({ state }) => state === 'invited');
  if (invited) await accept(context, invited.orgId, userId);
}

async function enterAsOwner(context: PeopleContext, link: RedeemedLink, request: Request): Promise<Entry> {
  // The link outlives its claim by no request: somebody else may have founded the organisation meanwhile.
  if (await context.db.directory(anyOrganisation)) return refused('invalid');
  const userId = await context.auth.createUser();
  return { ok: true, returnTo: link.returnTo, ...(await context.auth.startSession(userId, request)) };
}

export type SlackEntry =
  | Entry
  | { readonly ok: false; readonly reason: 'not_member' | 'no_address' }
  /** A first sign-in: a mail is on its way to the address that Slack holds. */
  | { readonly ok: false; readonly reason: 'confirm' };

/** Lets a verified Slack person in, links them to who is signed in already, or starts their sign-up. */
export async function enterWithSlack(
  context: PeopleContext,
  identity: SlackIdentity,
  returnTo: string,
  request: Request,
): Promise<SlackEntry> {
  const { db, slack, auth } = context;
  const orgId = await slack.organisationOfTeam(identity.teamId);
  if (orgId === null) return { ok: false, reason: 'not_member' };
  const { slackUserId } = identity;
  const membership = await slack.membership(orgId, slackUserId);
  if (membership !== 'unknown') await followAndEnd(context, orgId, slackUserId, membership === 'active');
  if (membership === 'inactive') return refused('deactivated');

  const person = await db.inOrg(orgId, (tx) => findPerson(tx, { slackUserId }));
  if (person?.state === 'deactivated') return refused('deactivated');
  if (person?.userId && person.state === 'active') {
    return enter(context, { userId: person.userId, returnTo, by: 'slack' }, request);
  }
  const session = await auth.session(request);
  if (session && (await activeMemberships(context, session.userId)).some((found) => found.orgId === orgId)) {
    const proved = { userId: session.userId, slackUserId, name: identity.name ?? undefined };
    const linked = await db.inOrg(orgId, (tx) => linkSlack(context, tx, proved));
    if (linked) return enter(context, { userId: session.userId, returnTo, by: 'slack' }, request);
  }
  return signUp(context, orgId, identity, returnTo);
}

const sealedSubject = z.tuple([addressSchema, z.string()]);
const placeOf = (slackUserId: string) => ({ table: 'sign_in_links', column: 'subject', rowId: slackUserId });

async function signUp(
  context: PeopleContext,
  orgId: OrgId,
  { slackUserId, name }: SlackIdentity,
  returnTo: string,
): Promise<SlackEntry> {
  const { db, slack, auth, vault, mail, clock, publicUrl } = context;
  const read = await slack.readEmail(orgId, slackUserId, 'sign_up');
  const address = addressSchema.safeParse(read);
  if (!address.success) return { ok: false, reason: 'no_address' };
  const sealed = await db.inOrg(orgId, (tx) =>
    vault.seal(tx, placeOf(slackUserId), JSON.stringify([address.data, name ?? ''])),
  );
  const subject = { orgId, slackUserId, sealed: Buffer.from(sealed).toString('base64') };
  const token = await auth.createLink({ purpose: 'slack_confirmation', subject, minutes: linkMinutes, returnTo });
  await db.inOrg(orgId, async (tx) => {
    const organisation = await readOrganisation(tx, clock.now());
    await mail.send(tx, confirmationLetter(address.data, linkUrl(publicUrl, token), organisation.name));
  });
  return { ok: false, reason: 'confirm' };
}

async function confirmSlack(context: PeopleContext, link: RedeemedLink, request: Request): Promise<Entry> {
  const { db, auth, vault } = context;
  const { slackUserId = '', sealed = '' } = link.subject;
  const orgId = parseOrgId(link.subject.orgId ?? '');
  const text = await db.inOrg(orgId, (tx) => vault.openText(tx, placeOf(slackUserId), Buffer.from(sealed, 'base64')));
  const [address, name] = sealedSubject.parse(JSON.parse(text));
  const userId = await auth.ensureUser(address, true);
  const linked = await db.inOrg(orgId, async (tx) => {
    await personForSlack(context, tx, slackUserId);
    return linkSlack(context, tx, { userId, slackUserId, address, name: name || undefined });
  });
  return linked ? enter(context, { userId, returnTo: link.returnTo, by: 'slack' }, request) : refused('deactivated');
}
