import type { BrowserContext, Page } from 'playwright-core';
import { practicePassword } from '../../practice/company.ts';

/** Signs in on the Bluesky server's own page, which has the handle from us already, and lets Coact post. */
export async function allowOnBluesky(page: Page): Promise<void> {
  const password = page.locator('input[type=password]');
  const begin = page.getByRole('button', { name: 'Sign in', exact: true });
  await password.or(begin).first().waitFor();
  if ((await password.count()) === 0) await begin.click();
  await signIn(page);
  await page.getByRole('button', { name: 'Authorize' }).click();
}

/** The programs that may use an account, as its owner sees them on the Bluesky server's account pages. */
export async function programsOf(context: BrowserContext, serverUrl: string, handle: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(`${serverUrl}/account`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('textbox', { name: 'Username or Email' }).fill(handle);
  await signIn(page);
  const loaded = page.waitForResponse((response) => response.url().includes('/~api/oauth-sessions'));
  await page.getByRole('link', { name: /^Apps Manage/ }).click();
  const sessions: unknown = await (await loaded).json();
  await page.close();
  if (!Array.isArray(sessions)) throw new Error(`the server listed no programs: ${JSON.stringify(sessions)}`);
  return sessions.length;
}

async function signIn(page: Page): Promise<void> {
  await page.locator('input[type=password]').fill(practicePassword);
  const next = page.getByRole('button', { name: /^(next|sign in)$/i });
  await next.first().click();
}
