import type { Page } from 'playwright-core';
import type { Browsers, Somebody } from '../browser.ts';
import { ask, openSmallCompany } from '../small-company.ts';

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
  await using opening = new AsyncDisposableStack();
  const { url, browsers, maya, invite } = opening.use(await openSmallCompany());
  const ana = await invite('Ana');
  const ben = await invite('Ben');
  const cleo = await invite('Cleo');
  const day = await publishBar(maya.page, [ana.personId, ben.personId, cleo.personId]);
  const opened = opening.move();
  return { url, browsers, ana, ben, cleo, day, [Symbol.asyncDispose]: () => opened.disposeAsync() };
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
