import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedLimits, type ReadFeed } from '../item.ts';
import { atom, json, netscape, rdf, rss, rssItem, wordpress } from '../samples.fixture.ts';
import { readDocument } from './read-document.ts';

const at = 'https://harbour.example/feed/';

function read(text: string, address = at): ReadFeed {
  const reading = readDocument(text, address);
  if (reading.kind !== 'feed') throw new Error(JSON.stringify(reading));
  return reading;
}

describe('RSS 2.0', () => {
  it('is read as WordPress writes it, its texts without tags and scripts', () => {
    const { items, ...feed } = read(wordpress);
    expect(feed).toEqual({ kind: 'feed', format: 'rss', title: 'Harbour & Sons', cut: false, broken: 0 });
    expect(items[0]).toEqual({
      guid: 'https://harbour.example/?p=17',
      link: 'https://harbour.example/2026/boats/?utm_source=rss&utm_medium=feed',
      title: 'Boats – a year in "numbers"',
      description: 'Forty boats, two ferries…\n\nRead on',
      author: 'Ana Lima',
      categories: ['Boats', 'Years & numbers'],
      publishedAt: new Date('2026-11-20T09:00:00Z'),
      pictureUrl: 'https://harbour.example/pictures/boats.jpg',
    });
  });

  it('resolves addresses against the site, takes a guid for a link, and makes do without a date or a title', () => {
    const [, ferry, untitled] = read(wordpress).items;
    expect(ferry).toMatchObject({
      ...{ link: 'https://harbour.example/ferry', publishedAt: null, pictureUrl: 'https://cdn.example/ferry.png' },
    });
    expect(untitled).toMatchObject({
      ...{ link: 'https://harbour.example/by-guid', title: 'Only words, no title.' },
      description: 'Only words, no title.\nSecond line',
    });
  });

  it('0.91 is read, its document type unread', () => {
    expect(read(netscape).items).toMatchObject([{ title: 'First', link: 'http://old.example/1', guid: null }]);
  });
});

describe('the other formats', () => {
  it('RSS 1.0 in RDF', () => {
    expect(read(rdf)).toMatchObject({
      ...{ format: 'rdf', title: 'Café RDF' },
      items: [
        {
          ...{ guid: 'http://rdf.example/1', title: 'Entrée', author: 'José', categories: ['Food'] },
          publishedAt: new Date('2026-11-19T10:00:00Z'),
        },
      ],
    });
  });

  it('Atom: its base, the link to the page, kinds of text', () => {
    const { title, items } = read(atom);
    expect(title).toBe('Blog of boats');
    expect(items[0]).toEqual({
      guid: 'tag:blog.example,2026:canvas',
      link: 'https://blog.example/en/posts/canvas',
      title: 'How to use <canvas>',
      description: 'Not <b>bold</b> at all',
      author: 'Chidi',
      categories: ['The web'],
      publishedAt: new Date('2026-11-18T08:00:00Z'),
      pictureUrl: 'https://blog.example/en/canvas.jpg',
    });
    expect(items[1]).toMatchObject({ description: 'Inside a div', pictureUrl: 'https://blog.example/en/in.png' });
  });

  it('JSON Feed', () => {
    expect(read(json)).toMatchObject({
      ...{ format: 'json', title: 'JSON boats' },
      items: [
        {
          ...{ guid: '7', link: 'https://json.example/seven', description: 'Line one\nline two', author: 'Rita' },
          ...{ categories: ['a', 'b'], pictureUrl: 'https://json.example/seven.png' },
        },
        { guid: '8', link: 'https://elsewhere.example/8', description: 'Eight & more', title: 'Eight & more' },
      ],
    });
  });
});

