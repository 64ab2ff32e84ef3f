import { expect, test } from 'vitest';
import type { RequestRow, ShareRequest } from '../contract.ts';
import { momentOf, timelineOf } from './moments.ts';

const now = new Date('2025-11-21T12:00:00Z');
const row: RequestRow = {
  id: 'r',
  title: 'Hello',
  state: 'open',
  channel: { id: 'C', name: 'general' },
  channels: [],
  sendAt: null,
  sentAt: '2025-11-20T08:00:00Z',
  endsAt: '2025-11-28T17:00:00Z',
  shares: { value: 3 },
  clicks: 9,
};
const moment = (change: Partial<RequestRow>) => momentOf({ ...row, ...change }, 'Europe/Berlin', now);

test('an open request says when it ends, in words when that is soon', () => {
  expect(moment({})).toMatch(/^ends 28 Nov|^ends Nov 28/);
  expect(moment({ endsAt: '2025-11-21T20:00:00Z' })).toBe('ends today');
  expect(moment({ endsAt: '2025-11-21T23:30:00Z' })).toBe('ends tomorrow');
});

test('the other states say their moment', () => {
  expect(moment({ state: 'draft' })).toBe('not sent');
  expect(moment({ state: 'scheduled', sendAt: '2025-11-24T08:30:00Z' })).toMatch(/goes out Mon.*09:30/);
  expect(moment({ state: 'ended', endsAt: '2025-11-20T17:00:00Z' })).toMatch(/^ended/);
  expect(moment({ state: 'recalled' })).toMatch(/recalled$/);
});

const request: ShareRequest = {
  id: 'r',
  state: 'open',
  link: '',
  title: '',
  slackText: '',
  picture: null,
  morePictures: [],
  postsPictures: false,
  disclosed: true,
  preview: null,
  networks: {},
  editPolicy: 'free',
  utm: {},
  ...{ channel: null, channels: [], moreChannelIds: [], topicIds: [] },
  endsAt: row.endsAt,
  createdAt: '2025-11-19T08:00:00Z',
  sentAt: row.sentAt,
  revision: 1,
  delivery: { state: 'sent', problem: null },
  figures: null,
};

test('the timeline is in order and says what is still to come', () => {
  expect(timelineOf(request, now).map(({ label, past }) => [label, past])).toEqual([
    ['Drafted', true],
    ['Sent to Slack', true],
    ['Ends', false],
  ]);
});

test('the timeline says when the reminder comes, or came', () => {
  const labels = (reminder: ShareRequest['reminder']) =>
    timelineOf({ ...request, reminder }, now).map((one) => one.label);
  const at = '2025-11-27T17:00:00Z';
  expect(labels({ at, state: 'planned', problem: null })).toEqual(['Drafted', 'Sent to Slack', 'Reminder', 'Ends']);
  expect(labels({ at, state: 'sent', problem: null })).toContain('Reminder sent');
  expect(labels({ at: null, state: 'failed', problem: 'No.' })).toEqual(['Drafted', 'Sent to Slack', 'Ends']);
});

test('a recalled request has no end to come', () => {
  const recalled: ShareRequest = { ...request, state: 'recalled', endedAt: '2025-11-21T09:00:00Z' };
  expect(timelineOf(recalled, now).map(({ label }) => label)).toEqual(['Drafted', 'Sent to Slack', 'Recalled']);
});

test('a request ended early shows that moment', () => {
  const ended: ShareRequest = { ...request, state: 'ended', endedAt: '2025-11-21T10:00:00Z' };
  expect(timelineOf(ended, now).at(-1)).toEqual({ label: 'Ended', at: '2025-11-21T10:00:00Z', past: true });
});
