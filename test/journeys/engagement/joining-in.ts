import { expect, it } from 'vitest';
import { allowOnBluesky } from '../bluesky-page.ts';
import { chooseChannel, sendIt } from '../composer-page.ts';
import { eventually } from '../eventually.ts';
import { openSlackPage } from '../slack-page.ts';
import { wordsOf } from '../slack-room.ts';
import { readStats } from '../stats.ts';
import { news } from '../story/story.ts';
import { type EngagementStory, recordsOf, slackIdOf } from './story.ts';

const title = 'Tell Porto that we come';
const own = 'See you at the quay in spring 🌊';

/** Likes, reshares and comments: by the account itself where there is one, else on the person's word. */
export function joiningIn(story: EngagementStory): void {
  const { practice } = story.world;
  const { page, context } = story.ana;
  const modal = page.locator('.modal');
  const done = (collection: string) => recordsOf(practice.bluesky.url, 'ana.test', collection);
  let requestId = '';

  it('is composed around a post, whose card is read', async () => {
    const { page: web } = story.maya;
    await web.goto(`${practice.urls.coact}/requests/new`);
    await web.getByText('Join in on a post', { exact: true }).click();
    await web.getByLabel('Link of the post').fill(story.post);
    await web.getByRole('group', { name: 'On Bluesky' }).waitFor();
    await web.getByRole('checkbox', { name: 'Comment' }).check();
    await web.getByLabel('Title', { exact: true }).fill(title);
    await chooseChannel(web, 'news');
    await sendIt(web, /^Send/);
    requestId = new URL(web.url()).pathname.split('/').at(-1) ?? '';
    const slack = await openSlackPage(page, practice.urls.slack, 'Ana Ribeiro');
    await slack.openChannel('news');
    await page.getByText(title).waitFor();
    const buttons = page.locator('.messages .bk-button');
    await eventually(() => buttons.allInnerTexts()).toEqual(['Like', 'Reshare', 'Comment']);
  });

  it('is done on the post’s page by somebody without an account, or by their account once there is one', async () => {
    await page.getByRole('button', { name: 'Like', exact: true }).click();
    await modal.getByRole('button', { name: 'I have done it' }).waitFor();
    await modal.getByRole('button', { name: 'Close' }).click();
    await modal.waitFor({ state: 'detached' });
    await connect();
    await page.getByRole('button', { name: 'Like', exact: true }).click();
    await modal.getByText('Your like is on Bluesky.').waitFor();
    await modal.getByRole('button', { name: 'Close' }).click();
    await modal.waitFor({ state: 'detached' });
    expect(await done('app.bsky.feed.like')).toHaveLength(1);
  });

  /** In the Home tab, where accounts are looked after. */
  async function connect(): Promise<void> {
    const slack = await openSlackPage(page, practice.urls.slack, 'Ana Ribeiro');
    await slack.openHome();
    await page.locator('.home').getByRole('button', { name: 'Connect Bluesky' }).click();
    const opening = context.waitForEvent('page');
    await modal.getByRole('button', { name: 'Connect Bluesky' }).click();
    const tab = await opening;
    await tab.getByLabel('Your handle').fill('ana.test');
    await tab.getByRole('button', { name: 'Continue to Bluesky' }).click();
    await allowOnBluesky(tab);
    await tab.getByRole('heading', { name: 'Connected as @ana.test' }).waitFor();
    await tab.close();
    await modal.getByText('@ana.test').waitFor();
    await modal.getByRole('button', { name: 'Close' }).click();
    await modal.waitFor({ state: 'detached' });
    await slack.openChannel('news');
  }

  it('reshares, and comments in the person’s own words', async () => {
    await page.getByRole('button', { name: 'Reshare', exact: true }).click();
    await modal.getByText('Your reshare is on Bluesky.').waitFor();
    await modal.getByRole('button', { name: 'Close' }).click();
    await modal.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await modal.locator('textarea').fill(own);
    await modal.getByRole('button', { name: 'Post', exact: true }).click();
    await modal.getByText('Your comment is on Bluesky.').waitFor();
    await modal.getByRole('button', { name: 'Close' }).click();
    await modal.waitFor({ state: 'detached' });
    expect(await done('app.bsky.feed.repost')).toHaveLength(1);
    expect(await done('app.bsky.feed.post')).toMatchObject([{ text: own, reply: { parent: expect.any(Object) } }]);
  });

  it('counts four colleagues who say that they have done it, and tells of all once they are a group', async () => {
    const [message] = await story.room.messages(news);
    for (const name of ['ben', 'chidi', 'dora', 'freya'])
      await confirmBy(story, slackIdOf(name), 'like', message?.ts ?? '', requestId);
    const { page: web } = story.maya;
    const address = `${practice.urls.coact}/requests/${requestId}`;
    expect((await readStats(web, address)).Likes?.value).toBe('fewer than 5');
    await web.getByRole('button', { name: 'More actions' }).click();
    await web.getByRole('menuitem', { name: 'End now' }).click();
    await web.getByRole('dialog').getByRole('button', { name: 'End now' }).click();
    await web.getByText('Ended', { exact: true }).first().waitFor();
    await eventually(async () => (await readStats(web, address)).Likes?.value).toBe('5');
    expect((await readStats(web, address)).Comments?.value).toBe('fewer than 5');
  });

  it('opens the post where the network lets no app do it, and counts the person’s word', async () => {
    const id = await sendOnLinkedIn(story);
    await eventually(async () => (await story.room.messages(news)).length).toBe(2);
    await page.locator('.msg').filter({ hasText: 'On LinkedIn too' }).getByRole('button', { name: 'Reshare' }).click();
    await modal.getByRole('button', { name: 'Open LinkedIn' }).waitFor();
    expect(await modal.innerText()).toContain('Open the post and reshare it there.');
    await modal.getByRole('button', { name: 'I have done it' }).click();
    await modal.getByText('Thank you!').waitFor();
    await modal.getByRole('button', { name: 'Close' }).click();
    const shown = await readStats(story.maya.page, `${practice.urls.coact}/requests/${id}`);
    expect(shown.Reshares?.value).toBe('fewer than 5');
  });
}

