import { actions, context, type MessageContent, mrkdwn, section, slackDate } from '../../../platform/slack/index.ts';
import { type RequestCard, shareButtons, soFar } from './message.ts';

/** The reminder under a request's message, which the channel sees too: when it ends, how it goes in total, the way in. */
export function reminderMessage(card: RequestCard): MessageContent {
  const { draft, state, timeZone } = card;
  const title = draft.title === '' ? 'Untitled request' : draft.title;
  if (state !== 'open' || !draft.endsAt) {
    const over = state === 'open' ? 'is still open' : 'has ended';
    return { text: `${title} ${over}`, blocks: [section(mrkdwn`*${title}* ${over}. ${soFar(card)}.`)] };
  }
  const ends = new Date(draft.endsAt);
  const otherwise = ends.toLocaleString('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const call = draft.engagement ? 'There is still time to join in' : 'There is still time to share it';
  return {
    text: `Reminder: ${title} ends on ${otherwise}`,
    blocks: [
      section(mrkdwn`*${title}* ends ${slackDate(ends, otherwise)}. ${call}.`),
      actions(shareButtons(card, title)),
      context([mrkdwn`${soFar(card)}`]),
    ],
  };
}
