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
import { type Ask, type NetworkName, networkTitles } from '../../networks/index.ts';
import type { Figure } from '../figures/figure.ts';
import { type Draft, networksOf, type RequestState } from '../request.ts';

/** Opens what is asked for about a post. */
export const askFor = (ask: Ask) => `share.ask.${ask}` as const;

export const askWords: Readonly<Record<Ask, string>> = { like: 'Like', reshare: 'Reshare', comment: 'Comment' };

/** What the message in the channel is made of. */
export interface RequestCard {
  readonly id: string;
  readonly state: RequestState;
  readonly draft: Draft;
  /** Public address of the request's own picture and of the link's preview picture. */
  readonly pictureUrl: string | null;
  /** The request's further pictures. */
  readonly morePictures?: readonly { readonly url: string; readonly alt: string }[];
  readonly previewPictureUrl: string | null;
  /** The request's video, and the picture that stands for it. */
  readonly film?: { readonly url: string; readonly stillUrl: string | null; readonly alt: string } | null;
  /** All shares together, as reports may show them. */
  readonly shares: Figure;
  /** For the fallback text where a client can't show times in the reader's zone. */
  readonly timeZone: string;
}

/** Opens a request, whatever its networks; they are chosen in the window where there are several. */
export const shareAction = 'share.open';

/** Opens a request on one network. */
export const shareOn = (network: NetworkName) => `${shareAction}.${network}` as const;

/** The message of a share request: title, words, picture, link, one button, when it ends, how often it was shared. */
export function requestMessage(card: RequestCard): MessageContent {
  const { draft } = card;
  const title = draft.title === '' ? 'Untitled request' : draft.title;
  const blocks: Block[] = [header(title)];
  if (draft.slackText !== '') blocks.push(section(mrkdwn`${draft.slackText}`));
  blocks.push(...filmBlocks(card, title));
  if (card.pictureUrl !== null) blocks.push(image(card.pictureUrl, draft.picture?.alt || title));
  const more = (card.morePictures ?? []).map(({ url, alt }) => picture(url, alt || title));
  if (more.length > 0) blocks.push(context([...more, mrkdwn`${furtherPictures(more.length)}`]));
  if (draft.engagement) blocks.push(postCard(draft.engagement));
  else if (draft.link !== '') blocks.push(linkCard(card));
  if (card.state === 'ended') {
    blocks.push(divider(), context([mrkdwn`This request has ended. ${soFar(card)}`]));
    return { text: `${title} (ended)`, blocks };
  }
  blocks.push(actions(shareButtons(card, title)), context([footer(card)]));
  const call = draft.engagement ? 'join in' : 'share it with your network';
  return { text: `${title}: ${call}`, blocks };
}

/** Slack plays no video of ours without the right to upload files: a still, and the way to the film. */
function filmBlocks({ film }: RequestCard, title: string): Block[] {
  if (!film) return [];
  const watch = context([mrkdwn`▶ *Video* · ${link(film.url, 'Watch it')}`]);
  return film.stillUrl === null ? [watch] : [image(film.stillUrl, `Video: ${film.alt || title}`), watch];
}

/** Whose post it is, how it begins, and where. */
function postCard({ network, post, card }: NonNullable<Draft['engagement']>): Block {
  const who = card.author === '' ? 'A post' : card.author;
  const begins = card.text === '' ? [] : [mrkdwn`${card.text}`];
  const where = `${who} on ${networkTitles[network]}`;
  return section(lines(mrkdwn`*${post === '' ? where : link(post, where)}*`, ...begins));
}

/** One button for each network; a single one says what it does, not where. */
export function shareButtons({ id, draft }: RequestCard, title: string) {
  if (draft.engagement) {
    return draft.engagement.asks.map((ask) => {
      const label = `${askWords[ask]}: ${title}`;
      return button({ actionId: askFor(ask), text: askWords[ask], value: id, style: 'primary', label });
    });
  }
  const networks = networksOf(draft);
  if (networks.length < 2) {
    return [button({ actionId: shareAction, text: 'Share', value: id, style: 'primary', label: `Share: ${title}` })];
  }
  return networks.map((network) => {
    const label = `Share on ${networkTitles[network]}: ${title}`;
    return button({ actionId: shareOn(network), text: networkTitles[network], value: id, style: 'primary', label });
  });
}

const furtherPictures = (count: number) => (count === 1 ? '1 more picture' : `${count} more pictures`);

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
  if (ends === null) return mrkdwn`${soFar(card)}`;
  const otherwise = ends.toLocaleString('en-GB', { timeZone: card.timeZone, dateStyle: 'medium', timeStyle: 'short' });
  return mrkdwn`Ends ${slackDate(ends, otherwise)} · ${soFar(card)}`;
}

/** How often a request was shared, or joined in. */
export function soFar({ draft, shares }: Pick<RequestCard, 'draft' | 'shares'>): string {
  return draft.engagement ? joinedSoFar(shares) : sharedSoFar(shares);
}

/** Totals only; a small group is told as such, so that no one person's share can be seen in the number. */
function sharedSoFar(shares: Figure): string {
  if ('fewerThan' in shares) return `Shared fewer than ${shares.fewerThan} times so far`;
  return shares.value === 1 ? 'Shared once' : `Shared ${shares.value} times`;
}

function joinedSoFar(acts: Figure): string {
  if ('fewerThan' in acts) return `Fewer than ${acts.fewerThan} likes, reshares and comments so far`;
  return `${acts.value} likes, reshares and comments`;
}
