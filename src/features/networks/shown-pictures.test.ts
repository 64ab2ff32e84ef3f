import { describe, expect, it } from 'vitest';
import type { Post } from './network.ts';
import { shownPictures } from './shown-pictures.ts';

const picture = (alt: string) => ({ bytes: new Uint8Array([1]), mime: 'image/png', alt });
const post = (over: Partial<Post>): Post => ({ text: 'Hi', writtenAt: new Date(0), ...over });
const card = { url: 'https://go.example/l/x', title: '', description: '', picture: picture('The yard') };

describe('pictures where the network makes the card', () => {
  it('are those of the post, or the one that was chosen, and never the link’s own', () => {
    expect(shownPictures(post({ card }))).toEqual([]);
    expect(shownPictures(post({ card: { ...card, chosen: false } }))).toEqual([]);
    expect(shownPictures(post({ card: { ...card, chosen: true } }))).toEqual([picture('The yard')]);
    expect(shownPictures(post({ card: { ...card, chosen: true }, pictures: [picture('One')] }))).toEqual([
      picture('One'),
    ]);
  });
});
