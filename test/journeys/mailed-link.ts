import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { patience } from './browser.ts';

/** The way in that stands in a mail; empty where there is none. */
export const linkIn = (text: string): string => /http\S+\/sign-in\/link\?token=\S+/.exec(text)?.[0] ?? '';

/**
 * Waits for a mail with a way in. This is for making stories ready, where nothing can be expected yet.
 * @param read what the last mail says
 * @param before the link that is known already
 */
export async function mailedLink(read: () => Promise<string> | string, before = ''): Promise<string> {
  for (const until = Date.now() + patience; Date.now() < until; await pause(100)) {
    const link = linkIn(await read());
    if (link !== '' && link !== before) return link;
  }
  throw new Error('no link was mailed');
}

/** Comes in by a link that was mailed. */
export async function enterBy(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'));
}
