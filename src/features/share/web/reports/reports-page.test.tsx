import { expect, test } from 'vitest';
import { harbour, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import { FilingPanel } from './filing-panel.tsx';
import type { Line, Report } from './report-contract.ts';
import { askedOf, daysOf, shareReportSearch, stretchOf } from './report-search.ts';
import { amountWords, bestWords, networkWords, stretchLabel } from './report-words.ts';

const few = { fewerThan: 5 };
const value = (count: number) => ({ value: count });
const line = (change: Partial<Line> = {}): Line => ({
  awareness: value(19),
  acts: { share: value(21), composer: few, like: few, reshare: few, comment: few },
  clicks: { total: 1_700, unique: 1_400, robots: 6 },
  amounts: [{ currency: 'EUR', minor: 176_500 }],
  ...change,
});
const hidden = line({
  awareness: few,
  acts: { ...line().acts, share: few },
  clicks: { total: 3, unique: 3, robots: 0 },
});
const audience = { total: 9_000, accounts: value(20), countedAt: '2026-05-10' };
const days = { from: '2026-05-04', to: '2026-05-10' };
const report: Report = {
  ...{ period: days, compared: { from: '2026-04-27', to: '2026-05-03' }, stride: 'day', smallGroup: 5 },
  totals: { ...line(), audience },
  before: { ...line(), audience },
  change: { awareness: 0.5, shares: -0.1, clicks: null, audience: 0, value: null },
  overTime: [{ ...days, ...line() }],
  requests: [
    { id: 'r1', title: 'We open in Porto', sentAt: '2026-05-04T08:00:00Z', ...line() },
    { id: 'r2', title: 'A quiet one', sentAt: null, ...hidden },
  ],
  campaigns: [{ id: 'c1', title: 'Spring', ...line() }],
  tags: [{ tag: 'Boats', ...line() }],
  networks: [
    { network: 'linkedin', acts: { ...line().acts, composer: value(9) }, clicks: line().clicks, audience: 8_000 },
    { network: 'x', acts: hidden.acts, clicks: hidden.clicks, audience: null },
  ],
  unsplit: value(8),
  hours: {
    clicks: Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 2)),
    best: { weekday: 2, hour: 9 },
  },
};

const draw = (change: Partial<Report> = {}, search = `from=${days.from}&to=${days.to}`) =>
  drawPage(`/reports?${search}`, [
    [['me'], ownerOf()],
    [['organisation'], harbour],
    [['requests', 'campaigns'], { campaigns: [] }],
    [['requests', 'tags'], { tags: [{ tag: 'Boats', requests: 2 }] }],
    [['reports', askedOf(shareReportSearch({ from: days.from, to: days.to }), '2026-05-10')], { ...report, ...change }],
  ]);

test('a report has its totals, and the same by request, network, campaign, tag and hour', async () => {
  const page = await draw();
  for (const words of [
    ...['Awareness 19 up 50%', 'Shares 21 down 10%', '1,400 unique, 6 robots apart', '9K', '€1,765'],
    ...['By request', 'We open in Porto', 'By network', 'LinkedIn', 'By campaign', 'Spring', 'By tag', 'Boats'],
    ...['8 shares are in the total and not told by network', 'People click most on Tuesdays from 09:00 to 10:00'],
  ]) {
    expect(page.text).toContain(words);
  }
  expect(page.links).toContain('/requests/r1');
  expect(page.buttons).toEqual(expect.arrayContaining(['Campaigns', 'Print', 'CSV', 'About advocacy value']));
});

test('what is hidden is said in words, and an opened composer is no share', async () => {
  const page = await draw();
  expect(page.text).toMatch(/A quiet one fewer than 5 fewer than 5 3 3/);
  expect(page.text).toContain('Opened the composer');
  expect(page.text).toContain('not told');
  expect(page.text).toContain('fewer than 5 people could tell who they are');
});

test('amounts of two currencies stand side by side', async () => {
  const amounts = [
    { currency: 'KWD', minor: 1_234 },
    { currency: 'JPY', minor: 700 },
  ];
  expect(amountWords(amounts).replaceAll('\u00a0', ' ')).toMatch(/^KWD 1\.234 and (?:JP)?¥700$/);
  expect((await draw({ totals: { ...line({ amounts }), audience } })).text).toContain('1.234 and');
  expect(amountWords([])).toBe('–');
});

test('before there is anything, the page says what to do', async () => {
  const quiet = { ...line(), clicks: { total: 0, unique: 0, robots: 0 } };
  const page = await draw({ requests: [], overTime: [{ ...days, ...quiet }] });
  expect(page.text).toContain('Nothing to report of these days');
  expect(page.links).toContain('/requests/new');
  const some = await draw({ hours: null, campaigns: [], tags: [], networks: [], unsplit: few });
  expect(some.text).toContain('too few clicks in these days');
  expect(some.text).toContain('File one under a campaign on its page');
});

test('a request is filed under its campaign and tags', () => {
  const part = drawPart(<FilingPanel id="r1" filed={{ campaignId: 'c1', tags: ['Boats'] }} />, [
    [
      ['requests', 'campaigns'],
      {
        campaigns: [
          { id: 'c1', name: 'Spring', colour: 'green', from: null, until: null, archived: true, requests: 1 },
        ],
      },
    ],
    [['requests', 'tags'], { tags: [] }],
  ]);
  expect(part.html).toContain('value="Spring"');
  expect(part.text).toContain('Boats');
  expect(part.buttons).not.toContain('Save');
});

test('times are by the calendar, weeks from Monday, and what goes on ends today', () => {
  const of = (stretch: Parameters<typeof daysOf>[0], today = '2026-05-13') => Object.values(daysOf(stretch, today));
  expect(of('this_week')).toEqual(['2026-05-11', '2026-05-13']);
  expect(of('last_week')).toEqual(['2026-05-04', '2026-05-10']);
  expect(of('last_week', '2026-05-10')).toEqual(['2026-04-27', '2026-05-03']);
  expect(of('this_month')).toEqual(['2026-05-01', '2026-05-13']);
  expect(of('last_month', '2026-01-31')).toEqual(['2025-12-01', '2025-12-31']);
  expect(of('this_quarter')).toEqual(['2026-04-01', '2026-05-13']);
  expect(of('last_quarter')).toEqual(['2026-01-01', '2026-03-31']);
  expect(of('last_year')).toEqual(['2025-01-01', '2025-12-31']);
});

test('what is asked for stands in the address, and nonsense is left out', () => {
  const search = shareReportSearch({ from: 'yesterday', stretch: 'soon', compare: 'year', tag: 'Boats' });
  expect(stretchOf(search)).toBe('this_month');
  expect(askedOf(search, '2026-05-13')).toBe('from=2026-05-01&to=2026-05-13&compare=year&tag=Boats');
  expect(stretchOf(shareReportSearch(days))).toBeNull();
});

test('words for networks, times and hours', () => {
  expect([networkWords('linkedin'), networkWords('orkut')]).toEqual(['LinkedIn', 'orkut']);
  expect(stretchLabel({ from: '2026-05-01' }, 'month')).toBe('May 2026');
  expect(bestWords({ weekday: 7, hour: 23 })).toBe('Sundays from 23:00 to 00:00');
});
