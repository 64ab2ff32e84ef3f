import type { Page } from 'playwright-core';

/** Names the organisation and its owner, on the page that the owner's link opened; afterwards a second factor or Slack is offered. */
export async function nameOrganisation(page: Page, address = 'maya@harbour-pine.test'): Promise<void> {
  await page.getByLabel('Your name').fill('Maya Lindqvist');
  await page.getByLabel('Organisation').fill('Harbour & Pine');
  const email = page.getByLabel('Your work e-mail');
  if (await email.isVisible()) await email.fill(address);
}

/** The whole way from the owner's link to a workspace of Slack that is connected, with a second factor put off. */
export async function foundWithSlack(page: Page, ownerLink: string): Promise<void> {
  await page.goto(ownerLink);
  await page.getByRole('button', { name: 'Set up your organisation' }).click();
  await nameOrganisation(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  const later = page.getByRole('button', { name: 'Not now' });
  await later
    .or(page.getByRole('link', { name: 'Add to Slack' }))
    .first()
    .waitFor();
  if (await later.isVisible()) await later.click();
  await page.getByRole('link', { name: 'Add to Slack' }).click();
  await page.getByText('maya@harbour-pine.test').click();
  await page.getByRole('heading', { name: 'You’re ready' }).waitFor();
}
