import type { Post } from '../network.ts';
import type { Facet } from './facets.ts';

/** What uploadBlob answers and a record refers to. */
export interface Blob {
  readonly $type: 'blob';
  readonly ref: { readonly $link: string };
  readonly mimeType: string;
  readonly size: number;
}

/** The blobs of a post's pictures, in the post's order; `card` is the link card's picture. */
export interface UploadedPictures {
  readonly card: Blob | null;
  readonly pictures: readonly Blob[];
  readonly video?: Blob | undefined;
}

/** The app.bsky.feed.post record for a post. One embed only: pictures win over the card, as the app does it. */
export function buildRecord(post: Post, facets: readonly Facet[], uploaded: UploadedPictures): Record<string, unknown> {
  const embed = buildEmbed(post, uploaded);
  return {
    $type: 'app.bsky.feed.post',
    text: post.text,
    createdAt: post.writtenAt.toISOString(),
    ...(post.languages?.length ? { langs: post.languages } : {}),
    ...(facets.length ? { facets } : {}),
    ...(embed ? { embed } : {}),
  };
}

function buildEmbed(post: Post, uploaded: UploadedPictures): Record<string, unknown> | null {
  if (post.video && uploaded.video) {
    const { alt, width, height } = post.video;
    return { $type: 'app.bsky.embed.video', video: uploaded.video, alt, aspectRatio: { width, height } };
  }
  if (post.pictures?.length) {
    const images = post.pictures.map((picture, index) => ({
      image: uploaded.pictures[index],
      alt: picture.alt,
      ...(picture.width && picture.height ? { aspectRatio: { width: picture.width, height: picture.height } } : {}),
    }));
    return { $type: 'app.bsky.embed.images', images };
  }
  if (!post.card) return null;
  const { url, title, description } = post.card;
  const thumb = uploaded.card ? { thumb: uploaded.card } : {};
  return { $type: 'app.bsky.embed.external', external: { uri: url, title, description, ...thumb } };
}
