import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { todayIn } from './event-values.ts';
import { firstWorth, valuesAt } from './values.ts';

let world: World;
let office: Office;
let owner: Browser;
beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await office.found();
});

interface Shown {
  readonly today: string;
  readonly values: readonly { readonly from: string | null; readonly currency: string; readonly click: number }[];
  readonly repricings: readonly { readonly from: string; readonly worth: object | null }[];
}
type Problem = { readonly fields: Readonly<Record<string, string>> };

const path = '/api/event-values';
const ask = async (method: string, where: string, body?: unknown, as = owner) => {
  const answer = await office.ask(where, { as, method, ...(body === undefined ? {} : { body }) });
  const text = await answer.text();
  return { status: answer.status, json: (text === '' ? {} : JSON.parse(text)) as Shown & Problem };
};
const today = () => todayIn('Europe/Berlin', world.clock.now());
const inDays = (days: number) => Temporal.PlainDate.from(today()).add({ days }).toString();
const set = (day: string, change: object, as = owner) => ask('PUT', `${path}/${day}`, { ...firstWorth, ...change }, as);
const held = async () => world.db.inOrg(owner.orgId, (tx) => office.people.eventValues(tx));
const lastAct = async () => {
  const entries = await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx));
  return entries.at(-1)?.entry;
};

describe('event values', () => {
  it('begin with the product’s definitions', async () => {
    const { json } = await ask('GET', path);
    expect(json).toEqual({ today: today(), values: [{ ...firstWorth, from: null }], repricings: [] });
  });

  it('are set from a day on, and past days keep theirs', async () => {
    const yesterday = new Date(world.clock.now().getTime() - 86_400_000);
    const answer = await set(today(), { currency: 'EUR', click: 400 });
    expect(answer).toMatchObject({ status: 200, json: { values: [{ from: null }, { from: today(), click: 400 }] } });
    expect(valuesAt(await held(), yesterday)).toMatchObject({ currency: 'USD', click: 500 });
    expect(valuesAt(await held(), world.clock.now())).toMatchObject({ currency: 'EUR', click: 400 });
    expect(await lastAct()).toMatchObject({
      action: 'people.event_values_set',
      detail: { day: today(), currency: 'EUR', click: 400 },
    });
    const { organisation } = { organisation: await office.ask('/api/organisation', { as: owner }) };
    expect(await organisation.json()).toMatchObject({ currency: 'USD', eventValues: { currency: 'EUR', click: 400 } });
  });

  it('of a day are replaced when they are set once more', async () => {
    await set(inDays(3), { click: 1 });
    const { json } = await set(inDays(3), { click: 2 });
    expect(json.values.map(({ from, click }) => [from, click])).toEqual([
      [null, 500],
      [inDays(3), 2],
    ]);
  });

  it('that are planned can be taken back, those that hold can’t', async () => {
    await set(inDays(3), { click: 1 });
    await set(today(), { click: 2 });
    expect((await ask('DELETE', `${path}/${inDays(3)}`)).status).toBe(204);
    expect(await lastAct()).toMatchObject({ action: 'people.event_values_dropped' });
    expect((await ask('DELETE', `${path}/${inDays(3)}`)).status).toBe(404);
    expect((await ask('DELETE', `${path}/${today()}`)).status).toBe(404);
    expect((await ask('GET', path)).json.values).toHaveLength(2);
  });

  it('are not changed behind one’s back: a past day is refused, and one far ahead', async () => {
    expect((await set(inDays(-1), {})).json.fields.day).toContain('pricing them anew');
    expect((await set(inDays(400), {})).json.fields.day).toContain('next year');
    expect((await set('2026-02-30', {})).status).toBe(404);
  });

  it.each([
    [{ currency: 'XYZ' }, 'currency'],
    [{ click: -1 }, 'click'],
    [{ like: 1.5 }, 'like'],
  ])('refuse %j', async (change, field) => {
    const { status, json } = await set(today(), change);
    expect([status, Object.keys(json.fields)]).toEqual([422, [field]]);
  });

  it('are read by every member, and changed by managers alone', async () => {
    const pia = await office.signInAs(owner.orgId, 'publisher', 'employee');
    expect((await ask('GET', path, undefined, pia)).status).toBe(200);
    expect((await set(today(), {}, pia)).status).toBe(403);
    const days = { from: today(), until: today(), by: 'today' };
    expect((await ask('POST', `${path}/reprice`, days, pia)).status).toBe(403);
  });
});

describe('pricing days anew', () => {
  const reprice = (from: string, until: string, by = 'today') => ask('POST', `${path}/reprice`, { from, until, by });
  const worthDaysAgo = async (days: number) =>
    valuesAt(await held(), new Date(world.clock.now().getTime() - days * 86_400_000));

  it('gives them today’s values, and they keep them whatever comes later', async () => {
    await set(today(), { currency: 'EUR', click: 400 });
    expect((await reprice(inDays(-10), inDays(-5))).status).toBe(200);
    expect([(await worthDaysAgo(7)).click, (await worthDaysAgo(3)).click]).toEqual([400, 500]);
    expect((await worthDaysAgo(7)).currency).toBe('EUR');
    await set(today(), { click: 1 });
    expect((await worthDaysAgo(7)).click).toBe(400);
    expect(await lastAct()).toMatchObject({ action: 'people.event_values_set' });
  });

  it('is recorded, and undone by giving them their own values again', async () => {
    await set(today(), { click: 400 });
    await reprice(inDays(-10), inDays(-5));
    expect(await lastAct()).toMatchObject({
      action: 'people.event_values_repriced',
      detail: { from: inDays(-10), until: inDays(-5), by: 'today', click: 400 },
    });
    const { json } = await reprice(inDays(-10), inDays(-5), 'own');
    expect(json.repricings).toMatchObject([{ worth: { click: 400 } }, { worth: null }]);
    expect((await worthDaysAgo(7)).click).toBe(500);
  });

  it('is for days that have begun', async () => {
    expect((await reprice(inDays(-2), inDays(1))).json.fields.until).toContain('have begun');
    expect((await reprice(inDays(-2), inDays(-3))).json.fields.until).toContain('before the first');
    expect((await reprice('0999-01-01', inDays(-3))).status).toBe(422);
  });
});
