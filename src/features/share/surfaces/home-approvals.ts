import {
  actions,
  type Block,
  button,
  context,
  divider,
  header,
  mrkdwn,
  section,
} from '../../../platform/slack/index.ts';
import { reviewActions } from '../review/tell.ts';
import type { WaitingRequest } from '../review/waiting.ts';

/** As many as fit a glance; the web app has them all. */
const mostShown = 5;

/** What waits for this person's approval, with the buttons of the message that asked for it. */
export function approvalBlocks(waiting: readonly WaitingRequest[], publicUrl: string): Block[] {
  if (waiting.length === 0) return [];
  const rows = waiting.slice(0, mostShown).flatMap(({ id, revision, title, by, goesOut }) => {
    const when = goesOut === null ? mrkdwn`` : mrkdwn` · ${goesOut}`;
    const value = `${id} ${revision}`;
    return [
      section(mrkdwn`*${title}*\n${by} asks for your approval${when}`),
      actions(
        [
          button({
            ...{ actionId: reviewActions.approve, text: 'Approve', value, style: 'primary' },
            label: `Approve: ${title}`,
          }),
          button({
            ...{ actionId: reviewActions.changes, text: 'Ask for changes', value },
            label: `Ask for changes: ${title}`,
          }),
          button({ ...{ actionId: 'share.opened', text: 'Look at it' }, url: `${publicUrl}/requests/${id}` }),
        ],
        `waiting.${id}`,
      ),
    ];
  });
  const rest = waiting.length - mostShown;
  const more = rest > 0 ? [context([mrkdwn`And ${rest} more, in the web app.`])] : [];
  return [header('Waits for your approval'), ...rows, ...more, divider()];
}
