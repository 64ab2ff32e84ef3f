import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/db/index.ts';
import { carryPay } from '../index.ts';
import { openPaySite, type PaySite, type PayWorld, wage } from '../pay-world.fixture.ts';
import { wagesForSchedule } from './for-schedule.ts';
import { listWages } from './store.ts';

let site: PaySite;
beforeAll(async () => {
  site = await openPaySite();
});
afterAll(() => site[Symbol.asyncDispose]());

interface Shown {
  readonly current: readonly string[];
  readonly coming: readonly string[];
  readonly entries: readonly {
    readonly id: string;
    readonly stands: string;
    readonly pay: { readonly minor: number } | null;
    readonly enteredBy: string;
    readonly decidedBy: string | null;
    readonly mayDecide: boolean;
  }[];
}
const shownTo = async (at: PayWorld) => (await at.look(at.payroll)).json as unknown as Shown;
const history = async (at: PayWorld) =>
  (await shownTo(at)).entries.map(({ stands, pay }) => [stands, pay?.minor ?? null]);
const idOf = ({ json }: { readonly json: object }) => ('id' in json ? String(json.id) : '');

describe('an entry', () => {
  it('is kept, shown to the person and to payroll, and reckoned with', async () => {
    const at = await site.found();
    expect(await at.enter(at.payroll)).toMatchObject({ status: 201, json: { holds: true } });
    expect(
      (await at.enter(at.payroll, { from: '2026-06-01', pay: { kind: 'hourly', minor: 1600, currency: 'EUR' } }))
        .status,
    ).toBe(201);
    const { current, coming, entries } = await shownTo(at);
    expect([current, coming]).toEqual([[entries[1]?.id], [entries[0]?.id]]);
    expect(entries[0]).toMatchObject({ enteredBy: 'Pia', decidedBy: null, mayDecide: false });
    const mine = await at.ask(at.ana, 'GET', 'me');
    expect(mine.json.entries).toHaveLength(2);
    const rateOf = await at.in((tx) => wagesForSchedule(site.parts).ratesOf(tx));
    const minor = (day: string) => rateOf(at.ana.personId, 'any', day)?.minor;
    expect(['2026-04-30', '2026-05-31', '2026-06-01'].map(minor)).toEqual([undefined, 1500, 1600]);
  });

  it('is sealed, and not to be moved to another row', async () => {
    const at = await site.found();
    await at.enter(at.payroll, { why: 'Canarybird', pay: { kind: 'hourly', minor: 4_242_431, currency: 'EUR' } });
    await at.enter(at.payroll, { from: '2026-06-01' });
    const rows = await at.in((tx) => listWages(tx));
    const text = rows.map(({ sealed }) => Buffer.from(sealed).toString('latin1')).join('');
    for (const secret of ['4242431', 'Canarybird', 'EUR']) expect(text).not.toContain(secret);
    await at.in((tx) =>
      sql`update wages set sealed = (select sealed from wages other where other.id <> wages.id)`.execute(tx.on()),
    );
    const { status, json } = await at.look(at.payroll);
    expect([status, JSON.stringify(json).includes('4242431')]).toEqual([500, false]);
  });

  it('is refused with a sentence at its field where it can’t be, and says no amount', async () => {
    const at = await site.found();
    await at.enter(at.payroll, { pay: { kind: 'hourly', minor: 4_242_431, currency: 'EUR' } });
    const pay = (given: object) => ({ pay: { kind: 'hourly', minor: 4_242_431, currency: 'EUR', ...given } });
    const wrong: readonly (readonly [object, string])[] = [
      [{}, 'from'],
      [pay({ currency: 'ABC' }), 'pay.currency'],
      [pay({ currency: 'euro' }), 'pay.currency'],
      [pay({ minor: 0 }), 'pay.minor'],
      [pay({ minor: 15.5 }), 'pay.minor'],
      [pay({ minor: 10_000_000_001 }), 'pay.minor'],
      [pay({ kind: 'monthly' }), 'pay.weeklyMinutes'],
      [pay({ kind: 'yearly', weeklyMinutes: 6_001 }), 'pay.weeklyMinutes'],
      [{ from: '2026-02-30' }, 'from'],
      [{ from: '1900-01-01' }, 'from'],
      [{ why: '  ' }, 'why'],
      [{ from: '2026-07-01', roleId: crypto.randomUUID() }, 'roleId'],
    ];
    for (const [given, field] of wrong) {
      const { status, json } = await at.enter(at.payroll, given);
      expect([field, [400, 422].includes(status), Object.keys((json.fields ?? {}) as object)]).toEqual([
        field,
        true,
        [field],
      ]);
      expect(JSON.stringify(json)).not.toContain('4242431');
    }
    expect(await history(at)).toEqual([['holds', 4_242_431]]);
    expect((await at.enter(at.payroll, {}, { ...at.ana, personId: crypto.randomUUID() })).status).toBe(404);
  });

  it('is never rewritten: the database refuses it, whoever asks', async () => {
    const at = await site.found();
    await at.enter(at.payroll);
    for (const change of [
      sql`from_day = '2020-01-01'`,
      sql`corrects = id`,
      sql`approved = false`,
      sql`approved = null, decided_by = null, decided_at = null`,
      sql`entered_at = now()`,
    ])
      await expect(at.in((tx) => sql`update wages set ${change}`.execute(tx.on()))).rejects.toThrow(/never rewritten/);
  });
});

