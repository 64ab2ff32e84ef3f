import { expect, test } from 'vitest';
import { drawable } from './slack-blocks.ts';

test('verbatim goes at every depth, and nothing else does', () => {
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: 'Open day', emoji: true } },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: '*bold*', verbatim: true },
      accessory: { type: 'image', image_url: '/media/1', alt_text: 'A boat' },
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'Ends Friday', verbatim: true }] },
  ];
  expect(drawable(blocks)).toEqual([
    blocks[0],
    { ...blocks[1], text: { type: 'mrkdwn', text: '*bold*' } },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'Ends Friday' }] },
  ]);
});

test('an escaped bracket stays text after the library has unescaped it', () => {
  const [block] = drawable([
    { type: 'section', text: { type: 'mrkdwn', text: 'a &lt;!channel&gt; b', verbatim: true } },
  ]);
  expect(block).toEqual({ type: 'section', text: { type: 'mrkdwn', text: 'a <\u200b!channel&gt; b' } });
});
