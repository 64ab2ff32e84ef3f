import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/db/index.ts';
import { roles } from '../../../platform/policy/index.ts';
import { carryPay } from '../index.ts';
import { wage } from '../pay-world.fixture.ts';
import { type CycleSite, type CycleWorld, hourly, openCycleSite } from './cycle-world.fixture.ts';

let site: CycleSite;
beforeAll(async () => {
  site = await openCycleSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** Ana is a joiner, whose band goes from 14.00 to 18.00 an hour. */
async function banded(): Promise<CycleWorld> {
  const at = await site.reviewing();
  const band = { title: 'Joiner', locationId: null, from: '2026-01-01', until: null, per: 'hour', currency: 'EUR' };
  await at.ask(at.payroll, 'POST', 'bands', { ...band, min: 1400, mid: 1600, max: 1800 });
  await at.in((tx) =>
    site.office.people.entitle(tx, { kind: 'person', id: at.owner.personId }, at.ana.personId, 'Joiner'),
  );
  return at;
}
const entries = async (at: CycleWorld) =>
  (await at.in((tx) => site.office.audit.find(tx, {}, null, 100))).map(({ entry }) => entry);
const names = async (at: CycleWorld, as: Parameters<CycleWorld['shown']>[0], id: string) =>
  (await at.shown(as, id)).lines.map(({ name }) => name);

describe('a review cycle', () => {
  it('is set up, opened and submitted by owners and payroll, and by nobody of any other role', async () => {
    const at = await site.reviewing();
    const id = await at.opened();
    for (const role of roles) {
      const who = await at.as(role);
      const may = role === 'owner' || role === 'payroll';
      const answers = [
        (await at.begin(who)).status,
        (await at.change(who, id, { revision: 9 })).status,
        (await at.move(who, id, 'open', 9)).status,
        (await at.ask(who, 'POST', `cycles/${id}/submission`, { revision: 9 })).status,
        (await at.grid(who, id)).status,
      ];
      expect([role, answers]).toEqual([role, may ? [201, 409, 409, 409, 200] : [403, 403, 403, 403, 404]]);
    }
  });

  it('is a draft that managers know nothing of, then theirs for their people where they see pay', async () => {
    const at = await site.reviewing();
    await at.settings({ managersSee: true });
    const { json } = await at.begin(at.payroll);
    const id = String(json.id);
    const cycles = async () => (await at.ask(at.manager, 'GET', 'cycles')).json.cycles;
    expect([await cycles(), (await at.grid(at.manager, id)).status]).toEqual([[], 404]);
    expect((await at.choose(at.owner, id, at.ana, 1600)).json).toMatchObject({ code: 'not_possible_now' });
    await at.move(at.payroll, id, 'open');
    expect(await cycles()).toMatchObject([{ id, name: 'Summer review', state: 'open', people: 2 }]);
    expect(await names(at, at.manager, id)).toEqual(['Ana', 'Ben']);
    expect((await at.choose(at.manager, id, at.ana, 1600)).json).toMatchObject({ saved: [{ version: 2 }] });
    await at.settings({ managersSee: false });
    expect([await cycles(), (await at.grid(at.manager, id)).status]).toEqual([[], 404]);
    const lines = [{ personId: at.ana.personId, version: 2, minor: 1700, why: null }];
    expect((await at.ask(at.manager, 'PUT', `cycles/${id}/lines`, { lines })).status).toBe(404);
  });

  it('is read with a reason that tells nobody what is coming, and each person in it can read who looked', async () => {
    const at = await site.reviewing();
    const id = await at.opened();
    for (const reason of ['raise', 'because', ''])
      expect((await at.ask(at.owner, 'POST', `cycles/${id}/look`, { reason })).status).toBe(422);
    await at.grid(at.owner, id, 'budget');
    for (const who of [at.ana, at.dan]) {
      const { looks } = (await at.ask(who, 'GET', 'me')).json;
      expect(looks).toMatchObject([{ by: 'Olga Owner', reason: 'budget', where: 'pay_page' }]);
    }
  });

  it('suggests by the position in the band, and says what lies outside of it and what it costs in a year', async () => {
    const at = await banded();
    const id = await at.opened();
    const before = await at.line(at.payroll, id, at.ana);
    expect(before).toMatchObject({
      ...{ title: 'Joiner', managerId: at.manager.personId, chosen: null, increase: 0, obstacle: null },
      suggestion: { zone: 'lower', suggested: 40, min: 30, max: 60, minor: 1560 },
    });
    expect((await at.line(at.payroll, id, at.ben)).suggestion).toMatchObject({ zone: 'unbanded', minor: 1538 });
    await at.choose(at.payroll, id, at.ana, 1810, { why: 'Leads the early shift' });
    expect(await at.line(at.owner, id, at.ana)).toMatchObject({
      ...{ increase: 310 * 40 * 52, outside: 'above', version: 2 },
      chosen: { minor: 1810, by: 'Pia', why: 'Leads the early shift', thousandths: 207 },
    });
    const { total, budget, payroll } = await at.shown(at.owner, id);
    expect([total, budget, payroll]).toEqual([644_800, 500_000, (4 * 1500 + 2 * 2000) * 40 * 52]);
    expect((await at.chosen(at.owner, id, at.ana, null)).saved).toHaveLength(1);
    expect(await at.line(at.owner, id, at.ana)).toMatchObject({ chosen: null, increase: 0, version: 3 });
  });

  it('keeps currencies apart: who is paid in another one is in no total, and is said so', async () => {
    const at = await site.reviewing();
    const zoe = await at.as('employee', 'Zoe');
    await at.enter(at.owner, hourly(3000, 'CHF'), zoe);
    const id = await at.opened();
    expect(await at.line(at.owner, id, zoe)).toMatchObject({
      obstacle: 'other_currency',
      suggestion: null,
      increase: 0,
    });
    const { refused } = await at.chosen(at.owner, id, zoe, 3100);
    expect(refused).toMatchObject([{ words: expect.stringContaining('another currency') }]);
    expect((await at.shown(at.owner, id)).payroll).toBe((4 * 1500 + 2 * 2000) * 40 * 52);
  });

  it('refuses less than now, more than twice, and what stands in the way, each with a sentence that says no amount', async () => {
    const at = await site.reviewing();
    await at.enter(at.owner, { ...hourly(1600), from: '2026-06-01' }, at.ben);
    const raise = { from: '2026-07-01', title: 'Chef', pay: null, reason: 'x' };
    await at.ask(at.payroll, 'POST', `people/${at.cleo.personId}/raises`, raise);
    const nobody = await at.as('employee', 'Nil');
    const id = await at.opened();
    const words = async (who: typeof nobody, minor: number) =>
      (await at.chosen(at.owner, id, who, minor)).refused[0]?.words;
    expect(await words(at.ana, 1499)).toContain('less than now');
    expect(await words(at.ana, 3001)).toContain('more than twice');
    expect(await words(at.ben, 1700)).toContain('from that very day');
    expect(await words(at.cleo, 1700)).toContain('waits already');
    expect(await words(nobody, 1700)).toContain('No wage');
    expect(JSON.stringify((await at.chosen(at.owner, id, at.ana, 1499)).refused)).not.toMatch(/1[45]\d\d/);
  });

  it('is set up anew while it is open: what is chosen stays, but for who is taken out', async () => {
    const at = await site.reviewing();
    const id = await at.opened();
    for (const who of [at.ana, at.ben]) await at.choose(at.owner, id, who, 1600);
    const without = [at.ben.personId];
    expect((await at.change(at.owner, id, { revision: 1 })).json).toMatchObject({ code: 'changed_meanwhile' });
    expect((await at.change(at.owner, id, { revision: 2, without, budget: 9 })).status).toBe(200);
    const { lines, budget, without: out } = await at.shown(at.owner, id);
    expect([budget, out, lines.find(({ name }) => name === 'Ana')?.chosen?.minor]).toEqual([9, without, 1600]);
    await at.change(at.owner, id, { revision: 3 });
    expect(await at.line(at.owner, id, at.ben)).toMatchObject({ chosen: null, version: 1 });
    // Nobody throws away what others have chosen for them, nor puts themselves in.
    await at.choose(at.owner, id, at.payroll, 2100);
    await at.change(at.payroll, id, { revision: 4, without: [at.payroll.personId, at.owner.personId] });
    expect((await at.line(at.owner, id, at.payroll)).chosen?.minor).toBe(2100);
  });

  it('says at the field what is wrong with its setting-up', async () => {
    const at = await site.reviewing();
    const share = (managerId: string, budget: number) => ({ managerId, budget });
    const [max, mia] = [at.manager.personId, at.mia.personId];
    const wrong = async (given: object) => Object.keys((await at.begin(at.owner, given)).json.fields as object);
    expect(await wrong({ from: '2029-01-01' })).toEqual(['from']);
    expect(await wrong({ shares: [share(max, 300_000), share(mia, 300_000)] })).toEqual(['shares']);
    expect(await wrong({ shares: [share(max, 1), share(max, 1)] })).toEqual(['shares']);
    expect(await wrong({ shares: [share(crypto.randomUUID(), 1)] })).toEqual(['shares']);
    expect(await wrong({ name: ' ' })).toEqual(['name']);
    expect(await wrong({ currency: 'XXQ' })).toEqual(['currency']);
    expect((await at.begin(at.owner, { shares: [share(max, 250_000), share(mia, 250_000)] })).status).toBe(201);
  });

  it('ends closed or cancelled, and then nothing is chosen in it', async () => {
    const at = await site.reviewing();
    for (const to of ['closed', 'cancelled']) {
      const id = await at.opened();
      expect((await at.move(at.owner, id, to, 1)).json).toMatchObject({ code: 'changed_meanwhile' });
      expect((await at.move(at.owner, id, to, 2)).status).toBe(204);
      expect((await at.choose(at.owner, id, at.ana, 1600)).json).toMatchObject({ code: 'not_possible_now' });
      expect((await at.submit(at.owner, id)).json).toMatchObject({ code: 'not_possible_now' });
      expect((await at.shown(at.owner, id)).may).toEqual({
        ...{ setUp: false, open: false, choose: false, submit: false, close: false, cancel: false },
      });
    }
  });

  it('of somebody else’s organisation is not there', async () => {
    const [at, other] = [await site.reviewing(), await site.reviewing()];
    const id = await at.opened();
    expect((await at.grid(other.owner, id)).status).toBe(404);
    expect((await at.ask(other.owner, 'POST', `cycles/${id}/submission`, { revision: 2 })).status).toBe(404);
    expect((await at.change(other.owner, id, { revision: 2 })).status).toBe(404);
    expect((await at.move(other.owner, id, 'closed', 2)).status).toBe(404);
  });
});

describe('two who choose at once', () => {
  it('lose nothing: who wrote second is told, and what the first wrote stays', async () => {
    const at = await site.reviewing();
    const id = await at.opened();
    const { version } = await at.line(at.owner, id, at.ana);
    const both = await Promise.all(
      [at.owner, at.payroll].map((who, index) => at.choose(who, id, at.ana, 1600 + index, { version })),
    );
    const answers = both.map(({ json }) => json as { saved: readonly object[]; clashed: readonly string[] });
    expect(answers.map(({ saved }) => saved.length).toSorted()).toEqual([0, 1]);
    expect(answers.flatMap(({ clashed }) => clashed)).toEqual([at.ana.personId]);
    const first = answers[0]?.saved.length === 1 ? 1600 : 1601;
    expect((await at.line(at.owner, id, at.ana)).chosen?.minor).toBe(first);
  });

  it('on different people don’t meet: many lines are kept one by one', async () => {
    const at = await site.reviewing();
    const id = await at.opened();
    await at.choose(at.payroll, id, at.ben, 1700);
    const lines = [at.ana, at.ben, at.cleo].map(({ personId }, index) => {
      return { personId, version: 1, minor: index === 2 ? 1 : 1600, why: null };
    });
    const { json } = await at.ask(at.owner, 'PUT', `cycles/${id}/lines`, { lines });
    expect(json).toMatchObject({
      ...{ saved: [{ personId: at.ana.personId, version: 2 }], clashed: [at.ben.personId] },
      refused: [{ personId: at.cleo.personId }],
    });
    expect((await at.line(at.owner, id, at.ben)).chosen?.minor).toBe(1700);
  });
});

describe('what is chosen', () => {
  it('is sealed, and neither it nor for whom is in the audit log', async () => {
    const at = await site.reviewing();
    const id = await at.opened();
    await at.choose(at.owner, id, at.ana, 1789, { why: 'Canarywords' });
    const { rows } = await at.in((tx) => sql<object>`select * from pay_cycle_lines`.execute(tx.on()));
    expect(JSON.stringify(rows)).not.toMatch(/1789|Canarywords/);
    const told = (await entries(at)).filter(({ action }) => action.startsWith('pay.cycle'));
    expect(told.toReversed().map(({ action, target, detail }) => [action, target, detail ?? {}])).toEqual([
      ['pay.cycle_kept', { type: 'cycle', id }, { revision: 1 }],
      ['pay.cycle_moved', { type: 'cycle', id }, { state: 'open' }],
      ['pay.cycle_chosen', { type: 'cycle', id }, {}],
    ]);
  });

  it('is for the kept one where two records of somebody become one', async () => {
    const at = await site.reviewing();
    const share = [{ managerId: at.mia.personId, budget: 100 }];
    const id = await at.opened({ shares: share });
    await at.choose(at.payroll, id, at.ana, 1600);
    await at.in((tx) => carryPay(tx, at.owner.personId, at.payroll.personId));
    await at.in((tx) => carryPay(tx, at.manager.personId, at.mia.personId));
    const { lines, shares } = await at.shown(at.owner, id);
    expect(lines.find(({ name }) => name === 'Ana')?.chosen?.by).toBe('Olga Owner');
    expect(shares).toMatchObject([{ managerId: at.manager.personId, budget: 100 }]);
    expect(lines.filter(({ name }) => name === 'Mia')).toEqual([]);
  });

  it('from a wage that is another by now counts for nothing and asks to be chosen again', async () => {
    const at = await site.reviewing();
    const id = await at.opened();
    await at.choose(at.owner, id, at.ana, 1600);
    await at.ask(at.owner, 'POST', `people/${at.ana.personId}/wages`, wage({ ...hourly(1550), from: '2026-05-15' }));
    expect(await at.line(at.owner, id, at.ana)).toMatchObject({ obstacle: 'pay_changed', increase: 0 });
    await at.choose(at.owner, id, at.ana, 1600);
    expect(await at.line(at.owner, id, at.ana)).toMatchObject({ obstacle: null, increase: 50 * 40 * 52 });
  });
});
