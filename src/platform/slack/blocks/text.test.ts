import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAt, cutMrkdwn, cutText, escapeText, lines, link, mrkdwn, plain, slackDate } from './text.ts';

describe('escaping', () => {
  it('keeps a person from pinging a channel or disguising a link', () => {
    const title = '<!channel> & <https://evil.example|bank>';
    expect(mrkdwn`*${title}*`.text).toBe('*&lt;!channel&gt; &amp; &lt;https://evil.example|bank&gt;*');
  });

  it('leaves no markup character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const left = escapeText(text).replaceAll(/&(amp|lt|gt);/g, '');
        expect(left).not.toMatch(/[&<>]/);
      }),
    );
  });

  it('takes links and dates into a text as they are', () => {
    const at = new Date('2026-05-08T16:00:00Z');
    expect(mrkdwn`${link('https://x.example/', 'It')} ends ${slackDate(at, 'Friday', '{date}')}`.text).toBe(
      '<https://x.example/|It> ends <!date^1778256000^{date}|Friday>',
    );
    expect(lines(mrkdwn`a`, mrkdwn`b`).text).toBe('a\nb');
  });

  it('writes links whose label and address cannot break out', () => {
    expect(link('https://x.example/?a=1&b=<2>|', 'see > this | and\nthat').text).toBe(
      '<https://x.example/?a=1&amp;b=%3C2%3E%7C|see &gt; this ¦ and that>',
    );
  });

  it('refuses an address that is none', () => {
    expect(() => link('javascript', 'x')).toThrow();
  });
});

describe('cutting', () => {
  it('leaves what fits', () => {
    expect(cutText('abc', 3)).toBe('abc');
  });

  it('ends in an ellipsis and keeps graphemes whole', () => {
    expect(cutText('family 👨‍👩‍👧‍👦 here', 12)).toBe('family…');
    expect(cutAt('ab👨‍👩‍👧‍👦', 5)).toBe('ab');
  });

  it('never goes over the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        expect(cutText(text, max).length).toBeLessThanOrEqual(max);
        expect(cutMrkdwn(escapeText(text), max).length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it('cuts mrkdwn before an entity or link, not inside', () => {
    expect(cutMrkdwn('salt &amp; pepper', 8)).toBe('salt…');
    expect(cutMrkdwn('read <https://x.example|this page> now', 20)).toBe('read…');
  });

  it('replaces an empty text, which Slack refuses', () => {
    expect(plain('', 10).text).toBe(' ');
  });
});
