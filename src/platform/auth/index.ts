/**
 * Sign-in: who uses this browser. Sessions, one-time links and *Sign in with Slack*, on better-auth; which organisation
 * a user belongs to, and as what, is for people to say. Addresses stand here as keyed hashes only.
 */
export { type Address, addressSchema } from './address.ts';
export { type Auth, openAuth, type RedeemedLink, type WantedLink } from './auth.ts';
export { authJobs } from './jobs.ts';
export { migrations } from './migrations.ts';
export { safeReturnTo } from './return-to.ts';
export { type ListedSession, type Session, type StepUpMethod, steppedUpUntil } from './session.ts';
export type { CookieHeaders, Proof } from './sessions.ts';
export { openSlackSignIn, type SlackIdentity, type SlackSignIn } from './slack-sign-in.ts';
