import { createHmac } from 'node:crypto';

/**
 * Slack's request signature, version 0: `v0=` + hex HMAC-SHA256 of `v0:timestamp:body` under the signing secret.
 * Source: docs.slack.dev/authentication/verifying-requests-from-slack. `timestamp` is in seconds since 1970.
 */
export function slackSignature(signingSecret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** The headers of a signed request as Slack sends it now. */
export function signedHeaders(signingSecret: string, body: string, contentType: string): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000);
  return {
    'content-type': contentType,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': slackSignature(signingSecret, timestamp, body),
  };
}
