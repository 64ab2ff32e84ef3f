import { expect, test } from 'vitest';
import { harbour, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { SignedIn } from '../../../../web/contract.ts';
import type { Dashboard } from './contract.ts';

const period = { from: '2025-11-01', to: '2025-11-03' };
const sample: Dashboard = {
  period,
  previous: { from: '2025-10-29', to: '2025-10-31' },
  currency: 'EUR',
  otherValues: [],
  totals: {
    awareness: { value: 86 },
    shares: { fewerThan: 5 },
    clicks: { total: 2604, unique: 1904 },
    reach: { total: 128_400, accounts: { value: 74 }, countedAt: '2025-11-03' },
    value: { value: 1_189_350 },
  },
  change: { awareness: 0.18, shares: -0.07, clicks: null, reach: 0, value: null },
  byDay: [
    { day: '2025-11-01', shares: 0, clicks: 4 },
    { day: '2025-11-02', shares: 6, clicks: 1 },
    { day: '2025-11-03', shares: 0, clicks: 0 },
  ],
  topRequests: [{ id: 'r1', title: 'We open in Porto', shares: { fewerThan: 5 }, clicks: 5 }],
  connected: { value: 74 },
  open: 2,
};

const draw = (change: Partial<Dashboard> = {}, me: SignedIn = ownerOf()) =>
  drawPage(`/?from=${period.from}&to=${period.to}`, [
    [['me'], me],
    [['organisation'], harbour],
    [['dashboard', period], { ...sample, ...change }],
  ]);
const quiet = sample.byDay.map((day) => ({ ...day, shares: 0, clicks: 0 }));

test('the five figures stand with their change', async () => {
  const page = await draw();
  for (const words of ['Awareness 86 up 18%', 'Shares fewer than 5 down 7%', '2,604', '1,904 unique', '€11,894']) {
    expect(page.text).toContain(words);
  }
  expect(page.text).toMatch(/Potential audience 128\.4K no change counted (?:3 Nov|Nov 3)/);
  expect(page.buttons).toEqual(expect.arrayContaining(['About awareness', 'About advocacy value']));
});

test('amounts of another currency stand apart', async () => {
  const page = await draw({ otherValues: [{ currency: 'JPY', value: 900 }] });
  expect(page.text).toMatch(/€11,894 .*and (?:JP)?¥900/);
});

test('an audience that isn’t counted yet is no zero', async () => {
  const reach = { total: null, accounts: { fewerThan: 5 }, countedAt: null };
  const page = await draw({ totals: { ...sample.totals, reach }, connected: { fewerThan: 5 } });
  expect(page.text).toContain('Potential audience – ');
  expect(page.text).toContain('not counted yet');
  expect(page.text).toContain('Fewer than 5 employees have connected an account');
});

test('why small numbers are hidden is said on the page', async () => {
  const page = await draw();
  expect(page.text).toContain('74 employees have connected an account.');
  expect(page.text).toContain('fewer than 5 people could tell who they are');
});

test('top requests lead to their pages', async () => {
  const page = await draw();
  expect(page.links).toContain('/requests/r1');
  expect(page.text).toContain('5 clicks · fewer than 5 shares');
});

test('before anything was sent, the page says what to do', async () => {
  const page = await draw({ open: 0, topRequests: [], byDay: quiet });
  expect(page.text).toContain('Nothing was shared in these days');
  expect(page.links).toContain('/requests/new');
});

test('with a request open and nothing shared yet, there is no empty chart', async () => {
  const page = await draw({ topRequests: [], byDay: quiet });
  expect(page.text).toContain('Clicks and shares appear here as they come');
  expect(page.text).toContain('No shares and no clicks');
});

test('without Slack, an owner is led to connect it and a publisher told whom to ask', async () => {
  const { organisation } = ownerOf();
  const without = organisation && {
    ...organisation,
    setup: { named: true, slackConnected: false, done: false },
  };
  expect((await draw({}, ownerOf({ organisation: without }))).links).toContain('/setup');
  const can = { manage: false, publish: true, approve: false, audit: false, people: false };
  expect((await draw({}, ownerOf({ organisation: without, can }))).text).toContain('Ask an owner or admin');
});
