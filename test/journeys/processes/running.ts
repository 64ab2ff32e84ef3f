import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { expectToFitPhone } from '../phone.ts';
import type { ProcessStory } from './story.ts';

/** Step 2: it is gone through on a phone that loses its network, while somebody writes the next version. */
export function running(story: ProcessStory): void {
  const { company, sol, ana } = story;
  const { page, context } = ana;
  const { page: owner } = company.maya;

  it('is begun by hand, and its first step noted', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Go through it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Begin', exact: true }).click();
    await page.waitForURL(/\/processes\/runs\/[0-9a-f-]{36}$/);
    story.run = page.url();
    await page.getByRole('button', { name: 'Done: Unlock the door' }).click();
    await page.getByText('1 of 5 steps').waitFor();
    await expectToFitPhone(page);
    await page.setViewportSize({ width: 390, height: 844 });
  });

  it('goes on without a network: a value outside its limits asks why, and waits on the device', async () => {
    await context.setOffline(true);
    await page.getByLabel('Value in °C').fill('9.5');
    const all = page.getByRole('button', { name: 'Note the value all the same: Temperature of the fridge' });
    expect(await all.isDisabled()).toBe(true);
    await page.getByLabel('Why is it so, and what did you do?').fill('Moved the milk to the cellar');
    await all.click();
    await page.getByText('Noted on this device, not sent yet.').waitFor();
    await page.getByText('One step waits on this device').waitFor();
    await owner.goto(story.run);
    await owner.getByText('1 of 5 steps').waitFor();
  });

  it('meanwhile the next version is written and holds', async () => {
    await sol.page.goto(`${story.process}/edit`);
    const step = sol.page.getByRole('group', { name: 'Step 1', exact: true });
    await step.getByLabel('What is to be done').fill('Unlock both doors');
    await sol.page
      .getByRole('group', { name: 'Step 2', exact: true })
      .getByRole('textbox', { name: 'At most' })
      .fill('5');
    await sol.page.getByLabel(/^What is different/).fill('There is a back door now');
    await sol.page.getByRole('button', { name: 'Give it into review' }).click();
    await sol.page.getByText('Version 2 is in review').waitFor();
    await owner.goto(story.process);
    await owner.getByText('What is different: There is a back door now').waitFor();
    await owner.getByRole('button', { name: 'Publish it' }).click();
    await owner.getByText(/^Version 2, since /).waitFor();
  });

  it('back in the network what was noted is kept, under the version that it began with', async () => {
    await context.setOffline(false);
    await eventually(() => page.getByText('One step waits on this device').count()).toBe(0);
    await page.getByText('2 of 5 steps').waitFor();
    await page.getByText('Outside its limits').first().waitFor();
    await page.reload();
    await page.getByText('Moved the milk to the cellar').waitFor();
    await page.getByText('Unlock the door', { exact: true }).waitFor();
    expect(await page.getByText('Unlock both doors').count()).toBe(0);
    await page
      .getByText(/1 to 7 °C/)
      .first()
      .waitFor();
    await page.getByText(/version 1\b/).waitFor();
  });

  it('what waits is sent also when the page was closed without a network', async () => {
    await context.setOffline(true);
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByText('One step waits on this device').waitFor();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(story.run);
    // A decision leaves out what is not needed.
    await again.getByText('Not needed').waitFor();
    await again.getByRole('button', { name: 'Sign: Sign that we are open' }).click();
    await again.getByText('Done, all of it').waitFor();
    await expectToFitPhone(again);
  });

  it('the evidence says who noted what, with the value and the reason', async () => {
    await owner.goto(story.run);
    const coming = owner.waitForEvent('download');
    await owner.getByRole('button', { name: 'Evidence as CSV' }).click();
    const evidence = (await readFile(await (await coming).path())).toString();
    for (const word of ['Ana', '9.5', 'Moved the milk to the cellar', 'Unlock the door', 'Sign that we are open']) {
      expect(evidence).toContain(word);
    }
    expect(evidence).not.toContain('both doors');
  });

  it('what changed between the versions is said in words', async () => {
    await owner.goto(story.process);
    await owner.getByRole('button', { name: 'More about this process' }).click();
    await owner.getByRole('menuitem', { name: 'Versions and what changed' }).click();
    const window = owner.getByRole('dialog', { name: 'Versions' });
    await window.getByRole('button', { name: 'What changed' }).click();
    await window.getByText('both doors').waitFor();
    const changed = (await window.innerText()).replaceAll(/\s+/g, ' ');
    expect(changed).toMatch(/Step 1/);
    expect(changed).toMatch(/Step 2, “Temperature of the fridge”/);
    expect(await window.locator('del').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('7')]));
    expect(await window.locator('ins').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('5')]));
  });

  it('a run that begins now has the new version', async () => {
    await owner.goto(story.process);
    await owner.getByRole('button', { name: 'Go through it' }).click();
    await owner.getByRole('dialog').getByRole('button', { name: 'Begin', exact: true }).click();
    await owner.getByText('Unlock both doors').waitFor();
    await owner.getByText(/version 2\b/).waitFor();
  });
}
