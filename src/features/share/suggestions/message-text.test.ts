import { expect, test } from 'vitest';
import { isPage, linkIn, offeredBy } from './message-text.ts';

const offered = (text: string, links: readonly string[] = []) => offeredBy({ text, links });

test('the first link of a message is taken over, and its words without Slack’s markup', () => {
  const text = 'Look &amp; read: <https://harbour.example/?a=1&amp;b=2|our news>, <https://other.example/>';
  expect(offered(text)).toEqual({
    link: 'https://harbour.example/?a=1&b=2',
    note: 'Look & read: https://harbour.example/?a=1&b=2, https://other.example/',
  });
});

test('nobody is named, and nobody can be pinged, by what is taken over', () => {
  const text = '<!channel> <@U12345> in <#C123|news> and <#C124|>: &lt;!here&gt;';
  expect(offered(text).note).toBe('@somebody in #news and a channel: <!here>');
});

test('a link that is no page, or carries a password, is passed over; a page that Slack shows below will do', () => {
  expect(offered('<mailto:a@b.example|a@b.example> <https://ana:secret@x.example/> hello').link).toBe('');
  expect(offered('hello', ['https://harbour.example/']).link).toBe('https://harbour.example/');
});

test.each([
  [' https://a.example/ and more', 'https://a.example/'],
  ['<https://a.example/?x=1&amp;y=2|a.example>', 'https://a.example/?x=1&y=2'],
  ['', ''],
])('what stands after the command: %s', (typed, link) => expect(linkIn(typed)).toBe(link));

test.each([
  'a.example',
  'ftp://a.example/',
  'javascript:alert(1)',
  'https://u:p@a.example/',
  `https://a.example/${'x'.repeat(2_000)}`,
])('no page for everybody: %s', (address) => expect(isPage(address)).toBe(false));
