import { hmacOf } from '../vault/index.ts';

const prefix = 'whsec_';

/** A secret as the specification writes it. @param random 256 random bits in base64url */
export function writeSecret(random: string): string {
  return prefix + Buffer.from(random, 'base64url').toString('base64');
}

/**
 * The headers of a delivery by the Standard Webhooks specification (version 1.0.0, symmetric signatures): its id, the
 * same at every try; when it is sent, in seconds; and a signature of both with the body, one for each secret that holds.
 */
export function signedHeaders(
  id: string,
  at: Date,
  body: string,
  secrets: readonly string[],
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const content = Buffer.from(`${id}.${timestamp}.${body}`, 'utf8');
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64');
    return `v1,${Buffer.from(hmacOf(key, content)).toString('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
