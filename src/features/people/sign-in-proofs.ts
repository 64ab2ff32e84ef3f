import {
  type Address,
  type OidcIdentity,
  type PasskeyAnswer,
  readCookie,
  setCookie,
  type TicketPurpose,
} from '../../platform/auth/index.ts';
import type { Limits } from '../../platform/http/index.ts';
import { HashingBusy } from '../../platform/vault/index.ts';
import { recordAct } from './account-record.ts';
import type { PeopleContext } from './context.ts';
import { type Entry, enter, forgetPending, type Proved, pendingSecret } from './sign-in-entry.ts';
import { admitGuess } from './sign-in-throttle.ts';

/** `limited`: too many guesses; `seconds` is when to come back. */
export type Limited = { readonly ok: false; readonly reason: 'limited'; readonly seconds: number };
export type Wrong = { readonly ok: false; readonly reason: 'wrong' | 'start_again' };
type Answer = Entry | Limited | Wrong;

const limitedBy = (refusal: { readonly retryAfter: number }): Limited => ({
  ...{ ok: false, reason: 'limited', seconds: refusal.retryAfter },
});
const wrong: Wrong = { ok: false, reason: 'wrong' };
const startAgain: Wrong = { ok: false, reason: 'start_again' };

/** Where a request comes from, and how often it may. */
export type Caller = { readonly limits: Limits; readonly from: string; readonly request: Request };

/** Signs in by address and password. Unknown addresses get the same answer after the same work. */
export async function enterWithPassword(
  context: PeopleContext,
  { email, password, returnTo }: { readonly email: Address; readonly password: string; readonly returnTo: string },
  { limits, from, request }: Caller,
): Promise<Answer> {
  const { auth } = context;
  const admission = await admitPassword(context, email, { limits, from, request });
  if (!admission.ok) return limitedBy(admission);
  const userId = await auth.userOf(email);
  const right = await auth.passwords.check(userId, password).catch(busyOr);
  if (right === 'busy') return { ok: false, reason: 'limited', seconds: 5 };
  if (!right || userId === null) return wrong;
  return enter(context, { userId, returnTo, by: 'password' }, request);
}

/** Without a mark of a known browser nothing is looked up first: what is refused costs next to nothing. */
async function admitPassword({ auth }: PeopleContext, email: Address, { limits, from, request }: Caller) {
  if (!auth.devices.isMarked(request)) return admitGuess(limits, { account: email, from, device: null });
  const userId = await auth.userOf(email);
  const device = userId === null ? null : auth.devices.known(request, userId);
  return admitGuess(limits, { account: email, from, device });
}

/** More wait for a hash than should: come again in a moment. */
export function busyOr(error: unknown): 'busy' {
  if (error instanceof HashingBusy) return 'busy';
  throw error;
}

export type SecondFactorProof =
  | { readonly code: string }
  | { readonly recoveryCode: string }
  | { readonly passkey: PasskeyAnswer };

/** Ends a sign-in that a first factor began. After five wrong answers, or ten minutes, it begins anew. */
export async function enterWithSecondFactor(
  context: PeopleContext,
  proof: SecondFactorProof,
  { limits, from, request }: Caller,
): Promise<Answer> {
  const { tickets, devices } = context.auth;
  const secret = pendingSecret(request);
  const pending = secret === null ? null : await tickets.find('second_factor', secret);
  const userId = pending?.userId;
  if (secret === null || !pending || !userId) return startAgain;
  const device = devices.known(request, userId);
  const admission = await admitGuess(limits, { account: userId, from, device });
  if (!admission.ok) return limitedBy(admission);
  const spent = await tickets.spend('second_factor', secret);
  if (!spent) return startAgain;
  if (!(await proves(context, userId, proof, spent.subject.challenge))) {
    return spent.triesLeft > 0 ? wrong : startAgain;
  }
  // Only one of two who come at once gets the ticket, and with it the session.
  if (!(await tickets.take('second_factor', secret))) return startAgain;
  const { returnTo = '/', by = 'link' } = spent.subject;
  const entry = await enter(context, { userId, returnTo, by: by as Proved['by'], secondFactor: true }, request);
  if (!entry.ok) return entry;
  return { ...entry, setCookie: [...entry.setCookie, forgetPending] };
}

