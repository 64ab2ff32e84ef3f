import { describe, expect, it } from 'vitest';
import { checkDraft } from './check.ts';

const codes = (draft: Parameters<typeof checkDraft>[0]) => checkDraft(draft).problems.map((problem) => problem.code);

describe('preflight for Bluesky', () => {
  it('counts what is left in characters as people see them', () => {
    expect(checkDraft({ text: 'Hi 👩‍👩‍👧‍👦' })).toEqual({ remaining: 296, limit: 300, problems: [] });
  });

  it('says by how much a text is too long', () => {
    const { remaining, problems } = checkDraft({ text: 'x'.repeat(302) });
    expect(remaining).toBe(-2);
    expect(problems[0]?.sentence).toBe('The text is 2 characters too long for Bluesky.');
  });

  it('knows the byte limit that emoji reach first', () => {
    expect(codes({ text: '👩‍👩‍👧‍👦'.repeat(200) })).toEqual(['too_many_bytes']);
  });

  it('lets a card stand alone but not nothing', () => {
    expect(codes({ text: ' ' })).toEqual(['empty']);
    expect(codes({ text: '', card: { url: 'https://a.example', title: 'A' } })).toEqual([]);
  });

  it('names pictures that are too many or too big', () => {
    const picture = { size: 2_000_001, alt: '' };
    expect(codes({ text: 'x', pictures: Array.from({ length: 5 }, () => picture) })).toEqual([
      'too_many_pictures',
      'picture_too_big',
    ]);
    expect(codes({ text: 'x', card: { url: 'https://a.example', title: 'A', pictureBytes: 1_000_001 } })).toEqual([
      'card_picture_too_big',
    ]);
  });
});
