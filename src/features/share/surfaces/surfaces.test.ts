import { describe, expect, it } from 'vitest';
import { checkBlocks, checkView, header } from '../../../platform/slack/index.ts';
import { type Draft, draftSchema } from '../request.ts';
import { type HomeContent, homeView } from './home.ts';
import { type RequestCard, requestMessage } from './message.ts';
import { type ComposeWindow, composeModal, connectedModal, connectModal, loadingModal, statusModal } from './modal.ts';

const draft: Draft = draftSchema.parse({
  link: 'https://harbour.example/porto?a=1&b=2',
  title: 'We open in Porto',
  slackText: 'Tell <!channel> & friends *today*',
  networks: { bluesky: { variants: ['We open in Porto!'] } },
  editPolicy: 'free',
  channelId: 'C1',
  endsAt: '2026-05-08T15:00:00Z',
  preview: { title: 'Porto <3', description: 'A new harbour', pictureId: null },
});
const card: RequestCard = {
  id: '019df2a0-0000-7000-8000-000000000000',
  state: 'open',
  draft,
  pictureUrl: 'https://coact.example/media/1',
  previewPictureUrl: null,
  shares: { value: 12 },
  timeZone: 'Europe/Lisbon',
};
const words = (content: unknown) => JSON.stringify(content);

describe("a request's message", () => {
  it('fits Slack and shows title, words, picture, link, button, end and total', () => {
    const message = requestMessage(card);
    expect(checkBlocks(message.blocks)).toEqual([]);
    expect(message.blocks.map((block) => block.type)).toEqual([
      'header',
      'section',
      'image',
      'section',
      'actions',
      'context',
    ]);
    expect(words(message.blocks)).toContain('Shared 12 times');
    expect(words(message.blocks)).toContain('<!date^');
  });

  it("can't ping a channel or hide a link in a publisher's words", () => {
    expect(words(requestMessage(card).blocks)).toContain('Tell &lt;!channel&gt; &amp; friends');
    expect(words(requestMessage(card).blocks)).toContain('Porto &lt;3');
  });

  it('tells a small group as such', () => {
    expect(words(requestMessage({ ...card, shares: { fewerThan: 5 } }).blocks)).toContain('fewer than 5 times');
  });

  it('has no button when it has ended', () => {
    const ended = requestMessage({ ...card, state: 'ended' });
    expect(ended.blocks.some((block) => block.type === 'actions')).toBe(false);
    expect(words(ended.blocks)).toContain('has ended');
  });

  it('fits Slack whatever the publisher wrote', () => {
    const long = {
      ...draft,
      title: '🛶'.repeat(70),
      slackText: '&'.repeat(2500),
      preview: { title: 'x'.repeat(300), description: '<'.repeat(1000) },
    };
    for (const part of [long, { ...draft, title: '', slackText: '', link: '', preview: null }]) {
      expect(checkBlocks(requestMessage({ ...card, draft: part }).blocks)).toEqual([]);
    }
  });
});

describe('the pictures of a message', () => {
  it('are the first in full, and the others in a line under it', () => {
    const morePictures = [2, 3].map((id) => ({ url: `https://coact.example/media/${id}`, alt: `Quay ${id}` }));
    const { blocks } = requestMessage({ ...card, morePictures });
    expect(checkBlocks(blocks)).toEqual([]);
    const line = blocks[blocks.findIndex(({ type }) => type === 'image') + 1];
    const pictures = morePictures.map(({ url, alt }) => ({ type: 'image', image_url: url, alt_text: alt }));
    expect(line).toMatchObject({ type: 'context', elements: [...pictures, { text: '2 more pictures' }] });
  });
});

