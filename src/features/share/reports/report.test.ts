import { describe, expect, it } from 'vitest';
import { type ReleasedRow, splitsOf, stepsOf } from '../figures/told.ts';
import { defaultValues } from '../figures/value.ts';
import { bestHours } from './best-hours.ts';
import { type Gathered, makeReport, type RequestFacts, type Terms } from './report.ts';
import { type ReportTable, reportFile } from './tables.ts';

const period = { from: '2026-05-04', to: '2026-05-10' };
const group = 5;
const row = (requestId: string, day: number, network: string, count: number): ReleasedRow => ({
  ...{ requestId, day: `2026-05-${String(day).padStart(2, '0')}`, network },
  ...(network === '*' ? { shares: 0, awareness: count } : { shares: count, awareness: 0 }),
});
const clicked = (requestId: string, network: string, from: string, total: number) => ({
  ...{ requestId, network, from, total, unique: total - 1, robots: 2 },
});
const fact = (id: string, campaignId: string | null, ...tags: string[]): RequestFacts => ({
  ...{ id, title: `Title of ${id}`, sentAt: new Date('2026-05-04T08:00:00Z'), campaignId, tags },
});

/** r1 is closed and can be told by network; r2 can't, as X has few; r3 has too few to tell of. */
const rows = [
  ...[row('r1', 4, '*', 11), row('r1', 4, 'linkedin', 7), row('r1', 5, 'x', 6)],
  ...[row('r2', 6, '*', 8), row('r2', 6, 'linkedin', 7), row('r2', 6, 'x', 1), row('r2', 6, 'facebook.composer', 5)],
  ...[row('r3', 7, '*', 4), row('r3', 7, 'x', 4)],
];
const facts = [fact('r1', 'c1', 'Boats', 'Jobs'), fact('r2', 'c1', 'Boats'), fact('r3', null, 'Jobs')];
const offered = new Map(facts.map(({ id }) => [id, new Set(['linkedin', 'x', 'facebook'])]));
const gathered: Gathered = {
  period,
  steps: stepsOf(rows, group),
  splits: splitsOf(rows, offered, group),
  clicks: [
    clicked('r1', 'linkedin', '2026-05-04', 10),
    clicked('r1', 'x', '2026-05-05', 4),
    clicked('r3', 'x', '2026-05-08', 3),
  ],
  audience: {
    ...{ total: 9_000, accounts: { value: 20 }, countedAt: '2026-05-10' },
    networks: new Map([
      ['linkedin', 8_000],
      ['threads', 1_000],
    ]),
  },
};
const terms = (network?: string): Terms => ({
  question: { period, compare: 'none', network },
  ...{ group, values: [defaultValues], stride: 'day' },
});
const about = {
  requests: new Map(facts.map((one) => [one.id, one])),
  campaigns: new Map([
    ['c1', 'Spring'],
    ['c2', 'Unused'],
  ]),
  weekHours: [],
};
const report = makeReport(terms(), gathered, null, about);
const value = (count: number) => ({ value: count });
const few = { fewerThan: 5 };

