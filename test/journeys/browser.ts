import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** What a journey waits for at most. Generous: machines that run tests may be busy with much else. */
export const patience = 60_000;

/** A usual desktop browser's name. Headless Chromium's own says so, and rightly counts as a robot. */
const desktopAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** Somebody at a computer: a browser profile of their own. */
export interface Somebody {
  readonly context: BrowserContext;
  readonly page: Page;
}

export interface Browsers extends AsyncDisposable {
  /** A fresh profile, with one page open. */
  somebody(options?: BrowserContextOptions): Promise<Somebody>;
  /** What went wrong on pages of the watched origin: errors of scripts, the console, the content policy. */
  readonly complaints: readonly string[];
  /** Answers of the watched origin with a status of 400 or more: `409 GET /api/slack/channels`. */
  readonly refusals: string[];
  /** Pictures and texts of all open pages, for whoever has to find out why a journey failed. Answers their folder. */
  photograph(): Promise<string>;
}

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** Starts headless Chromium. @param watched the product's own origin, whose pages must not complain */
export async function openBrowsers(watched: string): Promise<Browsers> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: [...flags, '--disable-component-update', '--disable-sync'],
    timeout: patience,
  });
  const complaints: string[] = [];
  const refusals: string[] = [];
  const watch = (page: Page) => {
    page.on('pageerror', (error) => {
      if (page.url().startsWith(watched)) complaints.push(`${page.url()}: ${error.stack ?? error.message}`);
    });
    page.on('console', (message) => {
      if (message.type() !== 'error' || !page.url().startsWith(watched)) return;
      // Chromium's own line for every answer of 400 and more; those are told apart in `refusals`.
      if (message.text().startsWith('Failed to load resource')) return;
      complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() < 400 || !response.url().startsWith(watched)) return;
      refusals.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
    });
  };
  return {
    complaints,
    refusals,
    somebody: async (options = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        timezoneId: 'Europe/Lisbon',
        userAgent: desktopAgent,
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(patience);
      context.setDefaultNavigationTimeout(patience);
      context.on('page', watch);
      return { context, page: await context.newPage() };
    },
    photograph: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'coact-journey-'));
      const pages = browser.contexts().flatMap((context) => context.pages());
      for (const [index, page] of pages.entries()) {
        await page.screenshot({ path: join(folder, `${index}.png`), timeout: 20_000 }).catch(() => undefined);
        const told = await page.locator('body').ariaSnapshot({ timeout: 20_000 }).catch(String);
        await writeFile(join(folder, `${index}.txt`), `${page.url()}\n${told}\n`);
      }
      return folder;
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
