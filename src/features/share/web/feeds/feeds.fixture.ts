import type { Feed, Item } from './contract.ts';

/** A feed that is well, as the server shows it. */
export const feedOf = (more: Partial<Feed> = {}): Feed => ({
  ...{ id: '018f0000-0000-7000-8000-00000000fe01', name: 'Harbour news', url: 'https://harbour.example/feed' },
  ...{ mode: 'review', intervalMinutes: 60, dailyCap: 5, runCap: 3, include: [], exclude: [] },
  template: { title: '{title}', slackText: '{description}', networkText: '{title}' },
  ...{ networks: ['bluesky'], utm: { source: '{feed}' }, endAfterDays: 14, state: 'on' },
  ...{ channelId: null, moreChannelIds: [], topicIds: [], channels: [] },
  ...{ title: 'Harbour', checkedAt: '2026-11-20T10:00:00Z', nextCheckAt: '2999-11-20T11:00:00Z', checking: false },
  ...{ failingSince: null, failing: false, problem: null, movedFrom: null, waiting: 0 },
  lastRead: { items: 12, taken: 2, held: 0, filtered: 0, withoutLink: 0, broken: 0, cut: false },
  ...more,
});

/** An item that waits. */
export const itemOf = (more: Partial<Item> = {}): Item => ({
  ...{ id: '018f0000-0000-7000-8000-00000000fe02', state: 'waiting', title: 'How we bend oak' },
  feed: { id: '018f0000-0000-7000-8000-00000000fe01', name: 'Harbour news' },
  suggestion: null,
  ...{ link: 'https://harbour.example/oak', description: 'Steam and patience', author: 'Freya', pictureUrl: null },
  ...{ publishedAt: null, foundAt: '2026-11-20T10:00:00Z', expiresAt: '2999-01-01T00:00:00Z' },
  ...more,
});
