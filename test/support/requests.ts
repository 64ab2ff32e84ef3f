import type { EngagementAnswer, RequestRow, ShareRequest } from '../../src/features/share/web/contract.ts';

/** A share request as the server answers it: open, with figures. Each test changes what it is about. */
export function requestOf(change: Partial<ShareRequest> = {}): ShareRequest {
  return {
    id: '0190a000-0000-7000-8000-000000000001',
    state: 'open',
    link: 'https://harbour.example/porto',
    title: 'We open in Porto',
    slackText: 'Tell your friends',
    picture: null,
    morePictures: [],
    postsPictures: false,
    preview: { title: 'Porto', description: 'A new harbour', pictureId: null, pictureUrl: null },
    networks: { bluesky: { variants: ['We open in Porto! #boats'] } },
    disclosed: true,
    editPolicy: 'free',
    utm: {},
    channelId: 'C1',
    moreChannelIds: [],
    topicIds: [],
    channel: { id: 'C1', name: 'general' },
    channels: [{ id: 'C1', name: 'general' }],
    sendAt: null,
    endsAt: '2999-11-28T18:00:00.000Z',
    sentAt: '2025-11-20T09:00:00.000Z',
    endedAt: null,
    createdAt: '2025-11-19T09:00:00.000Z',
    revision: 3,
    delivery: { state: 'sent', problem: null },
    figures: {
      awareness: { value: 61 },
      shares: { fewerThan: 5 },
      clicks: { total: 412, unique: 377, robots: 1 },
      value: { value: 226_550 },
      currency: 'EUR',
      otherValues: [],
      byDay: [{ day: '2025-11-20', clicks: 412 }],
      links: [{ network: 'bluesky', variant: 0, url: 'https://go.example/l/q7Hd2Kp', clicks: 268 }],
    },
    ...change,
  };
}

export function rowOf(change: Partial<RequestRow> = {}): RequestRow {
  const { id, title, state, channel, channels, sendAt, endsAt, sentAt } = requestOf();
  return {
    id,
    title,
    state,
    channel,
    channels,
    sendAt,
    endsAt,
    sentAt,
    problem: null,
    shares: { value: 38 },
    clicks: 1,
    ...change,
  };
}

/** What makes a request one about a post, which asks for these things. */
export function askingFor(...asks: EngagementAnswer['asks']) {
  const engagement: EngagementAnswer = {
    ...{ network: 'bluesky', post: 'https://bsky.app/profile/harbour/post/3k', asks },
    ...{ starters: ['What I like:'], card: { author: 'Harbour', text: 'We open in Porto' } },
  };
  return { link: '', networks: {}, preview: null, engagement };
}
