import type { Page } from 'playwright-core';
import { email, password, type SignInStory } from './story.ts';

/** A fresh code of the owner's app. */
export function codeOf(story: SignInStory): Promise<string> {
  if (story.app === null) throw new Error('the app is set up in the first part of the story');
  return story.app.code();
}

/** Signs out by the account menu, as a person does. */
export async function signOut(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Account: / })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await page.getByLabel('Work e-mail').waitFor();
}

/** Address and password; ends at the page for the second factor. */
export async function givePassword(page: Page, url: string): Promise<void> {
  if (!page.url().startsWith(`${url}/sign-in`)) await page.goto(`${url}/sign-in`);
  await page.getByLabel('Work e-mail').fill(email);
  const next = page.getByRole('button', { name: 'Continue' });
  if (await next.isVisible()) await next.click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/sign-in/second-factor**');
}

/** Shows the field for codes, where a passkey or another way comes first. */
export async function chooseCode(page: Page): Promise<void> {
  const field = page.getByLabel('Code', { exact: true });
  const link = page.getByRole('button', { name: 'Use a code from your authenticator app' });
  await field.or(link).first().waitFor();
  if (await link.isVisible()) await link.click();
}

/** Signs in by password and code, with the code as apps show it: in two groups. */
export async function signInWithCode(story: SignInStory, page: Page): Promise<void> {
  await givePassword(page, story.url);
  await chooseCode(page);
  const code = await codeOf(story);
  await page.getByLabel('Code', { exact: true }).fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.waitForURL(`${story.url}/`);
}

/** Opens the account page and waits until it shows the account. */
export async function openAccount(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/account`);
  await page.getByRole('heading', { name: 'Devices' }).waitFor();
}

/** Keeps the recovery codes that are on the screen, says so, and goes on. */
export async function keepCodes(page: Page, goOn: string): Promise<readonly string[]> {
  const list = page.getByRole('list', { name: 'Recovery codes' });
  await list.waitFor();
  const codes = await list.getByRole('listitem').allInnerTexts();
  await page.getByLabel('I have kept them where I will find them').check();
  await page.getByRole('button', { name: goOn }).click();
  await list.waitFor({ state: 'detached' });
  return codes;
}
