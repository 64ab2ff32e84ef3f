import * as oidc from 'openid-client';
import { z } from 'zod';
import type { Authorization, Connection, Later, RevokeOutcome } from './network.ts';
import { parseJson } from './reply.ts';
import type { AppVerdict } from './setup/app-findings.ts';

/** An app that the operator registered at a network, and the network's addresses. */
export interface App {
  /** The network as people call it. */
  readonly title: string;
  /** How the network calls itself, should a callback name its issuer (RFC 9207). */
  readonly issuer: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
  readonly clientId: string;
  /** Absent for a public client. */
  readonly clientSecret?: string | undefined;
  /** Where the secret goes. */
  readonly secretIn: 'body' | 'header';
  readonly redirectUri: string;
  readonly scope: string;
  /** Whether the network takes a proof key (RFC 7636, always S256). */
  readonly proofKey: boolean;
  /** What the callback says where the person said no. */
  readonly noes: readonly string[];
  readonly fetch: typeof fetch;
  /** Told when the network does not accept the app itself: the operator's matter, whatever a person does. */
  readonly onAppRefused: (code: string) => void;
}

/** What a network hands out for a code or a refresh token. */
export interface Tokens {
  readonly access: string;
  /** Absent where nothing refreshes the access token. */
  readonly refresh: string | undefined;
  readonly scopes: readonly string[];
  readonly lifetimeSeconds: number | null;
}

export type Renewal = { readonly kind: 'fresh'; readonly tokens: Tokens } | { readonly kind: 'reconnect' } | Later;

const memorySchema = z.object({ state: z.string().min(20), verifier: z.string().optional() });
const later: Later = { kind: 'later', afterSeconds: 300 };
/** Errors of RFC 6749, 5.2, that speak of the app and not of a person's token. */
const appErrors = new Set(['invalid_client', 'unauthorized_client', 'unsupported_grant_type']);

/** The network did not answer, or answered that it is broken or busy: nothing is known. */
class NoAnswer extends TypeError {}

