import type { Post, PostDraft } from './network.ts';

/** What a preflight has to know of a post that is about to go out. */
export function draftOf(post: Post): PostDraft {
  const { text, card, pictures } = post;
  return {
    text,
    ...(card ? { card: { url: card.url, title: card.title, pictureBytes: card.picture?.bytes.length } } : {}),
    ...(pictures ? { pictures: pictures.map((picture) => ({ size: picture.bytes.length, alt: picture.alt })) } : {}),
  };
}
