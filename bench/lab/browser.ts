import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/testing/browser.ts';
import { run } from '../../scripts/testing/programs.ts';
import { startProgram } from './processes.ts';

export type Signed = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A fresh `coact serve`, and a headless Chromium with nothing in its cache. */
export interface BrowserSite extends AsyncDisposable {
  readonly browser: Browser;
  readonly origin: string;
  /** Signs in by the owner's link, as the page behind it does, and founds the organisation. */
  found(): Promise<Signed>;
}

/** Builds the web app and starts both; null where there is no Chromium. */
export async function openBrowserSite(): Promise<BrowserSite | null> {
  const executablePath = findBrowser();
  if (executablePath === null) return null;
  if ((await run(process.execPath, ['scripts/build-web.ts'])) !== 0) throw new Error('the web app could not be built');
  const folder = mkdtempSync(join(tmpdir(), 'coact-bench-'));
  const env = { DATA_DIR: folder, NODE_ENV: 'development', LOG_LEVEL: 'warn', SECOND_FACTOR: 'offered' };
  const coact = await startProgram('src/main.ts', ['serve'], env);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const origin = `http://localhost:${coact.port}`;
  return {
    ...{ browser, origin },
    found: () => signIn(browser, origin, coact.said()),
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await coact.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Asks the API as a page of the web app does. @throws when it refuses */
export async function askApi<Answer>(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  const [status, text] = await page.evaluate(
    async ([method, path, body]) => {
      const headers = { 'content-type': 'application/json', 'x-coact': '1' };
      const answer = await fetch(path, { method, headers, ...(body === null ? {} : { body }) });
      return [answer.status, await answer.text()] as const;
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );
  if (status >= 300) throw new Error(`${method} ${path} was answered with ${status}: ${text}`);
  return (text === '' ? null : JSON.parse(text)) as Answer;
}

async function signIn(browser: Browser, origin: string, said: string): Promise<Signed> {
  const token = /\/welcome\?token=([^\s"&]+)/.exec(said)?.[1];
  if (token === undefined) throw new Error(`coact printed no link for its owner, but: ${said}`);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`, { waitUntil: 'networkidle' });
  await askApi(page, 'POST', '/api/sign-in/verify', { token });
  const names = { ownerName: 'Ada', organisationName: 'Harbour', timeZone: 'Europe/Lisbon' };
  await askApi(page, 'POST', '/api/setup', names);
  const signed = await context.storageState();
  await context.close();
  return signed;
}
