import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../../platform/policy/index.ts';
import { openPaySite, type PaySite, type PayWorld } from '../pay-world.fixture.ts';

let site: PaySite;
beforeAll(async () => {
  site = await openPaySite();
});
afterAll(() => site[Symbol.asyncDispose]());

const canary = { kind: 'hourly', minor: 4_242_431, currency: 'EUR' };
const looks = (at: PayWorld) =>
  at.in(async (tx) =>
    (await site.office.audit.find(tx, { actions: ['pay.pay_read'] }, null, 100)).map(({ entry }) => entry),
  );

describe('somebody else’s pay', () => {
  it('is for owners and payroll, and for nobody of any other role', async () => {
    const at = await site.found();
    await at.enter(at.payroll, { pay: canary, why: 'Canarybird' });
    for (const role of roles) {
      const who = await at.as(role);
      const may = role === 'owner' || role === 'payroll';
      const answers = [
        await at.look(who),
        await at.ask(who, 'GET', 'people'),
        await at.ask(who, 'GET', 'me'),
        await at.ask(who, 'GET', 'settings'),
        await at.enter(who, { from: '2026-08-01', why: role }),
      ];
      expect([role, answers.map(({ status }) => status)]).toEqual([
        role,
        // Payroll comes after the owner, who has entered a wage from that day on.
        may ? [200, 200, 200, 200, role === 'owner' ? 201 : 422] : [404, 200, 200, 403, 403],
      ]);
      if (may) continue;
      for (const { json } of answers)
        for (const secret of ['4242431', '42424.31', 'Canarybird', at.ana.personId])
          expect([role, JSON.stringify(json).includes(secret)]).toEqual([role, false]);
    }
  });

  it('is for managers where the setting says so, of those who report to them', async () => {
    const at = await site.found();
    await at.enter(at.payroll, { pay: canary });
    expect((await at.look(at.manager)).status).toBe(404);
    expect((await at.ask(at.manager, 'GET', 'people')).json.people).toEqual([]);
    await at.settings({ managersSee: true });
    const { status, json } = await at.look(at.manager);
    expect([status, JSON.stringify(json).includes('4242431'), json.mayEnter]).toEqual([200, true, false]);
    expect((await at.ask(at.manager, 'GET', 'people')).json).toEqual({
      people: [{ id: at.ana.personId, name: 'Ana', hasWage: null, waiting: null }],
      administers: false,
    });
    expect((await at.look(at.manager, at.payroll)).status).toBe(404);
    expect((await at.look(at.ana, at.manager)).status).toBe(404);
    expect((await at.enter(at.manager)).status).toBe(403);
    await at.settings({ managersSee: false });
    expect((await at.look(at.manager)).status).toBe(404);
  });

  it('is told to nobody who does not say why, nor is a look without a reason written down', async () => {
    const at = await site.found();
    for (const body of [undefined, {}, { reason: '' }, { reason: 'because' }])
      expect([400, 422]).toContain((await at.ask(at.payroll, 'POST', `people/${at.ana.personId}/look`, body)).status);
    expect(await looks(at)).toEqual([]);
  });

  it('is written down with the reason whenever it is looked at, and the person finds who and why', async () => {
    const at = await site.found();
    await at.enter(at.payroll);
    await at.look(at.payroll, at.ana, 'raise');
    await at.look(at.payroll, at.ana, 'raise');
    await at.look(at.owner, at.ana, 'enquiry');
    await at.look(await at.as('admin'), at.ana, 'raise');
    expect(await looks(at)).toHaveLength(3);
    const { json } = await at.ask(at.ana, 'GET', 'me');
    expect(json.looks).toMatchObject([
      { reason: 'enquiry', where: 'pay_page' },
      { by: 'Pia', reason: 'raise' },
      { by: 'Pia', reason: 'raise' },
    ]);
    const copy = await (await site.office.ask('/api/my-data', { as: at.ana })).json();
    expect(copy.recorded.map(({ act, fields }: { act: string; fields: string }) => [act, fields])).toContainEqual([
      'pay.pay_read',
      'raise',
    ]);
  });

  it('is nobody’s look who sees their own', async () => {
    const at = await site.found();
    await at.enter(at.payroll);
    await at.ask(at.ana, 'GET', 'me');
    expect((await at.look(at.ana)).status).toBe(200);
    expect(await looks(at)).toEqual([]);
  });

  it('has no amount, currency or word of it in the audit log', async () => {
    const at = await site.found();
    await at.enter(at.payroll, { pay: { ...canary, currency: 'CHF' }, why: 'Canarybird' });
    await at.settings({ secondPerson: true });
    await at.look(at.payroll);
    const entries = await at.in((tx) => site.office.audit.find(tx, {}, null, 100));
    const text = JSON.stringify(entries);
    for (const secret of ['4242431', '42424', 'CHF', 'Canarybird']) expect(text).not.toContain(secret);
    expect(entries.map(({ entry }) => entry.action)).toEqual(
      expect.arrayContaining(['pay.wage_entered', 'pay.settings_changed', 'pay.pay_read']),
    );
  });
});

describe('one’s own pay', () => {
  it('is entered by nobody but an owner', async () => {
    const at = await site.found();
    expect((await at.enter(at.payroll, {}, at.payroll)).status).toBe(404);
    expect((await at.enter(at.owner, {}, at.owner)).status).toBe(201);
    const id = String((await at.enter(at.owner, {}, at.payroll)).json.id);
    const correction = { says: 'withdrawn', why: 'x' };
    expect((await at.ask(at.payroll, 'POST', `wages/${id}/corrections`, correction)).status).toBe(404);
  });
});

describe('the settings', () => {
  it('are most private to begin with, read by who answers for pay, changed by owners', async () => {
    const at = await site.found();
    const first = { managersSee: false, secondPerson: false, approvals: 1, peopleSeeBands: false };
    expect((await at.ask(at.payroll, 'GET', 'settings')).json).toEqual(first);
    const wanted = { managersSee: true, secondPerson: true, approvals: 2, peopleSeeBands: false };
    expect((await at.ask(at.payroll, 'PUT', 'settings', wanted)).status).toBe(403);
    expect((await at.ask(await at.as('admin'), 'PUT', 'settings', wanted)).status).toBe(403);
    expect((await at.ask(at.owner, 'PUT', 'settings', wanted)).json).toEqual(wanted);
    // Who does not say how many approve leaves that as it is.
    const { approvals: _, ...others } = wanted;
    expect((await at.ask(at.owner, 'PUT', 'settings', others)).json).toEqual(wanted);
    for (const approvals of [0, 4, 1.5])
      expect((await at.ask(at.owner, 'PUT', 'settings', { ...wanted, approvals })).status).toBe(422);
    expect((await at.ask(at.payroll, 'GET', 'settings')).json).toEqual(wanted);
  });
});
