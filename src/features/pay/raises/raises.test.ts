import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/db/index.ts';
import { carryPay } from '../index.ts';
import { wage } from '../pay-world.fixture.ts';
import { takeEffect } from './effect.ts';
import { openRaiseSite, type RaiseSite, type RaiseWorld } from './raise-world.fixture.ts';

let site: RaiseSite;
beforeAll(async () => {
  site = await openRaiseSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const hourly = (minor: number, currency = 'EUR') => ({ roleId: null, pay: { kind: 'hourly', minor, currency } });
const ownEntries = async (at: RaiseWorld) => (await at.ask(at.ana, 'GET', 'me')).json.entries as readonly object[];
const titleOf = (at: RaiseWorld) =>
  at.in(async (tx) => (await site.parts.people.titlesOf(tx, [at.ana.personId])).get(at.ana.personId));

describe('a proposal', () => {
  it('is approved by somebody else, and takes effect by itself on its day', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll);
    expect(await at.shown(id)).toMatchObject({
      ...{ state: 'open', approvals: 0, waitsFor: ['Olga Owner'], missing: null, pay: { percent: 20 } },
      may: { approve: true, decline: true, withdraw: false, change: false, release: false },
    });
    expect((await at.act(at.owner, id, 'approval')).status).toBe(204);
    // Whoever comes too early, for whatever reason, changes nothing.
    await at.in((tx) => takeEffect(site.parts, tx, id));
    await at.work();
    expect((await at.shown(id)).state).toBe('approved');
    expect([await titleOf(at), (await ownEntries(at)).length]).toEqual([undefined, 1]);
    at.goTo('2026-06-01');
    for (const _ of [1, 2]) await at.work();
    expect((await at.shown(id)).state).toBe('in_force');
    const entered = { enteredBy: 'Pia', decidedBy: 'Olga Owner' };
    expect(await ownEntries(at)).toMatchObject([
      { pay: { minor: 1800 }, from: '2026-06-01', why: 'Runs the early shift', ...entered },
      { pay: { minor: 1500 } },
    ]);
    expect(await titleOf(at)).toBe('Head baker');
    const { rows } = await at.in((tx) =>
      sql<{ raise_id: string }>`select raise_id from wages where raise_id is not null`.execute(tx.on()),
    );
    expect(rows).toEqual([{ raise_id: id }]);
  });

  it('begins on its day where the organisation is, and after the server was off that day', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll);
    await at.act(at.owner, id, 'approval');
    const { clock } = site.world;
    // 22:30 in London is half past midnight in Berlin.
    clock.advance(Date.parse('2026-05-31T21:59:00Z') - clock.now().getTime());
    await at.work();
    expect((await ownEntries(at)).length).toBe(1);
    clock.advance(60_000);
    await at.work();
    expect((await ownEntries(at)).length).toBe(2);
    // Whoever keeps it hears of it in the morning.
    const inForce = async () => (await at.told()).filter((line) => line.includes('in force'));
    expect(await inForce()).toEqual([]);
    clock.advance(7 * 3_600_000);
    for (const _ of [1, 2]) await at.work();
    expect((await inForce()).length).toBe(3);
    const other = await site.opened();
    const late = await other.proposed(other.payroll, { from: '2026-07-01' });
    await other.act(other.owner, late, 'approval');
    other.goTo('2026-07-09');
    await other.work();
    expect(await ownEntries(other)).toMatchObject([{ from: '2026-07-01', why: 'Runs the early shift' }, {}]);
  });

  it('needs as many approvals as the organisation asks for, none of them its proposer’s, each person once', async () => {
    const at = await site.opened();
    await at.settings({ approvals: 2 });
    const id = await at.proposed(at.payroll);
    expect((await at.shown(id)).missing).toContain('One more person is needed');
    const second = await at.as('owner', 'Otto');
    expect((await at.act(at.payroll, id, 'approval')).status).toBe(404);
    expect((await at.act(at.owner, id, 'approval')).status).toBe(204);
    expect(await at.act(at.owner, id, 'approval')).toMatchObject({ status: 409, json: { code: 'approved_already' } });
    expect((await at.shown(id)).state).toBe('open');
    expect((await at.act(second, id, 'approval')).status).toBe(204);
    expect((await at.shown(id)).state).toBe('approved');
  });

  it('is declined with words, changed and asked for again: then approvals begin anew', async () => {
    const at = await site.opened();
    await at.settings({ approvals: 2 });
    const second = await at.as('owner', 'Otto');
    const id = await at.proposed(at.payroll);
    await at.act(at.owner, id, 'approval');
    expect((await at.act(second, id, 'refusal', { words: ' ' })).status).toBe(422);
    expect((await at.act(second, id, 'refusal', { words: 'Not before autumn' })).status).toBe(204);
    const declined = await at.shown(id);
    expect(declined).toMatchObject({ state: 'declined', may: { approve: false } });
    expect(declined.timeline.at(-1)).toMatchObject({ kind: 'declined', by: 'Otto', words: 'Not before autumn' });
    const change = { from: '2026-09-01', title: 'Head baker', pay: null, reason: 'From autumn', revision: 1 };
    expect((await at.ask(at.owner, 'PUT', `raises/${id}`, change)).status).toBe(404);
    expect((await at.ask(at.payroll, 'PUT', `raises/${id}`, change)).status).toBe(200);
    expect(await at.ask(at.payroll, 'PUT', `raises/${id}`, change)).toMatchObject({
      status: 409,
      json: { code: 'changed_meanwhile' },
    });
    // What was read before the change is approved by nobody.
    expect(await at.act(at.owner, id, 'approval', { revision: 1 })).toMatchObject({ status: 409 });
    expect(await at.shown(id)).toMatchObject({ state: 'open', approvals: 0, revision: 2, pay: null });
    for (const who of [at.owner, second]) expect((await at.act(who, id, 'approval')).status).toBe(204);
    const done = await at.shown(id);
    expect([done.state, done.timeline.map(({ kind }) => kind).filter((kind) => kind !== 'asked')]).toEqual([
      'approved',
      ['proposed', 'approved', 'declined', 'changed', 'approved', 'approved'],
    ]);
  });

  it('is withdrawn by who proposed it, also when it is approved, and not once its person was told', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll);
    expect((await at.act(at.owner, id, 'withdrawal')).status).toBe(404);
    await at.act(at.owner, id, 'approval');
    expect((await at.act(at.payroll, id, 'withdrawal')).status).toBe(204);
    at.goTo('2026-06-02');
    await at.work();
    expect([(await at.shown(id)).state, (await ownEntries(at)).length]).toEqual(['withdrawn', 1]);
    const told = await at.proposed(at.payroll, { from: '2026-07-01' });
    await at.act(at.owner, told, 'approval');
    expect((await at.act(at.owner, told, 'release')).status).toBe(204);
    for (const [who, path] of [
      [at.payroll, 'withdrawal'],
      [at.owner, 'refusal'],
      [at.owner, 'release'],
    ] as const)
      expect(await at.act(who, told, path, path === 'refusal' ? { words: 'No' } : {})).toMatchObject({
        status: 409,
        json: { code: 'not_possible_now', detail: expect.stringContaining('has been told') },
      });
  });

  it('approved after its day holds from that day, and says so in the history', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll, { from: '2026-05-03' });
    at.goTo('2026-05-20');
    await at.act(at.owner, id, 'approval');
    expect((await at.shown(id)).state).toBe('in_force');
    expect(await ownEntries(at)).toMatchObject([
      { from: '2026-05-03', why: 'Runs the early shift (back-dated: approved on 20 May 2026)' },
      {},
    ]);
  });

  it('teaches and takes away the roles that differ, and no other', async () => {
    const at = await site.opened();
    const { people } = site.office;
    const role = async (name: string) => {
      const id = crypto.randomUUID();
      await at.in(async (tx) => {
        const owner = await people.actor(tx, at.owner.personId);
        const place = owner && (await people.addPlace(tx, owner, 'location', { name, timeZone: 'Europe/Berlin' }));
        await sql`insert into work_roles (org_id, id, location_id, name, colour, created_at)
          values (${at.orgId}, ${id}, ${place?.id}, ${name}, 'blue', now())`.execute(tx.on());
      });
      return id;
    };
    const [oven, shift, later] = [await role('Oven'), await role('Shift lead'), await role('Later')];
    const by = { kind: 'person', id: at.owner.personId } as const;
    const change = (learns: readonly string[]) =>
      at.in((tx) => site.parts.changeKnown(tx, by, at.ana.personId, { learns, leaves: [] }));
    await change([oven]);
    const id = await at.proposed(at.payroll, { roles: [shift], pay: null });
    expect(await at.propose(at.payroll, { roles: [crypto.randomUUID()] }, at.manager)).toMatchObject({
      json: { fields: { roles: expect.any(String) } },
    });
    await change([later]);
    await at.act(at.owner, id, 'approval');
    at.goTo('2026-06-01');
    await at.work();
    const { rows } = await at.in((tx) =>
      sql<{ role_id: string }>`select role_id from role_people where person_id = ${at.ana.personId}`.execute(tx.on()),
    );
    expect(rows.map(({ role_id }) => role_id).toSorted()).toEqual([shift, later].toSorted());
  });
});

