import { expect, test } from 'vitest';
import type { Rendered } from '../contract.ts';
import { countPost, refusalOf } from './post-count.ts';

const sampleLink = 'https://go.example/l/xxxxxxxxxxxx';
const offered = [{ name: 'x', limits: { text: 280, pictures: 4 }, unavailable: null, composer: null }] as const;
const card = { url: sampleLink, title: '', description: '', pictureUrl: null };
const post = {
  words: 'Come',
  text: 'Come',
  remaining: 251,
  limit: 280,
  problems: ['X knows better.'],
  card,
  pictures: [],
};
const rendered: Rendered = { slack: { blocks: [] }, networks: { x: [post] }, sampleLink, disclosure: '' };

test('Bluesky is counted here, with the link that will stand in the post', () => {
  expect(countPost('bluesky', 'Come', { offered, rendered }).remaining).toBe(300 - 4 - 2 - sampleLink.length);
  expect(countPost('bluesky', 'Come', { offered, rendered: undefined }).remaining).toBe(296);
});

test('another network’s count is the server’s, and unknown while it counts other words', () => {
  expect(countPost('x', ' Come ', { offered, rendered })).toEqual({ network: 'x', remaining: 251, limit: 280 });
  expect(countPost('x', 'Come!', { offered, rendered })).toEqual({ network: 'x', remaining: null, limit: 280 });
});

test('nothing written yet leaves all of it', () => {
  expect(countPost('x', ' ', { offered, rendered: undefined }).remaining).toBe(280);
  expect(countPost('threads', '', { offered, rendered }).remaining).toBeNull();
});

test('what a network refuses is said of these words only', () => {
  expect(refusalOf('x', 'Come', rendered)).toBe('X knows better.');
  expect(refusalOf('x', 'Come!', rendered)).toBeNull();
  expect(refusalOf('bluesky', 'a'.repeat(301), undefined)).toBe('This is 1 character too long for Bluesky.');
});
