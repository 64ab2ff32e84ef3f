import type { Page } from 'playwright-core';

/** Names the organisation and its owner, on the page that the owner's link opened; afterwards a second factor or Slack is offered. */
export async function nameOrganisation(page: Page, address = 'maya@harbour-pine.test'): Promise<void> {
  await page.getByLabel('Your name').fill('Maya Lindqvist');
  await page.getByLabel('Organisation').fill('Harbour & Pine');
  const email = page.getByLabel('Your work e-mail');
  if (await email.isVisible()) await email.fill(address);
}