/** The address of the network's consent page, and what `takeTokens` wants back. */
export async function beginCodeFlow(app: App): Promise<Authorization> {
  const state = oidc.randomState();
  const verifier = app.proofKey ? oidc.randomPKCECodeVerifier() : undefined;
  const proof = verifier && {
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  const asked = { redirect_uri: app.redirectUri, scope: app.scope, state, ...(proof || {}) };
  const url = oidc.buildAuthorizationUrl(configurationOf(app), asked).href;
  return { kind: 'go', url, state, memory: JSON.stringify({ state, verifier }) };
}

/** Trades the code of a callback for tokens, at once: codes of some networks live for half a minute. */
export async function takeTokens(
  app: App,
  params: URLSearchParams,
  memory: string,
): Promise<{ readonly kind: 'tokens'; readonly tokens: Tokens } | Exclude<Connection, { kind: 'connected' }>> {
  const { state, verifier } = memorySchema.parse(JSON.parse(memory));
  if (params.get('state') === state && app.noes.includes(params.get('error') ?? '')) return { kind: 'denied' };
  // Our own idea of the address, not the request's: behind a proxy they differ, and networks compare them exactly.
  const address = new URL(`${app.redirectUri}?${params}`);
  const checks = { expectedState: state, ...(verifier === undefined ? {} : { pkceCodeVerifier: verifier }) };
  try {
    const answer = await oidc.authorizationCodeGrant(configurationOf(app), address, checks);
    return { kind: 'tokens', tokens: tokensOf(answer, app) };
  } catch (error) {
    return { kind: 'refused', sentence: sentenceFor(app, error) };
  }
}

/** Asks with a code that was never given out whether the network knows the app: it looks at the app before the code. */
export async function askAboutApp(app: App): Promise<AppVerdict> {
  const quiet = { ...app, onAppRefused: () => undefined };
  const state = oidc.randomState();
  const address = new URL(`${app.redirectUri}?${new URLSearchParams({ code: 'made-up-to-ask', state })}`);
  const verifier = app.proofKey ? { pkceCodeVerifier: oidc.randomPKCECodeVerifier() } : {};
  try {
    await oidc.authorizationCodeGrant(configurationOf(quiet), address, { expectedState: state, ...verifier });
    return 'unsaid';
  } catch (error) {
    const code = errorOf(quiet, error);
    if (code === null) return 'silent';
    if (appErrors.has(code)) return 'refused';
    return code === 'invalid_grant' || code === 'invalid_request' ? 'known' : 'unsaid';
  }
}

/** Trades a refresh token for the next pair. Only the network's word about this very token ends a connection. */
export async function renewTokens(app: App, refresh: string): Promise<Renewal> {
  try {
    const tokens = tokensOf(await oidc.refreshTokenGrant(configurationOf(app), refresh), app);
    // Some servers send no new one with every answer: the old one then stays good.
    return { kind: 'fresh', tokens: { ...tokens, refresh: tokens.refresh || refresh } };
  } catch (error) {
    const code = errorOf(app, error);
    return code === 'invalid_grant' || code === 'invalid_request' ? { kind: 'reconnect' } : later;
  }
}

/** Ends a token at the network (RFC 7009). One that the network does not know has ended. */
export async function endToken(app: App, token: string): Promise<RevokeOutcome> {
  try {
    await oidc.tokenRevocation(configurationOf(app), token);
    return { kind: 'revoked' };
  } catch (error) {
    const code = errorOf(app, error);
    return code === null || appErrors.has(code) ? later : { kind: 'revoked' };
  }
}

/** The sentence for a network that is silent just when somebody waits. */
export function noAnswerFrom(title: string): string {
  return `${title} does not answer right now. Try again in a minute.`;
}

function configurationOf(app: App): oidc.Configuration {
  const { issuer, clientId } = app;
  const server = {
    issuer,
    authorization_endpoint: app.authorizeUrl,
    token_endpoint: app.tokenUrl,
    revocation_endpoint: app.revokeUrl,
  };
  const configuration = new oidc.Configuration(server, clientId, {}, proofOf(app));
  configuration[oidc.customFetch] = plainTokens(app);
  // Plain http is for servers on this machine, in practice and tests; production refuses changed addresses.
  if (app.tokenUrl.startsWith('http:')) oidc.allowInsecureRequests(configuration);
  return configuration;
}

function proofOf({ clientId, clientSecret, secretIn }: App): oidc.ClientAuth {
  if (clientSecret === undefined) return oidc.None();
  if (secretIn === 'body') return oidc.ClientSecretPost(clientSecret);
  // As they are: X does not decode them first, as RFC 6749, 2.3.1 would have it, and secrets have dashes in them.
  const pair = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  return (_server, _client, _body, headers) => headers.set('authorization', `Basic ${pair}`);
}

/**
 * The network's answer with what an OAuth client has to find in it, and no ID token: who the person is, the network is
 * asked itself, over TLS. Not every network names the kind of its tokens.
 */
function plainTokens(app: App): oidc.CustomFetch {
  return async (url, { headers, method, signal, body }) => {
    const form = body instanceof URLSearchParams ? body : null;
    const response = await app.fetch(url, { headers, method, body: form, redirect: 'error', signal: signal ?? null });
    if (response.status >= 500 || response.status === 429) throw new NoAnswer(`answered with ${response.status}`);
    const text = await response.text();
    const answer = parseJson(text);
    const isTokens = response.ok && typeof answer === 'object' && answer !== null && 'access_token' in answer;
    if (!isTokens) return new Response(text, { status: response.status, headers: response.headers });
    const { id_token: _unread, ...tokens } = { token_type: 'bearer', ...answer } as Record<string, unknown>;
    return Response.json(tokens, { status: response.status });
  };
}

function tokensOf(answer: oidc.TokenEndpointResponse, app: App): Tokens {
  return {
    access: answer.access_token,
    refresh: answer.refresh_token,
    // LinkedIn separates them by commas. Absent: as asked for (RFC 6749, 5.1).
    scopes: (answer.scope ?? app.scope).split(/[\s,]+/).filter((one) => one !== ''),
    lifetimeSeconds: answer.expires_in ?? null,
  };
}

/** The network's error code, '' for an answer that is none we understand, null for no answer. */
function errorOf(app: App, error: unknown): string | null {
  if (isSilence(error)) return null;
  // A challenge in the header is about the app's own proof (RFC 6749, 5.2); it comes without a body that is read.
  const isChallenge = error instanceof oidc.WWWAuthenticateChallengeError;
  const code = isChallenge ? 'invalid_client' : error instanceof oidc.ResponseBodyError ? error.error : '';
  if (appErrors.has(code)) app.onAppRefused(code);
  return code;
}

function sentenceFor(app: App, error: unknown): string {
  const code = errorOf(app, error);
  if (code === null) return noAnswerFrom(app.title);
  return appErrors.has(code)
    ? `${app.title} does not accept the app of this Coact. Tell the people who run it: its client ID or secret is wrong.`
    : `${app.title} could not confirm this sign-in. Start again.`;
}

function isSilence(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    // Rejections of `fetch` are TypeErrors; of its time limit, errors with these names.
    if (cause instanceof TypeError || cause.name === 'TimeoutError' || cause.name === 'AbortError') return true;
    if (cause instanceof oidc.ClientError && cause.code === 'OAUTH_TIMEOUT') return true;
  }
  return false;
}
