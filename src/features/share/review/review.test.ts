import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, draftSchema, refusal, requestStates } from '../request.ts';
import { changesContent, editUnderReview, isApproved, type ReviewEntry, submissionOf } from './review.ts';

const draft: Draft = draftSchema.parse({
  link: 'https://harbour.example/porto',
  title: 'We open in Porto',
  slackText: 'Tell your friends',
  networks: { bluesky: { variants: ['We open!'] } },
  editPolicy: 'free',
  channelId: 'C1',
});

describe('what takes an approval back', () => {
  it.each<[string, Partial<Draft>]>([
    ['the link', { link: 'https://harbour.example/lisbon' }],
    ['the title', { title: 'We close' }],
    ['the text in Slack', { slackText: 'Tell nobody' }],
    ['a text for a network', { networks: { bluesky: { variants: ['We close!'] } } }],
    ['a further text', { networks: { bluesky: { variants: ['We open!', 'Doors open'] } } }],
    ['a picture', { picture: { id: '018f0000-0000-7000-8000-0000000000aa', alt: 'A quay' } }],
    ['what people may change', { editPolicy: 'fixed' }],
    ['a campaign parameter', { utm: { source: 'coact' } }],
    ['the channel', { channelId: 'C2' }],
    ['the card', { preview: { title: 'Porto', description: '', pictureId: null } }],
  ])('is %s', (_name, change) => {
    expect(changesContent(draft, { ...draft, ...change })).toBe(true);
    for (const state of ['in_review', 'approved', 'scheduled'] as const) {
      expect(editUnderReview({ state, draft }, { ...draft, ...change })).toBe('back_to_draft');
    }
    expect(editUnderReview({ state: 'open', draft }, { ...draft, ...change })).toBe('refused');
    expect(editUnderReview({ state: 'draft', draft }, { ...draft, ...change })).toBeNull();
  });

  it('is not the end date, once it is approved: nobody reads another word', () => {
    const later = { ...draft, endsAt: '2026-12-01T12:00:00Z' };
    for (const state of ['approved', 'scheduled', 'open'] as const) {
      expect(editUnderReview({ state, draft }, later)).toBeNull();
    }
    expect(editUnderReview({ state: 'in_review', draft }, later)).toBe('back_to_draft');
  });

  it('is not what the database writes otherwise: nothing said as null, undefined or not at all', () => {
    const same: Draft = { ...draft, picture: null, preview: undefined, utm: { source: undefined, term: '' } };
    expect(changesContent(draft, same)).toBe(false);
    expect(editUnderReview({ state: 'in_review', draft }, same)).toBeNull();
  });

  it('is told by what is said, in whatever order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.entries(draft), { minLength: Object.keys(draft).length }), (entries) => {
        expect(changesContent(draft, Object.fromEntries(entries) as Draft)).toBe(false);
      }),
    );
  });
});

describe('an approval', () => {
  it('is of one revision', () => {
    expect(isApproved({ revision: 4, approvedRevision: 4 })).toBe(true);
    expect(isApproved({ revision: 5, approvedRevision: 4 })).toBe(false);
    expect(isApproved({ revision: 1, approvedRevision: null })).toBe(false);
  });

  it('belongs to what was submitted last', () => {
    const entry = (id: string, what: ReviewEntry['what']): ReviewEntry => ({
      ...{ id, what, personId: 'p1', words: null, sendAt: null, revision: 1, at: new Date(0) },
    });
    const entries = [entry('a', 'submitted'), entry('b', 'withdrawn'), entry('c', 'submitted'), entry('d', 'approved')];
    expect(submissionOf(entries)?.id).toBe('c');
    expect(submissionOf([])).toBeUndefined();
  });
});

describe('each step', () => {
  it.each([
    ['submit', ['draft']],
    ['withdraw', ['in_review', 'approved']],
    ['decide', ['in_review']],
    ['move', ['in_review', 'scheduled']],
  ] as const)('%s is open to %j alone, and says why elsewhere', (act, open) => {
    const allowed = requestStates.filter((state) => refusal(act, state) === null);
    expect(allowed).toEqual(open);
    for (const state of requestStates.filter((one) => !allowed.includes(one))) {
      expect(refusal(act, state)).toMatch(/^This request .*\.$/);
    }
  });

  it('of what Slack is being told waits, whoever moves or sends it', () => {
    for (const act of ['send', 'move'] as const) {
      expect(refusal(act, 'scheduled', 'sending')).toBe('This request is being sent just now.');
      expect(refusal(act, 'scheduled', 'uncertain')).toMatch(/^Slack did not answer/);
    }
  });
});
