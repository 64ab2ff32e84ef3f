import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { nameOrganisation } from '../founding.ts';
import { expectToFitPhone } from '../phone.ts';
import type { Story } from './story.ts';

/** Step 2: name, time zone, Slack. */
export function settingUp(story: Story): void {
  it('asks for names and takes the time zone from the device', async () => {
    const { page } = story.maya;
    await nameOrganisation(page);
    await expect(page.getByRole('combobox', { name: 'Time zone' }).inputValue()).resolves.toContain('Lisbon');
    await expectToFitPhone(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: /^(?:Protect your account|Connect Slack)$/ }).waitFor();
    // In practice a second factor is offered, and this owner puts it off.
    const later = page.getByRole('button', { name: 'Not now' });
    if (await later.isVisible()) await later.click();
    await page.getByRole('heading', { name: 'Connect Slack' }).waitFor();
  });

  it('connects Slack on Slack’s own page and comes back with the public channels', async () => {
    const { page } = story.maya;
    await page.getByRole('link', { name: 'Add to Slack' }).waitFor();
    await expectToFitPhone(page);
    await page.getByRole('link', { name: 'Add to Slack' }).click();
    await page.waitForURL(`${story.practice.urls.slack}/oauth/**`);
    expect(await page.locator('.practice-scopes').innerText()).toContain('chat:write');
    await page.getByText('maya@harbour-pine.test').click();
    await page.waitForURL(`${story.practice.urls.coact}/setup**`);
    await page.getByRole('heading', { name: 'You’re ready' }).waitFor();
    const channels = page.getByLabel('Public channels').getByRole('listitem');
    await eventually(() => channels.count()).toBe(4);
    expect((await channels.allInnerTexts()).join(' ')).toMatch(/general.*jobs.*news.*random/s);
  });
}
