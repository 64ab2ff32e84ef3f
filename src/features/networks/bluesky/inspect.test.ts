import { describe, expect, it } from 'vitest';
import { clientIdentity } from './client-metadata.ts';
import { inspectDocuments } from './inspect.ts';

const identity = clientIdentity('https://coact.example');
const address = 'https://coact.example/oauth/bluesky/client-metadata.json';
const answering = (body: unknown, init: ResponseInit & { readonly type?: string } = {}) => {
  const headers = { 'content-type': init.type ?? 'application/json' };
  return (async () => new Response(JSON.stringify(body), { headers, ...init })) as typeof fetch;
};
const found = async (fetcher: typeof fetch) => (await inspectDocuments(identity, fetcher))[0];

describe('the document that Bluesky’s servers read', () => {
  it('is good when it comes as they need it', async () => {
    expect(await found(answering({ client_id: address }))).toMatchObject({ level: 'good' });
  });

  it.each([
    ['a redirect', answering({}, { status: 302 }), 'answers 302'],
    ['a wall', answering({}, { status: 403 }), 'answers 403'],
    ['a page', answering({ client_id: address }, { type: 'text/html' }), 'not sent as application/json'],
    ['another installation’s', answering({ client_id: 'https://other.example/x' }), 'Does PUBLIC_URL lead here?'],
    ['something else', answering([1, 2]), 'Does PUBLIC_URL lead here?'],
    ['nothing', (async () => Promise.reject(new TypeError('down'))) as typeof fetch, 'can’t be reached'],
  ])('is a problem when %s stands there', async (_what, fetcher, words) => {
    expect(await found(fetcher)).toEqual({ level: 'problem', sentence: expect.stringContaining(words) });
  });

  it('is not needed on this computer, and impossible where the address is none for Bluesky', async () => {
    const local = clientIdentity('http://localhost:3000');
    expect(await inspectDocuments(local, answering({}))).toMatchObject([{ level: 'note' }]);
    const odd = clientIdentity('https://coact.example:8443');
    expect(await inspectDocuments(odd, answering({}))).toMatchObject([{ level: 'problem' }]);
  });
});