describe('a broken feed', () => {
  it('loses the items that are broken, and only those', () => {
    const broken = '<item><title>Never closed<link>https://site.example/x</link></item>';
    const reading = read(rss(rssItem(1) + broken + rssItem(3)));
    expect(reading.items.map(({ title }) => title)).toEqual(['Item 1', 'Item 3']);
    expect(reading).toMatchObject({ title: 'Feed', broken: 1 });
  });

  it('keeps its site where items are read one by one', () => {
    const reading = read(rss(`<item><title>A</title><link>/a</link></item><item><title>B`), 'https://feeds.example/f');
    expect(reading.items).toMatchObject([{ link: 'https://site.example/a' }]);
  });

  it('is read as far as it came', () => {
    expect(readDocument(rss(rssItem(1) + rssItem(2)).slice(0, -80), at, true)).toMatchObject({
      ...{ kind: 'feed', cut: true, items: [{ title: 'Item 1' }] },
    });
  });

  it('with the name of a prototype in it is no danger', () => {
    const reading = read(rss(`<item><__proto__><polluted>1</polluted></__proto__></item>${rssItem(2)}`));
    expect(reading.items.map(({ title }) => title)).toContain('Item 2');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('without any item is a feed all the same', () => {
    expect(read(rss(''))).toMatchObject({ items: [], title: 'Feed' });
    expect(read('<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id></feed>')).toMatchObject({
      title: 'harbour.example',
    });
  });

  it.each([
    ['', 'empty'],
    ['\ufeff \n', 'empty'],
    ['just words', 'not_feed'],
    ['{"a":1}', 'not_feed'],
    ['{"version":"https://jsonfeed.org/version/1","items":[', 'malformed'],
    [`<rss version="2.0"><channel><item><title>`, 'malformed'],
  ])('%j is said to be what it is', (text, reason) => {
    expect(readDocument(text, at)).toEqual({ kind: 'unreadable', reason });
  });

  it('as JSON that was cut off is too large', () => {
    expect(readDocument(json.slice(0, 100), at, true)).toEqual({ kind: 'unreadable', reason: 'too_large' });
  });
});

describe('what was written to do harm', () => {
  it('unfolds no entities and reads no files', () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const reading = read(laughs + rss(`<item><title>&b; &f;</title><link>https://site.example/1</link></item>`));
    expect(reading.items[0]?.title).toBe('&b; &f;');
  });

  it('is read no further than its first items, however many follow', () => {
    const reading = read(rss(Array.from({ length: 5_000 }, (_, number) => rssItem(number)).join('')));
    expect(reading).toMatchObject({ cut: true, broken: 0 });
    expect(reading.items.length).toBe(feedLimits.items);
    expect(reading.items[199]?.title).toBe('Item 199');
  });

  it('gives no link that is not of the web, or too long', () => {
    const links = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://me:secret@site.example/',
      `/${'x'.repeat(3_000)}`,
    ];
    const { items } = read(rss(links.map((link) => `<item><title>x</title><link>${link}</link></item>`).join('')));
    expect(items.map(({ link }) => link)).toEqual([null, null, null, null]);
  });

  it('loses half characters, controls, and marks that turn text round', () => {
    const title = 'a\ud83d b\u0000c\u202edetrever &#x0; &#55357;';
    const [item] = read(
      JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [{ id: '1', title }] }),
    ).items;
    expect(item?.title).toBe('a\ufffd bcdetrever \ufffd');
  });

  it('is shortened', () => {
    const long = 'word '.repeat(10_000);
    const item = read(rss(rssItem(1, `<description>${long}</description><author>${long}</author>`))).items[0];
    expect(item?.description.length).toBeLessThanOrEqual(feedLimits.description);
    expect(item?.author.endsWith('…')).toBe(true);
  });

  it('with one name for all its items has no names', () => {
    const same = (link: string) => `<item><title>x</title><link>${link}</link><guid>same</guid></item>`;
    const { items } = read(rss(same('/1') + same('/2') + same('/2')));
    expect(items.map(({ guid, link }) => [guid, link])).toEqual([
      [null, 'https://site.example/1'],
      [null, 'https://site.example/2'],
    ]);
  });
});

describe('a web page', () => {
  it('offers the feeds that it names', () => {
    const page = `<!doctype html><html><head><base href="https://site.example/blog/"><link rel="stylesheet" href="x.css">
      <link rel="alternate" type="application/rss+xml" title="News &amp; more" href="/feed?a=1&amp;b=2">
      <LINK type='application/atom+xml' href=comments.atom rel='alternate'><link rel="alternate" type="text/html" href="/de">
      <link rel="alternate" type="application/feed+json" href="javascript:alert(1)"></head><body><item>no</item></body>`;
    expect(readDocument(page, at)).toEqual({
      kind: 'page',
      feeds: [
        { url: 'https://site.example/feed?a=1&b=2', title: 'News & more' },
        { url: 'https://site.example/blog/comments.atom', title: '' },
      ],
    });
  });

  it('that names none offers none', () => {
    expect(readDocument('<html><head></head></html>', at)).toEqual({ kind: 'page', feeds: [] });
  });
});

describe('whatever comes', () => {
  const pieces = fc.constantFrom(
    ...[
      '<rss version="2.0">',
      '<channel>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
    ],
    ...[
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<entry>',
      '<link href="',
      '"/>',
      '&amp;',
      '&#x',
      ';',
      '<!DOCTYPE x [',
      ']>',
    ],
    ...[
      '<rdf:RDF ',
      'xmlns:a="b"',
      '{"version":"https://jsonfeed.org/version/1","items":[',
      '{"id":',
      ']}',
      '\ud800',
      '\0',
    ],
    ...['<html>', '<?xml encoding="x"?>', 'https://a.example/', '<pubDate>', '<__proto__>', '<a:b>', "'", '>', '<'],
  );

  it('is answered, never thrown at', () => {
    const document = fc.oneof(
      fc
        .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
        .map((all) => all.join('')),
      fc
        .tuple(fc.constantFrom(wordpress, atom, rdf, json), fc.nat(3_000), fc.nat(50), pieces)
        .map(([text, from, length, piece]) => text.slice(0, from) + piece + text.slice(from + length)),
    );
    fc.assert(
      fc.property(document, fc.boolean(), (text, cut) => {
        const reading = readDocument(text, at, cut);
        expect(['feed', 'page', 'unreadable']).toContain(reading.kind);
        if (reading.kind !== 'feed') return;
        for (const { link, title, description } of reading.items) {
          expect(link === null || /^https?:\/\//.test(link)).toBe(true);
          expect((title + description).isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});
