import { describe, expect, it } from 'vitest';
import { everyWords, readWords, statusOf } from './feed-words.ts';
import { feedOf } from './feeds.fixture.ts';

const now = new Date('2026-11-20T10:30:00Z');
const trouble = { problem: { code: 'status_500', sentence: 'It stumbles.' }, failingSince: '2026-11-19T10:30:00Z' };

describe('how a feed is doing', () => {
  it('is when it was looked at and what that brought', () => {
    expect(statusOf(feedOf(), now)).toEqual({
      ...{ tone: 'good', label: 'Looked at 30 minutes ago', text: '12 items read, 2 new' },
    });
    expect(statusOf(feedOf({ checkedAt: null, lastRead: null }), now)).toMatchObject({
      tone: 'waiting',
      label: 'Looking…',
    });
  });

  it('is what is wrong, ever louder', () => {
    expect(statusOf(feedOf(trouble), now)).toEqual({
      ...{ tone: 'trouble', label: 'Trouble', text: 'It stumbles. First failed yesterday.' },
    });
    expect(statusOf(feedOf({ ...trouble, failing: true }), now)).toMatchObject({
      tone: 'bad',
      label: 'Failing for days',
    });
    expect(statusOf(feedOf({ ...trouble, state: 'off' }), now)).toEqual({
      ...{ tone: 'bad', label: 'Switched off', text: 'It stumbles.' },
    });
    expect(statusOf(feedOf({ ...trouble, state: 'paused' }), now)).toMatchObject({ tone: 'quiet', label: 'Paused' });
  });

  it('names all that was left out of a look', () => {
    const lastRead = { items: 1, taken: 0, held: 2, filtered: 3, withoutLink: 4, broken: 5, cut: true };
    expect(readWords({ lastRead })).toBe(
      '1 item read, nothing new · 2 wait for the next look · 3 kept out by words · 4 without a link · 5 broken · the rest of this long feed was not read',
    );
  });
});

it.each([
  [15, 'every 15 minutes'],
  [60, 'every hour'],
  [720, 'every 12 hours'],
  [1_440, 'every day'],
  [10_080, 'every 7 days'],
])('%i minutes are %s', (minutes, words) => expect(everyWords(minutes)).toBe(words));
