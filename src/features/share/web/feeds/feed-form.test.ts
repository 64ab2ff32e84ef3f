import { describe, expect, it } from 'vitest';
import { addressOf, bodyOf, emptyForm, formOf } from './feed-form.ts';
import { feedOf } from './feeds.fixture.ts';

describe('the form of a feed', () => {
  it('gives back what it was made of, also what it doesn’t show', () => {
    const feed = feedOf({
      utm: { source: 'news', content: 'kept' },
      ...{ channelId: 'C1', moreChannelIds: ['C2'], topicIds: ['018f0000-0000-7000-8000-0000000070c1'] },
      endAfterDays: null,
    });
    const { name, url, mode, intervalMinutes, dailyCap, runCap, include, exclude, template, networks, utm } = feed;
    const settings = { name, url, mode, intervalMinutes, dailyCap, runCap, include, exclude, template, networks, utm };
    const { channelId, moreChannelIds, topicIds } = feed;
    const places = { channelId, moreChannelIds, topicIds };
    expect(bodyOf(formOf(feed), feed.utm)).toEqual({ ...settings, ...places, endAfterDays: null });
  });

  it('has the default template’s parameters unless it has its own', () => {
    expect(bodyOf(emptyForm).utm).toBeNull();
    expect(bodyOf(formOf(feedOf({ utm: null }))).utm).toBeNull();
    expect(bodyOf({ ...formOf(feedOf({ utm: null })), ownUtm: true }).utm).toEqual({ source: '{feed}' });
    expect(bodyOf({ ...emptyForm, ownUtm: true, source: '' }).utm).toEqual({});
  });

  it('leaves out campaign parameters that are empty', () => {
    expect(bodyOf({ ...emptyForm, ownUtm: true, source: ' ', medium: ' rss ' }, { source: 'x' }).utm).toEqual({
      medium: 'rss',
    });
  });

  it.each([
    [' example.com/news ', 'https://example.com/news'],
    ['http://example.com', 'http://example.com'],
    ['feed://example.com/rss', 'https://example.com/rss'],
    ['feed:https://example.com/rss', 'https://example.com/rss'],
    ['', ''],
  ])('takes %j for %j', (typed, address) => expect(addressOf(typed)).toBe(address));
});
