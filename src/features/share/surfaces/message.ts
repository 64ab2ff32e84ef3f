import {
  actions,
  type Block,
  button,
  context,
  divider,
  header,
  image,
  lines,
  link,
  type MessageContent,
  mrkdwn,
  picture,
  section,
  slackDate,
} from '../../../platform/slack/index.ts';
import type { Figure } from '../figures/figure.ts';
import type { Draft, RequestState } from '../request.ts';

/** What the message in the channel is made of. */
export interface RequestCard {
  readonly id: string;
  readonly state: RequestState;
  readonly draft: Draft;
  /** Public address of the request's own picture and of the link's preview picture. */
  readonly pictureUrl: string | null;
  readonly previewPictureUrl: string | null;
  /** All shares together, as reports may show them. */
  readonly shares: Figure;
  /** For the fallback text where a client can't show times in the reader's zone. */
  readonly timeZone: string;
}

export const shareAction = 'share.open';

/** The message of a share request: title, words, picture, link, one button, when it ends, how often it was shared. */
export function requestMessage(card: RequestCard): MessageContent {
  const { draft } = card;
  const title = draft.title === '' ? 'Untitled request' : draft.title;
  const blocks: Block[] = [header(title)];
  if (draft.slackText !== '') blocks.push(section(mrkdwn`${draft.slackText}`));
  if (card.pictureUrl !== null) blocks.push(image(card.pictureUrl, draft.picture?.alt || title));
  if (draft.link !== '') blocks.push(linkCard(card));
  if (card.state === 'ended') {
    blocks.push(divider(), context([mrkdwn`This request has ended. ${sharedSoFar(card.shares)}`]));
    return { text: `${title} (ended)`, blocks };
  }
  blocks.push(
    actions([
      button({ actionId: shareAction, text: 'Share', value: card.id, style: 'primary', label: `Share: ${title}` }),
    ]),
    context([footer(card)]),
  );
  return { text: `${title}: share it with your network`, blocks };
}

function linkCard(card: RequestCard): Block {
  const { draft } = card;
  const preview = draft.preview;
  const host = new URL(draft.link).host;
  const words = lines(
    mrkdwn`*${link(draft.link, preview?.title || host)}*`,
    ...(preview?.description ? [mrkdwn`${preview.description}`] : []),
    mrkdwn`_${host}_`,
  );
  // Where the request has a picture of its own, the link's stays small beside the words.
  return card.previewPictureUrl === null
    ? section(words)
    : section(words, { accessory: picture(card.previewPictureUrl, `Picture of ${preview?.title || host}`) });
}

function footer(card: RequestCard) {
  const ends = card.draft.endsAt ? new Date(card.draft.endsAt) : null;
  if (ends === null) return mrkdwn`${sharedSoFar(card.shares)}`;
  const otherwise = ends.toLocaleString('en-GB', { timeZone: card.timeZone, dateStyle: 'medium', timeStyle: 'short' });
  return mrkdwn`Ends ${slackDate(ends, otherwise)} · ${sharedSoFar(card.shares)}`;
}

/** Totals only; a small group is told as such, so that no one person's share can be seen in the number. */
function sharedSoFar(shares: Figure): string {
  if ('fewerThan' in shares) return `Shared fewer than ${shares.fewerThan} times so far`;
  return shares.value === 1 ? 'Shared once' : `Shared ${shares.value} times`;
}
