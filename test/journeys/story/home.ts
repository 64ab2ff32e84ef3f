import { expect, it } from 'vitest';
import { programsOf } from '../bluesky-page.ts';
import { fillComposer, sendIt } from '../composer-page.ts';
import { eventually } from '../eventually.ts';
import { openSlackPage } from '../slack-page.ts';
import { jobs, type Story, title } from './story.ts';

/** Step 8: App Home is where an employee sees and undoes everything that is theirs. */
export function home(story: Story): void {
  const { practice, room } = story;
  const { page, context } = story.ana;
  const modal = page.locator('.modal');
  const tab = page.locator('.home');
  const boats = 'Come and build boats';

  it('lists open requests, accounts and how the last posts went', async () => {
    await fillComposer(story.maya.page, practice.urls.coact, {
      link: `${practice.urls.company}/jobs/boatbuilder`,
      title: boats,
      variants: ['We are looking for a boatbuilder'],
      channel: 'jobs',
    });
    await sendIt(story.maya.page, /^Send/);
    await eventually(async () => (await room.messages(jobs)).length).toBe(1);
    const slack = await openSlackPage(page, practice.urls.slack, 'Ana Ribeiro');
    await slack.openHome();
    await tab.getByText(boats).waitFor();
    expect(await tab.getByRole('button', { name: 'Share', exact: true }).count()).toBe(1);
    await tab.getByText('@ana.test').waitFor();
    const posts = tab.getByText(`${title} is on Bluesky`);
    await posts.waitFor();
    await tab.getByRole('button', { name: 'Look at it' }).waitFor();
  });

  it('lists a post that is planned, and cancels it', async () => {
    await tab.getByRole('button', { name: 'Share', exact: true }).click();
    await modal.locator('textarea').fill('Who wants to build boats with us?');
    await modal.locator('select').selectOption({ label: 'At the time below' });
    const tomorrow = Temporal.Now.plainDateISO('Europe/Lisbon').add({ days: 1 });
    await modal.locator('input[type=date]').fill(tomorrow.toString());
    await modal.locator('input[type=time]').fill('10:30');
    await modal.getByRole('button', { name: 'Post', exact: true }).click();
    await modal.getByText(/Your post will go to Bluesky on .*10:30/).waitFor();
    await modal.getByRole('button', { name: 'Close' }).click();
    await tab.getByText('Planned posts').waitFor();
    await tab.getByText('Who wants to build boats with us?').waitFor();
    await tab.getByRole('button', { name: 'Cancel' }).click();
    await tab.getByText('Planned posts').waitFor({ state: 'detached' });
    expect(await practice.bluesky.posts('ana.test')).toHaveLength(1);
  });

  it('may be shared again after that', async () => {
    await tab.getByRole('button', { name: 'Share', exact: true }).click();
    await modal.locator('textarea').waitFor();
    await modal.getByRole('button', { name: 'Cancel' }).click();
    await modal.waitFor({ state: 'detached' });
  });

  it('disconnects the account, at Bluesky’s server as well', async () => {
    const programs = () => programsOf(context, practice.urls.bluesky, 'ana.test');
    expect(await programs()).toBe(1);
    await tab.getByRole('button', { name: 'Disconnect' }).click();
    await tab.getByText('Bluesky: not connected').waitFor();
    expect(await programs()).toBe(0);
  });

  it('has read nobody’s e-mail address in Slack through all of this', () => {
    const { 'users.info': looked, 'users.list': listed, 'users.lookupByEmail': searched } = practice.slack.calls();
    expect([looked, listed, searched]).toEqual([undefined, undefined, undefined]);
  });
}
