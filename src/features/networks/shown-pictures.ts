import type { Picture, Post } from './network.ts';

/**
 * The pictures to show on a network that makes the link's card by itself: the post's own, or else the one that was
 * chosen for the card, which would be seen by nobody there.
 */
export function shownPictures({ pictures = [], card }: Post): readonly Picture[] {
  if (pictures.length > 0) return pictures;
  return card?.chosen === true && card.picture ? [card.picture] : [];
}
