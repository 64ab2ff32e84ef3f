import { orgId as parseOrgId } from '../../../platform/db/index.ts';
import { RetryLater } from '../../../platform/jobs/index.ts';
import type { NoticeContext } from './context.ts';
import type { NoticeContent } from './notice.ts';
import { deliveriesOf, lockNotice } from './store.ts';
import { openContent } from './tell.ts';
import { slackMessageOf } from './words.ts';

/** Somebody is at it: their message is to be known before it can be changed. Seconds. */
const pause = 5;

/**
 * Brings a notice's message in Slack up to date with what the notice says. One that is still to be sent is sent as it
 * stands by then, and one that is gone from Slack needs nothing.
 */
export async function refresh(
  context: NoticeContext,
  ids: { readonly orgId: string; readonly noticeId: string },
): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const found = await context.db.inOrg(orgId, async (tx) => {
    const notice = await lockNotice(tx, ids.noticeId);
    const delivery = notice && (await deliveriesOf(tx, notice.id)).find(({ method }) => method === 'slack');
    if (!notice || !delivery) return null;
    if (delivery.state === 'trying') return 'elsewhere';
    const content: NoticeContent = await openContent(context, tx, notice.id, notice.sealed);
    return delivery.at && { at: delivery.at, content };
  });
  if (found === 'elsewhere') throw new RetryLater(pause);
  if (!found) return;
  const { slack, publicUrl } = context;
  const updated = await slack.messages(orgId).updateMessage(found.at, slackMessageOf(found.content, publicUrl));
  if (updated.ok) return;
  if (updated.error === 'ratelimited') throw new RetryLater(updated.retryAfter ?? pause);
  if (updated.error === 'unreachable') throw new Error('the message in Slack is not up to date yet');
}
