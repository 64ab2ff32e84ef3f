import { checkBlocks } from './blocks/check.ts';
import type { Block } from './blocks/types.ts';
import { networkFailure } from './call.ts';
import { failure, failureOf, type SlackResult } from './failures.ts';
import type { SlackFetch } from './slack-fetch.ts';

/** An answer to a click or command, seen only by the person who clicked unless it replaces the original message. */
export type ResponseMessage =
  | { readonly kind: 'ephemeral'; readonly text: string; readonly blocks?: readonly Block[] }
  | { readonly kind: 'replace'; readonly text: string; readonly blocks?: readonly Block[] }
  | { readonly kind: 'delete' };

/**
 * Posts to a response_url. The address comes from a verified request; the guard refuses any host but Slack's all the same.
 * @param responseUrl serves five times within 30 minutes
 */
export async function respondTo(
  fetch: SlackFetch,
  responseUrl: string,
  message: ResponseMessage,
  timeoutMs: number,
): Promise<SlackResult<object>> {
  if (message.kind !== 'delete' && message.blocks && checkBlocks(message.blocks).length > 0)
    return failure('invalid_blocks');
  try {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf(message)),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) return { ok: true };
    if (response.status === 429)
      return failure('ratelimited', { retryAfter: Number(response.headers.get('retry-after')) });
    if (response.status === 404 || response.status === 410) return failure('response_expired');
    return failureOf((await response.text()).slice(0, 80), true);
  } catch (error) {
    return networkFailure(error, true);
  }
}

function bodyOf(message: ResponseMessage): Readonly<Record<string, unknown>> {
  if (message.kind === 'delete') return { delete_original: true };
  const content = { text: message.text, blocks: message.blocks };
  if (message.kind === 'replace') return { ...content, replace_original: true };
  return { ...content, response_type: 'ephemeral', replace_original: false };
}
