import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { freePort } from '../../practice/ports.ts';
import { type Browsers, openBrowsers, type Somebody } from './browser.ts';
import { laterBy, startCoact } from './coact-process.ts';
import { enterBy, linkIn, mailedLink } from './mailed-link.ts';
import { lastMailTo } from './outbox.ts';

export interface Colleague extends Somebody {
  readonly name: string;
  readonly personId: string;
}

/** Coact alone, without Slack, and an owner with people around her, each with a browser of their own. */
export interface SmallCompany extends AsyncDisposable {
  readonly url: string;
  readonly dataDir: string;
  readonly browsers: Browsers;
  readonly maya: Colleague;
  /** Somebody is invited by mail, and comes. */
  invite(name: string, roles?: readonly string[]): Promise<Colleague>;
  /** Somebody signs in anew by a link that is mailed to them. */
  comeBack(colleague: Colleague): Promise<void>;
  /** The last mail to somebody; empty while there is none. */
  mailTo(name: string): Promise<string>;
  /** Stops Coact and starts it as if it were that moment; from then on its clock goes on from there. */
  goOnAt(moment: Date): Promise<void>;
}

const addressOf = (name: string) => `${name.toLowerCase()}@harbour-pine.test`;

/** @param settings further ones of Coact's environment */
export async function openSmallCompany(settings: Readonly<Record<string, string>> = {}): Promise<SmallCompany> {
  if (!existsSync(new URL('../../dist/web/index.html', import.meta.url))) {
    throw new Error('The web app is not built. Run the journeys with: npm test -- --only=journeys');
  }
  await using opening = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'coact-company-'));
  opening.defer(() => rm(dataDir, { recursive: true, force: true }));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...{ HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir, SECOND_FACTOR: 'offered' },
    ...settings,
  };
  const running = { coact: await startCoact(env) };
  opening.defer(async () => void (await running.coact.stop()));
  const browsers = opening.use(await openBrowsers(url));
  const maya = await found(await browsers.somebody(), running.coact.ownerLink ?? '');
  const mailTo: SmallCompany['mailTo'] = async (name) => {
    const mail = await lastMailTo(dataDir, addressOf(name));
    return mail === null ? '' : `${mail.subject}\n${mail.text}`;
  };
  const opened = opening.move();
  return {
    ...{ url, dataDir, browsers, maya },
    invite: async (name, roles = ['employee']) => {
      await ask(maya.page, 'POST', '/api/members', { name, email: addressOf(name), roles });
      const somebody = await browsers.somebody();
      await enterBy(somebody.page, await mailedLink(() => mailTo(name)));
      return { ...somebody, name, personId: await whoIs(somebody.page) };
    },
    comeBack: async ({ name, page }) => {
      const before = linkIn(await mailTo(name));
      await page.goto(`${url}/sign-in`);
      await ask(page, 'POST', '/api/sign-in/link', { email: addressOf(name) });
      await enterBy(page, await mailedLink(() => mailTo(name), before));
    },
    mailTo,
    goOnAt: async (moment) => {
      await running.coact.stop();
      running.coact = await startCoact({ ...env, ...laterBy(moment.getTime() - Date.now()) });
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** The owner comes by the link that Coact printed, and names the organisation. */
async function found(somebody: Somebody, ownerLink: string): Promise<Colleague> {
  const { page } = somebody;
  await page.goto(ownerLink);
  await page.getByRole('button', { name: 'Set up your organisation' }).click();
  await page.waitForURL('**/setup');
  await ask(page, 'POST', '/api/setup', {
    ...{ ownerName: 'Maya Lindqvist', ownerEmail: addressOf('Maya') },
    ...{ organisationName: 'Harbour & Pine', timeZone: 'Europe/Lisbon' },
  });
  return { ...somebody, name: 'Maya', personId: await whoIs(page) };
}

const whoIs = async (page: Page) => (await ask<{ personId: string }>(page, 'GET', '/api/me')).personId;

/** Asks the API as the page's own scripts do. */
export async function ask<T = unknown>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  const { status, text } = await page.evaluate(
    async ([how, where, sent]) => {
      const headers = { 'x-coact': '1', 'content-type': 'application/json' };
      const answer = await fetch(where, { method: how, headers, ...(sent === null ? {} : { body: sent }) });
      return { status: answer.status, text: await answer.text() };
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );
  if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text}`);
  return JSON.parse(text === '' ? 'null' : text);
}
