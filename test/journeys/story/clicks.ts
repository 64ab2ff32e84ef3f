import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { readStats } from '../stats.ts';
import { type Story, trackedTarget } from './story.ts';

/** Step 6: somebody follows the link in the post. */
export function clicking(story: Story): void {
  const { practice, browsers, maya } = story;

  it('leads a reader to the page, with the campaign', async () => {
    const reader = await browsers.somebody();
    await reader.page.goto(story.trackedUrl);
    expect(reader.page.url()).toBe(trackedTarget(story));
    await reader.page.getByRole('heading', { name: 'Our first electric ferry leaves the yard' }).waitFor();
    await reader.context.close();
  });

  it('leads programs there as well, and shows those that draw a card what to draw', async () => {
    const head = await fetch(story.trackedUrl, { method: 'HEAD', redirect: 'manual' });
    expect([head.status, head.headers.get('location')]).toEqual([302, trackedTarget(story)]);
    const slackbot = { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' };
    const card = await fetch(story.trackedUrl, { headers: slackbot, redirect: 'manual' });
    expect([card.status, card.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await card.text()).toContain(
      '<meta property="og:title" content="Our first electric ferry leaves the yard">',
    );
  });

  it('counts the reader once, the preview apart and the HEAD request not at all', async () => {
    const request = `${practice.urls.coact}/requests/${story.requestId}`;
    const clicks = async () => (await readStats(maya.page, request)).Clicks;
    await eventually(clicks).toEqual({ value: '1', note: '1 unique, 1 robot apart' });
    const rows = maya.page.getByRole('row').filter({ hasText: new URL(story.trackedUrl).pathname });
    const columns = await maya.page.locator('table', { has: rows }).locator('thead th').allInnerTexts();
    const column = columns.findIndex((name) => name.toLowerCase() === 'clicks');
    expect(await rows.locator('th, td').nth(column).innerText()).toBe('1');
  });
}
