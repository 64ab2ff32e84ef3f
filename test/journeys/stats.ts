import type { Page } from 'playwright-core';

/** One figure of a page, as it reads: its number, and the line under it. */
export interface ShownStat {
  readonly value: string;
  readonly note: string;
}

/** Loads a page anew and reads its strip of figures, by label. */
export async function readStats(page: Page, url: string): Promise<Readonly<Record<string, ShownStat>>> {
  await page.goto(url);
  const stats = page.locator('dl > div');
  await stats.first().waitFor();
  const shown: Record<string, ShownStat> = {};
  for (const stat of await stats.all()) {
    const label = (await stat.locator('dt').innerText()).trim();
    const note = (await stat.locator('small').allInnerTexts()).join(' ');
    shown[label] = { value: await stat.locator('dd').innerText(), note };
  }
  return shown;
}
