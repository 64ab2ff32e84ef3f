import { request } from 'node:http';
import type { BlueskyAccount } from './server.ts';

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

/**
 * A person with a browser, without a browser: opens the authorisation page, signs in, consents (or says no) and
 * returns the address the server sends the browser back to. Uses node:http because fetch() marks its requests
 * `Sec-Fetch-Mode: cors`, which the server refuses for pages.
 */
export async function consentAt(
  authorizeUrl: string,
  account: BlueskyAccount,
  answer: 'yes' | 'no' = 'yes',
): Promise<URL> {
  const origin = new URL(authorizeUrl).origin;
  const cookies = new Map<string, string>();
  const asPage = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' };
  const page = await send(authorizeUrl, 'GET', asPage, cookies);
  if (page.status !== 200)
    throw new Error(`the authorisation page answered ${page.status}: ${page.body.slice(0, 300)}`);

  const call = async (name: string, body: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const headers = {
      'content-type': 'application/json',
      origin,
      referer: authorizeUrl,
      'x-csrf-token': cookies.get('csrf-token') ?? '',
      'sec-fetch-mode': 'same-origin',
      'sec-fetch-site': 'same-origin',
      'sec-fetch-dest': 'empty',
    };
    const reply = await send(`${origin}/@atproto/oauth-provider/~api/${name}`, 'POST', headers, cookies, body);
    if (reply.status !== 200) throw new Error(`${name} answered ${reply.status}: ${reply.body}`);
    return JSON.parse(reply.body);
  };
  await call('sign-in', { username: account.handle, password: account.password, locale: 'en', remember: true });
  const verdict = answer === 'yes' ? await call('consent', { did: account.did }) : await call('reject', {});
  const back = await send(
    String(verdict.url),
    'GET',
    { ...asPage, 'sec-fetch-site': 'same-origin', referer: authorizeUrl },
    cookies,
  );
  if (!back.location) throw new Error(`no way back: ${back.status} ${back.body.slice(0, 300)}`);
  return new URL(back.location);
}

function send(
  url: string,
  method: string,
  headers: Record<string, string>,
  cookies: Map<string, string>,
  body?: Record<string, unknown>,
): Promise<Answer> {
  const payload = body ? JSON.stringify(body) : undefined;
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: { ...headers, ...(cookie ? { cookie } : {}) } }, (incoming) => {
      for (const line of incoming.headers['set-cookie'] ?? []) {
        const [pair = ''] = line.split(';');
        cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          location: incoming.headers.location,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}
