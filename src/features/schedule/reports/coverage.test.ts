import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Coverage, coverageOf, type Demand } from './coverage.ts';
import { foundReports, openPlanSite } from './report-world.fixture.ts';

let site: Awaited<ReturnType<typeof openPlanSite>>;
beforeAll(async () => {
  site = await openPlanSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** The same, minute by minute. */
function naively({ needs, there }: Demand): Omit<Coverage, 'share'> {
  const sums = { needed: 0, covered: 0, short: 0, over: 0 };
  for (const { start, end, people } of needs)
    for (let at = start; at < end; at += 1) {
      const count = there.filter((one) => one.start <= at && at < one.end).length;
      sums.needed += people;
      sums.covered += Math.min(people, count);
      sums.short += Math.max(0, people - count);
      sums.over += Math.max(0, count - people);
    }
  return sums;
}

describe('coverage of a forecast', () => {
  it('is what counting every minute gives', () => {
    const spans = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 90 }))
        .map(([start, minutes]) => ({ start, end: start + minutes })),
      { maxLength: 6 },
    );
    const needs = fc
      .array(fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }), { minLength: 7, maxLength: 7 })
      .map((all) =>
        all.flatMap((people, half) => (people === null ? [] : [{ start: half * 30, end: half * 30 + 30, people }])),
      );
    fc.assert(
      fc.property(needs, spans, (wanted, there) => {
        const demand = { roleId: 'bar', needs: wanted, there };
        const [row] = coverageOf([demand]).roles;
        const { share, roleId, ...sums } = row ?? { share: null, roleId: '', ...naively({ ...demand, needs: [] }) };
        expect(sums).toEqual(naively(demand));
        expect(sums.covered + sums.short).toBe(sums.needed);
        expect([roleId, share === null]).toEqual([wanted.length > 0 ? 'bar' : '', sums.needed === 0]);
      }),
    );
  });

  it('is in reports, by role and in all, of half hours only that have a forecast, and a file', async () => {
    const at = await foundReports(site);
    const ana = await at.person('Ana', [at.roles.bar, at.roles.door]);
    const { bar, door } = at.roles;
    const expects = async (roleId: string, changes: readonly object[]) =>
      expect((await at.ask('PUT', `forecast/${roleId}`, { revision: 0, changes })).status).toBe(200);
    // In Lisbon the night to the 25th of October is an hour longer: from 01:00 to 02:00 comes twice.
    await expects(
      bar,
      [2, 3, 10].map((half) => ({ day: '2026-10-25', half, amount: half === 10 ? 0 : 2 })),
    );
    await expects(door, [{ day: '2026-10-25', half: 40, amount: 1 }]);
    await at.write({ roleId: bar, start: '2026-10-24T20:00', hours: 5.5, people: [ana], needs: 2 });
    await at.write({ roleId: bar, start: '2026-10-25T05:00', hours: 1, people: [ana] });
    const report = await at.report('from=2026-10-25&to=2026-10-25');
    // Two people for 30 minutes, four times; one is there for the first pass of one of them, of the second of none.
    expect(report.coverage.roles).toEqual([
      expect.objectContaining({ name: 'Bar', needed: 240, covered: 30, short: 210, over: 30, share: 12.5 }),
      expect.objectContaining({ name: 'Door', needed: 30, covered: 0, short: 30, over: 0, share: 0 }),
    ]);
    expect(report.coverage.totals).toEqual({ needed: 270, covered: 30, short: 240, over: 30, share: 11.1 });
    const file = await at.file('reports/file?table=coverage&from=2026-10-25&to=2026-10-25');
    expect(file.text.split('\r\n').slice(0, 2).join(' ')).toContain('"Share covered (%)"');
    expect(file.text).toContain('"Bar","Harbour",4,0.5,3.5,0.5,12.5');
    const elsewhere = await at.report(`from=2026-10-25&to=2026-10-25&roles=${door}`);
    expect(elsewhere.coverage.totals.needed).toBe(30);
    expect((await at.report('from=2026-10-26&to=2026-10-26')).coverage.roles).toEqual([]);
  });
});
