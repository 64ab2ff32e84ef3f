import type { Post } from '../network.ts';
import { toLittleText } from './little-text.ts';

/** URNs of a post's pictures, in the post's order; `card` is the link card's picture. */
export interface Uploaded {
  readonly card: string | null;
  readonly pictures: readonly string[];
  readonly video?: string | undefined;
}

/** Longest texts of a card and of a picture's description. */
const longest = { title: 400, description: 4_086, alt: 4_086 };

/** The body of `POST /rest/posts`. One kind of content only: pictures win over the card. */
export function postBody(author: string, post: Post, uploaded: Uploaded): Record<string, unknown> {
  const content = contentOf(post, uploaded);
  return {
    author,
    commentary: toLittleText(post.text, post.mentions),
    visibility: 'PUBLIC',
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: false,
    ...(content === null ? {} : { content }),
  };
}

function contentOf({ card, pictures = [] }: Post, uploaded: Uploaded): Record<string, unknown> | null {
  if (uploaded.video !== undefined) {
    const title = (card?.title ?? '').slice(0, longest.title);
    return { media: { id: uploaded.video, ...(title === '' ? {} : { title }) } };
  }
  const images = pictures.map(({ alt }, index) => ({
    id: uploaded.pictures[index],
    ...(alt === '' ? {} : { altText: alt.slice(0, longest.alt) }),
  }));
  const [first, ...others] = images;
  if (first) return others.length > 0 ? { multiImage: { images } } : { media: first };
  if (!card) return null;
  // LinkedIn reads no page: without a title there is no card. It refuses an empty one.
  const title = (card.title || new URL(card.url).host).slice(0, longest.title);
  const description = card.description.slice(0, longest.description);
  const thumbnail = uploaded.card === null ? {} : { thumbnail: uploaded.card };
  return { article: { source: card.url, title, ...(description === '' ? {} : { description }), ...thumbnail } };
}
