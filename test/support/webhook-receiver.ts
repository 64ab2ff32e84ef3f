import type { ServerResponse } from 'node:http';
import { type LocalServer, listenHttp } from './local-server.ts';

/** What arrived at the receiver's address. */
export interface Arrived {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Somebody who wants to be told of events. */
export interface WebhookReceiver extends LocalServer {
  readonly arrived: Arrived[];
  /** How the next calls are answered; 204 unless set. */
  answer: (response: ServerResponse, call: Arrived) => void;
}

export async function openReceiver(): Promise<WebhookReceiver> {
  const arrived: Arrived[] = [];
  const behaviour: Pick<WebhookReceiver, 'answer'> = { answer: (response) => response.writeHead(204).end() };
  const server = await listenHttp((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      arrived.push(call);
      behaviour.answer(response, call);
    });
  });
  return Object.assign(behaviour, server, { arrived });
}

/**
 * Verifies a delivery as a receiver does who has read the Standard Webhooks specification and nothing of ours: with the
 * browser's cryptography. Gives the event, or null for one that is not to be believed.
 */
export async function verify(secret: string, { headers, body }: Arrived, now = Date.now()): Promise<unknown> {
  const [id, at, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name]);
  if (typeof id !== 'string' || typeof at !== 'string' || typeof signatures !== 'string') return null;
  if (Math.abs(now / 1_000 - Number(at)) > 300) return null;
  const bytes = Uint8Array.from(atob(secret.replace('whsec_', '')), (char) => char.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const content = new TextEncoder().encode(`${id}.${at}.${body}`);
  for (const signature of signatures.split(' ')) {
    const [version, text = ''] = signature.split(',');
    const given = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, given, content))) return JSON.parse(body);
  }
  return null;
}
