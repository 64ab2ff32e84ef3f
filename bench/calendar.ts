/**
 * `node bench/calendar.ts`: the schedule of 200 people over a calendar month in a headless Chromium: how long until it stands, and whether
 * frames come late while somebody scrolls through it, against an empty page of the same height in the same browser.
 */
import type { Page } from 'playwright-core';
import { askApi, type BrowserSite, openBrowserSite } from './lab/browser.ts';
import { type Figures, present, progress, small } from './lab/figures.ts';
import { fixed, median } from './lab/rounds.ts';

const people = small ? 20 : 200;
const roles = small ? 2 : 10;
/** People on each shift: as many as have about twenty shifts each in a month. */
const needs = 7;
/** Three frames of a usual screen: what an eye sees as a stop. */
const lateMs = 50;
const seconds = 5;

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** The Monday on or before the first of next month, from which two periods of four weeks hold that month. */
function monthAhead(): { readonly monday: string; readonly month: string } {
  const first = new Date();
  first.setUTCMonth(first.getUTCMonth() + 1, 1);
  const month = isoDay(first);
  first.setUTCDate(first.getUTCDate() - ((first.getUTCDay() + 6) % 7));
  return { monday: isoDay(first), month };
}

interface Named {
  readonly id: string;
}

/** Locations, roles with an early and a late shift on every day, and people who know them all. */
async function setUp(page: Page, monday: string): Promise<void> {
  const place = await askApi<Named>(page, 'POST', '/api/locations', { name: 'Harbour', timeZone: 'Europe/Lisbon' });
  const lines = ['name', ...Array.from({ length: people }, (_, at) => `Person ${at + 1}`)].join('\n');
  const file = Buffer.from(lines).toString('base64');
  const shown = await askApi<{ rows: { mark: string }[] }>(page, 'POST', '/api/members/import/preview', { file });
  await askApi(page, 'POST', '/api/members/import', { file, marks: shown.rows.map(({ mark }) => mark) });
  const known: string[] = [];
  for (let at = 1; ; at += 1) {
    const listed = await askApi<{ people: Named[]; total: number }>(page, 'GET', `/api/people?page=${at}`);
    known.push(...listed.people.map(({ id }) => id));
    if (listed.people.length === 0 || known.length >= listed.total) break;
  }
  const settings = await askApi<Record<string, unknown>>(page, 'GET', '/api/schedule/settings');
  const { availablePacks: _, findings: __, ...kept } = settings;
  await askApi(page, 'PUT', '/api/schedule/settings', { ...kept, periodWeeks: 4, periodFrom: monday });
  for (let role = 0; role < roles; role += 1) {
    const body = { name: `Role ${role + 1}`, locationId: place.id, colour: 'pine' };
    const { id } = await askApi<Named>(page, 'POST', '/api/schedule/roles', body);
    const knowing = known.filter((_id, at) => at % roles === role);
    await askApi(page, 'PUT', `/api/schedule/roles/${id}/people`, { people: knowing });
    for (const hour of ['06', '14']) {
      await askApi(page, 'POST', `/api/schedule/roles/${id}/series`, {
        ...{
          start: `${monday}T${hour}:00`,
          minutes: 480,
          colour: null,
          payload: { needs, breakMinutes: 30, label: null },
        },
        rule: { repeat: { every: 'day', interval: 1 }, ends: { kind: 'never' } },
      });
    }
  }
}

