import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { expectToFitPhone } from '../phone.ts';
import { openSlackPage } from '../slack-page.ts';
import { type OpeningStory, title } from './story.ts';

/** The first opener of the day is told in Slack what is to be done, and does it there. */
export function opening(story: OpeningStory): void {
  const { world, shiftAt } = story;
  const { practice } = world;
  const { page: owner } = story.maya;
  const { page } = story.ana;
  const modal = page.locator('.modal');

  it('the owner lets it begin with the first shift of the day', async () => {
    await owner.goto(story.process);
    await owner.getByRole('button', { name: 'Begin it by itself' }).click();
    const window = owner.getByRole('dialog', { name: 'Begin it by itself' });
    await window.getByRole('combobox', { name: 'It begins' }).click();
    await owner.getByRole('option', { name: 'When the first shift of the day begins' }).click();
    await window.getByRole('combobox', { name: 'Where' }).click();
    await owner.getByRole('option', { name: 'Quay shop' }).click();
    // So that it begins in a minute.
    const minutes = Math.max(0, Math.floor((shiftAt.getTime() - Date.now()) / 60_000) - 1);
    await window.getByRole('textbox', { name: 'Minutes before the shift' }).fill(String(minutes));
    await window.getByRole('button', { name: 'Add it' }).click();
    await owner.getByText(/^Next: .*Ana Ribeiro/).waitFor();
    await expectToFitPhone(owner);
  });

  it('who opens first and stays longest has it in Slack, with a button for each step', async () => {
    await openSlackPage(page, practice.urls.slack, 'Ana Ribeiro');
    // The conversation with the app has the name of whom it is with.
    await page.getByRole('button', { name: 'Ana Ribeiro' }).click();
    await page.locator('.messages').getByText(title).first().waitFor({ timeout: 200_000 });
    await openSlackPage(story.ben.page, practice.urls.slack, 'Ben Carter');
    await story.ben.page.getByRole('button', { name: 'Ben Carter' }).click();
    await story.ben.page.locator('.messages').getByText('schedule').first().waitFor();
    expect(await story.ben.page.locator('.messages').getByText(title).count()).toBe(0);
  });

  it('ticks a step in Slack, and enters a value there', async () => {
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText('1 of 2 steps done').waitFor();
    await page.getByRole('button', { name: 'Enter…' }).click();
    await modal.locator('input').first().fill('4.5');
    await modal.getByRole('button', { name: 'Note it' }).click();
    await page.getByText(/Finished/).waitFor();
  });

  it('the web says who did it', async () => {
    await owner.goto(`${practice.urls.coact}/processes/runs`);
    await owner.getByRole('link', { name: title }).click();
    await owner.getByText('Done, all of it').waitFor();
    await eventually(() => owner.getByText('4.5 °C').count()).toBe(1);
    await owner.getByText('began by itself').waitFor();
  });

  it('no page has complained meanwhile', () => {
    expect(story.browsers.complaints).toEqual([]);
  });
}