describe('the window', () => {
  const compose: ComposeWindow = {
    memory: { requestId: card.id, network: 'bluesky' },
    networkTitle: 'Bluesky',
    account: '@ana.test',
    text: 'We open in Porto!',
    disclosure: '',
    editPolicy: 'free',
    remaining: 283,
    limit: 300,
    card: { title: 'Porto', host: 'harbour.example', pictureUrl: null },
    timeZone: 'Europe/Lisbon',
    today: '2026-05-04',
  };

  it.each([
    loadingModal(),
    connectModal('Bluesky', 'https://coact.example/connect/bluesky?t=abc', null),
    connectedModal('Bluesky', '@ana.test'),
    composeModal(compose),
    composeModal({ ...compose, editPolicy: 'add', disclosure: 'I work at <Harbour> & Pine' }),
    composeModal({ ...compose, editPolicy: 'fixed', remaining: -4 }),
    statusModal({ kind: 'on_its_way', networkTitle: 'Bluesky' }),
    statusModal({ kind: 'planned', networkTitle: 'Bluesky', when: 'on 4 May at 10:00' }),
    statusModal({ kind: 'posted', networkTitle: 'Bluesky', url: 'https://bsky.app/profile/x/post/y' }),
    statusModal({ kind: 'failed', networkTitle: 'Bluesky', sentence: 'It is too long.' }),
    statusModal({ kind: 'already', networkTitle: 'Bluesky' }),
    statusModal({ kind: 'over' }),
  ])('fits Slack (%#)', (view) => {
    expect(checkView(view)).toEqual([]);
  });

  it('offers no field where the publisher has fixed the text', () => {
    const view = composeModal({ ...compose, editPolicy: 'fixed' });
    expect(words(view)).not.toContain('plain_text_input');
  });

  it('says how many characters are too many', () => {
    expect(words(composeModal({ ...compose, remaining: -4 }))).toContain('4 characters too many for Bluesky');
  });
});

describe('the Home tab', () => {
  const empty: HomeContent = {
    organisationName: 'Harbour & Pine',
    besides: [],
    toApprove: [],
    publicUrl: 'https://coact.example',
    open: [],
    accounts: [],
    connectable: [{ network: 'bluesky', networkTitle: 'Bluesky' }],
    planned: [],
    results: [],
    timeZone: 'Europe/Lisbon',
  };
  const at = new Date('2026-05-04T10:00:00Z');

  it('is useful to someone who has done nothing yet', () => {
    const view = homeView(empty);
    expect(checkView(view)).toEqual([]);
    expect(words(view)).toContain('Nothing to share at the moment');
    expect(words(view)).toContain('Connect Bluesky');
  });

  it('shows requests, accounts, planned posts and results, within limits', () => {
    const many = <T>(make: (index: number) => T) => Array.from({ length: 40 }, (_, index) => make(index));
    const view = homeView({
      ...empty,
      besides: many((index) => header(`Shift ${index}`)),
      toApprove: many((index) => ({
        ...{ id: `018f0000-0000-7000-8000-0000000000${index + 10}`, revision: 1 },
        ...{ title: `Waiting ${index}`, by: 'Ana', goesOut: 'Mon 4 May' },
      })),
      connectable: [],
      accounts: [
        { id: 'a1', networkTitle: 'Bluesky', network: 'bluesky', handle: 'ana.test', reconnect: true, endsOn: null },
      ],
      open: many((index) => ({
        id: `r${index}`,
        title: `Request ${index}`,
        endsAt: at,
        shared: index === 0,
        isAboutPost: index === 1,
      })),
      planned: many((index) => ({ id: `s${index}`, title: 'Porto', networkTitle: 'Bluesky', at, text: 'Hello' })),
      results: many(() => ({
        at,
        title: 'Porto',
        networkTitle: 'Bluesky',
        ask: null,
        outcome: { kind: 'posted', url: 'https://bsky.app/x' } as const,
      })),
    });
    expect(checkView(view)).toEqual([]);
    expect(words(view)).toContain('lost its connection');
    expect(words(view)).toContain('Shift 27');
    expect(words(view)).toContain('are kept by Harbour &amp; Pine');
    expect(words(view)).toContain('Only you see this');
  });
});
