import type { Page } from 'playwright-core';
import { practicePassword } from '../../practice/company.ts';

/** Signs in on the Bluesky server's own page, which has the handle from us already, and lets Coact post. */
export async function allowOnBluesky(page: Page): Promise<void> {
  const password = page.locator('input[type=password]');
  const begin = page.getByRole('button', { name: 'Sign in', exact: true });
  await password.or(begin).first().waitFor();
  if ((await password.count()) === 0) await begin.click();
  await password.fill(practicePassword);
  await page
    .getByRole('button', { name: /^(next|sign in)$/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'Authorize' }).click();
}
