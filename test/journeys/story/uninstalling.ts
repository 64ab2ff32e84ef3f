import { expect, it } from 'vitest';
import { slackApp } from '../../../practice/company.ts';
import { eventually } from '../eventually.ts';
import { readStats } from '../stats.ts';
import { filesWith, readInstallations } from '../stored-tokens.ts';
import { jobs, news, type Story } from './story.ts';

const orders = ['tokens_revoked first', 'app_uninstalled first'] as const;

/** Step 9: the app is taken out of Slack, with Slack's two events in either order, and comes back each time. */
export function uninstalling(story: Story): void {
  const { practice, world, room, maya } = story;
  const { page } = maya;
  const { coact } = practice.urls;
  const { slack } = practice;

  for (const order of orders) {
    it(`erases the token at once: ${order}`, async () => {
      // Slack tells times in whole seconds: a removal in the very second of the installation might belong to the one
      // before, and Coact would ask Slack first.
      const second = () => Math.floor(Date.now() / 1000);
      await eventually(second).toBeGreaterThan(second());
      await slack.uninstall(order);
      expect(slack.deliveries().slice(-2)).toMatchObject([{ status: 200 }, { status: 200 }]);
      await page.goto(`${coact}/settings`);
      await page.getByRole('link', { name: 'Add to Slack' }).waitFor();
      const installations = await whileStopped(story, () => readInstallations(world.dataDir));
      expect(installations).toEqual([{ state: 'uninstalled', bot_token: null, refresh_token: null }]);
    });

    it('sends nothing more, and says what to do', async () => {
      const before = slack.calls();
      const posted = [await room.messages(news), await room.messages(jobs)];
      await openDraft(story);
      await page.getByText('Coact is not connected to Slack. Connect it under Settings, Slack.').waitFor();
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: /^Send/ }).click();
      await page.getByRole('dialog').getByText('Connect Slack under Settings first').waitFor();
      expect(slack.calls()).toEqual(before);
      expect([await room.messages(news), await room.messages(jobs)]).toEqual(posted);
    });

    it('keeps the figures', async () => {
      const shown = await readStats(page, `${coact}/`);
      expect([shown.Awareness?.value, shown.Shares?.value, shown.Clicks?.value]).toEqual(['5', '5', '1']);
      expect(shown['Advocacy value']?.value).toBe('US$27.50');
    });

    it('is not connected again by somebody who does not belong', async () => {
      slack.resetCalls();
      await consentAs(story, 'tom@harbour-pine.test');
      await page.getByRole('heading', { name: 'Slack is not connected' }).waitFor();
      // The one other place where an address may be read: whether the installer belongs to the organisation.
      expect(slack.calls()['users.info']).toEqual({ count: 1, users: ['U0PUBLISH1'] });
    });

    it('is connected again by the owner', async () => {
      await consentAs(story, 'maya@harbour-pine.test');
      await page.getByText('Slack is connected.').waitFor();
      await page.getByLabel('Public channels').getByText('news').waitFor();
    });
  }

  it('takes no harm from events of an earlier installation that come late', async () => {
    slack.resetCalls();
    const earlier = Math.floor(Date.now() / 1000) - 3_600;
    expect(await slack.sendEvent({ type: 'app_uninstalled' }, earlier)).toBe(200);
    const tokens = { oauth: [], bot: [slackApp.botUserId] };
    expect(await slack.sendEvent({ type: 'tokens_revoked', tokens }, earlier)).toBe(200);
    // It asks Slack about each, hears that the token lives, and leaves everything as it is.
    await eventually(() => slack.calls()['auth.test']?.count).toBe(2);
    await openDraft(story);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^Send/ }).click();
    await eventually(async () => (await room.messages(news)).length).toBe(2);
  });

  it('keeps the living token where nobody can read it', async () => {
    const kept = await whileStopped(story, async () => ({
      installations: await readInstallations(world.dataDir),
      inPlainWords: await filesWith(world.dataDir, 'xoxb-'),
    }));
    expect(kept.installations).toMatchObject([{ state: 'active', bot_token: expect.any(Uint8Array) }]);
    expect(kept.inPlainWords).toEqual([]);
  });
}

/** What was planned when the app went is a draft again, and says why. */
async function openDraft({ maya: { page }, practice }: Story): Promise<void> {
  await page.goto(`${practice.urls.coact}/requests?state=draft`);
  await page.getByRole('link', { name: /Once more, next week/ }).click();
  await page.getByLabel('Card title').waitFor();
}

async function consentAs({ maya: { page }, practice }: Story, address: string): Promise<void> {
  await page.goto(`${practice.urls.coact}/settings`);
  await page.getByRole('link', { name: 'Add to Slack' }).click();
  await page.getByText(address).click();
}

async function whileStopped<T>({ world }: Story, look: () => Promise<T>): Promise<T> {
  const seen: T[] = [];
  await world.restart(async () => void seen.push(await look()));
  const [first] = seen;
  if (first === undefined) throw new Error('nothing was looked at');
  return first;
}
