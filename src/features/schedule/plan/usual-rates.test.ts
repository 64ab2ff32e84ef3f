import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundReports, openPlanSite } from '../reports/report-world.fixture.ts';
import { loadRates } from './rates.ts';
import { loadUsual } from './usual-rates.ts';
import { listUsual } from './usual-store.ts';

let site: Awaited<ReturnType<typeof openPlanSite>>;
beforeAll(async () => {
  site = await openPlanSite();
});
afterAll(() => site[Symbol.asyncDispose]());

async function bar() {
  const at = await foundReports(site);
  const { bar: roleId } = at.roles;
  const people: string[] = [];
  for (const name of ['Ana', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn']) people.push(await at.person(name, []));
  const usual = (role = roleId, currency = 'USD') =>
    at.in(async (tx) => (await loadUsual(site.parts, tx, await loadRates(site.parts, tx)))(role, currency));
  const earns = (index: number, minor: number, currency = 'USD') =>
    site.wages.write(at.orgId, { personId: people[index] ?? '', minor, currency });
  for (const [index, minor] of [1500, 1600, 1700, 5000, 2000, 3000].entries()) earns(index, minor);
  const knows = (...indices: number[]) =>
    at.knows(
      roleId,
      indices.map((index) => people[index] ?? ''),
    );
  return { at, roleId, people, usual, earns, knows };
}

describe('what an hour of a role usually costs', () => {
  it('is the mean of three or more who know it, in two figures', async () => {
    const { usual, knows, roleId } = await bar();
    await knows(0, 1);
    expect(await usual()).toBeNull();
    await knows(0, 1, 2);
    expect(await usual()).toBe(1600);
    expect(await usual(roleId, 'EUR')).toBeNull();
  });

  it('does not move when one person or two come to know the role: the difference would be what they earn', async () => {
    const { usual, knows } = await bar();
    await knows(0, 1, 2);
    expect(await usual()).toBe(1600);
    await knows(0, 1, 2, 3);
    expect(await usual()).toBe(1600);
    await knows(0, 1, 2, 3, 4);
    expect(await usual()).toBe(1600);
    await knows(0, 1, 2, 3, 4, 5);
    expect(await usual()).toBe(2500);
  });

  it('does not move by a single raise, but by three', async () => {
    const { usual, knows, earns } = await bar();
    await knows(0, 1, 2, 4);
    expect(await usual()).toBe(1700);
    earns(0, 9000);
    expect(await usual()).toBe(1700);
    earns(1, 9000);
    expect(await usual()).toBe(1700);
    earns(2, 9000);
    expect(await usual()).toBe(7300);
  });

  it('is not told of a second role that differs by one person, and of one with the very same people it is', async () => {
    const { at, usual, knows, people } = await bar();
    await knows(0, 1, 2);
    const more = await at.role('Terrace', at.location);
    await at.knows(more, people.slice(0, 4));
    const same = await at.role('Cellar', at.location);
    await at.knows(same, people.slice(0, 3));
    expect([await usual(), await usual(more), await usual(same)]).toEqual([1600, null, 1600]);
  });

  it('is told for each currency apart', async () => {
    const { usual, knows, earns, roleId } = await bar();
    earns(5, 4000, 'CHF');
    await knows(0, 1, 2, 5);
    expect([await usual(), await usual(roleId, 'CHF')]).toEqual([1600, null]);
  });

  it('is not to be read in the database', async () => {
    const { at, usual, knows, people } = await bar();
    await knows(0, 1, 2);
    await usual();
    const rows = await at.in((tx) => listUsual(tx));
    expect(rows).toHaveLength(1);
    const text = rows.map(({ sealed }) => Buffer.from(sealed).toString('latin1')).join('');
    for (const secret of ['1600', people[0] ?? '']) expect(text).not.toContain(secret);
  });
});
