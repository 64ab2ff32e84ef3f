import { expect, it } from 'vitest';
import { fixedClock } from '../../../platform/clock/index.ts';
import { openResults } from './results.ts';

const posted = (at: Date, title = 'Porto') => ({
  at,
  title,
  networkTitle: 'Bluesky',
  ask: null,
  outcome: { kind: 'posted', url: 'https://bsky.app/x' } as const,
});

it('keeps the last results of a person for a day', () => {
  const clock = fixedClock('2026-05-04T09:00:00Z');
  const results = openResults(clock);
  results.add('p1', posted(clock.now(), 'first'));
  clock.advance(3_600_000);
  results.add('p1', posted(clock.now(), 'second'));
  expect(results.of('p1').map((result) => result.title)).toEqual(['second', 'first']);
  expect(results.of('p2')).toEqual([]);
  clock.advance(23.5 * 3_600_000);
  expect(results.of('p1').map((result) => result.title)).toEqual(['second']);
});

it('keeps eight at most and forgets on demand', () => {
  const clock = fixedClock('2026-05-04T09:00:00Z');
  const results = openResults(clock);
  for (let index = 0; index < 20; index += 1) results.add('p1', posted(clock.now(), `${index}`));
  expect(results.of('p1')).toHaveLength(8);
  results.forget('p1');
  expect(results.of('p1')).toEqual([]);
});
