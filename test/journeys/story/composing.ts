import { expect, it } from 'vitest';
import { drawScene } from '../../../practice/company-pictures.ts';
import { chooseEnd, fillComposer, sendIt } from '../composer-page.ts';
import { eventually } from '../eventually.ts';
import { wordsOf } from '../slack-room.ts';
import { news, type Story, target, title, variants } from './story.ts';

/** Step 3: link with its card, words for Slack and two for Bluesky, picture, tracking, end; seen before it is sent. */
export function composing(story: Story): void {
  it('reads the link’s card with its picture', async () => {
    const { page } = story.maya;
    await fillComposer(page, story.practice.urls.coact, {
      link: target(story),
      title,
      message: 'It took *two years*. Tell your friends!',
      variants: variants,
      channel: 'news',
    });
    await eventually(() => page.getByLabel('Card title').inputValue()).toBe('Our first electric ferry leaves the yard');
    const picture = page.getByAltText('Shown on the link card');
    await eventually(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  });

  it('counts characters as Bluesky does, with the link that will stand in the post', async () => {
    const { page } = story.maya;
    const counter = page.getByRole('tabpanel', { name: 'Version 2' }).getByRole('status');
    const text = page.getByLabel('Text of version 2');
    const words = await text.inputValue();
    const left = async () => Number.parseInt(await counter.innerText(), 10);
    const before = await left();
    const linkAndGap = 300 - [...words].length - before;
    expect(linkAndGap).toBeGreaterThan(`${story.practice.urls.coact}/l/`.length + 2);
    // A family is one character to Bluesky, and eleven to JavaScript.
    await text.fill(`${words}👨‍👩‍👧‍👦`);
    await eventually(left).toBe(before - 1);
    await text.fill('x'.repeat(301 - linkAndGap));
    await eventually(() => counter.innerText()).toContain('1 over');
    await text.fill(words);
    await eventually(left).toBe(before);
  });

  it('takes a picture with its description, tracking and an end', async () => {
    const { page } = story.maya;
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    const bytes = await drawScene({ hour: 'noon', motif: 'boat' });
    await (await choosing).setFiles({ name: 'boat.png', mimeType: 'image/png', buffer: Buffer.from(bytes) });
    await page.getByLabel('Description for people who can’t see it').fill('A wooden ferry at the quay');
    await page.getByRole('button', { name: 'Campaign tracking' }).click();
    await page.getByLabel('utm_source').fill('bluesky');
    await page.getByLabel('utm_campaign').fill('ferry');
    await page.getByText(`${target(story)}?utm_source=bluesky&utm_campaign=ferry`).waitFor();
    await chooseEnd(page);
  });

  it('draws the Slack message and each version of the post as they will look', async () => {
    const { page } = story.maya;
    const preview = page.getByLabel('Preview', { exact: true });
    await preview.getByText(title).first().waitFor();
    await preview.locator('strong, b').filter({ hasText: 'two years' }).waitFor();
    await preview.getByText('Share', { exact: true }).waitFor();
    await preview.getByAltText('A wooden ferry at the quay').waitFor();
    await preview.getByRole('tab', { name: 'Bluesky' }).click();
    const second = preview.getByLabel('Version 2');
    await second.getByText('Two years of work').waitFor();
    await second.getByText('Our first electric ferry leaves the yard').waitFor();
    await eventually(() =>
      second.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBeGreaterThan(0);
  });

  it('sends it to the channel', async () => {
    await sendIt(story.maya.page, /^Send/);
    story.requestId = new URL(story.maya.page.url()).pathname.split('/').at(-1) ?? '';
    await story.maya.page.getByText('On its way to Slack…').waitFor({ state: 'detached' });
    await story.maya.page.getByText('Open', { exact: true }).waitFor();
    const [message, ...others] = await story.room.messages(news);
    expect(others).toEqual([]);
    for (const part of [title, 'two years', 'Ends', '/media/', 'fewer than 5'])
      expect(wordsOf(message ?? null)).toContain(part);
    expect(story.requestId).not.toBe('');
  });

  it('plans another one for a time', async () => {
    const { page } = story.maya;
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await page.waitForURL('**/edit');
    await page.getByLabel('Title', { exact: true }).fill('Once more, next week');
    await page.getByText('At a time', { exact: true }).click();
    await page.getByRole('button', { name: 'Send at' }).waitFor();
    await sendIt(page, /^Schedule$/);
    await page.getByText('Scheduled', { exact: true }).first().waitFor();
    await page.goto(`${story.practice.urls.coact}/requests?state=scheduled`);
    await page.getByRole('link', { name: /Once more, next week/ }).waitFor();
    expect(await story.room.messages(news)).toHaveLength(1);
  });
}
