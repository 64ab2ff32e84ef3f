import { describe, expect, it } from 'vitest';
import { describingTags } from './page-head.ts';
import { decodePage, tidyText } from './page-text.ts';

describe('describingTags', () => {
  it('keeps meta, link and title as they stand', () => {
    const tags = describingTags(`<!doctype html><HTML><head><META charset=utf-8><title lang=en>A &amp; B</title>
      <meta property="og:title" content='a > b "c"'><link rel=canonical href=/x /><body><h1>Not this</h1>`);
    expect(tags).toContain('<META charset=utf-8>');
    expect(tags).toContain('<title>A &amp; B</title>');
    expect(tags).toContain(`<meta property="og:title" content='a > b "c"'>`);
    expect(tags).toContain('<link rel=canonical href=/x />');
    expect(tags).not.toContain('Not this');
  });

  it('takes nothing out of comments, scripts and pictures', () => {
    const tags = describingTags(`<!-- <meta name=a> --><script>"<meta name=b>"</script><svg><title>c</title></svg>
      <template><meta name=d></template><style><meta name=e></style><noscript><meta name=f></noscript><meta name=g>`);
    expect(tags).toContain('<meta name=g>');
    expect(tags).not.toMatch(/name=[a-f]|<title>c/);
  });

  it('passes over a tag with an inlined picture and finds the next', () => {
    const tags = describingTags(`<link rel=icon href="data:${'A'.repeat(30_000)}"><meta name=after>`);
    expect(tags).toContain('<meta name=after>');
    expect(tags.length).toBeLessThan(200);
  });

  it.each([
    ['deep elements', '<div>'],
    ['open meta tags', '<meta '],
    ['open quotes', '<meta a="'],
    ['angle brackets', '<'],
    ['open comments', '<!--'],
    ['closed comments', '<!---->'],
    ['open scripts', '<script>'],
    ['closed scripts', '<script></script>'],
    ['open titles', '<title>'],
    ['meta tags', '<meta property=og:title content=x>'],
    ['long tags', `<meta content="${'&amp;'.repeat(700)}">`],
  ])('is through with a megabyte of %s at once', (_what, piece) => {
    const page = piece.repeat(1_048_576 / piece.length);
    const started = performance.now();
    expect(describingTags(page).length).toBeLessThan(120_000);
    // Milliseconds when the machine is free; the wrong algorithm takes minutes.
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('tidyText', () => {
  it.each([
    [undefined, undefined],
    ['  \n\t ', undefined],
    [' a\n\n  b\u00a0c ', 'a b c'],
    ['a\u0000b\u0007c\u009f', 'abc'],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['e\u0301', 'é'],
    ['lone \ud800 half', 'lone \ufffd half'],
    ['👩‍👩‍👧 family', '👩‍👩‍👧 family'],
    ['1234567890123456', '1234567890123456'],
    ['12345678901234567', '123456789012345…'],
    ['12345678901234 67', '12345678901234…'],
    ['😀'.repeat(17), `${'😀'.repeat(15)}…`],
  ])('%j → %j', (text, tidy) => expect(tidyText(text, 16)).toBe(tidy));
});

describe('decodePage', () => {
  const latin = Buffer.from('<title>Gr\xfc\xdfe</title>', 'latin1');

  it('believes the header, then the page, then UTF-8', () => {
    expect(decodePage(latin, 'text/html; charset=ISO-8859-1')).toContain('Grüße');
    expect(decodePage(Buffer.concat([Buffer.from('<meta charset="latin1">'), latin]), 'text/html')).toContain('Grüße');
    expect(decodePage(Buffer.from('Grüße'), 'text/html')).toBe('Grüße');
    expect(decodePage(Buffer.from('Grüße'), 'text/html; charset=klingon')).toBe('Grüße');
    expect(decodePage(latin, 'text/html; charset=utf-8')).toContain('Gr\ufffd');
  });

  it('believes a byte order mark before all', () => {
    const marked = Buffer.from('\ufeffGrüße', 'utf16le');
    expect(decodePage(marked, 'text/html; charset=utf-8')).toBe('Grüße');
    expect(decodePage(Buffer.from('\ufeffGrüße'), 'text/html; charset=latin1')).toBe('Grüße');
    expect(decodePage(Buffer.from(marked).swap16(), '')).toBe('Grüße');
  });
});
