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

  it('leads programs there as well', async () => {
    const slackbot = { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' };
    for (const how of [{ method: 'HEAD' }, { headers: slackbot }]) {
      const answer = await fetch(story.trackedUrl, { ...how, redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([302, trackedTarget(story)]);
    }
  });

  it('counts the reader once, the preview apart and the HEAD request not at all', async () => {
    const request = `${practice.urls.coact}/requests/${story.requestId}`;
    const clicks = async () => (await readStats(maya.page, request)).Clicks;
    await eventually(clicks).toEqual({ value: '1', note: '1 unique, 1 robot apart' });
    const rows = maya.page.getByRole('row').filter({ hasText: new URL(story.trackedUrl).pathname });
    expect(await rows.getByRole('cell').last().innerText()).toBe('1');
  });
}
