/**
 * Verifies that a request comes from Slack: HMAC-SHA256 over `v0:timestamp:raw body`.
 * Source: docs.slack.dev/authentication/verifying-requests-from-slack
 */
import { isHmacOf } from '../vault/index.ts';

/** Slack's own window. Both ways: Slack's SDK takes timestamps from the future, which would stretch a replay at will. */
const maxSkewSeconds = 300;

export interface SignedParts {
  /** Header x-slack-request-timestamp, seconds. */
  readonly timestamp: string | null;
  /** Header x-slack-signature, `v0=` and 64 hex digits. */
  readonly signature: string | null;
  /** The body as it came, before any parser. */
  readonly body: Uint8Array<ArrayBuffer>;
}

export type Verdict = 'ok' | 'stale' | 'wrong_signature';

/**
 * @param secrets the current signing secret and, during a change of it, the previous one
 * @param now present time
 */
export async function verifySignature(parts: SignedParts, secrets: readonly string[], now: Date): Promise<Verdict> {
  if (parts.timestamp === null || !/^\d{1,12}$/.test(parts.timestamp)) return 'stale';
  if (Math.abs(now.getTime() / 1000 - Number(parts.timestamp)) > maxSkewSeconds) return 'stale';
  if (parts.signature === null || !/^v0=[0-9a-f]{64}$/.test(parts.signature)) return 'wrong_signature';
  const given = new Uint8Array(Buffer.from(parts.signature.slice(3), 'hex'));
  const signed = new Uint8Array(Buffer.concat([Buffer.from(`v0:${parts.timestamp}:`), parts.body]));
  for (const secret of secrets) {
    // An empty secret would make anybody's signature right.
    if (secret !== '' && isHmacOf(secret, signed, given)) return 'ok';
  }
  return 'wrong_signature';
}
