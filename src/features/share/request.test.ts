import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, draftChangeSchema, draftSchema, refusal, sendingProblems } from './request.ts';

const now = new Date('2026-05-04T09:00:00Z');
const complete: Draft = draftSchema.parse({
  link: 'https://harbour.example/news',
  title: 'We open in Porto',
  slackText: 'Tell your friends',
  networks: { bluesky: { variants: ['We open in Porto!'] } },
  editPolicy: 'free',
  channelId: 'C1',
});
const fields = (draft: Draft, at: Date | null = null) =>
  sendingProblems(draft, at, now).map((problem) => problem.field);

describe('a draft', () => {
  it('may be incomplete while it is one', () => {
    const empty = { link: '', title: '', slackText: '', networks: {}, editPolicy: 'free' };
    expect(draftSchema.safeParse(empty).success).toBe(true);
  });

  it.each([
    { link: 'javascript:alert(1)' },
    { link: 'ftp://example.com/file' },
    { link: 'not a link' },
    { title: 'x'.repeat(151) },
    { networks: { bluesky: { variants: [] } } },
    { networks: { bluesky: { variants: ['1', '2', '3', '4', '5', '6'] } } },
    { editPolicy: 'whatever' },
    { endsAt: 'tomorrow' },
  ])('refuses %o', (part) => {
    expect(draftSchema.safeParse({ ...complete, ...part }).success).toBe(false);
  });

  it('is changed in what a change names, and in nothing else', () => {
    expect(draftChangeSchema.parse({})).toEqual({});
    expect(draftChangeSchema.parse({ title: ' x ' })).toEqual({ title: 'x' });
    expect(draftChangeSchema.parse({ utm: {} })).toEqual({ utm: {} });
  });

  it('reads back as it was read at first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = draftSchema.parse({ ...complete, title: text, utm: { source: text } });
        expect(draftSchema.parse(once)).toEqual(once);
        expect(once.title.isWellFormed()).toBe(true);
      }),
    );
  });

  it('can be sent when complete', () => {
    expect(fields(complete)).toEqual([]);
    expect(fields(complete, new Date('2026-05-05T09:00:00Z'))).toEqual([]);
  });

  it('says every thing that is missing', () => {
    const empty: Draft = { ...complete, link: '', title: '', channelId: null, networks: {} };
    expect(fields(empty)).toEqual(['link', 'title', 'channelId', 'networks']);
  });

  it('wants texts that say something and pictures that are described', () => {
    const draft: Draft = {
      ...complete,
      networks: { bluesky: { variants: ['one', ''] } },
      picture: { id: '019df2a0-0000-7000-8000-000000000000', alt: '' },
    };
    expect(fields(draft)).toEqual(['networks.bluesky.variants.1', 'picture.alt']);
    const picture = { id: '019df2a0-0000-7000-8000-000000000000', alt: 'A quay' };
    const more = { ...draft, picture, morePictures: [picture, { ...picture, alt: '' }] };
    expect(fields(more)).toEqual(['networks.bluesky.variants.1', 'morePictures.1.alt']);
  });

  it('goes out neither in the past nor in years', () => {
    expect(fields(complete, new Date('2026-05-04T08:58:00Z'))).toEqual(['at']);
    expect(fields(complete, new Date('2028-05-04T08:58:00Z'))).toEqual(['at']);
  });

  it('ends after it is sent', () => {
    const draft: Draft = { ...complete, endsAt: '2026-05-06T09:00:00Z' };
    expect(fields(draft)).toEqual([]);
    expect(fields(draft, new Date('2026-05-06T08:55:00Z'))).toEqual(['endsAt']);
    expect(fields({ ...complete, endsAt: '2026-05-01T09:00:00Z' })).toEqual(['endsAt']);
  });
});

describe('acts', () => {
  it.each([
    ['send', 'draft', null],
    ['edit', 'open', null],
    ['end', 'open', null],
    ['send', 'open', 'This request has been sent already.'],
    ['recall', 'draft', 'This request has not been sent yet.'],
    ['remove', 'open', 'Only drafts can be deleted. Recall it instead, so that its figures stay.'],
    ['edit', 'ended', 'This request has ended. Duplicate it to use it again.'],
    ['end', 'recalled', 'This request was recalled. Duplicate it to use it again.'],
  ] as const)('%s a request that is %s: %s', (act, state, sentence) => {
    expect(refusal(act, state)).toBe(sentence);
  });

  it.each([
    ['queued', null],
    ['sending', 'This request is being sent just now.'],
    ['uncertain', expect.stringContaining('Look into the channel')],
  ] as const)('sends no second message while the first is %s', (delivery, sentence) => {
    expect(refusal('send', 'scheduled', delivery)).toEqual(sentence);
    expect(refusal('recall', 'scheduled', delivery)).toBeNull();
  });
});
