import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/db/index.ts';
import { roles } from '../../../platform/policy/index.ts';
import { carryPay } from '../index.ts';
import { openPaySite, type PaySite, type PayWorld, wage } from '../pay-world.fixture.ts';
import { bandNote } from './note.ts';
import { listBands } from './store.ts';

let site: PaySite;
beforeAll(async () => {
  site = await openPaySite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** As a band is added, of 14.00 to 18.00 an hour from the first of January. */
const band = (given: object = {}): object => ({
  ...{ title: 'Joiner', locationId: null, from: '2026-01-01', until: null, per: 'hour' },
  ...{ min: 1400, mid: 1600, max: 1800, currency: 'EUR' },
  ...given,
});
const add = (at: PayWorld, given: object = {}, as = at.payroll) => at.ask(as, 'POST', 'bands', band(given));
const idOf = ({ json }: { readonly json: object }) => ('id' in json ? String(json.id) : '');
const titled = (at: PayWorld, title: string | null = 'Joiner', to = at.ana) =>
  at.in((tx) => site.office.people.entitle(tx, { kind: 'person', id: at.owner.personId }, to.personId, title));
const acts = async (at: PayWorld) =>
  (await at.in((tx) => site.office.audit.find(tx, {}, null, 100))).map(({ entry }) => entry);

async function placed(at: PayWorld, ...names: string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const body = { name, timeZone: 'Europe/Lisbon' };
    const made = await site.office.ask('/api/locations', { as: at.owner, method: 'POST', body });
    ids.push((await made.json()).id);
  }
  await at.in(async (tx) => {
    for (const id of ids)
      await sql`insert into person_locations (org_id, person_id, location_id, relation) values (${at.orgId}, ${at.ana.personId}, ${id}, 'works')`.execute(
        tx.on(),
      );
  });
  return ids;
}

describe('bands', () => {
  it('are for owners and payroll, and for nobody of any other role', async () => {
    const at = await site.found();
    const id = idOf(await add(at));
    for (const role of roles) {
      const who = await at.as(role);
      const may = role === 'owner' || role === 'payroll';
      const answers = [
        await at.ask(who, 'GET', 'bands'),
        await at.ask(who, 'POST', 'bands', band({ title: role })),
        await at.ask(who, 'PUT', `bands/${id}`, band()),
      ];
      expect([role, answers.map(({ status }) => status)]).toEqual([...[role, may ? [200, 201, 200] : [403, 403, 403]]]);
      for (const { json } of may ? [] : answers) expect(JSON.stringify(json)).not.toContain('1600');
    }
    expect((await at.ask(at.payroll, 'DELETE', `bands/${id}`)).status).toBe(204);
    expect((await at.ask(at.payroll, 'DELETE', `bands/${id}`)).status).toBe(404);
    expect((await at.ask(at.payroll, 'PUT', `bands/${id}`, band())).status).toBe(404);
  });

  it('that are open end the day before the next; any other overlap is refused at its field', async () => {
    const at = await site.found();
    const first = idOf(await add(at));
    expect(await add(at, { from: '2026-07-01', title: 'JOINER', mid: 1700 })).toMatchObject({
      ...{ status: 201, json: { ended: first } },
    });
    const bands = await at.in(listBands);
    expect(bands.map(({ title, from, until }) => [title, from, until])).toEqual([
      ['Joiner', '2026-07-01', null],
      ['Joiner', '2026-01-01', '2026-06-30'],
    ]);
    const overlap = await add(at, { from: '2026-06-01', until: '2026-06-30' });
    expect([overlap.status, Object.keys(overlap.json.fields as object)]).toEqual([422, ['from']]);
    expect((await at.ask(at.payroll, 'PUT', `bands/${first}`, band({ until: '2026-07-01' }))).status).toBe(422);
    expect((await at.ask(at.payroll, 'PUT', `bands/${first}`, band({ until: '2026-05-31' }))).status).toBe(200);
    expect((await add(at, { locationId: crypto.randomUUID() })).json.fields).toHaveProperty('locationId');
    for (const [given, field] of [
      [{ min: 1601 }, 'mid'],
      [{ max: 1500 }, 'max'],
      [{ currency: 'ABC' }, 'currency'],
      [{ per: 'year' }, 'weeklyMinutes'],
    ] as const) {
      const { status, json } = await add(at, { title: 'Rigger', ...given });
      expect([status, Object.keys(json.fields as object)]).toEqual([422, [field]]);
    }
  });

  it('are in the audit log, without an amount', async () => {
    const at = await site.found();
    const id = idOf(await add(at, { mid: 1_604_242, max: 1_604_242 }));
    await at.ask(at.payroll, 'DELETE', `bands/${id}`);
    const found = await acts(at);
    expect(found.map(({ action }) => action)).toEqual(expect.arrayContaining(['pay.band_kept', 'pay.band_removed']));
    expect(JSON.stringify(found)).not.toContain('1604242');
  });

  it('are listed with places, and with every title that there is', async () => {
    const at = await site.found();
    const [quay] = await placed(at, 'Quay');
    await add(at);
    await add(at, { locationId: quay, mid: 1700 });
    await titled(at, 'Rigger');
    const { json } = await at.ask(at.owner, 'GET', 'bands');
    expect(json).toMatchObject({
      today: '2026-05-04',
      bands: [
        { title: 'Joiner', place: null, mid: 1600 },
        { title: 'Joiner', place: 'Quay', mid: 1700 },
      ],
      locations: [{ id: quay, name: 'Quay' }],
      titles: ['Joiner', 'Rigger'],
    });
  });
});

describe('somebody’s position in the band', () => {
  it('is told with their pay to owners and payroll, by location where there is one alone', async () => {
    const at = await site.found();
    await add(at);
    await titled(at);
    expect((await at.look(at.payroll)).json.band).toMatchObject({ mid: 1600, standing: null });
    await at.enter(at.payroll);
    expect((await at.look(at.payroll)).json.band).toMatchObject({
      ...{ title: 'Joiner', place: null, standing: { where: 'within', compa: 938, reach: 250 } },
    });
    const [quay] = await placed(at, 'Quay');
    await add(at, { locationId: quay, mid: 1500 });
    expect((await at.look(at.owner)).json.band).toMatchObject({ place: 'Quay', standing: { compa: 1000 } });
    await placed(at, 'Yard');
    expect((await at.look(at.owner)).json.band).toMatchObject({ place: null, standing: { compa: 938 } });
    await titled(at, null);
    expect((await at.look(at.owner)).json).toMatchObject({ band: null, title: null });
  });

  it('is told to the person, and to a manager who sees their pay, only where the setting says so', async () => {
    const at = await site.found();
    await add(at, { mid: 1_604_242, max: 1_604_242 });
    await titled(at);
    await at.enter(at.payroll, { outsideBand: true });
    await at.settings({ managersSee: true });
    for (const { json } of [await at.ask(at.ana, 'GET', 'me'), await at.look(at.manager), await at.look(at.ana)]) {
      expect(json.band).toBeNull();
      expect(JSON.stringify(json)).not.toContain('1604242');
    }
    await at.settings({ managersSee: true, peopleSeeBands: true });
    for (const { json } of [await at.ask(at.ana, 'GET', 'me'), await at.look(at.manager)])
      expect(json.band).toMatchObject({ mid: 1_604_242, standing: { where: 'within' } });
    // The list of all bands stays with those who keep them.
    expect((await at.ask(at.ana, 'GET', 'bands')).status).toBe(403);
  });
});

describe('a wage outside the band', () => {
  it('is entered once that is confirmed; for one role, within, or in another currency nothing is asked', async () => {
    const at = await site.found();
    await add(at);
    await titled(at);
    const pay = (minor: number, currency = 'EUR') => ({ pay: { kind: 'hourly', minor, currency } });
    const low = await at.enter(at.payroll, pay(1399));
    expect(low).toMatchObject({ status: 409, json: { code: 'outside_band' } });
    expect(low.json.detail).toContain('below the band of Joiner');
    expect(JSON.stringify(low.json)).not.toMatch(/1[34]\d\d/);
    expect((await at.look(at.payroll)).json.entries).toEqual([]);
    const id = idOf(await at.enter(at.payroll, { ...pay(1399), outsideBand: true }));
    const correct = (given: object) => at.ask(at.payroll, 'POST', `wages/${id}/corrections`, wage(given));
    expect((await correct(pay(1801))).json.detail).toContain('above the band');
    expect((await correct(pay(1800))).status).toBe(201);
    expect((await at.enter(at.payroll, { ...pay(9900, 'CHF'), from: '2026-06-01' })).status).toBe(201);
    expect((await at.enter(at.payroll, { ...pay(9900), from: '2025-06-01' })).status).toBe(201);
  });

  it('is noted for who proposes one, by the title that somebody is to have', async () => {
    const at = await site.found();
    await add(at);
    await add(at, { title: 'Master joiner', min: 2000, mid: 2200, max: 2400 });
    await titled(at);
    const pay = { kind: 'hourly', minor: 1900, currency: 'EUR' } as const;
    const note = (title?: string) =>
      at.in((tx) =>
        bandNote(site.parts, tx, {
          ...{ personId: at.ana.personId, pay, from: '2026-05-04' },
          ...(title === undefined ? {} : { title }),
        }),
      );
    expect(await note()).toMatchObject({ where: 'above', title: 'Joiner', place: null });
    expect(await note('Master Joiner')).toMatchObject({ where: 'below', sentence: expect.stringContaining('Master') });
    expect(await note('Cook')).toBeNull();
  });
});

describe('who kept a band', () => {
  it('is the kept one where two records of somebody become one', async () => {
    const at = await site.found();
    await add(at);
    await at.in((tx) => carryPay(tx, at.owner.personId, at.payroll.personId));
    const by = await at.in((tx) => sql<{ by: string }>`select changed_by as by from pay_bands`.execute(tx.on()));
    expect(by.rows).toEqual([{ by: at.owner.personId }]);
  });
});
