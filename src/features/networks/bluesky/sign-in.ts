import {
  type NodeOAuthClient,
  type NodeSavedSession,
  type NodeSavedState,
  OAuthCallbackError,
  OAuthResponseError,
} from '@atproto/oauth-client-node';
import type { Authorization, Connection, FreshSession } from '../network.ts';
import { scope } from './client-metadata.ts';
import type { ClientMaker, Drawers } from './oauth.ts';
import { isSilence } from './silence.ts';

const noAnswer = 'Bluesky does not answer right now. Try again in a minute.';

/** Asks the server for a sign-in page (PAR, PKCE, DPoP). `account` is a handle, a DID or a server's address. */
export async function startSignIn(makeClient: ClientMaker, account: string): Promise<Authorization> {
  const drawers: Drawers = { states: new Map(), sessions: new Map() };
  try {
    const url = await makeClient(drawers).authorize(account, { scope });
    const [entry] = drawers.states;
    if (!entry) throw new Error('the OAuth client kept no state');
    const [state, kept] = entry;
    return { kind: 'go', url: url.href, state, memory: JSON.stringify({ state, kept }) };
  } catch (error) {
    return { kind: 'refused', sentence: sentenceFor(error, account) };
  }
}

/**
 * Ends a sign-in. The library checks state, issuer (mix-up) and that the account's own directory entry names the
 * server that issued the token; what it refuses has no session.
 */
export async function endSignIn(makeClient: ClientMaker, params: URLSearchParams, memory: string): Promise<Connection> {
  if (params.get('error') === 'access_denied') return { kind: 'denied' };
  const { state, kept }: { state: string; kept: NodeSavedState } = JSON.parse(memory);
  const drawers: Drawers = { states: new Map([[state, kept]]), sessions: new Map() };
  const client = makeClient(drawers);
  try {
    const { session } = await client.callback(params);
    const saved = drawers.sessions.get(session.did);
    if (!saved) throw new Error('the OAuth client kept no session');
    if (!allowsPosting(saved.tokenSet.scope)) {
      await session.signOut();
      return { kind: 'refused', sentence: 'Bluesky did not allow Coact to post for you. Connect again and allow it.' };
    }
    const handle = await handleOf(client, session.did);
    const account = { remoteId: session.did, handle, scope: saved.tokenSet.scope };
    return { kind: 'connected', account, session: freshSession(saved) };
  } catch (error) {
    if (!(error instanceof OAuthCallbackError)) throw error;
    return {
      kind: 'refused',
      sentence: isSilence(error) ? noAnswer : 'Bluesky could not confirm this sign-in. Start again.',
    };
  }
}

/** A session as the caller keeps it. */
export function freshSession(saved: NodeSavedSession): FreshSession {
  const endsAt = saved.tokenSet.expires_at;
  const lifetimeSeconds = endsAt ? Math.round((Date.parse(endsAt) - Date.now()) / 1000) : null;
  return { session: JSON.stringify(saved), lifetimeSeconds };
}

function allowsPosting(granted: string): boolean {
  return granted.split(' ').some((one) => one.startsWith('repo:app.bsky.feed.post') && one.includes('action=create'));
}

/** The handle to show; the lasting id where the handle can't be confirmed right now. */
async function handleOf(client: NodeOAuthClient, did: string): Promise<string> {
  const known = await client.identityResolver.resolve(did).catch(() => null);
  return known && known.handle !== 'handle.invalid' ? known.handle : did;
}

function sentenceFor(error: unknown, account: string): string {
  if (isSilence(error)) return noAnswer;
  if (error instanceof OAuthResponseError) {
    return error.error === 'invalid_scope'
      ? 'This Bluesky server is too old to let Coact post and do nothing else. Ask the people who run it to update.'
      : 'The Bluesky server refused to start the sign-in. Try again later.';
  }
  return account.startsWith('http') ? noAnswer : `There is no Bluesky account called “${account}”. Check the spelling.`;
}