describe('a report', () => {
  it('adds up what is told, and nothing else', () => {
    const { totals } = report;
    expect(totals).toMatchObject({
      ...{ awareness: value(19), acts: { share: value(21), composer: value(5), like: few } },
      ...{ clicks: { total: 17, unique: 14, robots: 6 }, audience: { total: 9_000 } },
    });
    expect(totals.amounts).toEqual([{ currency: 'USD', minor: 19 * 150 + 21 * 300 + 17 * 500 }]);
  });

  it('shows the same over time, by request, campaign and tag', () => {
    expect(report.overTime.map(({ acts, clicks }) => [acts.share, clicks.total])).toEqual([
      [value(7), 10],
      [value(6), 4],
      [value(8), 0],
      [few, 0],
      [few, 3],
      [few, 0],
      [few, 0],
    ]);
    const told = (
      lines: readonly { readonly acts: { readonly share: object }; readonly clicks: { total: number } }[],
    ) => lines.map(({ acts, clicks }) => [acts.share, clicks.total]);
    expect(report.requests.map(({ id }) => id)).toEqual(['r1', 'r2', 'r3']);
    expect(told(report.requests)).toEqual([
      [value(13), 14],
      [value(8), 0],
      [few, 3],
    ]);
    expect(report.campaigns.map(({ title }) => title)).toEqual(['Spring']);
    expect(told(report.campaigns)).toEqual([[value(21), 14]]);
    expect(report.tags.map(({ tag, acts, clicks }) => [tag, acts.share, clicks.total])).toEqual([
      ['Boats', value(21), 14],
      ['Jobs', value(13), 17],
    ]);
  });

  it('tells networks of whole requests, and how many shares are not told so', () => {
    expect(
      report.networks.map(({ network, acts, clicks, audience }) => [network, acts.share, clicks.total, audience]),
    ).toEqual([
      ['linkedin', value(7), 10, 8_000],
      ['threads', few, 0, 1_000],
      ['x', value(6), 7, null],
    ]);
    expect(report.unsplit).toEqual(value(8));
  });

  it('of one network has no employees in it, and no part of a request', () => {
    const alone = makeReport(terms('x'), { ...gathered, clicks: gathered.clicks.slice(1) }, null, about);
    expect(alone.totals).toMatchObject({ awareness: null, acts: { share: value(6) }, clicks: { total: 7 } });
    expect(alone.networks.map(({ network }) => network)).toEqual(['x']);
    const shorter = { from: '2026-05-05', to: '2026-05-10' };
    expect(makeReport(terms('x'), { ...gathered, period: shorter }, null, about).totals.acts.share).toEqual(few);
  });

  it('is compared in one currency, and only with what is shown', () => {
    const before: Gathered = { ...gathered, steps: gathered.steps.slice(0, 2) };
    const { change } = makeReport(terms(), gathered, before, about);
    expect(change).toMatchObject({ awareness: 19 / 11 - 1, shares: 21 / 7 - 1, clicks: 0, audience: 0 });
    expect(makeReport(terms(), gathered, { ...gathered, steps: [] }, about).change).toMatchObject({
      ...{ awareness: null, shares: null, value: null },
    });
    const values = [defaultValues, { ...defaultValues, validFrom: '2026-05-05', currency: 'EUR' }];
    const mixed = makeReport({ ...terms(), values }, gathered, gathered, about);
    expect(mixed.totals.amounts.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
    expect(mixed.change.value).toBeNull();
  });
});

describe('the best hours', () => {
  it('are not told of a handful of clicks, which would be chance', () => {
    expect(bestHours([{ weekday: 2, hour: 9, total: 199 }])).toBeNull();
  });

  it('stand by weekday, Monday first, and hour', () => {
    const found = bestHours([
      { weekday: 1, hour: 0, total: 60 },
      { weekday: 7, hour: 23, total: 140 },
    ]);
    expect(found?.best).toEqual({ weekday: 7, hour: 23 });
    expect([found?.clicks[0]?.[0], found?.clicks[6]?.[23], found?.clicks.flat().length]).toEqual([60, 140, 168]);
  });
});

describe('a file', () => {
  const linesOf = (table: ReportTable, of = report) =>
    reportFile(
      { question: terms().question, compared: null, terms: terms(), report: of },
      table,
      (name) => `The ${name}`,
    )
      .replace('\uFEFF', '')
      .split('\r\n')
      .map((line) => line.replaceAll('"', ''));

  it('has the figures of the screen, with words where one is hidden', () => {
    expect(linesOf('requests')).toEqual([
      'Request,Sent,Id,Awareness,Shares,Opened the composer,Clicks,Unique clicks,Robots,Advocacy value (USD)',
      'Title of r1,2026-05-04T08:00:00.000Z,r1,11,13,fewer than 5,14,12,4,125.5',
      'Title of r2,2026-05-04T08:00:00.000Z,r2,8,8,5,0,0,0,36',
      'Title of r3,2026-05-04T08:00:00.000Z,r3,fewer than 5,fewer than 5,fewer than 5,3,2,2,15',
      '',
    ]);
    expect(linesOf('networks').slice(-3)).toEqual(['The x,6,7,5,4,not told', 'Not told by network,8,,,,', '']);
    expect(linesOf('totals')[1]).toBe('2026-05-04,2026-05-10,19,21,5,17,14,6,176.5');
    expect(linesOf('time')).toHaveLength(9);
    expect(linesOf('campaigns')[1]).toMatch(/^Spring,c1,19,21,/);
    expect(linesOf('tags').map((line) => line.split(',')[0])).toEqual(['Tag', 'Boats', 'Jobs', '']);
    expect(linesOf('hours')[0]).toMatch(/^Clicks,00:00,01:00,.*,23:00$/);
  });

  it('keeps amounts of each currency in a column of their own, with its decimals', () => {
    const values = [
      { ...defaultValues, currency: 'JPY', awareness: 0, share: 0, click: 700 },
      { ...defaultValues, validFrom: '2026-05-05', currency: 'KWD', awareness: 0, share: 0, click: 1_234 },
    ];
    const [headings, line] = linesOf('totals', makeReport({ ...terms(), values }, gathered, null, about));
    expect(headings).toMatch(/Advocacy value \(KWD\),Advocacy value \(JPY\)$/);
    expect(line).toMatch(/,8\.638,7000$/);
  });

  it('is never taken for a formula', () => {
    const [first] = report.requests;
    if (first === undefined) throw new Error('no request');
    const odd = { ...report, requests: [{ ...first, title: '=HYPERLINK(1)' }] };
    expect(linesOf('requests', odd)[1]).toMatch(/^'=HYPERLINK/);
  });
});
