/**
 * `node bench/web.ts`: what a browser loads for the first page, compressed as the server sends it, and when the largest part of a page
 * stands (largest contentful paint), for the sign-in page and the dashboard, in a headless Chromium with nothing in its cache.
 */
import { request } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { type BrowserSite, openBrowserSite, type Signed } from './lab/browser.ts';
import { type Figures, present, progress, small } from './lab/figures.ts';
import { fixed, median } from './lab/rounds.ts';

const rounds = small ? 1 : 5;
const encodings = ['identity', 'gzip', 'br'] as const;
type Encoding = (typeof encodings)[number];

/** Addresses of everything that a page loads, itself included. */
async function loadedBy(browser: Browser, address: string): Promise<readonly string[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const addresses = new Set<string>();
  page.on('response', (response) => {
    if (response.ok()) addresses.add(response.url());
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await context.close();
  return [...addresses];
}

/** Bytes of all bodies as they are sent to a browser that takes this encoding. */
async function bytesOf(addresses: readonly string[], encoding: Encoding): Promise<number> {
  let bytes = 0;
  for (const address of addresses) bytes += await bodyBytes(address, encoding);
  return bytes;
}

/** As they come over the line: `fetch` would unpack them. */
function bodyBytes(address: string, encoding: Encoding): Promise<number> {
  return new Promise((resolve, reject) => {
    request(address, { headers: { 'accept-encoding': encoding, accept: 'text/html,*/*' } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => resolve(bytes));
    })
      .on('error', reject)
      .end();
  });
}

/**
 * Milliseconds from asking for the page until its largest part stands: the last that the browser reports before a second passes without
 * another. (A page with live updates is never idle on the network.)
 */
async function largestPaint(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'load' });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let timer: ReturnType<typeof setTimeout>;
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1)?.startTime ?? Number.NaN;
          clearTimeout(timer);
          timer = setTimeout(() => resolve(last), 1_000);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

/** In a fresh context each time: nothing is in its cache. */
async function paints(browser: Browser, address: string, storageState?: Signed): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ storageState });
    times.push(await largestPaint(await context.newPage(), address));
    await context.close();
  }
  return times;
}

const kilobytes = (bytes: number): string => `${fixed(bytes / 1_000, 0)} kB`;

async function measureIn({ browser, origin, found }: BrowserSite) {
  progress('sizes');
  const addresses = await loadedBy(browser, `${origin}/sign-in`);
  const [plain = 0, ...packed] = await Promise.all(encodings.map((encoding) => bytesOf(addresses, encoding)));
  progress('paints');
  const signed = await found();
  const signInPaints = await paints(browser, `${origin}/sign-in`);
  const dashboardPaints = await paints(browser, `${origin}/`, signed);
  const script = addresses.filter((address) => address.endsWith('.js')).length;
  return {
    rows: [
      ['first page, not compressed', '1', kilobytes(plain)],
      ...packed.map((bytes, index) => [`first page, ${encodings[index + 1]}`, fixed(bytes / plain), kilobytes(bytes)]),
      ['largest contentful paint, sign-in', '', `${fixed(median(signInPaints), 0)} ms`],
      [
        'largest contentful paint, dashboard',
        `${fixed(median(dashboardPaints) / median(signInPaints), 1)} × sign-in`,
        `${fixed(median(dashboardPaints), 0)} ms`,
      ],
    ],
    notes: [
      `The first page is the sign-in page with all that it loads: ${addresses.length} files, ${script} of them script.`,
    ],
  };
}

async function measure(): Promise<Figures> {
  const shown = {
    title: 'First page: size and paint',
    how: `Headless Chromium with an empty cache, against \`coact serve\` over loopback; paints are medians of ${rounds}.`,
    head: ['', 'ratio', ''],
  };
  await using site = await openBrowserSite();
  if (site === null) return { ...shown, rows: [], notes: ['There was no Chromium on this machine.'], broken: [] };
  return { ...shown, ...(await measureIn(site)), broken: [] };
}

await present(measure);
