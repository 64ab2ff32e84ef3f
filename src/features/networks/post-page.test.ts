import { describe, expect, it } from 'vitest';
import { networksNowhere } from '../../../test/support/network-settings.ts';
import { createFacebook } from './facebook/facebook.ts';
import { createLinkedIn } from './linkedin/linkedin.ts';
import { connectorAt } from './mastodon/connector.fixture.ts';
import { createThreads } from './threads/threads.ts';
import { createX } from './x/x.ts';

const around = { publicUrl: 'http://localhost:3000', fetch, report: () => undefined };
const networks = {
  linkedin: createLinkedIn(networksNowhere.linkedin, around),
  x: createX(networksNowhere.x, around),
  facebook: createFacebook({ webUrl: 'https://www.facebook.com' }),
  threads: createThreads({ ...networksNowhere.threads, ...around }),
  mastodon: connectorAt(null),
};

describe('the address of a post', () => {
  it.each([
    ['linkedin', 'https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345678/?utm_source=share&rcm=ABC'],
    ['linkedin', 'https://www.linkedin.com/posts/harbour_we-open-activity-7123456789012345678-AbCd'],
    ['x', 'https://x.com/harbour/status/1790000000000000001?s=20'],
    ['x', 'https://mobile.twitter.com/harbour/status/1790000000000000001'],
    ['facebook', 'https://www.facebook.com/harbour/posts/pfbid02abc'],
    ['threads', 'https://www.threads.com/@harbour/post/C8abcDEF_12'],
    ['mastodon', 'https://mastodon.social/@harbour/112233445566778899'],
    ['mastodon', 'https://snac.example/harbour/p/1700000000.123456'],
  ] as const)('of %s is known and kept without what tells who copied it: %s', (network, address) => {
    const kept = networks[network].engagement.readPost(` ${address} `);
    expect(kept).toBe(address.split('?')[0]);
  });

  it.each([
    ['linkedin', 'https://www.linkedin.com/in/ana'],
    ['linkedin', 'https://linkedin.com.evil.example/feed/update/urn:li:activity:1'],
    ['x', 'https://x.com/harbour'],
    ['x', 'javascript:alert(1)//x.com/a/status/1'],
    ['x', 'https://a@x.com/harbour/status/1790000000000000001'],
    ['facebook', 'https://www.facebook.com/'],
    ['threads', 'https://www.threads.com/@harbour'],
    ['mastodon', 'https://mastodon.social/about'],
    ['mastodon', 'not an address'],
  ] as const)('is none of %s: %s', (network, address) => {
    expect(networks[network].engagement.readPost(address)).toBeNull();
  });
});

describe('the page for an ask', () => {
  const post = 'https://x.com/harbour/status/1790000000000000001';

  it('is X’s own for a like, a repost and an answer', () => {
    const { page } = networks.x.engagement;
    expect(page(post, 'like')).toBe('https://x.com/intent/like?tweet_id=1790000000000000001');
    expect(page(post, 'reshare')).toBe('https://x.com/intent/retweet?tweet_id=1790000000000000001');
    expect(page(post, 'comment')).toBe('https://x.com/intent/tweet?in_reply_to=1790000000000000001');
  });

  it('is the post itself elsewhere', () => {
    const { page } = networks.linkedin.engagement;
    expect(page('https://www.linkedin.com/feed/update/urn:li:share:1', 'like')).toBe(
      'https://www.linkedin.com/feed/update/urn:li:share:1',
    );
  });
});
