import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { freePort } from '../../../practice/ports.ts';
import { type Browsers, openBrowsers, patience, type Somebody } from '../browser.ts';
import { startCoact } from '../coact-process.ts';
import { lastMailTo } from '../outbox.ts';

/** A bar that is open each day, and who works there. */
export interface TradingStory extends AsyncDisposable {
  readonly url: string;
  readonly browsers: Browsers;
  /** Has the shift of that day. */
  readonly ana: Somebody;
  readonly ben: Somebody;
  readonly cleo: Somebody;
  readonly day: string;
}

/** Brings a company so far that a fortnight is published: set up, invited, planned. What is done by hand begins after that. */
export async function beginTrading(): Promise<TradingStory> {
  if (!existsSync(new URL('../../../dist/web/index.html', import.meta.url))) {
    throw new Error('The web app is not built. Run the journeys with: npm test -- --only=journeys');
  }
  await using opening = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'coact-trading-'));
  opening.defer(() => rm(dataDir, { recursive: true, force: true }));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir, SECOND_FACTOR: 'offered' };
  const coact = await startCoact(env);
  opening.defer(async () => void (await coact.stop()));
  const browsers = opening.use(await openBrowsers(url));
  const { page: owner } = await browsers.somebody();
  await owner.goto(coact.ownerLink ?? '');
  await owner.getByRole('button', { name: 'Set up your organisation' }).click();
  await owner.waitForURL('**/setup');
  await ask(owner, 'POST', '/api/setup', {
    ...{ ownerName: 'Maya Lindqvist', organisationName: 'Harbour & Pine', timeZone: 'Europe/Lisbon' },
  });
  const ana = await comeIn(browsers, owner, dataDir, 'Ana');
  const ben = await comeIn(browsers, owner, dataDir, 'Ben');
  const cleo = await comeIn(browsers, owner, dataDir, 'Cleo');
  const day = await publishBar(owner, [ana.personId, ben.personId, cleo.personId]);
  const opened = opening.move();
  return { url, browsers, ana, ben, cleo, day, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

/** Somebody is invited by mail, and comes. */
async function comeIn(browsers: Browsers, owner: Page, dataDir: string, name: string) {
  const email = `${name.toLowerCase()}@harbour-pine.test`;
  await ask(owner, 'POST', '/api/members', { name, email, roles: ['employee'] });
  const somebody = await browsers.somebody();
  await somebody.page.goto(await linkFor(dataDir, email));
  await somebody.page.getByRole('button', { name: 'Sign in' }).click();
  await somebody.page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'));
  const { personId } = await ask<{ personId: string }>(somebody.page, 'GET', '/api/me');
  return { ...somebody, personId };
}

/** The way in that was mailed. This is before the first test, where nothing can be expected yet. */
async function linkFor(dataDir: string, email: string): Promise<string> {
  for (const until = Date.now() + patience; Date.now() < until; await pause(100)) {
    const [link] = /http\S+\/sign-in\/link\?token=\S+/.exec((await lastMailTo(dataDir, email))?.text ?? '') ?? [];
    if (link !== undefined) return link;
  }
  throw new Error(`no invitation was mailed to ${email}`);
}

/** A bar with one place a day; the first of these people has it on the day that is given back. */
async function publishBar(owner: Page, people: readonly string[]): Promise<string> {
  const { id: locationId } = await ask<{ id: string }>(owner, 'POST', '/api/locations', {
    ...{ name: 'Quay', timeZone: 'Europe/Lisbon' },
  });
  const { id: roleId } = await ask<{ id: string }>(owner, 'POST', '/api/schedule/roles', {
    ...{ name: 'Bar', locationId, departmentId: null, colour: 'teal', importance: null, conditions: [] },
  });
  await ask(owner, 'PUT', `/api/schedule/roles/${roleId}/people`, { people });
  await ask(owner, 'POST', `/api/schedule/roles/${roleId}/series`, {
    ...{ start: `${dayAfter(-7)}T09:00`, minutes: 8 * 60, colour: null },
    rule: { repeat: { every: 'day', interval: 1 }, ends: { kind: 'never' } },
    payload: { needs: 1, breakMinutes: 0, label: null },
  });
  const { periods } = await ask<{ periods: { firstDay: string }[] }>(
    owner,
    'GET',
    `/api/schedule/periods?from=${dayAfter(2)}&to=${dayAfter(30)}`,
  );
  const day = periods.map(({ firstDay }) => firstDay).find((firstDay) => firstDay >= dayAfter(2)) ?? '';
  const { id } = await ask<{ id: string }>(owner, 'POST', '/api/schedule/periods', { firstDay: day });
  const { shifts } = await ask<{ shifts: { id: string }[] }>(owner, 'GET', `/api/schedule/plan?from=${day}&to=${day}`);
  await ask(owner, 'POST', `/api/schedule/shifts/${shifts[0]?.id}/assignments`, { personId: people[0] });
  await ask(owner, 'POST', `/api/schedule/periods/${id}/publish`, { despite: false });
  return day;
}

const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Asks the API as the page's own scripts do. */
async function ask<T = unknown>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
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
