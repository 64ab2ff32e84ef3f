import { describe, expect, it } from 'vitest';
import { readAgent, referrerOf } from './visitor.ts';

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';
const pixel =
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36';
const galaxyTab =
  'Mozilla/5.0 (Linux; Android 15; SM-X910) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';
const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
const linkedInApp = `${iphone} [LinkedInApp]/9.30`;

describe('readAgent', () => {
  it.each([
    [iphone, 'mobile'],
    [linkedInApp, 'mobile'],
    [pixel, 'mobile'],
    [galaxyTab, 'tablet'],
    [windows, 'desktop'],
    [firefox, 'desktop'],
    ['Mozilla/5.0 (SomethingNew) Gecko', 'other'],
  ])('takes %s for a person’s %s', (agent, device) => expect(readAgent(agent)).toEqual({ robot: false, device }));

  it.each([
    '',
    '   ',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Twitterbot/1.0',
    'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)',
    'http.rb/5.1.1 (Mastodon/4.3.0; +https://mastodon.social/) Bot',
    'WhatsApp/2.24.1 A',
    'TelegramBot (like TwitterBot)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'curl/8.5.0',
    'python-requests/2.32.0',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/150.0 Safari/537.36',
  ])('takes %j for a robot', (agent) => expect(readAgent(agent).robot).toBe(true));
});

describe('referrerOf', () => {
  it.each([
    [undefined, 'none'],
    ['', 'none'],
    ['https://www.linkedin.com/feed/', 'linkedin'],
    ['https://lnkd.in/abc', 'linkedin'],
    ['android-app://com.linkedin.android/', 'linkedin'],
    ['https://t.co/x', 'x'],
    ['https://x.com/', 'x'],
    ['https://netflix.com/', 'other'],
    ['https://lm.facebook.com/', 'facebook'],
    ['https://www.threads.com/', 'threads'],
    ['https://bsky.app/profile/a', 'bluesky'],
    ['https://mastodon.social/@a', 'mastodon'],
    ['https://app.slack.com/', 'slack'],
    ['https://www.google.co.uk/', 'search'],
    ['https://intranet.example/who/jane', 'other'],
    ['https://linkedin.com.evil.example/', 'other'],
    ['not an address', 'other'],
  ])('%j → %s', (header, network) => expect(referrerOf(header)).toBe(network));
});
