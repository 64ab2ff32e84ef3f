import { expect, test } from 'vitest';
import { movedPicture, picturesOf, withPictures } from './pictures.ts';

const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, alt: `Picture ${id}`, url: `/media/${id}` }));
if (!a || !b || !c || !d || !e) throw new Error('five pictures');

test('the first picture is the request’s, the others follow it', () => {
  expect(withPictures([a, b, c])).toEqual({ picture: a, morePictures: [b, c] });
  expect(withPictures([])).toEqual({ picture: null, morePictures: [] });
  expect(picturesOf(withPictures([a, b, c]))).toEqual([a, b, c]);
});

test('there are four at most', () => {
  expect(picturesOf(withPictures([a, b, c, d, e]))).toEqual([a, b, c, d]);
});

test('without a first there are none', () => {
  expect(picturesOf({ picture: null, morePictures: [b] })).toEqual([]);
});

test('a picture moves by one place, and not beyond the ends', () => {
  expect(movedPicture([a, b, c], 2, -1)).toEqual([a, c, b]);
  expect(movedPicture([a, b, c], 0, 1)).toEqual([b, a, c]);
  expect(movedPicture([a, b, c], 0, -1)).toEqual([a, b, c]);
  expect(movedPicture([a, b, c], 2, 1)).toEqual([a, b, c]);
});
