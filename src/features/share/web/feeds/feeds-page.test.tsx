import { describe, expect, it, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import type { Feed, FeedPreview, Item } from './contract.ts';
import { FeedShown } from './feed-shown.tsx';
import { feedOf, itemOf } from './feeds.fixture.ts';
import { deciding, neighbourStep } from './queue-keys.ts';

const { id } = feedOf();
const draw = (
  feeds: readonly Feed[],
  items: readonly Item[] = [],
  path = '/feeds',
  shelf = 'waiting',
  suggestions = 0,
) =>
  drawPage(path, [
    [['me'], ownerOf()],
    [['feeds', 'list'], { feeds, suggestions }],
    [['feeds', 'items', shelf, 1], { items, total: items.length }],
  ]);

describe('the feeds page', () => {
  it('says what a feed is for where there is none', async () => {
    const page = await draw([]);
    expect(page.text).toContain('No feed yet');
    expect(page.links).toContain('/feeds/new');
  });

  it('shows each feed with what becomes of its items and how it is doing', async () => {
    const channels = [
      { id: 'C1', name: 'news' },
      { id: 'C2', name: 'sales' },
    ];
    const page = await draw([feedOf({ mode: 'send', channels, movedFrom: 'https://old.example/' })]);
    expect(page.text).toContain('Send by itself · every hour · at most 5 a day · #news and #sales');
    expect(page.text).toMatch(/Looked at .* ago 12 items read, 2 new/);
    expect(page.text).toContain('It has moved here from https://old.example/');
    expect(page.buttons).toEqual(expect.arrayContaining(['Check now', 'More for Harbour news']));
    expect(page.links).toContain(`/feeds/${id}`);
  });

  it('says what is wrong with a feed, and what has been switched off can be switched on', async () => {
    const problem = { code: 'status_410', sentence: 'It is gone.' };
    const page = await draw([feedOf({ state: 'off', problem })]);
    expect(page.text).toContain('Switched off It is gone.');
    expect(page.text).toContain('Feeds (1 failing)');
    expect(page.buttons).toContain('Switch on');
    expect((await draw([feedOf({ failing: true, problem })])).text).toContain('Failing for days');
  });

  it('begins with what waits', async () => {
    const page = await draw([feedOf({ waiting: 1 })], [itemOf({ pictureUrl: '/media/x' })]);
    expect(page.text).toContain('To review (1)');
    expect(page.text).toMatch(
      /How we bend oak Harbour news · Freya · found .* ago · expires in \d+ days Steam and patience/,
    );
    expect(page.buttons).toEqual(expect.arrayContaining(['Accept', 'Accept and send', 'Dismiss', 'Dismiss all']));
    expect(page.html).toContain('src="/media/x"');
  });

  it('has what colleagues suggested, also where there is no feed', async () => {
    const suggested = itemOf({ feed: null, suggestion: { by: 'Ana', note: 'For all\nof us' } });
    const page = await draw([], [suggested], '/feeds', 'waiting', 1);
    expect(page.text).toContain('To review (1)');
    expect(page.text).toMatch(/How we bend oak Suggested by Ana · .*“For all of us”/s);
    expect(page.buttons).toEqual(expect.arrayContaining(['Accept', 'Dismiss']));
    expect(page.buttons).not.toContain('Accept and send');
    expect(page.text).toMatch(/On an item: a accept, d dismiss/);
    const mixed = await draw([feedOf()], [suggested, itemOf()], '/feeds', 'waiting', 1);
    expect(mixed.text).toMatch(/On an item: a accept, s accept and send, d dismiss/);
    const unnamed = itemOf({ feed: null, suggestion: { by: null, note: '' } });
    expect((await draw([], [unnamed], '/feeds', 'waiting', 1)).text).toContain('Suggested by a colleague');
  });

  it('has what was laid aside, and says when there is nothing', async () => {
    const aside = [itemOf({ state: 'expired', expiresAt: '2026-11-01T00:00:00Z' })];
    const page = await draw([feedOf()], aside, '/feeds?tab=aside', 'aside');
    expect(page.text).toContain('waited for too long');
    expect(page.buttons).toContain('Bring back');
    expect((await draw([feedOf()], [], '/feeds?tab=aside', 'aside')).text).toContain('Nothing was dismissed');
    expect((await draw([feedOf()], [], '/feeds?tab=review')).text).toContain('Nothing to review');
  });
});

describe('the form', () => {
  it('of a feed has its settings, that of a new one asks how many of the last are wanted', async () => {
    const [news, sales, jobs] = ['news', 'sales', 'jobs'].map((name, at) => ({ id: `C${at + 1}`, name }));
    const topic = { id: 't1', name: 'Hiring', kind: 'open', mayPost: true, publishers: [], channels: [jobs] };
    const channels = [news, sales, jobs].flatMap((one) => one ?? []);
    const page = await drawPage(`/feeds/${id}`, [
      [['me'], ownerOf()],
      [
        ['feeds', 'one', id],
        feedOf({ include: ['boats'], channelId: 'C1', moreChannelIds: ['C2'], topicIds: ['t1'], channels }),
      ],
      [['requests', 'topics'], { topics: [topic] }],
    ]);
    expect(page.html).toContain('value="https://harbour.example/feed"');
    expect(page.text).toContain('boats');
    expect(page.text).toMatch(/Topics.*Hiring.*More channels.*news.*sales/);
    expect(page.text).toContain('One message each in #news, #sales, #jobs.');
    expect(page.text).not.toContain('Also the last');
    const fresh = await drawPage('/feeds/new', [[['me'], ownerOf()]]);
    expect(fresh.text).toContain('Also the last');
    expect(fresh.buttons).toContain('Add feed');
  });
});

describe('what would be made', () => {
  const draw = (preview: FeedPreview | null, error: unknown = null) =>
    drawPart(<FeedShown preview={preview} busy={false} error={error} onChoose={() => undefined} onLook={null} />);

  it('is shown by item, networks of one text together', () => {
    const networks = [
      { network: 'bluesky', text: 'Oak' },
      { network: 'linkedin', text: 'Oak' },
    ];
    const newest = [
      { title: 'Oak', link: 'https://a.example', publishedAt: null, made: { title: 'T', slackText: 'S', networks } },
    ];
    const counts = { items: 3, cut: true, broken: 0, withoutLink: 1, filtered: 0 };
    const page = draw({ kind: 'feed', url: 'x', title: 'Harbour', format: 'rdf', ...counts, newest });
    expect(page.text).toContain('RSS 1.0, 3 items · only its beginning is read · 1 without a link are left out');
    expect(page.text).toContain('without a date T S Bluesky, LinkedIn: Oak');
  });

  it('of a page is its feeds, to choose from', () => {
    const feeds = [{ url: 'https://a.example/feed', title: 'News' }];
    expect(draw({ kind: 'page', sentence: 'x', feeds }).buttons).toContain('News https://a.example/feed');
    expect(draw({ kind: 'page', sentence: 'It names no feed.', feeds: [] }).text).toContain('It names no feed.');
  });
});

test('keys decide about what has the focus, and move it', () => {
  expect(['a', 's', 'd', 'r', 'x', 'toString'].map((key) => deciding(key, true))).toEqual([
    ...['accept', 'send', 'dismiss'],
    ...[null, null, null],
  ]);
  expect(deciding('s', true, false)).toBeNull();
  expect(['a', 'r'].map((key) => deciding(key, false))).toEqual([null, 'restore']);
  expect(['j', 'ArrowDown', 'k', 'ArrowUp', 'Enter'].map(neighbourStep)).toEqual([1, 1, -1, -1, 0]);
});
