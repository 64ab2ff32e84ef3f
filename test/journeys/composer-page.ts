import type { Page } from 'playwright-core';

/** What a request is filled in with; what is left out stays as the composer offers it. */
export interface Filling {
  readonly link: string;
  readonly title: string;
  readonly message?: string;
  /** Titles of the networks; Bluesky alone unless told. */
  readonly networks?: readonly string[];
  readonly variants: readonly string[];
  readonly channel: string;
}

/** Opens an empty composer and fills it in as a person does, up to the button that sends. */
export async function fillComposer(page: Page, coactUrl: string, filling: Filling): Promise<void> {
  await page.goto(`${coactUrl}/requests/new`);
  await page.getByRole('textbox', { name: 'Link', exact: true }).fill(filling.link);
  await page.getByLabel('Title', { exact: true }).fill(filling.title);
  if (filling.message !== undefined) await page.getByRole('textbox', { name: 'Message' }).fill(filling.message);
  const networks = page.getByRole('group', { name: 'Networks' });
  for (const box of await networks.getByRole('checkbox').all()) {
    const title = await box.evaluate((input) => input.parentElement?.textContent ?? '');
    const wanted = (filling.networks ?? ['Bluesky']).includes(title);
    if (wanted !== (await box.isChecked())) await box.setChecked(wanted);
  }
  for (const [index, text] of filling.variants.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabel(`Text of version ${index + 1}`).fill(text);
  }
  await chooseChannel(page, filling.channel);
}

/** Chooses where a request goes. */
export async function chooseChannel(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Channel' }).click();
  await page.getByRole('option', { name: `# ${name}` }).click();
  // More could be chosen, so the list stays open.
  await page.keyboard.press('Escape');
}

/** Presses the button at the top and confirms in the window that asks. `words` as both say it, for Send: /^Send/. */
export async function sendIt(page: Page, words: RegExp): Promise<void> {
  await page.getByRole('button', { name: words }).first().click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('button', { name: words }).click();
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
}

/** Moves the end to the 15th of next month, at the time of day that stands there. */
export async function chooseEnd(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ends' }).click();
  await page.getByRole('button', { name: 'Next month' }).click();
  await page.getByRole('button', { name: /^15 / }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
}