describe('bad input', () => {
  it('is refused with a sentence at its field, and says no amount', async () => {
    const at = await site.opened();
    const wrong: readonly (readonly [object, string])[] = [
      [{ pay: hourly(1499) }, 'pay.minor'],
      [{ pay: hourly(1900, 'USD') }, 'pay.currency'],
      [{ pay: hourly(0) }, 'pay.pay.minor'],
      [{ pay: hourly(1500) }, 'pay.minor'],
      [{ pay: { ...hourly(1900), roleId: crypto.randomUUID() } }, 'pay.roleId'],
      [{ title: undefined, pay: null }, 'terms'],
      [{ title: 'a\nb' }, 'title'],
      [{ from: '2026-02-30' }, 'from'],
      [{ from: '2020-01-01' }, 'from'],
      [{ from: '2029-01-01' }, 'from'],
      // A wage is there from that very day.
      [{ from: '2026-05-01' }, 'from'],
      [{ reason: ' ' }, 'reason'],
    ];
    for (const [given, field] of wrong) {
      const { status, json } = await at.propose(at.payroll, given);
      expect([field, status, Object.keys((json.fields ?? {}) as object)]).toEqual([field, 422, [field]]);
      expect(JSON.stringify(json)).not.toMatch(/1499|1900|15\.00/);
    }
    expect((await at.ask(at.payroll, 'GET', 'raises')).json.raises).toEqual([]);
  });

  it('of a second proposal while one waits names the first; after that one is over there can be another', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll);
    expect(await at.propose(at.owner, { from: '2026-08-01' })).toMatchObject({
      status: 422,
      json: { fields: { person: expect.stringContaining('from 1 June 2026, by Pia, waits already') } },
    });
    const both = await Promise.all([1, 2].map(() => at.propose(at.payroll, {}, at.manager)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    await at.act(at.owner, id, 'refusal', { words: 'No' });
    const next = await at.proposed(at.owner, { from: '2026-08-01' });
    // Nor is the first asked for again while the other waits.
    const change = { from: '2026-09-01', title: 'X', pay: null, reason: 'x', revision: 1 };
    expect(await at.ask(at.payroll, 'PUT', `raises/${id}`, change)).toMatchObject({
      json: { fields: { person: expect.any(String) } },
    });
    await at.act(at.owner, next, 'withdrawal');
    expect((await at.ask(at.payroll, 'PUT', `raises/${id}`, change)).status).toBe(200);
  });

  it('of a wage that was entered meanwhile stops it, before it is approved and after, and it can be asked for again', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll);
    await at.enter(at.payroll, { from: '2026-05-15', pay: { kind: 'hourly', minor: 1650, currency: 'EUR' } });
    expect((await at.shown(id)).stale).toBe('pay_changed');
    expect(await at.act(at.owner, id, 'approval')).toMatchObject({ status: 409, json: { code: 'not_as_proposed' } });
    const again = { from: '2026-06-01', pay: hourly(1800), reason: 'Still right', revision: 1 };
    expect((await at.ask(at.payroll, 'PUT', `raises/${id}`, again)).status).toBe(200);
    expect((await at.shown(id)).pay?.before).toMatchObject({ minor: 1650 });
    expect((await at.act(at.owner, id, 'approval')).status).toBe(204);
    expect((await at.enter(at.payroll, { from: '2026-06-01' })).status).toBe(201);
    at.goTo('2026-06-01');
    await at.work();
    expect(await at.shown(id)).toMatchObject({ state: 'stopped', stoppedWhy: 'day_taken' });
    expect((await ownEntries(at)).length).toBe(3);
    const later = { ...again, from: '2026-06-02', revision: 2 };
    expect((await at.ask(at.payroll, 'PUT', `raises/${id}`, later)).status).toBe(200);
    await at.shown(id);
    await at.act(at.owner, id, 'approval');
    at.goTo('2026-06-02');
    await at.work();
    expect((await at.shown(id)).state).toBe('in_force');
  });

  it('of somebody who left comes to nothing the moment they leave', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll);
    await at.act(at.owner, id, 'approval');
    const body = { state: 'deactivated' };
    const left = await site.office.ask(`/api/members/${at.ana.personId}`, { as: at.owner, method: 'PATCH', body });
    expect(left.status).toBeLessThan(300);
    expect(await at.shown(id)).toMatchObject({ state: 'stopped', stoppedWhy: 'left', may: { change: false } });
    at.goTo('2026-06-01');
    await at.work();
    expect((await at.shown(id)).state).toBe('stopped');
    expect((await at.propose(at.payroll, { from: '2026-08-01' })).status).toBe(404);
  });

  it('of the only one who keeps pay is kept, and says what to do; whoever has the role later is asked', async () => {
    const at = await site.opened();
    const change = (who: { personId: string }, body: object) =>
      site.office.ask(`/api/members/${who.personId}`, { as: at.owner, method: 'PATCH', body });
    await change(at.payroll, { state: 'deactivated' });
    const { status, json } = await at.propose(at.owner);
    expect([status, json.missing]).toEqual([201, expect.stringContaining('make somebody owner or payroll')]);
    expect((await at.act(at.owner, String(json.id), 'approval')).status).toBe(404);
    const body = { roles: ['payroll', 'employee'] };
    await change(at.manager, body);
    await at.work();
    expect(await at.shown(String(json.id))).toMatchObject({ missing: null, waitsFor: ['Max'] });
    expect((await at.act(at.manager, String(json.id), 'approval')).status).toBe(204);
  });
});

