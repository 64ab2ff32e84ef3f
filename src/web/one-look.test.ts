import { expect, test } from 'vitest';
import { messagePage } from '../platform/http/index.ts';
import { setLetter } from '../platform/mail/index.ts';
import { theme } from './theme.ts';

// Mails and the server's own pages can't load the theme, so their colours are written out there.
const accent = theme.colors?.pine?.[7] ?? 'no accent';
const inks = (html: string) => new Set([...html.matchAll(/#[0-9a-f]{6}\b/g)].map(([colour]) => colour));

test('a page that the server writes has the colours of the web app', async () => {
  const page = await messagePage({ title: 'Not built', paragraphs: [] }, { publicUrl: 'https://coact.test' }).text();
  expect(inks(page)).toContain(accent);
  expect(inks(page)).toContain('#f4f6f3');
});

test('a mail has them too, and reads without pictures', () => {
  const { html } = setLetter({ heading: 'Hello', paragraphs: ['Text'], button: { text: 'Go', url: 'https://a.test' } });
  expect(inks(html)).toContain(accent);
  expect(inks(html)).toContain('#11281e');
  expect(html).not.toContain('<img');
});
