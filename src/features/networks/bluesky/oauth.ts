import {
  type AtprotoDid,
  JoseKey,
  NodeOAuthClient,
  type NodeSavedSession,
  type NodeSavedState,
  type OAuthAuthorizationServerMetadata,
} from '@atproto/oauth-client-node';
import { z } from 'zod';
import { BriefMemory } from '../brief-memory.ts';
import type { ClientIdentity } from './client-metadata.ts';

/** Where Bluesky's parts are and how to reach them. */
export interface OAuthSettings {
  readonly identity: Extract<ClientIdentity, { kind: 'public' | 'confidential' }>;
  /** Private ES256 JWK as JSON, with a `kid`; only the confidential client has one. */
  readonly clientKey: string | null;
  readonly plcUrl: string;
  readonly handleResolver: string;
  /** Whether servers may be reached without TLS: only where the operator named such a server, as in practice. */
  readonly allowHttp: boolean;
  readonly fetch: typeof fetch;
}

/** The two places where the library leaves something; each lives for one operation. */
export interface Drawers {
  readonly states: Map<string, NodeSavedState>;
  readonly sessions: Map<string, NodeSavedSession>;
}

export type ClientMaker = (drawers: Drawers) => NodeOAuthClient;

/** Makes a private key for `private_key_jwt`, as JSON to be kept sealed. */
export async function makeClientKey(): Promise<string> {
  const key = await JoseKey.generate(['ES256'], `coact-${Date.now().toString(36)}`);
  return JSON.stringify(key.privateJwk);
}

/** The public half of the client key, as /oauth/bluesky/jwks.json shows it. */
export async function publicKeys(clientKey: string): Promise<{ readonly keys: readonly unknown[] }> {
  const key = await JoseKey.fromJWK(JSON.parse(clientKey));
  return { keys: [key.publicJwk] };
}

/**
 * Makes OAuth clients that keep nothing themselves: one per operation, so that an account connected in two
 * organisations has two sessions and never one in the other's place. What they learn about servers (metadata, DPoP
 * nonces) is shared. The library's lock does nothing here: sessions are refreshed under the account's own lock.
 */
export async function clientMaker(settings: OAuthSettings): Promise<ClientMaker> {
  const keyset = settings.clientKey ? [await JoseKey.fromJWK(JSON.parse(settings.clientKey))] : undefined;
  const shared = {
    dpopNonceCache: new BriefMemory<string>(60_000, 1_000),
    authorizationServerMetadataCache: new BriefMemory<OAuthAuthorizationServerMetadata>(60_000, 1_000),
  };
  return ({ states, sessions }) =>
    new NodeOAuthClient({
      ...shared,
      clientMetadata: settings.identity.metadata,
      keyset,
      allowHttp: settings.allowHttp,
      plcDirectoryUrl: settings.plcUrl,
      handleResolver: settings.handleResolver,
      fetch: settings.fetch,
      stateStore: drawer(states),
      sessionStore: drawer(sessions),
      requestLock: async (_name, work) => work(),
    });
}

function drawer<Value>(content: Map<string, Value>) {
  return {
    get: async (key: string) => content.get(key),
    set: async (key: string, value: Value) => void content.set(key, value),
    del: async (key: string) => void content.delete(key),
  };
}

const sessionSchema = z.looseObject({
  dpopJwk: z.looseObject({ kty: z.string() }),
  authMethod: z.looseObject({ method: z.string() }),
  tokenSet: z.looseObject({
    iss: z.string(),
    sub: z.string().startsWith('did:'),
    aud: z.url(),
    access_token: z.string(),
    refresh_token: z.string().optional(),
  }),
});

/** Reads a session that this folder wrote; throws when it is none. */
export function parseSession(text: string): NodeSavedSession & { readonly tokenSet: { readonly sub: AtprotoDid } } {
  sessionSchema.parse(JSON.parse(text));
  return JSON.parse(text);
}

/** A drawer that holds one session. */
export function drawersWith(session: NodeSavedSession): Drawers {
  return { states: new Map(), sessions: new Map([[session.tokenSet.sub, session]]) };
}