/** Lets the schedule make itself, and takes it over. */
async function fill(page: Page, firstDay: string): Promise<number> {
  const period = await askApi<Named>(page, 'POST', '/api/schedule/periods', { firstDay });
  const asked = { seconds: small ? 10 : 60 };
  const { id } = await askApi<Named>(page, 'POST', `/api/schedule/periods/${period.id}/updates`, asked);
  for (;;) {
    const update = await askApi<{ state: string; problem: string | null; outcome: { added: unknown[] } | null }>(
      page,
      'GET',
      `/api/schedule/updates/${id}`,
    );
    if (update.state === 'done') {
      await askApi(page, 'POST', `/api/schedule/updates/${id}/take`, {});
      return update.outcome?.added.length ?? 0;
    }
    if (update.state === 'failed') throw new Error(update.problem ?? 'the update failed');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

/** Scrolls what can be scrolled, to and fro, a little with each frame, and gives the time between frames in milliseconds. */
function scrolled(page: Page, sideways: boolean): Promise<number[]> {
  return page.evaluate(
    ([sideways, seconds]) =>
      new Promise<number[]>((resolve) => {
        const lengthOf = (element: Element) =>
          sideways ? element.scrollWidth - element.clientWidth : element.scrollHeight - element.clientHeight;
        const root = document.scrollingElement ?? document.documentElement;
        const found = [root, ...document.querySelectorAll('main *')].filter((element) => {
          const { overflowX, overflowY } = getComputedStyle(element);
          return element === root || /auto|scroll/.test(sideways ? overflowX : overflowY);
        });
        const element = found.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0] ?? root;
        const frames: number[] = [];
        const begun = performance.now();
        let before = begun;
        let step = 60;
        const onFrame = (now: number) => {
          frames.push(now - before);
          before = now;
          const at = sideways ? element.scrollLeft : element.scrollTop;
          if (at + step > lengthOf(element) || at + step < 0) step = -step;
          element.scrollBy(sideways ? { left: step } : { top: step });
          if (now - begun < seconds * 1_000) requestAnimationFrame(onFrame);
          else resolve(frames.slice(1));
        };
        requestAnimationFrame(onFrame);
      }),
    [sideways, seconds] as const,
  );
}

const lateShare = (frames: readonly number[]): number => frames.filter((ms) => ms > lateMs).length / frames.length;
const percent = (share: number): string => `${fixed(share * 100, 1)} %`;

async function measureIn({ browser, origin, found }: BrowserSite) {
  const context = await browser.newContext({ storageState: await found(), viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${origin}/account`, { waitUntil: 'load' });
  const { monday, month } = monthAhead();
  progress('people, roles and shifts');
  await setUp(page, monday);
  let shifts = 0;
  for (const weeks of [0, 4]) {
    progress(`the schedule of four weeks`);
    shifts += await fill(page, isoDay(new Date(Date.parse(monday) + weeks * 7 * 86_400_000)));
  }
  progress('rendering');
  const started = performance.now();
  await page.goto(`${origin}/team/schedule?month=true&day=${month}`);
  await page.getByText('Person 1', { exact: true }).first().waitFor();
  const standsMs = performance.now() - started;
  progress('scrolling');
  const down = await scrolled(page, false);
  const across = await scrolled(page, true);
  const blank = await context.newPage();
  await blank.setContent('<main style="height: 20000px"></main>');
  const empty = await scrolled(blank, false);
  const row = (name: string, frames: readonly number[]) => [
    ...[name, fixed(median(frames) / median(empty)), percent(lateShare(frames)), `${fixed(Math.max(...frames), 0)} ms`],
  ];
  const isLate = [down, across].some((frames) => lateShare(frames) > lateShare(empty) + 0.02);
  return {
    rows: [row('down', down), row('across', across), row('an empty page', empty)],
    notes: [
      `${people} people with ${shifts} assignments in eight weeks; from the address until the month stands: ${fixed(standsMs, 0)} ms.`,
      `A frame is late after ${lateMs} ms. Frames are counted over ${seconds} seconds of scrolling without a pause.`,
    ],
    broken: isLate ? ['scrolling without jank: more than 2 % of the frames are later than those of an empty page'] : [],
  };
}

async function measure(): Promise<Figures> {
  const shown = {
    title: `Schedule of ${people} people over a month`,
    how: 'Headless Chromium without a graphics card against `coact serve` over loopback, 1440 × 900.',
    head: ['scrolling', 'median frame, × an empty page', 'late frames', 'longest'],
  };
  await using site = await openBrowserSite();
  if (site === null) return { ...shown, rows: [], notes: ['There was no Chromium on this machine.'], broken: [] };
  return { ...shown, ...(await measureIn(site)) };
}

await present(measure);
