import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { sql } from '../../../../platform/db/index.ts';
import { roles } from '../../../../platform/policy/index.ts';
import { openPaySite, type PaySite, type PayWorld } from '../../pay-world.fixture.ts';
import type { EquityAnswer } from './shapes.ts';
import { listTold } from './store.ts';

let site: PaySite;
beforeAll(async () => {
  site = await openPaySite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** Four joiners and four riggers, who earn from 15.00 to 22.00 an hour; joiners have a band with 16.00 in its middle. */
async function crew() {
  const at = await site.found();
  const people: Browser[] = [];
  for (const index of Array(8).keys()) {
    const who = await at.as('employee', `Person ${index}`);
    people.push(who);
    await at.enter(at.payroll, { pay: { kind: 'hourly', minor: 1500 + index * 100, currency: 'EUR' } }, who);
    await titled(at, who, index < 4 ? 'Joiner' : 'Rigger');
  }
  const band = { title: 'joiner', locationId: null, from: '2026-01-01', until: null, per: 'hour', currency: 'EUR' };
  await at.ask(at.payroll, 'POST', 'bands', { ...band, min: 1200, mid: 1600, max: 2000 });
  return { at, people };
}
const titled = (at: PayWorld, { personId }: Browser, title: string) =>
  at.in((tx) => site.office.people.entitle(tx, { kind: 'person', id: at.owner.personId }, personId, title));
const employ = (at: PayWorld, { personId }: Browser, body: object) =>
  site.office.ask(`/api/people/${personId}/employment`, { as: at.owner, method: 'PATCH', body });
const view = async (at: PayWorld, query = '') =>
  (await at.ask(at.payroll, 'GET', `equity${query}`)).json as unknown as EquityAnswer;
const shown = ({ tables }: EquityAnswer, by: string) =>
  tables
    .find((table) => table.by === by)
    ?.rows.map(({ label, figures }) => [label, figures[0]?.pay?.value ?? null, figures[0]?.compa?.value ?? null]);
const wholeOf = ({ whole }: EquityAnswer) =>
  whole.figures.map(({ currency, pay }) => [currency, pay?.value, pay?.people]);

describe('what groups earn', () => {
  it('is for owners and payroll, and for nobody of any other role', async () => {
    const { at } = await crew();
    for (const role of roles) {
      const who = await at.as(role);
      const may = role === 'owner' || role === 'payroll';
      const answers = [
        await at.ask(who, 'GET', 'equity'),
        await site.office.ask('/api/pay/equity/file?reason=budget', { as: who }),
      ];
      expect([role, answers.map(({ status }) => status)]).toEqual([role, may ? [200, 200] : [403, 403]]);
    }
  });

  it('is told by title, place, seniority and kind of employment, and of everybody', async () => {
    const { at } = await crew();
    const answer = await view(at);
    expect(wholeOf(answer)).toEqual([['EUR', 1850, 8]]);
    expect(shown(answer, 'title')).toEqual([
      ['Joiner', 1650, 103],
      ['Rigger', 2050, null],
    ]);
    // Nothing was said of any of these.
    expect(answer.tables.map(({ by, rows }) => [by, rows.length])).toEqual([
      ...[
        ['title', 2],
        ['location', 0],
        ['seniority', 0],
        ['kind', 0],
      ],
    ]);
    expect(answer.choices.map(({ label }) => label)).toEqual(['Joiner', 'Rigger']);
  });

  it('has no name, id of a person or exact wage in it', async () => {
    const { at, people } = await crew();
    const text = JSON.stringify([await view(at), await view(at, '?by=title&value=joiner')]);
    for (const { personId } of people) expect(text).not.toContain(personId);
    for (const secret of ['Person 1', '1500', '1600', '2200']) expect(text).not.toContain(secret);
  });

  it('is narrowed to those who are alike in one thing, by the same figures', async () => {
    const { at, people } = await crew();
    for (const [index, who] of people.entries()) await employ(at, who, { kind: index % 2 ? 'part_time' : 'full_time' });
    const whole = await view(at);
    expect(shown(whole, 'kind')).toEqual([
      ['full_time', 1800, null],
      ['part_time', 1900, null],
    ]);
    const narrow = await view(at, '?by=title&value=joiner');
    expect([wholeOf(narrow), narrow.within]).toEqual([
      [['EUR', 1650, 4]],
      { by: 'title', value: 'joiner', label: 'Joiner' },
    ]);
    // Two of each are too few.
    expect(shown(narrow, 'kind')).toEqual([
      ['full_time', null, null],
      ['part_time', null, null],
    ]);
    expect(shown(narrow, 'title')).toBeUndefined();
    expect((await at.ask(at.payroll, 'GET', 'equity?by=height&value=1')).status).toBe(422);
    expect((await view(at, '?by=location')).whole.figures).toHaveLength(1);
    expect((await view(at, '?by=title&value=cook')).whole.figures).toEqual([]);
  });

  it('stays as it was told, with its day, while a new figure would show what one person earns', async () => {
    const { at, people } = await crew();
    const before = await view(at);
    const enter = (index: number) =>
      at.enter(
        at.payroll,
        { from: '2026-05-02', pay: { kind: 'hourly', minor: 9900, currency: 'EUR' }, outsideBand: true },
        people[index],
      );
    site.world.clock.advance(86_400_000);
    await enter(0);
    const after = await view(at);
    expect([wholeOf(after), shown(after, 'title')]).toEqual([wholeOf(before), shown(before, 'title')]);
    expect(after.whole.figures[0]?.pay?.on).toBe(before.today);
    // Who changes titles to see what one person more makes of a group sees what was told before.
    await titled(at, people[0] ?? at.ana, 'Rigger');
    expect(shown(await view(at), 'title')).toEqual(shown(before, 'title'));
    await titled(at, people[0] ?? at.ana, 'Joiner');
    for (const index of [1, 2, 3, 4, 5, 6, 7]) await enter(index);
    const later = await view(at);
    expect(wholeOf(later)).toEqual([['EUR', 9900, 8]]);
    expect(later.whole.figures[0]?.pay?.on).toBe(later.today);
  });

  it('is apart for each currency, and is not told of a group that has become too small', async () => {
    const { at, people } = await crew();
    const franc = (index: number) =>
      at.enter(
        at.payroll,
        { from: '2026-05-02', pay: { kind: 'hourly', minor: 3000, currency: 'CHF' } },
        people[index],
      );
    await view(at);
    for (const index of [0, 1, 2]) await franc(index);
    const answer = await view(at);
    expect(answer.whole.figures.map(({ currency }) => currency)).toEqual(['CHF', 'EUR']);
    // One joiner is left who is paid in euros.
    const joiners = answer.tables[0]?.rows.find(({ label }) => label === 'Joiner');
    expect(joiners?.figures.map(({ currency }) => currency)).toEqual(['CHF']);
  });

  it('is not to be read in the database', async () => {
    const { at, people } = await crew();
    await view(at);
    const rows = await at.in(listTold);
    expect(rows.length).toBeGreaterThan(2);
    const text = rows.map(({ sealed }) => Buffer.from(sealed).toString('latin1')).join('');
    for (const secret of ['joiner', '1650', people[0]?.personId ?? '']) expect(text).not.toContain(secret);
    await at.in((tx) =>
      sql`update pay_equity_told set sealed = (select sealed from pay_equity_told other
        where other.id <> pay_equity_told.id limit 1)`.execute(tx.on()),
    );
    expect((await at.ask(at.payroll, 'GET', 'equity')).status).toBe(500);
  });
});

describe('the file of it', () => {
  it('holds what the page shows, is asked for with a reason and a fresh proof, and written down', async () => {
    const { at } = await crew();
    const ask = (query: string) => site.office.ask(`/api/pay/equity/file?${query}`, { as: at.payroll });
    expect([400, 422]).toContain((await ask('')).status);
    const answer = await ask('reason=budget');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect((await answer.text()).replace('\uFEFF', '').split('\r\n').filter(Boolean)).toEqual([
      '"Group by","Group","Currency","People","Median an hour","People with a band","Median position"',
      '"everybody","Everybody","EUR",8,"18.50",4,"1.03"',
      '"title","Joiner","EUR",4,"16.50",4,"1.03"',
      '"title","Rigger","EUR",4,"20.50","","not shown"',
    ]);
    await ask('reason=enquiry&by=title&value=joiner');
    const found = await at.in((tx) => site.office.audit.find(tx, { actions: ['pay.equity_exported'] }, null, 10));
    expect(found.map(({ entry: { detail } }) => detail)).toEqual([
      { reason: 'enquiry', within: 'title' },
      { reason: 'budget', within: 'everybody' },
    ]);
    await site.world.db.asOwner((tx) =>
      sql`update sessions set stepped_up_at = now() - interval '11 minutes' where user_id = ${at.payroll.userId}`.execute(
        tx.on(),
      ),
    );
    expect((await (await ask('reason=budget')).json()).code).toBe('step_up_needed');
  });
});
