import { describe, expect, test } from 'vitest';
import type { NetworkName } from '../network.ts';
import { type ComposerForm, emptyForm } from './composer-form.ts';
import { placeServerProblems, problemsOf } from './readiness.ts';

const now = new Date('2025-11-21T12:00:00Z');
const zone = 'Europe/Berlin';
const ready: ComposerForm = {
  ...emptyForm(now, zone, ['bluesky']),
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
    'networks',
    'title',
  ]);
});

test('each variant is checked where it stands', () => {
  expect(problems({ variants: ['fine', 'a'.repeat(301), ' '] })).toEqual({
    'texts.all.1': 'This is 1 character too long for Bluesky.',
    'texts.all.2': 'Write the text that people will post.',
  });
});

test('a picture needs its description', () => {
  expect(problems({ picture: { id: 'p', alt: ' ', url: '/media/p' } })).toHaveProperty(['picture.alt']);
  expect(problems({ picture: { id: 'p', alt: 'Our team', url: '/media/p' } })).toEqual({});
  const picture = { id: 'p', alt: 'Our team', url: '/media/p' };
  const morePictures = [picture, { id: 'q', alt: '', url: '/media/q' }];
  expect(Object.keys(problems({ picture, morePictures }))).toEqual(['morePictures.1.alt']);
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

describe('texts of several networks', () => {
  const several = { networks: ['x', 'bluesky'] satisfies NetworkName[] };
  const drawn = (words: string, problem: string) => {
    const card = { url: 'https://go.example/l/x', title: '', description: '', pictureUrl: null };
    const post = { words, text: words, remaining: -3, limit: 280, problems: [problem], card, pictures: [] };
    return { slack: { blocks: [] }, networks: { x: [post] }, sampleLink: '', disclosure: '' };
  };

  test('a network’s own text is checked at its own place', () => {
    expect(problems({ ...several, own: { x: [''] } })).toEqual({
      'texts.x.0': 'Write the text that people will post.',
    });
    expect(problems({ ...several, own: { bluesky: ['a'.repeat(301)] } })).toEqual({
      'texts.bluesky.0': 'This is 1 character too long for Bluesky.',
    });
  });

  test('what the server says that a network refuses stands at the text for all, while it is about these words', () => {
    const form = { ...ready, ...several };
    const said = problemsOf(form, now, zone, drawn('Come and work with us', 'Too long for X.'));
    expect(said).toEqual({ 'texts.all.0': 'Too long for X.' });
    expect(problemsOf(form, now, zone, drawn('Come and work', 'Too long for X.'))).toEqual({});
  });

  test('without any network there is nothing to send', () => {
    expect(problems({ networks: [] })).toEqual({ networks: 'Choose at least one network.' });
  });
});

test('the server’s field sentences find their place in the form', () => {
  const fields = {
    'networks.bluesky.variants.1': 'Too long.',
    'networks.x.variants.0': 'Too long for X.',
    channelId: 'This channel is archived.',
    at: 'In the past.',
    'picture.id': 'Gone.',
    'morePictures.1.alt': 'Describe it.',
    something: 'Else.',
  };
  const form: ComposerForm = { ...ready, networks: ['x', 'bluesky'], own: { x: ['Mine'] } };
  expect(placeServerProblems(fields, form)).toEqual({
    'texts.all.1': 'Too long.',
    'texts.x.0': 'Too long for X.',
    channelId: 'This channel is archived.',
    sendAt: 'In the past.',
    'picture.alt': 'Gone.',
    'morePictures.1.alt': 'Describe it.',
  });
  expect(placeServerProblems({ networks: 'None.' }, form)).toEqual({ networks: 'None.' });
});
