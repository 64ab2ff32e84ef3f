import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestSpeech } from '../../../platform/phone/index.ts';
import { checkBlocks, plain, section } from '../../../platform/slack/index.ts';
import { contentOf, methodAfter, methodsFor, type NoticeMethod, noticeMethods } from './notice.ts';
import { noticeTo } from './notices.fixture.ts';
import { letterOf, slackMessageOf, speechOf, textOf } from './words.ts';

const site = 'https://coact.example.com';
const text = fc.string({ unit: 'binary', maxLength: 400 });
const contents = fc
  .record({
    subject: text,
    lines: fc.array(fc.oneof(text, fc.string({ minLength: 2_000, maxLength: 9_000 })), { maxLength: 30 }),
  })
  .map((words) => contentOf(noticeTo('p', words)));

describe('whatever people write', () => {
  it('fits into a message in Slack', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const { blocks } = slackMessageOf(content, site);
        expect(checkBlocks(blocks)).toEqual([]);
        expect(JSON.stringify(blocks).length).toBeLessThan(13_200);
      }),
      { numRuns: 200 },
    );
  });

  it('fits into a text, with the whole link', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const words = textOf(content, site);
        expect(words.length).toBeLessThanOrEqual(600);
        expect(words.endsWith(`${site}/team/mine`)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('fits into a call and a mail’s subject', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const speech = speechOf(content);
        expect(speech.length).toBeLessThanOrEqual(longestSpeech);
        expect(speech.trim()).not.toBe('');
        expect(letterOf('ana@example.com', content, site).subject).toMatch(/^\P{Cc}{1,150}$/u);
      }),
      { numRuns: 200 },
    );
  });

  it('is cut between characters', () => {
    const { subject } = contentOf(noticeTo('p', { subject: `${'x'.repeat(148)}😀😀` }));
    expect(subject.isWellFormed()).toBe(true);
    expect(subject.endsWith('x…')).toBe(true);
  });
});

describe('the words of a notice', () => {
  const content = contentOf(noticeTo('p', { lines: ['Fri 8 May, 09:00', 'One\nTwo\r\nThree'] }));

  it('are read out as sentences, without an address', () => {
    expect(speechOf(content)).toBe('This is Coact. Ana offers you a shift. Fri 8 May, 09:00. One. Two. Three.');
  });

  it('say in a mail where to choose other ways', () => {
    const letter = letterOf('ana@example.com', content, site);
    expect(letter.text).toContain(`${site}/account/notifications`);
    expect(letter.html).toContain(`href="${site}/team/mine"`);
  });

  it('may be a slice’s own blocks in Slack, with link and buttons below', () => {
    const buttons = [{ label: 'Accept', actionId: 'offers.accept', value: 'o1', style: 'danger' }] as const;
    const own = contentOf(noticeTo('p', { slackBlocks: [section(plain('Drawn', 100))], buttons }));
    const { blocks, text: fallback } = slackMessageOf(own, site);
    expect(blocks.map(({ type }) => type)).toEqual(['section', 'section', 'actions']);
    expect(JSON.stringify(blocks)).not.toContain('09:00');
    expect(fallback).toContain('09:00');
  });

  it('end with how many lines are left out', () => {
    const { lines } = contentOf(noticeTo('p', { lines: Array.from({ length: 130 }, (_, index) => `Shift ${index}`) }));
    expect(lines).toHaveLength(100);
    expect(lines.at(-1)).toBe('… and 31 more');
  });

  it.each(['//evil.example', 'https://evil.example', 'schedule'])('link to nothing but a page: not %s', (path) => {
    expect(() => contentOf(noticeTo('p', { link: { label: 'Go', path } }))).toThrow();
  });
});

describe('the way of a notice', () => {
  const some = fc.subarray([...noticeMethods]);

  it('is chosen and open, or the first that is open, and never a call that nobody chose', () => {
    fc.assert(
      fc.property(fc.option(some), some, (chosen, open) => {
        const methods = methodsFor(chosen ?? undefined, new Set(open));
        expect(methods.every((method) => open.includes(method))).toBe(true);
        if (!chosen?.includes('call')) expect(methods).not.toContain('call');
        if (open.some((method) => method !== 'call')) expect(methods.length).toBeGreaterThan(0);
        const kept = (chosen ?? []).filter((method) => open.includes(method));
        if (kept.length > 0) expect(methods).toEqual(kept);
      }),
    );
  });

  it('goes on to mail and then Slack, once each', () => {
    const open = new Set<NoticeMethod>(noticeMethods);
    expect(methodAfter(new Set(['text']), open)).toBe('email');
    expect(methodAfter(new Set(['text', 'email']), open)).toBe('slack');
    expect(methodAfter(new Set(['slack', 'email']), open)).toBeUndefined();
    expect(methodAfter(new Set(['slack']), new Set(['slack', 'call']))).toBeUndefined();
  });
});
