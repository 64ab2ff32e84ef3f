import { describe, expect, it } from 'vitest';
import { postedWords } from './post-text.ts';

const given = 'Built by @[Harbour & Pine](urn:li:organization:7)!';
const url = 'https://go.example/l/abc';
const share = { network: 'linkedin', text: given, given, disclosure: '', card: { url } } as const;

describe('the words of a post', () => {
  it('mention on LinkedIn whom the publisher’s text mentions', () => {
    expect(postedWords(share)).toEqual({
      text: `Built by Harbour & Pine!\n\n${url}`,
      mentions: [{ at: 9, length: 14, organisation: '7' }],
    });
  });

  it('mention nobody whom the person added, nor somebody of another name or number', () => {
    const own = '@[Harbour & Pine](urn:li:organization:8) @[Else](urn:li:organization:7) @[Ada](urn:li:organization:1)';
    expect(postedWords({ ...share, text: own })).toEqual({ text: `Harbour & Pine Else Ada\n\n${url}`, mentions: [] });
    const moved = postedWords({ ...share, text: `I love it. ${given}` });
    expect(moved.mentions).toEqual([{ at: 20, length: 14, organisation: '7' }]);
  });

  it('have names alone on other networks', () => {
    expect(postedWords({ ...share, network: 'x', disclosure: '#ad' })).toEqual({
      text: `Built by Harbour & Pine! #ad\n\n${url}`,
      mentions: [],
    });
  });
});
