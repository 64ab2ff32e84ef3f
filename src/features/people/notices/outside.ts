import type { OrgId } from '../../../platform/db/index.ts';
import type { PhoneProblem } from '../../../platform/phone/index.ts';
import type { MessageRef, SlackErrorCode } from '../../../platform/slack/index.ts';
import type { NoticeContext } from './context.ts';
import type { NoticeContent, NoticeMethod } from './notice.ts';
import { slackMessageOf, speechOf, textOf } from './words.ts';

/** How a try ended. */
export type Outcome =
  | { readonly kind: 'sent'; readonly at?: MessageRef; readonly mailId?: string }
  /** Trying again would not help. */
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'again'; readonly why: string }
  | { readonly kind: 'later'; readonly seconds: number }
  | { readonly kind: 'unclear' };

/** Where the other side names no time. Seconds. */
const pause = 15;

/** A direct message by the bot; Slack opens the conversation with it. */
export async function bySlack(
  { slack, publicUrl }: Pick<NoticeContext, 'slack' | 'publicUrl'>,
  orgId: OrgId,
  slackUserId: string,
  content: NoticeContent,
): Promise<Outcome> {
  const posted = await slack.messages(orgId).postMessage(slackUserId, slackMessageOf(content, publicUrl));
  if (posted.ok) return { kind: 'sent', at: { channelId: posted.channelId, ts: posted.ts } };
  return outcomeOf(posted.error, posted.retryAfter);
}

/** A text or a call. */
export async function byPhone(
  { phone, publicUrl }: Pick<NoticeContext, 'phone' | 'publicUrl'>,
  method: NoticeMethod,
  to: string,
  content: NoticeContent,
): Promise<Outcome> {
  if (phone === null) return { kind: 'failed', why: 'not_configured' };
  const result = await (method === 'text'
    ? phone.text(to, textOf(content, publicUrl))
    : phone.call(to, speechOf(content)));
  return result.ok ? { kind: 'sent' } : outcomeOf(result.problem, result.retryAfter);
}

function outcomeOf(code: SlackErrorCode | PhoneProblem, seconds = pause): Outcome {
  if (code === 'ratelimited' || code === 'busy') return { kind: 'later', seconds };
  if (code === 'unreachable') return { kind: 'again', why: code };
  if (code === 'unknown_outcome') return { kind: 'unclear' };
  return { kind: 'failed', why: code };
}
