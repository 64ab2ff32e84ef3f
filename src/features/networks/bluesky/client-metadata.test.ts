import { describe, expect, it } from 'vitest';
import { clientIdentity } from './client-metadata.ts';

describe('who Coact is to Bluesky', () => {
  it('is a confidential client at an https address', () => {
    const identity = clientIdentity('https://coact.example.com');
    expect(identity).toMatchObject({
      kind: 'confidential',
      metadata: {
        client_id: 'https://coact.example.com/oauth/bluesky/client-metadata.json',
        redirect_uris: ['https://coact.example.com/connect/bluesky/callback'],
        jwks_uri: 'https://coact.example.com/oauth/bluesky/jwks.json',
        token_endpoint_auth_method: 'private_key_jwt',
        dpop_bound_access_tokens: true,
      },
    });
  });

  it.each([
    ['http://localhost:3000', 'http://127.0.0.1:3000/connect/bluesky/callback'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/connect/bluesky/callback'],
    ['http://localhost', 'http://127.0.0.1/connect/bluesky/callback'],
  ])('is the loopback client at %s, sent back to %s', (publicUrl, redirect) => {
    const identity = clientIdentity(publicUrl);
    expect(identity).toMatchObject({ kind: 'public', metadata: { token_endpoint_auth_method: 'none' } });
    expect(identity.kind === 'public' && new URL(String(identity.metadata.redirect_uris[0])).href).toBe(redirect);
  });

  it('asks for posting, undoing, liking, reposting and pictures, nothing else', () => {
    const identity = clientIdentity('https://coact.example.com');
    expect(identity.kind !== 'none' && identity.metadata.scope).toBe(
      'atproto repo:app.bsky.feed.post?action=create&action=delete repo:app.bsky.feed.like?action=create repo:app.bsky.feed.repost?action=create blob:image/* blob:video/mp4',
    );
  });

  it.each(['https://coact.example.com:8443', 'http://10.0.0.5:3000'])('explains why %s cannot be used', (publicUrl) => {
    const identity = clientIdentity(publicUrl);
    expect(identity.kind === 'none' && identity.sentence).toContain('PUBLIC_URL');
  });
});
