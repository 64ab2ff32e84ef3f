import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Campaign, campaignName, campaignProblem, daysProblem, nameKey, tagsSchema } from './campaign.ts';

const spring: Campaign = { id: 'c1', name: 'Spring', colour: 'green', from: null, until: null, archived: false };

describe('a request’s tags', () => {
  it('are kept once each, as first written, without what networks put in front', () => {
    expect(tagsSchema.parse(['#Boats', ' boats ', 'BOATS', 'open   day', '', '  ', '##'])).toEqual([
      'Boats',
      'open day',
    ]);
  });

  it('are the same in wide letters, with joined or with separate accents', () => {
    expect(tagsSchema.parse(['Caf\u00e9', 'Cafe\u0301', 'Ｃａｆé'])).toEqual(['Café']);
  });

  it('are ten at most, counted once each', () => {
    const many = Array.from({ length: 11 }, (_, index) => `tag ${index}`);
    expect(tagsSchema.safeParse(many).error?.issues[0]?.message).toBe('A request can have at most 10 tags.');
    expect(tagsSchema.parse([...many.slice(1), 'Tag 1'])).toHaveLength(10);
    expect(tagsSchema.safeParse(['x'.repeat(41)]).error?.issues[0]?.message).toBe('At most 40 characters fit here.');
  });

  it('of any words come out tidy, and stay as they are from then on', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 9 }), (words) => {
        const read = tagsSchema.safeParse(words);
        if (!read.success) return;
        expect(tagsSchema.parse(read.data)).toEqual(read.data);
        expect(new Set(read.data.map(nameKey)).size).toBe(read.data.length);
        for (const tag of read.data) expect(tag).toBe(tag.trim());
      }),
    );
  });
});

describe('a campaign', () => {
  it('has a name, in one line', () => {
    expect(campaignName.parse('  Open\n harbour day ')).toBe('Open harbour day');
    expect(campaignName.safeParse(' \t').error?.issues[0]?.message).toBe('Give the campaign a name.');
  });

  it('does not end before it begins', () => {
    expect(daysProblem({ from: '2026-05-02', until: '2026-05-01' })).toContain('must not be before');
    expect(daysProblem({ from: '2026-05-02', until: '2026-05-02' })).toBeNull();
    expect(daysProblem({ from: null, until: '2026-05-02' })).toBeNull();
  });

  it('that is archived keeps its requests and takes no more', () => {
    const archived = { ...spring, archived: true };
    expect(campaignProblem(spring, null)).toBeNull();
    expect(campaignProblem(archived, null)).toContain('archived');
    expect(campaignProblem(archived, 'c1')).toBeNull();
    expect(campaignProblem(null, null)).toContain('not there any more');
  });
});
