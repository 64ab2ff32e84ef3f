import { describe, expect, it } from 'vitest';
import { createFacebook } from './facebook/facebook.ts';

const post = { text: 'We open in Porto!', url: 'https://go.example/abc' };

describe('Facebook', () => {
  it('opens its share dialog with an app, the sharing page without', () => {
    const webUrl = 'https://www.facebook.com';
    expect(createFacebook({ webUrl }).composer?.link(post)).toBe(
      'https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fgo.example%2Fabc',
    );
    const dialog = new URL(createFacebook({ webUrl, appId: '1234567' }).composer?.link(post) ?? '');
    expect(dialog.pathname).toBe('/dialog/share');
    expect(Object.fromEntries(dialog.searchParams)).toEqual({ app_id: '1234567', display: 'popup', href: post.url });
  });

  it('never carries words: its rules forbid to fill them in', () => {
    const facebook = createFacebook({ webUrl: 'https://www.facebook.com' });
    expect(facebook.composer?.carriesText).toBe(false);
    expect(facebook.composer?.link(post)).not.toContain('Porto');
  });

  it('takes no account, says so, and acts for none', () => {
    const facebook = createFacebook({ webUrl: 'https://www.facebook.com' });
    expect(facebook.unavailable).toContain('no app');
    expect(() => facebook.authorize({})).toThrow('takes none here');
  });
});
