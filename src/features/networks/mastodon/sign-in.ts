import { z } from 'zod';
import { randomToken, tokenHash } from '../../../platform/vault/index.ts';
import { type Asker, addressAt } from '../ask.ts';
import type { Authorization, Connection, FreshSession } from '../network.ts';
import type { RegisteredClient, Registration } from './client.ts';
import { findSignIn, forPostingOnly, type SignInPlace } from './discovery.ts';
import { type Instance, readInstance } from './instance.ts';
import { type NamedServer, readServer } from './server.ts';
import { bearer, type MastodonSession } from './session.ts';

export interface SignInParts {
  readonly ask: Asker;
  readonly redirectUri: string;
  /** Origin of the installation's own server, if it has one. */
  readonly ownServer: string | null;
  readonly clientOf: (place: SignInPlace) => Promise<Registration>;
}

/** A token of Mastodon has no end. So often it is looked whether it is still good, and what the server allows by now. */
const lookAgainSeconds = 7 * 86_400;

const memorySchema = z.object({
  server: z.string(),
  token: z.string(),
  revoke: z.string(),
  issuer: z.string().nullable(),
  scope: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  verifier: z.string(),
  state: z.string().min(20),
});
type Memory = z.infer<typeof memorySchema>;

const tokenSchema = z.object({ access_token: z.string().min(1), scope: z.string().default('') });
const accountSchema = z.object({
  id: z.union([z.string().regex(/^[\w-]{1,100}$/), z.number().int().transform(String)]),
  username: z.string().regex(/^[\p{L}\p{N}_.-]{1,100}$/u),
});
/** The account behind a token, as far as it is used. */
export type Owner = z.infer<typeof accountSchema>;

/** Leads to the sign-in page of the server that the person named. */
export async function startSignIn(parts: SignInParts, typed: string): Promise<Authorization> {
  const named = readServer(typed, parts.ownServer);
  if (named === null) return { kind: 'refused', sentence: sentenceForTyped(typed) };
  const found = await findPlaceAndClient(parts, named);
  return found.kind === 'found' ? authorizationAt(parts, found.place, found.client) : found;
}

/** Where a server signs people in, and how Coact is known there; or why not, as a sentence. */
export async function findPlaceAndClient(
  parts: SignInParts,
  named: NamedServer,
): Promise<
  | { readonly kind: 'found'; readonly place: SignInPlace; readonly client: RegisteredClient }
  | { readonly kind: 'refused'; readonly sentence: string }
> {
  const place = await findSignIn(parts.ask, named);
  if (place === null) return { kind: 'refused', sentence: noAnswer(named.host) };
  const registration = await parts.clientOf(place);
  if (registration.kind === 'client') return { kind: 'found', place, client: registration.client };
  const narrower = registration.kind === 'unfit' ? forPostingOnly(place) : null;
  const second = narrower === null ? registration : await parts.clientOf(narrower);
  if (narrower !== null && second.kind === 'client') return { kind: 'found', place: narrower, client: second.client };
  const { kind } = second.kind === 'client' ? registration : second;
  return { kind: 'refused', sentence: notRegistered(kind, named.host) };
}

function authorizationAt({ redirectUri }: SignInParts, place: SignInPlace, client: RegisteredClient): Authorization {
  const [state, verifier] = [randomToken(), randomToken()];
  const url = new URL(place.authorize);
  const asked = {
    ...{ response_type: 'code', client_id: client.id, redirect_uri: redirectUri, scope: place.scope, state },
    // RFC 7636, section 4.2. Mastodon heeds it from 4.3 on; servers that do not know it pass over it.
    ...{ code_challenge: Buffer.from(tokenHash(verifier)).toString('base64url'), code_challenge_method: 'S256' },
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const { server, token, revoke, issuer, scope } = place;
  const kept = {
    server,
    token,
    revoke,
    issuer,
    scope,
    clientId: client.id,
    clientSecret: client.secret,
    verifier,
    state,
  };
  return { kind: 'go', url: url.href, state, memory: JSON.stringify(kept) };
}

/** Ends a sign-in: the code becomes a token, which is asked whose it is and what its server allows. */
export async function endSignIn(parts: SignInParts, params: URLSearchParams, kept: string): Promise<Connection> {
  const memory = memorySchema.parse(JSON.parse(kept));
  if (params.get('state') !== memory.state) return unconfirmed;
  if (params.get('error') === 'access_denied') return { kind: 'denied' };
  const issuer = params.get('iss');
  const code = params.get('code') ?? '';
  if (code === '' || (issuer !== null && memory.issuer !== null && issuer !== memory.issuer)) return unconfirmed;
  const answer = await parts.ask(memory.token, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      ...{ grant_type: 'authorization_code', code, redirect_uri: parts.redirectUri, code_verifier: memory.verifier },
      ...{ client_id: memory.clientId, client_secret: memory.clientSecret, scope: memory.scope },
    }),
  });
  const { host } = new URL(memory.server);
  if (answer.kind === 'silent' || answer.status >= 500) return { kind: 'refused', sentence: noAnswer(host) };
  const granted = answer.status < 300 ? tokenSchema.safeParse(answer.body) : null;
  if (!granted?.success) return unconfirmed;
  return connect(parts, memory, granted.data.access_token, granted.data.scope || memory.scope);
}

