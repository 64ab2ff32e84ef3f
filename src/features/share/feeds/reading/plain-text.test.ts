import { describe, expect, it } from 'vitest';
import { plainText, shortened, tidyLines, titleText } from './plain-text.ts';

describe('the text of HTML', () => {
  it.each([
    ['<p>One</p>\n <p>Two<br>lines</p>', 'One\n\nTwo\nlines'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\n\nb'],
    ['a<script>alert("</p>")</script>b<style>p{}</style>c', 'abc'],
    ['a<!-- <p>hidden</p> -->b', 'ab'],
    ['1 < 2 &amp;&amp; 3 > 2', '1 < 2 && 3 > 2'],
    ['caf&eacute; &mdash; &#8364; &#x20ac; &yuml; &nbsp;&nosuch; &lt;b&gt;', 'café — € € ÿ &nosuch; <b>'],
    ['never <b closed', 'never'],
    ['never <script> closed', 'never'],
    ['<img src=x onerror="alert(1)">left', 'left'],
    ['&#0;&#9999999;x', 'x'],
    ['a\u202eb\u0007c\ud83d', 'abc\ufffd'],
  ])('%j is %j', (html, text) => expect(plainText(html, 500)).toBe(text));

  it('is never cut within a character, and says that it was', () => {
    expect(plainText('👩‍🚀'.repeat(10), 4)).toBe('👩‍🚀…');
    expect(shortened('four', 4)).toBe('four');
    expect(shortened('fives', 4)).toBe('fiv…');
  });

  it('takes no longer for tags that are never closed', () => {
    const started = performance.now();
    for (const piece of ['<', '<!--', '<script>', '</', '&#', '<p ', '<img ']) plainText(piece.repeat(50_000), 100);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

it('text that is none of HTML keeps its signs and its lines', () => {
  expect(tidyLines(' a <b>\r\n\r\n\r\n\r\nb &amp;\tc ', 100)).toBe('a <b>\n\nb &amp; c');
});

it('a title is one line, without what formats it but with what it is about', () => {
  expect(titleText(' <b>How</b> to\nuse <canvas> &amp; <em class="x">more</em> ', 100)).toBe(
    'How to use <canvas> & more',
  );
});
