import { expect, it } from 'vitest';
import { allowOnBluesky } from '../bluesky-page.ts';
import { eventually } from '../eventually.ts';
import { openSlackPage } from '../slack-page.ts';
import { wordsOf } from '../slack-room.ts';
import { news, type Story, title, variants } from './story.ts';

/** Step 4: from the message in the channel to a post of one's own, without leaving Slack but to sign in at Bluesky. */
export function sharing(story: Story): void {
  const { page, context } = story.ana;
  const modal = page.locator('.modal');

  it('shows the request in its channel, with the pictures', async () => {
    const slack = await openSlackPage(page, story.practice.urls.slack, 'Ana Ribeiro');
    await slack.openChannel('news');
    await page.getByText(title).waitFor();
    const pictures = page.locator('.messages img[src*="/media/"]');
    await eventually(() => pictures.count()).toBe(2);
    const widths = () =>
      pictures.evaluateAll((images) => Math.min(...images.map((image) => (image as HTMLImageElement).naturalWidth)));
    await eventually(widths).toBeGreaterThan(100);
  });

  it('offers to connect Bluesky or to use its own page, and signs in there', async () => {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await modal.getByText('Connect your Bluesky account first.').waitFor();
    expect(await modal.locator('.modal-body button').allInnerTexts()).toEqual([
      'Connect Bluesky',
      'Use Bluesky itself',
    ]);
    const opening = context.waitForEvent('page');
    await modal.getByRole('button', { name: 'Connect Bluesky' }).click();
    const tab = await opening;
    await tab.getByLabel('Your handle').fill('ana.test');
    await tab.getByRole('button', { name: 'Continue to Bluesky' }).click();
    await tab.waitForURL(`${story.practice.urls.bluesky}/oauth/authorize**`);
    // Pushed beforehand (PAR): the address that the browser sees says nothing but which request it is.
    expect([...new URL(tab.url()).searchParams.keys()].toSorted()).toEqual(['client_id', 'request_uri']);
    await allowOnBluesky(tab);
    await tab.getByRole('heading', { name: 'Connected as @ana.test' }).waitFor();
    await tab.close();
  });

  it('has moved on in Slack by then, to the publisher’s words', async () => {
    await modal.getByRole('button', { name: 'Post', exact: true }).waitFor();
    expect(variants).toContain(await modal.locator('textarea').inputValue());
    expect(await modal.innerText()).toContain('@ana.test');
  });

  it('posts the edited words, and says so in the same window', async () => {
    story.words = 'So proud of our yard! We built an electric ferry ⚡ #boats';
    await modal.locator('textarea').fill(story.words);
    const said = await page.evaluateHandle(watchModal);
    await modal.getByRole('button', { name: 'Post', exact: true }).click();
    await modal.getByText('Your post is on Bluesky.').waitFor();
    const all = (await said.jsonValue()).join('\n');
    expect(all).toContain('Your post is on its way to Bluesky.');
    const opening = context.waitForEvent('page');
    await modal.getByRole('button', { name: 'Look at it' }).click();
    const post = await opening;
    await post.getByText('So proud of our yard!').first().waitFor();
    await post.close();
    await modal.getByRole('button', { name: 'Close' }).click();
  });

  it('leaves nothing behind in the channel', async () => {
    const [message, ...others] = await story.room.messages(news);
    expect(others).toEqual([]);
    expect(wordsOf(message ?? null)).toContain('Shared fewer than 5 times so far');
    const calls = story.practice.slack.calls();
    expect(calls['chat.postMessage']).toMatchObject({ count: 1 });
    expect(calls['chat.postEphemeral']).toBeUndefined();
  });
}

/** Runs in the page: collects every text that the window shows from now on. */
function watchModal(): string[] {
  const said: string[] = [];
  const look = () => {
    const text = document.querySelector<HTMLElement>('.modal')?.innerText;
    if (text !== undefined && text !== said.at(-1)) said.push(text);
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  return said;
}
