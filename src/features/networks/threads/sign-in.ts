import { z } from 'zod';
import { randomToken } from '../../../platform/vault/index.ts';
import { type Asker, addressAt } from '../ask.ts';
import type { Authorization, Connection, FreshSession, RefreshOutcome } from '../network.ts';
import type { Reply } from '../reply.ts';
import { graphFor } from './graph.ts';
import { errorOf, isLost } from './outcomes.ts';
import type { ThreadsSession } from './session.ts';

/** The operator's app at Meta, and where Meta is. */
export interface ThreadsApp {
  readonly id: string;
  readonly secret: string;
  readonly authorizeUrl: string;
  readonly graphUrl: string;
  readonly redirectUri: string;
  readonly ask: Asker;
  /** Told when Meta does not accept the app itself: the operator's matter, whatever a person does. */
  readonly onAppRefused: (code: string) => void;
}

const scopes = ['threads_basic', 'threads_content_publish'];
const memorySchema = z.object({ state: z.string().min(20) });
const shortSchema = z.object({ access_token: z.string().min(1) });
const longSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
// As a text: the ids are longer than what a number of JavaScript holds exactly, and the token's answer has a number.
const ownerSchema = z.object({ id: z.string().regex(/^\d{1,30}$/), username: z.string().regex(/^[\w.]{1,60}$/) });

const waits = { kind: 'later', afterSeconds: 3_600 } as const;

/** Leads to Meta's consent page. It knows no PKCE; the state is single use and bound to the browser by the caller. */
export function startSignIn(app: ThreadsApp): Authorization {
  const state = randomToken();
  const url = new URL(app.authorizeUrl);
  const asked = {
    client_id: app.id,
    redirect_uri: app.redirectUri,
    response_type: 'code',
    scope: scopes.join(','),
    state,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return { kind: 'go', url: url.href, state, memory: JSON.stringify({ state }) };
}

/** Ends a sign-in: the code becomes a token of an hour, and that one of 60 days. */
export async function endSignIn(app: ThreadsApp, params: URLSearchParams, memory: string): Promise<Connection> {
  if (params.get('state') !== memorySchema.parse(JSON.parse(memory)).state) return unconfirmed;
  if (params.get('error') === 'access_denied') return { kind: 'denied' };
  const code = params.get('code') ?? '';
  // Threads names no issuer; a callback that does comes from elsewhere.
  if (code === '' || params.has('iss')) return unconfirmed;
  const short = await app.ask(addressAt(app.graphUrl, '/oauth/access_token'), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      ...{ client_id: app.id, client_secret: app.secret, code },
      ...{ grant_type: 'authorization_code', redirect_uri: app.redirectUri },
    }),
  });
  if (short.kind === 'silent' || short.status >= 500) return { kind: 'refused', sentence: noAnswer };
  const first = shortSchema.safeParse(short.body);
  if (short.status >= 300 || !first.success) return refusalOf(app, short);
  const held = await exchange(app, '/access_token', {
    ...{ grant_type: 'th_exchange_token', client_secret: app.secret, access_token: first.data.access_token },
  });
  if (held === null) return { kind: 'refused', sentence: noAnswer };
  return connect(app, held);
}

/** What a refused code means. 101: no such app; 1 with these words: its secret is another one. */
function refusalOf(app: ThreadsApp, answer: Reply): Connection {
  const error = errorOf(answer);
  if (error === null || !(error.code === 101 || /client.?secret/i.test(error.said))) return unconfirmed;
  app.onAppRefused(String(error.code));
  return { kind: 'refused', sentence: appRefused };
}

type LongToken = z.infer<typeof longSchema>;

async function connect(app: ThreadsApp, long: LongToken): Promise<Connection> {
  const answer = await graphFor(app.ask, app.graphUrl, long.access_token).get('me', { fields: 'id,username' });
  const owner = answer.kind === 'answered' && answer.status === 200 ? ownerSchema.safeParse(answer.body) : null;
  if (!owner?.success) return { kind: 'refused', sentence: noAnswer };
  const { id: remoteId, username: handle } = owner.data;
  const session = sessionOf(long, { userId: remoteId, username: handle });
  return { kind: 'connected', account: { remoteId, handle, scope: scopes.join(' ') }, session };
}

/** A token for the next 60 days. Threads renews one that is a day old and has not ended; the older one stays good. */
export async function renewSession(app: ThreadsApp, session: ThreadsSession): Promise<RefreshOutcome> {
  const query = { grant_type: 'th_refresh_token', access_token: session.token };
  const answer = await app.ask(addressAt(app.graphUrl, '/refresh_access_token', query));
  const long = answer.kind === 'answered' && answer.status === 200 ? longSchema.safeParse(answer.body) : null;
  if (long?.success) return { kind: 'fresh', ...sessionOf(long.data, session) };
  const error = errorOf(answer);
  return error !== null && isLost(error) ? { kind: 'reconnect' } : waits;
}

async function exchange(app: ThreadsApp, path: string, query: Record<string, string>): Promise<LongToken | null> {
  const answer = await app.ask(addressAt(app.graphUrl, path, query));
  const long = answer.kind === 'answered' && answer.status === 200 ? longSchema.safeParse(answer.body) : null;
  return long?.success ? long.data : null;
}

function sessionOf(long: LongToken, owner: Pick<ThreadsSession, 'userId' | 'username'>): FreshSession {
  const { userId, username } = owner;
  const session: ThreadsSession = { token: long.access_token, userId, username };
  return { session: JSON.stringify(session), lifetimeSeconds: Math.floor(long.expires_in) };
}

const appRefused =
  'Threads does not accept the app of this Coact. Tell the people who run it: its ID or secret is wrong.';
const noAnswer = 'Threads does not answer right now. Try again in a minute.';
const unconfirmed: Connection = { kind: 'refused', sentence: 'Threads could not confirm this sign-in. Start again.' };
