import { expect, test } from 'vitest';
import { channels, ownerOf } from '../../../../../test/support/answers.ts';
import { deviceStorage } from '../../../../../test/support/device-storage.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import { askingFor, requestOf } from '../../../../../test/support/requests.ts';
import type { ShareRequest } from '../contract.ts';

deviceStorage();

const answers = [
  [['me'], ownerOf()],
  [['disclosure'], { words: '#ad' }],
  [['networks'], { networks: [], lately: [], hashtags: [] }],
  [['slack', 'channels'], { channels }],
  [['requests', 'utm-templates'], { templates: [] }],
] as const;
const edit = (change: Partial<ShareRequest>) => {
  const request = requestOf(change);
  return drawPage(`/requests/${request.id}/edit`, [...answers, [['requests', 'one', request.id], request]]);
};

test('a new request is something to share until one chooses a post to join in on', async () => {
  const page = await drawPage('/requests/new', answers);
  expect(page.html).toMatch(/<input[^>]*type="radio"[^>]*checked=""[^>]*value="shares"/);
  expect(page.html).toMatch(/<input[^>]*type="radio"[^>]*value="engagement"/);
});

test('a draft about a post shows the post, what it asks for, and nothing about posts to share', async () => {
  const page = await edit({ state: 'draft', sentAt: null, ...askingFor('like', 'comment') });
  expect(page.html).toContain('value="https://bsky.app/profile/harbour/post/3k"');
  expect(page.html).toContain('value="Harbour"');
  expect(page.text).toContain('On Bluesky');
  expect(page.text).toContain('One click in Slack does it');
  expect(page.html).toContain('value="What I like:"');
  for (const words of ['Campaign tracking', 'Text of version', 'Networks']) expect(page.text).not.toContain(words);
});

test('says where one click does it, and where people go to the post and say so', async () => {
  const on = async (network: 'mastodon' | 'linkedin') => {
    const { engagement } = askingFor('like');
    return (await edit({ state: 'draft', sentAt: null, engagement: { ...engagement, network } })).text;
  };
  expect(await on('mastodon')).toContain('for people who connected their Mastodon account');
  expect(await on('linkedin')).toContain('opens the post on LinkedIn');
});

test('ways to begin are offered where comments are asked for', async () => {
  const page = await edit({ state: 'draft', sentAt: null, ...askingFor('like') });
  expect(page.text).not.toContain('Ways to begin');
});

test('once it is out, the post stays, and the kind can’t be chosen', async () => {
  const page = await edit({ state: 'open', ...askingFor('like') });
  expect(page.html).toMatch(/<input[^>]*disabled=""[^>]*value="https:\/\/bsky\.app/);
  expect(page.text).not.toContain('Join in on a post');
});
