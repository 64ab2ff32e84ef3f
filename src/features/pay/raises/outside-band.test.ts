import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRaiseSite, type RaiseSite, type RaiseWorld } from './raise-world.fixture.ts';

let site: RaiseSite;
beforeAll(async () => {
  site = await openRaiseSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** Head bakers earn from 14.00 to 17.00 an hour. */
async function banded(): Promise<RaiseWorld> {
  const at = await site.opened();
  const band = { title: 'Head baker', locationId: null, from: '2026-01-01', until: null, per: 'hour', currency: 'EUR' };
  await at.ask(at.payroll, 'POST', 'bands', { ...band, min: 1400, mid: 1600, max: 1700 });
  return at;
}
const pay = (minor: number, roleId: string | null = null) => ({
  pay: { roleId, pay: { kind: 'hourly', minor, currency: 'EUR' } },
});
const above = 'This is above the band of Head baker.';

describe('a raise outside the band of the title that somebody is to have', () => {
  it('is proposed with a word about it, which its page says to approvers until it is decided on', async () => {
    const at = await banded();
    const { json } = await at.propose(at.payroll);
    expect(json).toMatchObject({ outside: above });
    const id = String(json.id);
    expect((await at.read(at.owner, id)).json).toMatchObject({ outside: above });
    await at.act(at.owner, id, 'refusal', { words: 'Less' });
    expect((await at.read(at.owner, id)).json).toMatchObject({ outside: null });
    const change = { ...pay(1700), from: '2026-06-01', title: 'Head baker', reason: 'x', revision: 1 };
    expect((await at.ask(at.payroll, 'PUT', `raises/${id}`, change)).json).toMatchObject({ outside: null });
    expect((await at.read(at.owner, id)).json).toMatchObject({ outside: null, state: 'open' });
  });

  it('is not said to who may not read bands: they could find the band by trying', async () => {
    const at = await banded();
    await at.settings({ managersSee: true });
    const id = await at.proposed(at.payroll);
    expect((await at.read(at.manager, id)).json).toMatchObject({ outside: null });
    await at.act(at.payroll, id, 'withdrawal');
    expect((await at.propose(at.manager)).json).toMatchObject({ outside: null });
    await at.settings({ managersSee: true, peopleSeeBands: true });
    const mine = (await at.ask(at.manager, 'GET', 'raises')).json.raises as readonly { id: string; isMine: boolean }[];
    const own = mine.find(({ isMine }) => isMine)?.id ?? '';
    expect((await at.read(at.manager, own)).json).toMatchObject({ outside: above });
  });

  it('is nothing to say of one that leaves pay as it is, or takes the title away', async () => {
    const at = await banded();
    expect((await at.propose(at.payroll, { pay: null })).json).toMatchObject({ outside: null });
    const titleless = await at.propose(at.payroll, { title: null }, await at.as('employee', 'Ben'));
    expect(titleless).toMatchObject({ status: 201, json: { outside: null } });
  });
});
