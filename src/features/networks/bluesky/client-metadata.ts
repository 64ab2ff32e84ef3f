import type { OAuthClientMetadataInput } from '@atproto/oauth-client-node';
import { isLoopback } from '../../../platform/config/index.ts';

/**
 * The least that sharing needs: make and delete posts, upload pictures and videos, like and repost what the person clicks. A server that knows no granular
 * scopes refuses the sign-in; Coact does not fall back to `transition:generic`, which would let it do anything.
 */
export const scope = [
  'atproto repo:app.bsky.feed.post?action=create&action=delete',
  'repo:app.bsky.feed.like?action=create repo:app.bsky.feed.repost?action=create blob:image/* blob:video/mp4',
].join(' ');

export type ClientIdentity =
  | { readonly kind: 'public'; readonly metadata: OAuthClientMetadataInput }
  | { readonly kind: 'confidential'; readonly metadata: OAuthClientMetadataInput }
  | { readonly kind: 'none'; readonly sentence: string };

/**
 * Who Coact is to Bluesky's servers, by the address it runs at (atproto.com/specs/oauth, "Clients"): a confidential
 * client whose document they fetch over https without a port, or, on this computer, the loopback client of
 * development, which must be sent back to 127.0.0.1 and whose sessions end after two weeks.
 */
export function clientIdentity(publicUrl: string): ClientIdentity {
  const url = new URL(publicUrl);
  if (url.protocol === 'https:' && url.port === '') {
    return { kind: 'confidential', metadata: confidentialMetadata(url.origin) };
  }
  if (url.protocol === 'http:' && isLoopback(url.hostname)) {
    return {
      kind: 'public',
      metadata: loopbackMetadata(`http://127.0.0.1:${url.port || '80'}/connect/bluesky/callback`),
    };
  }
  return {
    kind: 'none',
    sentence:
      'Bluesky lets people connect only when PUBLIC_URL is an https address without a port, or http on this computer.',
  };
}

/** Servers make this document up themselves from the client id, which holds all that may be chosen. */
function loopbackMetadata(redirectUri: `http://127.0.0.1:${string}`): OAuthClientMetadataInput {
  return {
    client_id: `http://localhost?${new URLSearchParams({ redirect_uri: redirectUri, scope })}`,
    application_type: 'native',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    scope,
    redirect_uris: [redirectUri],
    dpop_bound_access_tokens: true,
    token_endpoint_auth_method: 'none',
  };
}

function confidentialMetadata(origin: string): OAuthClientMetadataInput {
  return {
    client_id: `${origin}/oauth/bluesky/client-metadata.json`,
    client_name: 'Coact',
    client_uri: origin,
    application_type: 'web',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    scope,
    redirect_uris: [`${origin}/connect/bluesky/callback` as `https://${string}`],
    dpop_bound_access_tokens: true,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks_uri: `${origin}/oauth/bluesky/jwks.json` as `https://${string}`,
  };
}
