import { RichText } from '@atproto/api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFacets, findSpans } from './facets.ts';

const nobody = new Map<string, string>();
const decoder = new TextDecoder();

/** What a facet covers, cut out by bytes as a reader would. */
function covered(text: string, dids = nobody): readonly string[] {
  const bytes = new TextEncoder().encode(text);
  return buildFacets(text, dids).map(({ index }) => decoder.decode(bytes.slice(index.byteStart, index.byteEnd)));
}

describe('facets', () => {
  it('marks a link by its bytes, also after emoji', () => {
    const text = 'We hire 👩‍💻🇩🇪: https://go.example.com/l/x7 now';
    expect(covered(text)).toEqual(['https://go.example.com/l/x7']);
    expect(buildFacets(text, nobody)[0]?.features).toEqual([
      { $type: 'app.bsky.richtext.facet#link', uri: 'https://go.example.com/l/x7' },
    ]);
  });

  it.each([
    ['Read https://a.example/x.', ['https://a.example/x']],
    ['(https://a.example/x)', ['https://a.example/x']],
    ['https://a.example/x_(y) there', ['https://a.example/x_(y)']],
    ['“https://a.example/x”, he said', []],
    ['see https://a.example/?q=1&r=#top!', ['https://a.example/?q=1&r=#top']],
    ['http://', []],
    ['javascript:alert(1) ftp://x.example', []],
    ['https://a.example/ü?', ['https://a.example/ü']],
  ])('finds in %j the links %j', (text, links) => {
    expect(covered(text)).toEqual(links);
  });

  it.each([
    ['#Jobs for all', ['#Jobs']],
    ['we are #hiring!', ['#hiring']],
    ['no#tag and #123 and # alone', []],
    ['＃日本 works', ['＃日本']],
    [`#${'x'.repeat(65)}`, []],
  ])('finds in %j the tags %j', (text, tags) => {
    expect(covered(text)).toEqual(tags);
  });

  it('marks a mention only when its handle is known', () => {
    const text = 'Hi @Alice.test and @bob.test';
    expect(covered(text, new Map([['alice.test', 'did:plc:a']]))).toEqual(['@Alice.test']);
    expect(covered(text)).toEqual([]);
  });

  it('does not take a mail address for a mention', () => {
    expect(findSpans('write to me@example.com')).toEqual([]);
  });

  it("agrees with Bluesky's own library on tags in any text", () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('#tag', '#Ünï', '#a.b.', '👍🏽', '#1', '\n'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const text = words.join(' ');
        const theirs = new RichText({ text });
        theirs.detectFacetsWithoutResolution();
        const tagsOf = (facets: readonly { features: readonly object[] }[]) =>
          facets
            .filter((facet) => facet.features.some((feature) => 'tag' in feature))
            .map((facet) => JSON.stringify(facet));
        const mine = buildFacets(text, nobody).map(({ index, features }) => ({ index, features }));
        const reference = (theirs.facets ?? []).map(({ index, features }) => ({
          index: { byteStart: index.byteStart, byteEnd: index.byteEnd },
          features,
        }));
        expect(tagsOf(mine)).toEqual(tagsOf(reference));
      }),
    );
  });
});
