import type { Session } from '../../platform/auth/index.ts';
import { steppedUpUntil } from '../../platform/auth/index.ts';
import { openAddress } from './address.ts';
import type { PeopleContext } from './context.ts';
import { activeMemberships } from './sign-in-entry.ts';
import type { StoredPerson } from './store.ts';
import { findPerson, namesOf } from './store.ts';

/** Somebody's records in their organisations, with the address that the first of them holds. */
type Self = { readonly people: readonly StoredPerson[]; readonly address: string | null };

/** What is known of a user as a member. A user who is none yet has no records and no address. */
export async function readSelf(context: PeopleContext, userId: string): Promise<Self> {
  const people: StoredPerson[] = [];
  let address: string | null = null;
  for (const { orgId, personId } of await activeMemberships(context, userId)) {
    await context.db.inOrg(orgId, async (tx) => {
      const person = await findPerson(tx, { id: personId });
      if (!person) return;
      people.push(person);
      address ??= await openAddress(context.vault, tx, person);
    });
  }
  return { people, address };
}

/** Whether somebody's role asks for a second factor here. */
function mustHaveSecondFactor({ secondFactor }: PeopleContext, { people }: Pick<Self, 'people'>): boolean {
  if (secondFactor === 'offered') return false;
  return people.some(({ roles }) => roles.includes('owner') || roles.includes('admin'));
}

/** A person's own account, as they see it. */
export async function readAccount(context: PeopleContext, session: Session) {
  const { auth, oidcSignIn } = context;
  const { userId } = session;
  const self = await readSelf(context, userId);
  const password = await auth.passwords.state(userId);
  return {
    email: { address: self.address, proved: await auth.hasProvedAddress(userId) },
    password: { set: password.set, changedAt: password.changedAt?.toISOString() ?? null },
    secondFactor: {
      required: mustHaveSecondFactor(context, self),
      code: await auth.codes.isSet(userId),
      recoveryCodesLeft: await auth.recovery.left(userId),
    },
    passkeys: (await auth.passkeys.list(userId)).map(shownPasskey),
    identities: await readIdentities(context, userId, self),
    oidc: oidcSignIn && { name: oidcSignIn.name },
    sessions: (await auth.sessionsOf(userId)).map(({ id, signedInAt, lastSeenAt, ...rest }) => ({
      ...{ id, current: id === session.sessionId, ...rest },
      ...{ signedInAt: signedInAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() },
    })),
    steppedUpUntil: steppedUpUntil(session)?.toISOString() ?? null,
  };
}

export function shownPasskey(passkey: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }) {
  const { id, name, createdAt, lastUsedAt } = passkey;
  return { id, name, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}

async function readIdentities({ auth, oidcSignIn }: PeopleContext, userId: string, { people }: Self) {
  const linked = await auth.identities.list(userId);
  const oidc = linked.map(({ id, issuer, linkedAt }) => ({
    ...{ id, provider: 'oidc' as const, linkedAt: linkedAt.toISOString() },
    label: oidcSignIn?.issuer === issuer ? oidcSignIn.name : new URL(issuer).host,
  }));
  const inSlack = people.filter(({ slackUserId }) => slackUserId !== null);
  const slack = inSlack.map(({ id, joinedAt }) => ({
    ...{ id, provider: 'slack' as const, label: 'Slack', linkedAt: joinedAt.toISOString() },
  }));
  return [...oidc, ...slack];
}

/** Why something about one's account may not go. */
export type Kept = 'last_way_in' | 'second_factor_required' | 'password_too_short' | 'not_found' | 'kept_in_slack';

type Leaving = { readonly passkey?: string; readonly identity?: string; readonly code?: boolean };

/** What speaks against taking something away from an account, or null. */
export async function findReasonToKeep(context: PeopleContext, userId: string, gone: Leaving): Promise<Kept | null> {
  const { auth, slackSignIn, oidcSignIn } = context;
  const self = await readSelf(context, userId);
  const passkeys = (await auth.passkeys.list(userId)).filter(({ id }) => id !== gone.passkey);
  const identities = (await auth.identities.list(userId)).filter(({ id }) => id !== gone.identity);
  const bySlack = slackSignIn !== null && self.people.some(({ slackUserId }) => slackUserId !== null);
  const byIssuer = identities.some(({ issuer }) => issuer === oidcSignIn?.issuer);
  // A mailed link opens every account that has an address; a password needs one too.
  const takesWay = gone.passkey !== undefined || gone.identity !== undefined;
  if (takesWay && !self.address && passkeys.length === 0 && !bySlack && !byIssuer) return 'last_way_in';
  if (gone.identity !== undefined) return null;
  const code = gone.code ? false : await auth.codes.isSet(userId);
  if (code || passkeys.length > 0) return null;
  if (mustHaveSecondFactor(context, self)) return 'second_factor_required';
  const password = await auth.passwords.state(userId);
  return password.set && !password.standsAlone ? 'password_too_short' : null;
}

/** What somebody's password must not be made of: names that an attacker thinks of first. */
export async function wordsAbout(context: PeopleContext, userId: string): Promise<readonly string[]> {
  const { people, address } = await readSelf(context, userId);
  const memberships = await activeMemberships(context, userId);
  const ids = memberships.map(({ orgId }) => orgId);
  const organisations = await context.db.directory((tx) => namesOf(tx, ids));
  return [
    'coact',
    address?.split('@')[0] ?? '',
    ...people.map(({ name }) => name),
    ...organisations.map((o) => o.name),
  ];
}
