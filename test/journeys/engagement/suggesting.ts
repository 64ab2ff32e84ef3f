import { expect, it } from 'vitest';
import { chooseChannel, sendIt } from '../composer-page.ts';
import { eventually } from '../eventually.ts';
import { openSlackPage } from '../slack-page.ts';
import { wordsOf } from '../slack-room.ts';
import { jobs } from '../story/story.ts';
import { type EngagementStory, slackIdOf } from './story.ts';

const general = 'C000000001';

/** From a colleague's message in Slack to a request that everybody gets. */
export function suggesting(story: EngagementStory): void {
  const { practice } = story.world;
  const { page } = story.ana;
  const modal = page.locator('.modal');

  it('begins in the menu of a message, with its link and words', async () => {
    const link = `${practice.urls.company}/news/first-electric-ferry`;
    await story.room.say(general, slackIdOf('ben'), `Have you seen this? ${link}`);
    const slack = await openSlackPage(page, practice.urls.slack, 'Ana Ribeiro');
    await slack.openChannel('general');
    const message = page.locator('.msg').filter({ hasText: 'Have you seen this?' });
    await message.hover();
    await message.getByRole('button', { name: 'Suggest to share' }).click();
    await modal.getByRole('button', { name: 'Suggest', exact: true }).waitFor();
    const typed = await modal
      .locator('input.bk-plain-input, textarea')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    expect(typed).toEqual([link, '', `Have you seen this? ${link}`]);
    await modal.getByRole('button', { name: 'Suggest', exact: true }).click();
    await modal.getByText('It waits for a publisher now, with your name.').waitFor();
  });

  it('waits for a publisher, who makes a request of it and sends it', async () => {
    const { page: web } = story.maya;
    await web.goto(`${practice.urls.coact}/feeds`);
    await web.getByText('Suggested by ana').waitFor();
    await web.getByRole('button', { name: 'Accept', exact: true }).click();
    await web.waitForURL('**/edit');
    await eventually(() => web.getByLabel('Title', { exact: true }).inputValue()).toContain('electric ferry');
    await chooseChannel(web, 'jobs');
    await sendIt(web, /^Send/);
    await eventually(async () => wordsOf((await story.room.messages(jobs)).at(-1) ?? null)).toContain('electric ferry');
  });
}
