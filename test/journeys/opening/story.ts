import type { Page } from 'playwright-core';
import type { Browsers, Somebody } from '../browser.ts';
import { foundWithSlack } from '../founding.ts';
import { enterBy, mailedLink } from '../mailed-link.ts';
import { ask } from '../small-company.ts';
import { type JourneyWorld, openJourneyWorld } from '../world.ts';

/** A shop that somebody opens today, in a company that uses Slack. */
export interface OpeningStory extends AsyncDisposable {
  readonly world: JourneyWorld;
  readonly browsers: Browsers;
  readonly maya: Somebody;
  /** Has today's first shift. */
  readonly ana: Somebody;
  /** Begins at the same time and leaves earlier. */
  readonly ben: Somebody;
  /** The address of what is to be done when the shop opens. */
  readonly process: string;
  /** When today's first shift begins. */
  readonly shiftAt: Date;
}

export const title = 'Open the shop';
const zone = 'Europe/Lisbon';
/** Long enough for all that has to be made before the run begins. */
const aheadMs = 15 * 60_000;

export async function beginOpening(): Promise<OpeningStory> {
  await using opening = new AsyncDisposableStack();
  const world = opening.use(await openJourneyWorld());
  const { browsers, practice, coact } = world;
  const maya = await browsers.somebody();
  await foundWithSlack(maya.page, coact.ownerLink ?? '');
  const ana = await signUp(world, 'Ana Ribeiro', 'ana@harbour-pine.test');
  const ben = await signUp(world, 'Ben Carter', 'ben@harbour-pine.test');
  const shiftAt = new Date(Math.ceil((Date.now() + aheadMs) / 60_000) * 60_000);
  await publishShop(maya.page, shiftAt, [
    { role: 'Till', minutes: 8 * 60, personId: ana.personId },
    { role: 'Shelves', minutes: 4 * 60, personId: ben.personId },
  ]);
  const process = `${practice.urls.coact}/processes/${await publishProcess(maya.page)}`;
  const opened = opening.move();
  return {
    ...{ world, browsers, maya, ana, ben, process, shiftAt },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Signs in with Slack for the first time: the address that Slack has is proved by a mail to it. */
async function signUp({ browsers, practice }: JourneyWorld, realName: string, address: string) {
  const somebody = await browsers.somebody();
  const { page } = somebody;
  await page.goto(`${practice.urls.coact}/sign-in`);
  await page.getByRole('link', { name: 'Sign in with Slack' }).click();
  await page.getByText(realName).click();
  await page.waitForURL(`${practice.urls.coact}/**`);
  const mailed = () => practice.mail.messages().find(({ to }) => to.includes(address))?.text ?? '';
  await enterBy(page, await mailedLink(mailed));
  const { personId } = await ask<{ personId: string }>(page, 'GET', '/api/me');
  return { ...somebody, personId };
}

interface Place {
  readonly role: string;
  readonly minutes: number;
  readonly personId: string;
}

/** A shop with a shift for each of these people today, all beginning at the same time, published. */
async function publishShop(owner: Page, at: Date, places: readonly Place[]): Promise<void> {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const day = local.toPlainDate();
  const { id: locationId } = await ask<{ id: string }>(owner, 'POST', '/api/locations', {
    ...{ name: 'Quay shop', timeZone: zone },
  });
  const start = `${day.subtract({ days: 7 })}T${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
  const roles = new Map<string, Place>();
  for (const place of places) {
    const wanted = { locationId, departmentId: null, colour: 'teal', importance: null, conditions: [] };
    const { id } = await ask<{ id: string }>(owner, 'POST', '/api/schedule/roles', { name: place.role, ...wanted });
    await ask(owner, 'PUT', `/api/schedule/roles/${id}/people`, { people: [place.personId] });
    await ask(owner, 'POST', `/api/schedule/roles/${id}/series`, {
      ...{ start, minutes: place.minutes, colour: null },
      rule: { repeat: { every: 'day', interval: 1 }, ends: { kind: 'never' } },
      payload: { needs: 1, breakMinutes: 0, label: null },
    });
    roles.set(id, place);
  }
  const today = `from=${day}&to=${day}`;
  const { periods } = await ask<{ periods: { firstDay: string }[] }>(owner, 'GET', `/api/schedule/periods?${today}`);
  const firstDay = periods.map((one) => one.firstDay).findLast((one) => one <= day.toString());
  const { id: period } = await ask<{ id: string }>(owner, 'POST', '/api/schedule/periods', { firstDay });
  type Shifts = { readonly shifts: readonly { readonly id: string; readonly roleId: string }[] };
  const { shifts } = await ask<Shifts>(owner, 'GET', `/api/schedule/plan?${today}`);
  for (const { id, roleId } of shifts) {
    await ask(owner, 'POST', `/api/schedule/shifts/${id}/assignments`, { personId: roles.get(roleId)?.personId });
  }
  await ask(owner, 'POST', `/api/schedule/periods/${period}/publish`, { despite: true, why: 'It is a test.' });
}

/** What is to be done, as it holds. */
async function publishProcess(owner: Page): Promise<string> {
  const step = (what: string, kind: string, measure: object | null = null) => ({
    ...{ id: crypto.randomUUID(), kind, title: what, text: '', doer: { kind: 'anyone', id: null } },
    ...{ minutes: null, measure, choices: [] },
  });
  const steps = [step('Unlock the door', 'do'), step('Fridge', 'measure', { unit: '°C', min: 1, max: 7 })];
  const { id } = await ask<{ id: string }>(owner, 'POST', '/api/processes', { title, body: '', steps });
  await ask(owner, 'POST', `/api/processes/${id}/review`, { note: '' });
  await ask(owner, 'POST', `/api/processes/${id}/publish`);
  return id;
}
