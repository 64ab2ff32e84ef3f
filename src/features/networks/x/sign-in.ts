import { z } from 'zod';
import { ask } from '../ask.ts';
import { type App, endToken, noAnswerFrom, renewTokens, type Tokens, takeTokens } from '../code-flow.ts';
import type { Connection, FreshSession, RefreshOutcome, RevokeOutcome } from '../network.ts';
import { type Api, parseSession, type Session } from './api.ts';

const meSchema = z.object({
  data: z.object({ id: z.string().regex(/^\d{1,19}$/), username: z.string().regex(/^\w{1,50}$/) }),
});

/** Ends a sign-in: the tokens, and whose they are. The code lives for 30 seconds. */
export async function endSignIn(app: App, api: Api, params: URLSearchParams, memory: string): Promise<Connection> {
  const taken = await takeTokens(app, params, memory);
  if (taken.kind !== 'tokens') return taken;
  const { tokens } = taken;
  if (!tokens.scopes.includes('tweet.write')) {
    await endTokens(app, tokens);
    return { kind: 'refused', sentence: 'X did not allow Coact to post for you. Connect again and allow it.' };
  }
  const headers = { authorization: `Bearer ${tokens.access}` };
  const reply = await ask(() => api.fetch(`${api.apiUrl}/2/users/me`, { redirect: 'error', headers }));
  const me = reply.kind === 'answered' && reply.status === 200 ? meSchema.safeParse(reply.body) : null;
  if (!me?.success) {
    await endTokens(app, tokens);
    return { kind: 'refused', sentence: noAnswerFrom('X') };
  }
  const { id, username } = me.data.data;
  const account = { remoteId: id, handle: username, scope: tokens.scopes.join(' ') };
  return { kind: 'connected', account, session: freshSession(tokens, username) };
}

/** Trades a session for the next one. Its refresh token works once: whoever calls holds the account's lock. */
export async function renewSession(app: App, text: string): Promise<RefreshOutcome> {
  const { refresh, username } = parseSession(text);
  if (refresh === undefined) return { kind: 'reconnect' };
  const renewal = await renewTokens(app, refresh);
  return renewal.kind === 'fresh' ? { kind: 'fresh', ...freshSession(renewal.tokens, username) } : renewal;
}

/** Ends both tokens at X: it is not written that one takes the other along. */
export async function endTokens(
  app: App,
  { refresh, access }: Pick<Session, 'refresh' | 'access'>,
): Promise<RevokeOutcome> {
  const first = refresh === undefined ? null : await endToken(app, refresh);
  return first?.kind === 'later' ? first : endToken(app, access);
}

function freshSession({ access, refresh, lifetimeSeconds }: Tokens, username: string): FreshSession {
  const session: Session = { access, refresh, username };
  return { session: JSON.stringify(session), lifetimeSeconds, renewable: refresh !== undefined };
}