async function connect(parts: SignInParts, memory: Memory, token: string, scope: string): Promise<Connection> {
  const { server, revoke, clientId, clientSecret } = memory;
  const { host } = new URL(server);
  const owner = await readOwner(parts.ask, { server, token });
  const { limits, domain, keepsKeys } = (await readInstance(parts.ask, server)) ?? unsaid;
  const held: MastodonSession = {
    ...{ server, revoke, clientId, clientSecret, token, keepsKeys, limits },
    ...(typeof owner === 'object'
      ? { accountId: owner.id, username: owner.username }
      : { accountId: '', username: '' }),
  };
  if (typeof owner !== 'object' || !allowsPosting(scope)) {
    await endSession(parts.ask, held);
    const sentence = typeof owner === 'object' ? notAllowed : noAnswer(host);
    return { kind: 'refused', sentence };
  }
  const account = { remoteId: `${owner.id}@${host}`, handle: `${owner.username}@${domain ?? host}`, scope, limits };
  return { kind: 'connected', account, session: holdFor(held) };
}

/** Whose token it is. `lost`: the server no longer takes it. `silent`: it gave no answer that says either. */
export async function readOwner(
  ask: Asker,
  session: { readonly server: string; readonly token: string },
): Promise<Owner | 'lost' | 'silent'> {
  const headers = bearer(session);
  const answer = await ask(addressAt(session.server, '/api/v1/accounts/verify_credentials'), {
    headers,
    redirect: 'manual',
  });
  if (answer.kind === 'silent' || answer.status >= 500 || answer.status === 429) return 'silent';
  const parsed = accountSchema.safeParse(answer.body);
  if (answer.status === 200 && parsed.success) return parsed.data;
  // snac answers 422 to a token that it has ended.
  return [401, 403, 422].includes(answer.status) ? 'lost' : 'silent';
}

/** Ends a token at its server. What the server does not know is ended. */
export async function endSession(ask: Asker, session: MastodonSession): Promise<'revoked' | 'silent'> {
  const { revoke, clientId, clientSecret, token } = session;
  const answer = await ask(revoke, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, token }),
  });
  const isAnswered = answer.kind === 'answered' && answer.status < 500 && answer.status !== 429;
  return isAnswered ? 'revoked' : 'silent';
}

/** A session as the caller keeps it. */
export function holdFor(session: MastodonSession): FreshSession {
  return { session: JSON.stringify(session), lifetimeSeconds: lookAgainSeconds };
}

function allowsPosting(granted: string): boolean {
  const scopes = granted.split(/\s+/);
  return scopes.includes('write') || (scopes.includes('write:statuses') && scopes.includes('write:media'));
}

function sentenceForTyped(typed: string): string {
  const how = 'Type its name, like mastodon.social, or your whole handle, like @you@mastodon.social.';
  return typed.trim() === ''
    ? `Say on which server you are. ${how}`
    : `“${typed.trim()}” is no Mastodon server. ${how}`;
}

function notRegistered(kind: Exclude<Registration['kind'], 'client'>, host: string): string {
  if (kind === 'silent') return noAnswer(host);
  if (kind === 'busy') return `${host} takes no more sign-ins right now. Try again in ten minutes.`;
  return `${host} is no Mastodon server, or it lets no apps connect. Check the spelling.`;
}

const noAnswer = (host: string) =>
  `The Mastodon server ${host} does not answer right now. Check the spelling, or try again in a minute.`;
/** Of a server that says nothing about itself the usual limits are believed, and no more. */
const unsaid: Instance = { limits: {}, domain: null, keepsKeys: false };
const notAllowed = 'Your server did not allow Coact to post for you. Connect again and allow it.';
const unconfirmed: Connection = {
  kind: 'refused',
  sentence: 'Your Mastodon server could not confirm this sign-in. Start again.',
};
