import { OAuthResponseError, TokenRefreshError } from '@atproto/oauth-client-node';
import type { RefreshOutcome, RevokeOutcome } from '../network.ts';
import { type ClientMaker, drawersWith, parseSession } from './oauth.ts';
import { freshSession } from './sign-in.ts';
import { isSilence } from './silence.ts';

const later = { kind: 'later', afterSeconds: 300 } as const;

/**
 * Trades a session for the next one. Its refresh token works once: whoever calls holds the account's lock. The
 * library would drop the session for a network error as well; what is lost is told apart here instead.
 */
export async function renewSession(makeClient: ClientMaker, session: string): Promise<RefreshOutcome> {
  const saved = parseSession(session);
  const drawers = drawersWith(saved);
  try {
    await makeClient(drawers).restore(saved.tokenSet.sub, true);
  } catch (error) {
    return isLost(error) ? { kind: 'reconnect' } : later;
  }
  const next = drawers.sessions.get(saved.tokenSet.sub);
  if (!next) throw new Error('the OAuth client kept no session');
  return { kind: 'fresh', ...freshSession(next) };
}

/** Ends a session at the server: refresh and access token, both at once. What the server does not know is ended. */
export async function endSession(makeClient: ClientMaker, session: string): Promise<RevokeOutcome> {
  const saved = parseSession(session);
  try {
    const { server } = await makeClient(drawersWith(saved)).restore(saved.tokenSet.sub, false);
    await server.request('revocation', { token: saved.tokenSet.refresh_token ?? saved.tokenSet.access_token });
    return { kind: 'revoked' };
  } catch (error) {
    const isAnswered = error instanceof OAuthResponseError && error.status < 500 && error.status !== 429;
    return isAnswered ? { kind: 'revoked' } : later;
  }
}

/** Only an answer of the server, or a directory that names another server, says that a session is over. */
function isLost(error: unknown): boolean {
  if (isSilence(error)) return false;
  if (error instanceof TokenRefreshError) return true;
  if (error instanceof OAuthResponseError) return error.status === 400 || error.status === 401;
  return error instanceof TypeError && error.message === 'Issuer mismatch';
}
