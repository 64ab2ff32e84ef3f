import { beforeEach, expect, test, vi } from 'vitest';
import { channels, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import { requestOf } from '../../../../../test/support/requests.ts';
import type { ShareRequest } from '../contract.ts';

// The device's storage, there before the composer is loaded.
const shelf = vi.hoisted(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  return kept;
});
beforeEach(() => shelf.clear());

const answers = [
  [['me'], ownerOf()],
  [['slack', 'channels'], { channels }],
] as const;
const edit = (change: Partial<ShareRequest>) => {
  const request = requestOf(change);
  return drawPage(`/requests/${request.id}/edit`, [...answers, [['requests', 'one', request.id], request]]);
};

test('an empty composer says what goes where, whose clock counts, and shows nothing to preview yet', async () => {
  const page = await drawPage('/requests/new', answers);
  for (const words of ['Link', 'Channel', 'Message', 'Text of version 1', '300 left', 'Europe/Lisbon']) {
    expect(page.text).toContain(words);
  }
  expect(page.text).toContain('The Slack message appears here as you write');
  expect(page.buttons).toContain('Send');
  expect(page.text).not.toContain('Add the link that people should share');
});

test('a draft from the server fills the form', async () => {
  const page = await edit({
    state: 'draft',
    sentAt: null,
    networks: { bluesky: { variants: ['One', 'Two 👩‍👩‍👧‍👦'] } },
  });
  expect(page.html).toContain('value="https://harbour.example/porto"');
  expect(page.html).toContain('value="We open in Porto"');
  expect(page.text).toContain('Edit draft');
  expect(page.text).toContain('Version 2');
  expect(page.text).toContain('297 left');
});

test('too long a version is said at once', async () => {
  const page = await edit({ state: 'draft', networks: { bluesky: { variants: ['x'.repeat(301)] } } });
  expect(page.text).toContain('This is 1 character too long for Bluesky.');
  expect(page.text).toContain('1 over');
});

test('what stands in Slack already keeps its link and channel, and is updated, not sent', async () => {
  const page = await edit({ state: 'open' });
  expect(page.buttons).toContain('Update');
  expect(page.buttons).not.toContain('Send');
  expect(page.html).toMatch(/<input[^>]*disabled=""[^>]*value="https:\/\/harbour\.example\/porto"/);
  expect(page.text).not.toContain('Send now');
});

test('a scheduled request shows its time by the organisation’s clock', async () => {
  const page = await edit({ state: 'scheduled', sentAt: null, sendAt: '2999-07-01T08:30:00.000Z' });
  expect(page.buttons).toContain('Schedule');
  expect(page.text).toMatch(/1 Jul 2999, 09:30/);
});

test('an end that is past is said at once', async () => {
  const page = await edit({ state: 'draft', endsAt: '2020-01-01T10:00:00.000Z' });
  expect(page.text).toContain('This time is past. Choose a later end.');
});

test('words that haven’t reached the server are back after a reload', async () => {
  const request = requestOf({ state: 'draft' });
  const form = {
    ...{ link: '', title: 'Typed on the train', slackText: '', card: null, picture: null, variants: [''] },
    ...{ editPolicy: 'free', utm: { source: '', medium: '', campaign: '', term: '', content: '' }, channelId: '' },
    ...{ when: 'now', sendAt: '', endsAt: '2999-01-01T18:00', endChosen: false },
  };
  const copy = { form, requestId: request.id, at: '2025-11-21T12:00:00Z' };
  shelf.set(`coact.draft.${request.id}`, JSON.stringify(copy));
  const page = await edit({ state: 'draft' });
  expect(page.text).toContain('Your words from before are back');
  expect(page.html).toContain('value="Typed on the train"');
  expect(page.buttons).toContain('Use the saved version instead');
});
