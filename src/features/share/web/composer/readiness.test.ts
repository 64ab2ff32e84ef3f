import { describe, expect, test } from 'vitest';
import { type ComposerForm, emptyForm } from './composer-form.ts';
import { placeServerProblems, problemsOf } from './readiness.ts';

const now = new Date('2025-11-21T12:00:00Z');
const zone = 'Europe/Berlin';
const ready: ComposerForm = {
  ...emptyForm(now, zone),
  link: 'https://example.com/post',
  title: 'We are hiring',
  variants: ['Come and work with us'],
  channelId: 'C1',
};
const problems = (change: Partial<ComposerForm>) => problemsOf({ ...ready, ...change }, now, zone);

test('a complete form can go', () => {
  expect(problems({})).toEqual({});
});

test('an empty form names all that it lacks', () => {
  expect(Object.keys(problemsOf(emptyForm(now, zone), now, zone)).sort()).toEqual([
    'channelId',
    'link',
    'title',
    'variants.0',
  ]);
});

test('each variant is checked where it stands', () => {
  expect(problems({ variants: ['fine', 'a'.repeat(301), ' '] })).toEqual({
    'variants.1': 'This is 1 character too long for Bluesky.',
    'variants.2': 'Write the text that people will post.',
  });
});

test('a picture needs its description', () => {
  expect(problems({ picture: { id: 'p', alt: ' ', url: '/media/p' } })).toHaveProperty(['picture.alt']);
  expect(problems({ picture: { id: 'p', alt: 'Our team', url: '/media/p' } })).toEqual({});
});

describe('times, by the organisation’s clock', () => {
  test('a past time to send is refused with a sentence', () => {
    expect(problems({ when: 'later', sendAt: '2025-11-21T12:59' })).toEqual({
      sendAt: 'This time is past. Choose a later one, or send it now.',
    });
    expect(problems({ when: 'later', sendAt: '2025-11-21T13:01' })).toEqual({});
  });

  test('later needs a time', () => {
    expect(problems({ when: 'later', sendAt: '' })).toHaveProperty('sendAt');
  });

  test('the end comes after the start', () => {
    expect(problems({ when: 'later', sendAt: '2025-12-24T09:00', endsAt: '2025-12-01T18:00' }).endsAt).toMatch(
      /before it is sent/,
    );
    expect(problems({ endsAt: '2025-11-20T18:00' }).endsAt).toMatch(/past/);
    expect(problems({ endsAt: '' })).toHaveProperty('endsAt');
  });
});

test('the server’s field sentences find their place in the form', () => {
  expect(
    placeServerProblems({
      'networks.bluesky.variants.1': 'Too long.',
      channelId: 'This channel is archived.',
      at: 'In the past.',
      'picture.id': 'Gone.',
      something: 'Else.',
    }),
  ).toEqual({
    'variants.1': 'Too long.',
    channelId: 'This channel is archived.',
    sendAt: 'In the past.',
    'picture.alt': 'Gone.',
  });
});
