import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { calculateJwkThumbprint, EmbeddedJWK, type JWK, jwtVerify } from 'jose';

/** What the network has seen. */
export interface Counts {
  posts: number;
  /** Refused for the rate. */
  tooMany: number;
  /** A record created twice under one key: refused, as a real server does. */
  sameKey: number;
  /** Without a good token, or with a proof that is none. */
  refused: number;
  lookUps: number;
}

export interface StandIn extends AsyncDisposable {
  readonly url: string;
  readonly counts: Counts;
  /** Texts of all posts, with their account in front. */
  posts(): readonly string[];
  /** Called after each post. */
  onPost: () => void;
}

/** What a request took on its way and back, as over the internet. Milliseconds. */
const wayMs = 20;

/**
 * A network of Bluesky's protocol that is as strict as a real one: it takes so many posts in any second and no more (429, Retry-After), one record
 * for a key, and only with an account's own token and a fresh DPoP proof (RFC 9449) of the key that this token is bound to. Local, in
 * this process; what it has taken is kept in memory.
 *
 * @param perSecond posts that it takes in a second
 * @param thumbprint of the key that all tokens are bound to
 */
export async function startStandIn(perSecond: number, thumbprint: string): Promise<StandIn> {
  const records = new Map<string, string>();
  const proofs = new Set<string>();
  const taken: number[] = [];
  const counts: Counts = { posts: 0, tooMany: 0, sameKey: 0, refused: 0, lookUps: 0 };

  const create = async (request: IncomingMessage, response: ServerResponse) => {
    const body = (await json(request)) as { repo: string; rkey: string; record: { text: string } };
    if (!(await isAllowed(request, body.repo, { url, thumbprint, proofs }))) {
      counts.refused += 1;
      return send(response, 401, { error: 'InvalidToken' });
    }
    const now = performance.now();
    while ((taken[0] ?? now) < now - 1_000) taken.shift();
    if (taken.length >= perSecond) {
      counts.tooMany += 1;
      return send(response, 429, { error: 'RateLimitExceeded' }, { 'retry-after': '1' });
    }
    const place = `${body.repo}/${body.rkey}`;
    if (records.has(place)) {
      counts.sameKey += 1;
      return send(response, 500, { error: 'InternalServerError' });
    }
    taken.push(now);
    records.set(place, `${body.repo} ${body.record.text}`);
    counts.posts += 1;
    standIn.onPost();
    return send(response, 200, { uri: `at://${body.repo}/app.bsky.feed.post/${body.rkey}`, cid: 'bafy' });
  };
  const find = (query: URLSearchParams, response: ServerResponse) => {
    counts.lookUps += 1;
    const text = records.get(`${query.get('repo')}/${query.get('rkey')}`);
    if (text === undefined) return send(response, 400, { error: 'RecordNotFound' });
    return send(response, 200, { uri: 'at://x', value: { text } });
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    await new Promise((resolve) => setTimeout(resolve, wayMs));
    if (pathname === '/xrpc/com.atproto.repo.createRecord') return create(request, response);
    if (pathname === '/xrpc/com.atproto.repo.getRecord') return find(searchParams, response);
    if (pathname === '/.well-known/oauth-authorization-server') return send(response, 200, metadataOf(url));
    return send(response, 404, { error: 'NotFound' });
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const url = `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const standIn: StandIn = {
    ...{ url, counts, onPost: () => undefined },
    posts: () => [...records.values()],
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return standIn;
}

/** The token of an account is known by heart here; what is checked is that it is used as its binding demands. */
export const tokenOf = (did: string): string => `token-of-${did}`;

interface Binding {
  readonly url: string;
  readonly thumbprint: string;
  readonly proofs: Set<string>;
}

async function isAllowed(
  request: IncomingMessage,
  did: string,
  { url, thumbprint, proofs }: Binding,
): Promise<boolean> {
  const token = tokenOf(did);
  if (request.headers.authorization !== `DPoP ${token}`) return false;
  try {
    const options = { typ: 'dpop+jwt', maxTokenAge: '1 minute' };
    const { payload, protectedHeader } = await jwtVerify(String(request.headers.dpop), EmbeddedJWK, options);
    const isFresh = !proofs.has(String(payload.jti));
    proofs.add(String(payload.jti));
    return (
      isFresh &&
      payload.htm === request.method &&
      payload.htu === `${url}${request.url}` &&
      payload.ath === createHash('sha256').update(token).digest('base64url') &&
      (await calculateJwkThumbprint(protectedHeader.jwk as JWK)) === thumbprint
    );
  } catch {
    return false;
  }
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** As the atproto profile of OAuth wants it (atproto.com/specs/oauth, "Server metadata"). */
function metadataOf(issuer: string): object {
  return {
    ...{ issuer, authorization_endpoint: `${issuer}/oauth/authorize`, token_endpoint: `${issuer}/oauth/token` },
    pushed_authorization_request_endpoint: `${issuer}/oauth/par`,
    require_pushed_authorization_requests: true,
    client_id_metadata_document_supported: true,
    authorization_response_iss_parameter_supported: true,
    scopes_supported: ['atproto'],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['ES256'],
    dpop_signing_alg_values_supported: ['ES256'],
  };
}