/** Whether this proof is the user's. A code or recovery code that was right is used up. */
export async function proves(
  context: PeopleContext,
  userId: string,
  proof: SecondFactorProof,
  challenge: string | undefined,
): Promise<boolean> {
  const { codes, recovery, passkeys } = context.auth;
  if ('code' in proof) return codes.check(userId, proof.code);
  if ('passkey' in proof) {
    return challenge !== undefined && (await passkeys.check(proof.passkey, challenge)) === userId;
  }
  const right = await recovery.use(userId, proof.recoveryCode);
  if (right) await recordAct(context, userId, 'people.recovery_code_used', { left: await recovery.left(userId) });
  return right;
}

/** What a passkey is asked to end the sign-in that this browser has begun; null when it has begun none. */
export async function secondFactorOptions({ auth }: PeopleContext, request: Request): Promise<object | null> {
  const secret = pendingSecret(request);
  const pending = secret === null ? null : await auth.tickets.find('second_factor', secret);
  if (secret === null || !pending?.userId) return null;
  const { options, challenge } = await auth.passkeys.askingOptions(pending.userId);
  await auth.tickets.note('second_factor', secret, { ...pending.subject, challenge });
  return options;
}

const passkeyCookie = '__Host-coact-passkey';
const passkeyMinutes = 5;

/** Keeps a challenge for this browser alone, to be answered once. Gives the `Set-Cookie`. */
export async function keepChallenge(
  { auth }: PeopleContext,
  purpose: TicketPurpose,
  userId: string | null,
  challenge: string,
): Promise<string> {
  const wanted = { purpose, userId, subject: { challenge }, minutes: passkeyMinutes, tries: 1 };
  return setCookie(passkeyCookie, await auth.tickets.open(wanted), passkeyMinutes * 60);
}

/** Takes the challenge that this browser was given for that purpose and user; null when there is none (any more). */
export async function takeChallenge(
  { auth }: PeopleContext,
  purpose: TicketPurpose,
  userId: string | null,
  request: Request,
): Promise<string | null> {
  const secret = readCookie(request, passkeyCookie);
  const ticket = secret === null ? null : await auth.tickets.take(purpose, secret);
  return ticket && ticket.userId === userId ? (ticket.subject.challenge ?? null) : null;
}

/** Signs in by passkey alone: possession and user verification, two factors at once. */
export async function enterWithPasskey(
  context: PeopleContext,
  answer: PasskeyAnswer,
  returnTo: string,
  request: Request,
): Promise<Entry | Wrong> {
  const challenge = await takeChallenge(context, 'passkey_sign_in', null, request);
  if (challenge === null) return startAgain;
  const userId = await context.auth.passkeys.check(answer, challenge);
  if (userId === null) return wrong;
  return enter(context, { userId, returnTo, by: 'passkey', secondFactor: true }, request);
}

export type OidcEntry =
  | Entry
  /** `unknown`: nobody has linked this identity. `taken`: it is another account's. `signed_out`: nobody to link it to. */
  | { readonly ok: false; readonly reason: 'unknown' | 'taken' | 'signed_out' };

/**
 * Lets in whoever linked this identity, or links it to the account that set out to. An address that the issuer names is
 * never a reason to do either.
 */
export async function enterWithOidc(
  context: PeopleContext,
  outcome: { readonly identity: OidcIdentity; readonly returnTo: string; readonly linkFor: string | null },
  request: Request,
): Promise<OidcEntry> {
  const { auth } = context;
  const { identity, returnTo, linkFor } = outcome;
  if (linkFor !== null) {
    const session = await auth.session(request);
    // The link was begun in this browser, but somebody else may have signed in here since.
    if (session?.userId !== linkFor) return { ok: false, reason: 'signed_out' };
    if ((await auth.identities.link(linkFor, identity)) === 'taken') return { ok: false, reason: 'taken' };
    await recordAct(context, linkFor, 'people.identity_linked', { provider: 'oidc' });
    return { ok: true, returnTo, setCookie: [] };
  }
  const userId = await auth.identities.userOf(identity);
  if (userId === null) return { ok: false, reason: 'unknown' };
  return enter(context, { userId, returnTo, by: 'oidc', secondFactor: identity.secondFactor }, request);
}