async function confirmBy(
  { room }: EngagementStory,
  user: string,
  ask: string,
  ts: string,
  requestId: string,
): Promise<void> {
  await room.click({ channelId: news, messageTs: ts }, user, { actionId: `share.ask.${ask}`, value: requestId });
  await eventually(async () => wordsOf(await room.window())).toContain('I have done it');
  await room.clickInWindow(user, { actionId: 'share.confirm', value: JSON.stringify({ requestId, ask }) });
  await eventually(async () => wordsOf(await room.window())).toContain('Thank you!');
  await room.close(user);
  await eventually(() => room.window()).toBeNull();
}

/** As a program would: LinkedIn shows its posts to nobody who has not signed in, and a test asks nothing of it. */
async function sendOnLinkedIn({ world, maya }: EngagementStory): Promise<string> {
  const engagement = {
    ...{ network: 'linkedin', post: 'https://www.linkedin.com/feed/update/urn:li:activity:7000000000000000001' },
    ...{ asks: ['reshare'], starters: [], card: { author: 'Harbour & Pine', text: 'We open' } },
  };
  const body = {
    link: '',
    title: 'On LinkedIn too',
    slackText: '',
    networks: {},
    editPolicy: 'free',
    channelId: news,
    engagement,
  };
  await maya.page.goto(world.practice.urls.coact);
  return maya.page.evaluate(async (draft) => {
    const post = async (path: string, sent: object): Promise<unknown> => {
      const headers = { 'content-type': 'application/json', 'x-coact': '1' };
      const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(sent) });
      if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
      return answer.json();
    };
    const { id } = (await post('/api/requests', draft)) as { id: string };
    await post(`/api/requests/${id}/send`, {});
    return id;
  }, body);
}
