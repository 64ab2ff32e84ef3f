import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { expectToFitPhone } from '../phone.ts';
import { type ProcessStory, title } from './story.ts';

/** Adds a step at the end, and chooses its kind by its name on the page. */
async function addStep(page: Page, number: number, what: string, kind: string | null): Promise<Locator> {
  await page.getByRole('button', { name: 'Add a step' }).click();
  const step = page.getByRole('group', { name: `Step ${number}`, exact: true });
  await step.getByLabel('What is to be done').fill(what);
  if (kind !== null) {
    await step.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: kind, exact: true }).click();
  }
  return step;
}

/** Step 1: it is written down, looked through by somebody else, and holds. */
export function writing(story: ProcessStory): void {
  const { company, sol, ana } = story;
  const { page } = sol;

  it('is begun empty, and its text written with the menu behind the slash', async () => {
    await page.goto(`${company.url}/processes`);
    await page.getByRole('button', { name: 'Write a process' }).click();
    const window = page.getByRole('dialog', { name: 'Write a process' });
    await window.getByLabel('Title').fill(title);
    await window.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.waitForURL(/\/processes\/[0-9a-f-]{36}\/edit$/);
    story.process = page.url().replace('/edit', '');
    const text = page.getByRole('textbox', { name: 'Text', exact: true });
    await text.click();
    await page.keyboard.type('/head');
    await page.getByRole('option', { name: 'Heading', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Before the first guest');
    await page.keyboard.press('Enter');
    await page.keyboard.type('All of it takes half an hour.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/tab');
    await page.getByRole('option', { name: 'Table', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    for (const cell of ['What', 'Where', 'Who', 'Keys', 'Safe', 'Sol']) {
      await page.keyboard.type(cell);
      await page.keyboard.press('Tab');
    }
    await text.getByRole('columnheader', { name: 'Where' }).waitFor();
    await text.getByRole('cell', { name: 'Safe' }).waitFor();
    await text.getByRole('heading', { name: 'Before the first guest' }).waitFor();
  });

  it('has steps: to do, to measure within limits, to decide, to sign', async () => {
    await addStep(page, 1, 'Unlock the door', null);
    const fridge = await addStep(page, 2, 'Temperature of the fridge', 'Measure');
    await fridge.getByRole('textbox', { name: 'At least' }).fill('1');
    await fridge.getByRole('textbox', { name: 'At most' }).fill('7');
    await fridge.getByLabel('Unit').fill('°C');
    const deliveries = await addStep(page, 3, 'Is there a delivery?', 'Decide');
    await addStep(page, 4, 'Put the delivery away', null);
    await addStep(page, 5, 'Sign that we are open', 'Sign');
    // Without a delivery there is nothing to put away.
    await deliveries.getByRole('combobox', { name: 'leads to' }).nth(1).click();
    await page.getByRole('option', { name: 'Step 5: Sign that we are open' }).click();
    await expectToFitPhone(page);
  });

  it('goes into review, and is published by somebody else than who wrote it', async () => {
    await page.getByRole('button', { name: 'Give it into review' }).click();
    await page.getByText('Version 1 is in review').waitFor();
    await page.getByText('Somebody else publishes it: nobody lets their own words hold.').waitFor();
    expect(await page.getByRole('button', { name: 'Publish it' }).count()).toBe(0);
    await ana.page.goto(story.process);
    await ana.page.getByRole('alert').waitFor();
    expect(await ana.page.getByText('Unlock the door').count()).toBe(0);
    const { page: owner } = company.maya;
    await owner.goto(story.process);
    await owner.getByRole('button', { name: 'Publish it' }).click();
    await owner.getByText(/^Version 1, since .*, published by Maya Lindqvist\./).waitFor();
    await expectToFitPhone(owner);
  });

  it('is found by any of its words by whom it is meant for', async () => {
    await ana.page.goto(`${company.url}/processes`);
    await ana.page.getByRole('searchbox', { name: 'Search in all processes' }).fill('fridge');
    await ana.page.getByRole('link', { name: title }).click();
    await ana.page.getByRole('cell', { name: 'Safe' }).waitFor();
    await eventually(() => ana.page.getByText('Temperature of the fridge').count()).toBe(1);
    await expectToFitPhone(ana.page);
  });
}
