import { describe, expect, test } from 'vitest';
import { drawPart } from '../../../../../test/support/draw.tsx';
import { requestMessage } from '../../surfaces/message.ts';
import { networkNames, networkTitles } from '../network.ts';
import { type ComposerForm, emptyForm } from './composer-form.ts';
import { NetworkPost } from './network-post.tsx';
import { SlackMessage } from './slack-message.tsx';

const form: ComposerForm = {
  ...emptyForm(new Date('2025-11-21T12:00:00Z'), 'UTC'),
  link: 'harbour.example/porto',
  title: 'We open in Porto',
};

describe('the Slack message, from the blocks that are sent', () => {
  const { blocks } = requestMessage({
    id: 'r1',
    state: 'open',
    draft: {
      link: 'https://harbour.example/porto',
      title: 'We open in Porto',
      slackText: 'Come *all* <!channel> of you',
      networks: {},
      editPolicy: 'free',
      utm: {},
      channelId: 'C1',
      preview: { title: 'Porto & more', description: 'A new harbour' },
      endsAt: '2025-11-28T18:00:00Z',
    },
    pictureUrl: null,
    previewPictureUrl: null,
    shares: { fewerThan: 5 },
    timeZone: 'UTC',
  });
  const drawn = drawPart(<SlackMessage blocks={JSON.parse(JSON.stringify(blocks))} />);

  test('every word is there, and formatting is drawn, not spelt out', () => {
    for (const words of ['We open in Porto', 'Come', 'Porto & more', 'A new harbour', 'Share']) {
      expect(drawn.text).toContain(words);
    }
    expect(drawn.text).not.toMatch(/\*all\*|<https|\|Porto|<!date/);
  });

  test('what a person typed stays text and pings nobody', () => {
    expect(drawn.text.replaceAll('\u200b', '')).toContain('<!channel>');
  });

  test('nothing in it can be pressed', () => {
    expect(drawn.html).toContain('inert');
  });
});

describe('a network’s post', () => {
  test('shows the text with its marks, and the server’s card', () => {
    const card = {
      url: 'https://go.example/l/…',
      title: 'Porto',
      description: 'A new harbour',
      pictureUrl: '/media/1',
    };
    const drawn = drawPart(
      <NetworkPost network="bluesky" title="Version 2" text="Come to #Porto" card={card} form={form} />,
    );
    expect(drawn.text).toContain('Version 2');
    expect(drawn.html).toMatch(/<span[^>]*>#Porto<\/span>/);
    expect(drawn.text).toContain('Porto A new harbour go.example');
    expect(drawn.html).toContain('src="/media/1"');
  });

  test('pictures stand in place of the card, each with its description', () => {
    const card = { url: 'https://go.example/l/…', title: 'Porto', description: '', pictureUrl: null };
    const pictures = [1, 2, 3].map((id) => ({ url: `/media/${id}`, alt: `Quay ${id}` }));
    const drawn = drawPart(
      <NetworkPost network="mastodon" title={null} text="Hi" card={card} pictures={pictures} form={form} />,
    );
    expect(drawn.html).toContain('data-count="3"');
    expect(drawn.html).toContain('<img src="/media/2" alt="Quay 2"/>');
    expect(drawn.text).not.toContain('Porto');
  });

  test('until the server has answered, the form is the card', () => {
    const drawn = drawPart(<NetworkPost network="bluesky" title={null} text="" card={null} form={form} />);
    expect(drawn.text).toContain('No text yet');
    expect(drawn.text).toContain('We open in Porto harbour.example');
  });

  test('without a link there is no card', () => {
    const drawn = drawPart(
      <NetworkPost network="bluesky" title={null} text="Hi" card={null} form={{ ...form, link: '' }} />,
    );
    expect(drawn.text).not.toContain('We open in Porto');
  });

  test.each(networkNames)('%s draws the same words in a look of its own', (network) => {
    const drawn = drawPart(<NetworkPost network={network} title={null} text="مرحبا #Porto" card={null} form={form} />);
    expect(drawn.html).toContain(`data-network="${network}"`);
    expect(drawn.html).toContain(`aria-label="${networkTitles[network]} post"`);
    // Arabic runs from the right by itself.
    expect(drawn.html).toMatch(/<p[^>]*dir="auto"[^>]*>مرحبا <span[^>]*>#Porto<\/span>/);
    expect(drawn.text).toContain('We open in Porto');
  });
});