describe('a correction', () => {
  it('takes the place of an entry, which stays with what it said', async () => {
    const at = await site.found();
    const first = idOf(await at.enter(at.payroll, { pay: { kind: 'hourly', minor: 9900, currency: 'EUR' } }));
    const correct = (id: string, given: object = {}) =>
      at.ask(at.payroll, 'POST', `wages/${id}/corrections`, wage(given));
    const second = idOf(await correct(first, { why: 'A slip' }));
    expect(await history(at)).toEqual([
      ['holds', 1500],
      ['corrected', 9900],
    ]);
    expect(await correct(first)).toMatchObject({ status: 422, json: { fields: { id: expect.any(String) } } });
    const withdrawn = { says: 'withdrawn', why: 'Never agreed' };
    expect((await at.ask(at.payroll, 'POST', `wages/${second}/corrections`, withdrawn)).status).toBe(201);
    expect((await history(at)).map(([stands]) => stands)).toEqual(['withdrawn', 'corrected', 'corrected']);
    // The day is free again.
    expect((await at.enter(at.payroll)).status).toBe(201);
    expect((await correct(crypto.randomUUID())).status).toBe(404);
  });
});

describe('a second person', () => {
  it('where asked for, confirms: not who entered it, not who is paid by it; until then nothing holds', async () => {
    const at = await site.found();
    await at.settings({ secondPerson: true });
    const id = idOf(await at.enter(at.payroll));
    const decide = (as: typeof at.owner, approved = true) => at.ask(as, 'POST', `wages/${id}/decision`, { approved });
    expect(await history(at)).toEqual([['waits', 1500]]);
    expect((await at.ask(at.ana, 'GET', 'me')).json.entries).toEqual([]);
    expect((await decide(at.payroll)).status).toBe(404);
    expect((await decide(at.ana)).status).toBe(403);
    const people = (await at.ask(at.owner, 'GET', 'people')).json.people;
    expect(people).toContainEqual({ id: at.ana.personId, name: 'Ana', hasWage: false, waiting: 1 });
    expect((await decide(at.owner)).json).toEqual({ id, holds: true });
    expect(await decide(at.owner, false)).toMatchObject({ status: 409, json: { code: 'decided_already' } });
    expect((await at.ask(at.ana, 'GET', 'me')).json.entries).toMatchObject([{ enteredBy: 'Pia', stands: 'holds' }]);
    const own = idOf(await at.enter(at.owner, {}, at.owner));
    expect((await at.ask(at.owner, 'POST', `wages/${own}/decision`, { approved: true })).status).toBe(404);
  });

  it('can refuse; what was refused stays in the history and changes nothing', async () => {
    const at = await site.found();
    const first = idOf(await at.enter(at.payroll));
    await at.settings({ secondPerson: true });
    const correction = wage({ pay: { kind: 'hourly', minor: 1, currency: 'EUR' } });
    const second = idOf(await at.ask(at.payroll, 'POST', `wages/${first}/corrections`, correction));
    expect((await at.ask(at.payroll, 'POST', `wages/${first}/corrections`, correction)).status).toBe(422);
    await at.ask(at.owner, 'POST', `wages/${second}/decision`, { approved: false });
    expect(await history(at)).toEqual([
      ['refused', 1],
      ['holds', 1500],
    ]);
    expect((await at.ask(at.payroll, 'POST', `wages/${first}/corrections`, correction)).status).toBe(201);
  });
});

describe('what is held', () => {
  it('is in the person’s own copy, and goes along when two records of them become one', async () => {
    const at = await site.found();
    await at.enter(at.payroll);
    const copy = await site.office.ask('/api/my-data', { as: at.ana });
    expect(await copy.text()).toContain('"minor":1500');
    await at.in((tx) => carryPay(tx, at.manager.personId, at.ana.personId));
    expect((await at.ask(at.manager, 'GET', 'me')).json.entries).toHaveLength(1);
    expect((await at.ask(at.ana, 'GET', 'me')).json.entries).toHaveLength(0);
  });
});
