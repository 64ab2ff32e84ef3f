import { expect, it } from 'vitest';
import { videoOf } from '../../../test/support/networks/video.ts';
import { videoRefusal, withWhole } from './video.ts';

const limits = { bytes: 5_000_000, seconds: 140, leastSeconds: 3 };
const film = { size: 5_000_000, milliseconds: 140_000 };

it.each([
  [limits, film, null],
  [undefined, film, 'Coact can’t post videos there'],
  [limits, { ...film, size: 5_000_001 }, 'it takes videos of up to 5 MB'],
  [limits, { ...film, milliseconds: 140_001 }, 'it takes videos of up to 140 seconds'],
  [limits, { ...film, milliseconds: 2_999 }, 'it takes videos of at least 3 seconds'],
  [{ ...limits, seconds: 120 }, film, 'it takes videos of up to 2 minutes'],
  [{ ...limits, fetched: true }, { ...film, url: 'https://a.example/1' }, null],
  [{ ...limits, fetched: true }, film, 'it fetches videos from a public https address, which Coact has none of here'],
])('of %j and %j says %j', (given, video, words) => {
  expect(videoRefusal(given, video)).toBe(words);
});

it('has one whole film in memory at a time, and goes on after one that failed', async () => {
  let now = 0;
  let most = 0;
  const send = async (bytes: Uint8Array) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
    return bytes.length;
  };
  const bad = { ...videoOf(), read: () => Promise.reject(new Error('gone')) };
  const films = [videoOf(), bad, videoOf({ mediaBytes: 5_000_000 })];
  const results = await Promise.allSettled(films.map((one) => withWhole(one, send)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(results[2]).toMatchObject({ value: films[2]?.size });
  expect(most).toBe(1);
});
