import { expect, test } from 'vitest';
import { type ComposerForm, emptyForm } from './composer-form.ts';
import { draftBody, loses } from './draft-body.ts';
import { type EngagementForm, emptyEngagement, engagementOf, isRead } from './engagement-form.ts';
import { placeServerProblems, problemsOf } from './readiness.ts';

const now = new Date('2025-11-21T12:00:00Z');
const zone = 'Europe/Berlin';
const post = 'https://x.com/harbour/status/17';
const read: EngagementForm = {
  ...{ url: post, of: post, network: 'x', asks: ['like', 'comment'], starters: ['Proud of', ' '] },
  ...{ author: ' Harbour ', text: 'We open' },
};
const asking = (change: Partial<EngagementForm> = {}): ComposerForm => ({
  ...emptyForm(now, zone, ['bluesky']),
  ...{ kind: 'engagement', title: 'Our news', channelId: 'C1', engagement: { ...read, ...change } },
});

test('a request about a post has nothing to share', () => {
  const body = draftBody({ ...asking(), link: 'example.com', utm: { ...asking().utm, source: 'x' } }, zone);
  expect(body).toMatchObject({ link: '', networks: {}, utm: {}, preview: null });
  expect(body.engagement).toEqual({
    ...{ network: 'x', post, asks: ['like', 'comment'], starters: ['Proud of'] },
    card: { author: 'Harbour', text: 'We open' },
  });
  expect(draftBody({ ...asking(), kind: 'shares' }, zone).engagement).toBeNull();
});

test('ways to begin are for comments', () => {
  expect(draftBody(asking({ asks: ['like'] }), zone).engagement?.starters).toEqual([]);
});

test('an address counts once it was read, and no more when it is changed', () => {
  expect(isRead(read)).toBe(true);
  expect(isRead({ ...read, url: `${post}8` })).toBe(false);
  expect(isRead(emptyEngagement)).toBe(false);
  const changed = asking({ url: `${post}8` });
  expect(draftBody(changed, zone).engagement?.post).toBe('');
  expect([loses(changed), loses(asking())]).toEqual([true, false]);
});

test('what the server has is filled in as it was written', () => {
  const { engagement } = draftBody(asking({ starters: ['Proud of'], author: 'Harbour' }), zone);
  expect(engagement && engagementOf(engagement)).toEqual({ ...read, starters: ['Proud of'], author: 'Harbour' });
  expect(engagement && engagementOf({ ...engagement, post: '' }).network).toBeNull();
});

test('it goes with a post, something to ask for, a title and a channel; link and texts play no part', () => {
  expect(problemsOf(asking(), now, zone)).toEqual({});
  expect(problemsOf(asking({ url: '', asks: [] }), now, zone)).toEqual({
    'engagement.post': 'Paste the address of the post.',
    'engagement.asks': 'Choose what you ask for.',
  });
  expect(problemsOf(asking({ url: 'https://x.com/' }), now, zone)['engagement.post']).toBe('The post isn’t read yet.');
  expect(problemsOf({ ...asking(), title: '', channelId: '' }, now, zone)).toEqual({
    title: 'Give the request a title.',
    channelId: 'Choose the channel it goes to.',
  });
});

test('the server’s sentences stand at the post and at what is asked for', () => {
  const fields = { 'engagement.post': 'No post.', 'engagement.asks': 'Choose.' };
  expect(placeServerProblems(fields, asking())).toEqual(fields);
});
