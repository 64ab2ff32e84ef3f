/**
 * Sign-in: who uses this browser. Sessions, one-time links and *Sign in with Slack*, on better-auth; which organisation
 * a user belongs to, and as what, is for people to say. Addresses stand here as keyed hashes only.
 */
export { type Address, addressSchema } from './address.ts';
export { type Auth, openAuth, type RedeemedLink, type WantedLink } from './auth.ts';
export { readCookie, setCookie } from './cookie.ts';
export type { LinkedIdentity } from './identities/identities.ts';
export { authJobs } from './jobs.ts';
export { migrations } from './migrations.ts';
export {
  type OidcIdentity,
  type OidcOutcome,
  type OidcSettings,
  type OidcSignIn,
  openOidcSignIn,
} from './oidc/oidc-sign-in.ts';
export { type CreatedPasskey, createdPasskey, type PasskeyAnswer, passkeyAnswer } from './passkeys/answers.ts';
export { type PasswordFault, passwordLengths } from './passwords/rules.ts';
export type { SecondFactorMethod } from './proofs.ts';
export { safeReturnTo } from './return-to.ts';
export { type ListedSession, type Session, type StepUpMethod, steppedUpUntil } from './session.ts';
export type { CookieHeaders, Proof } from './sessions.ts';
export { openSlackSignIn, type SlackIdentity, type SlackSignIn } from './slack-sign-in.ts';
export type { Ticket, TicketPurpose } from './tickets/tickets.ts';