describe('an approver who lost the role', () => {
  it('is waited for no more, and the others are told; what they had approved stays', async () => {
    const at = await site.opened();
    await at.settings({ approvals: 2 });
    const [otto, ida] = [await at.as('owner', 'Otto'), await at.as('payroll', 'Ida')];
    const id = await at.proposed(at.payroll);
    await at.act(otto, id, 'approval');
    const demote = (who: typeof otto) =>
      site.office.ask(`/api/members/${who.personId}`, {
        as: at.owner,
        method: 'PATCH',
        body: { roles: ['employee'] },
      });
    for (const who of [otto, ida]) await demote(who);
    for (const _ of [1, 2]) await at.work();
    expect(await at.shown(id)).toMatchObject({ approvals: 1, waitsFor: ['Olga Owner'], missing: null });
    const dropped = (await at.told()).filter((line) => line.includes('any more'));
    expect(dropped.toSorted()).toEqual([
      'owner: Ida can’t approve the proposal for Ana any more',
      'payroll: Ida can’t approve the proposal for Ana any more',
    ]);
    expect((await at.act(at.owner, id, 'approval')).status).toBe(204);
    expect((await at.shown(id)).state).toBe('approved');
  });
});

describe('two records of one human', () => {
  it('become one: what was proposed for either is for the kept one, of two that wait the kept one’s goes on', async () => {
    const at = await site.opened();
    const [other, kept] = [await at.proposed(at.payroll), await at.proposed(at.payroll, {}, at.manager)];
    await at.in((tx) => carryPay(tx, at.manager.personId, at.ana.personId));
    const { raises } = (await at.ask(at.payroll, 'GET', 'raises')).json as { raises: readonly object[] };
    expect(raises).toMatchObject([
      { id: kept, personId: at.manager.personId, state: 'open' },
      { id: other, personId: at.manager.personId, state: 'withdrawn' },
    ]);
  });

  it('of whom one approved and one is promoted count as no approval', async () => {
    const at = await site.opened();
    await at.settings({ approvals: 2 });
    await at.as('owner', 'Otto');
    const id = await at.proposed(at.payroll);
    await at.act(at.owner, id, 'approval');
    await at.in((tx) => carryPay(tx, at.ana.personId, at.owner.personId));
    expect(await at.shown(id, at.payroll)).toMatchObject({ state: 'open', approvals: 0 });
  });
});

it('an entry that a proposal became is corrected like any other', async () => {
  const at = await site.opened();
  const id = await at.proposed(at.payroll, { from: '2026-05-04' });
  await at.act(at.owner, id, 'approval');
  const { json } = await at.look(at.payroll);
  const [first] = json.entries as readonly { id: string }[];
  expect(
    (await at.ask(at.payroll, 'POST', `wages/${first?.id}/corrections`, wage({ from: '2026-05-04' }))).status,
  ).toBe(201);
});
