import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from './eventually.ts';

const phone = { width: 390, height: 844 };

/** Looks at the page that is open as on a phone, in both colour schemes: nothing may stick out at the side. */
export async function expectToFitPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(phone);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const root = page.locator('html');
    await eventually(() => root.getAttribute('data-mantine-color-scheme')).toBe(colorScheme);
    await page.locator('h1').first().waitFor();
    await eventually(() => page.locator('.mantine-Skeleton-root').count()).toBe(0);
    expect(await page.evaluate(widest), `${page.url()} in ${colorScheme}`).toEqual({ width: phone.width, outside: [] });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before !== null) await page.setViewportSize(before);
}

/** Runs in the page: its width, and what sticks out of it, for whoever has to find out why. */
function widest(): { width: number; outside: readonly string[] } {
  const { scrollWidth } = document.scrollingElement ?? document.documentElement;
  const sticksOut = (element: Element) => element.getBoundingClientRect().right > innerWidth + 0.5;
  const outside = scrollWidth > innerWidth ? [...document.body.querySelectorAll('*')].filter(sticksOut) : [];
  return { width: scrollWidth, outside: outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 160)) };
}
