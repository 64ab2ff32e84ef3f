import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { roles } from '../../../platform/policy/index.ts';
import { openRaiseSite, type RaiseSite, type RaiseWorld } from './raise-world.fixture.ts';

let site: RaiseSite;
beforeAll(async () => {
  site = await openRaiseSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const canary = {
  ...{ title: 'Canarytitle', reason: 'Canaryreason' },
  pay: { roleId: null, pay: { kind: 'hourly', minor: 4_242_431, currency: 'EUR' } },
};
const marks = ['Canarytitle', 'Canaryreason', '4242431', '42,424.31'];
const marksIn = (text: string) => marks.filter((mark) => text.includes(mark));

/** Every answer that somebody can get about a proposal, or about whom it is for. */
async function everything(
  at: RaiseWorld,
  who: Browser,
  id: string,
): Promise<readonly (readonly [string, number, string])[]> {
  const { personId } = at.ana;
  const change = { from: '2026-06-02', title: 'X', pay: null, reason: 'x', revision: 1 };
  const asked: readonly (readonly [string, string, unknown?])[] = [
    ['GET', 'raises'],
    ['GET', 'raises/told'],
    ['GET', 'me'],
    ['GET', 'people'],
    ['GET', `raises/told/${id}/letter`],
    ['GET', `raises/told/${id}/letter.pdf`],
    ['GET', `raises/${id}/letter?reason=checking`],
    ['GET', `raises/${id}/letter.pdf?reason=checking`],
    ['POST', `raises/${id}/look`, { reason: 'checking' }],
    ['PUT', `raises/${id}`, change],
    ['POST', `raises/${id}/approval`, { revision: 1 }],
    ['POST', `raises/${id}/refusal`, { revision: 1, words: 'No' }],
    ['POST', `raises/${id}/withdrawal`, { revision: 1 }],
    ['POST', `raises/${id}/release`, { revision: 1 }],
    ['POST', `people/${personId}/raises`, change],
  ];
  const answers = [];
  for (const [method, path, body] of asked) {
    const { status, json } = await at.ask(who, method, path, body);
    answers.push([
      `${method} ${path.replace(id, ':id').replace(personId, ':ana')}`,
      status,
      JSON.stringify(json),
    ] as const);
  }
  return answers;
}

const acts = ['look', 'approval', 'refusal', 'withdrawal', 'release', 'letter'];

describe('a proposal', () => {
  it('is there for nobody of any role but owners and payroll, and not for whom it is about, whatever they are', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll, canary);
    await at.act(at.owner, id, 'approval');
    const others = await Promise.all(
      roles
        .filter((role) => role !== 'owner' && role !== 'payroll')
        .map(async (role) => [role, await at.as(role)] as const),
    );
    for (const [role, who] of [...others, ['the person', at.ana], ['the manager', at.manager]] as const)
      for (const [name, status, text] of await everything(at, who, id)) {
        expect([role, name, marksIn(text)]).toEqual([role, name, []]);
        expect([role, name, text.includes(id)]).toEqual([role, name, false]);
        if (acts.some((act) => name.includes(`:id/${act}`)) || name.startsWith('PUT'))
          expect([role, name, status]).toEqual([role, name, 404]);
      }
    // Nor may an owner who is promoted themselves.
    const boss = await at.as('owner', 'Otto');
    const own = await at.proposed(at.payroll, canary, boss);
    for (const [name, status, text] of await everything(at, boss, own)) {
      const ofOthers = name.endsWith(':ana/raises') || name === 'GET raises';
      if (name.includes(':id')) expect([name, status]).toEqual([name, 404]);
      expect([name, ofOthers ? [] : marksIn(text), text.includes(own)]).toEqual([name, [], false]);
    }
    expect((await at.propose(boss, {}, boss)).status).toBe(404);
  });

  it('is there for managers of the person where they see pay: they propose, approve and release', async () => {
    const at = await site.opened();
    expect((await at.propose(at.manager)).status).toBe(404);
    await at.settings({ managersSee: true });
    const id = await at.proposed(at.manager, canary);
    expect((await at.act(at.manager, id, 'approval')).status).toBe(404);
    expect((await at.shown(id, at.manager)).may).toMatchObject({ approve: false, change: true, withdraw: true });
    await at.act(at.payroll, id, 'approval');
    expect((await at.act(at.manager, id, 'release')).status).toBe(204);
    const second = await at.as('employee', 'Ben');
    const employ = { as: at.owner, method: 'PATCH', body: { managerId: at.manager.personId } };
    await site.office.ask(`/api/people/${second.personId}/employment`, employ);
    const other = await at.proposed(at.payroll, { pay: null }, second);
    expect((await at.act(at.manager, other, 'approval')).status).toBe(204);
    await at.settings({ managersSee: false });
    for (const one of [id, other]) expect((await at.read(at.manager, one)).status).toBe(404);
  });

  it('is read with a reason only, and never with one that tells its person what is coming', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll, canary);
    for (const body of [{}, { reason: '' }, { reason: 'because' }, { reason: 'raise' }])
      expect((await at.ask(at.owner, 'POST', `raises/${id}/look`, body)).status).toBe(422);
    expect(marksIn(JSON.stringify((await at.read(at.owner, id, 'budget')).json))).toEqual(marks.slice(0, 3));
    const looks = (await at.ask(at.ana, 'GET', 'me')).json.looks;
    expect(looks).toMatchObject([{ by: 'Olga Owner', reason: 'budget', where: 'pay_page' }]);
  });

  it('is recorded act by act, without an amount, a title, a word, or whom it is about', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll, canary);
    await at.act(at.owner, id, 'refusal', { words: 'Canaryreason' });
    const again = { ...canary, from: '2026-06-01', revision: 1 };
    await at.ask(at.payroll, 'PUT', `raises/${id}`, again);
    await at.shown(id);
    await at.act(at.owner, id, 'approval');
    at.goTo('2026-06-01');
    await at.work();
    await at.act(at.owner, id, 'release');
    const found = await at.in((tx) => site.office.audit.find(tx, {}, null, 200));
    const entries = found.map(({ entry }) => entry).filter(({ action }) => action.startsWith('pay.raise'));
    expect(entries.toReversed().map(({ action, target }) => [action, target.type, target.id === id])).toEqual([
      ['pay.raise_proposed', 'raise', true],
      ['pay.raise_declined', 'raise', true],
      ['pay.raise_changed', 'raise', true],
      ['pay.raise_approved', 'raise', true],
      ['pay.raise_in_force', 'raise', true],
      ['pay.raise_released', 'person', false],
    ]);
    expect(marksIn(JSON.stringify(found))).toEqual([]);
  });

  it('is told to approvers and proposer without an amount, a title or a word', async () => {
    const at = await site.opened();
    const before = site.office.sent.length;
    const id = await at.proposed(at.payroll, canary);
    await at.act(at.owner, id, 'refusal', { words: 'Canaryreason' });
    await at.ask(at.payroll, 'PUT', `raises/${id}`, { ...canary, from: '2026-06-01', revision: 1 });
    await at.shown(id);
    await at.act(at.owner, id, 'approval');
    for (const day of ['2026-05-28', '2026-05-29', '2026-05-30', '2026-06-01', '2026-06-05']) {
      at.goTo(day);
      for (const _ of [1, 2]) await at.work();
    }
    expect((await at.told()).toSorted()).toEqual([
      'owner: A raise of Ana is in force, and Ana has not been told',
      'owner: A raise of Ana takes effect on 1 June 2026, and Ana has not been told',
      'owner: Pia asks you to approve a proposal for Ana',
      'owner: Pia asks you to approve a proposal for Ana',
      'payroll: A raise of Ana is in force, and Ana has not been told',
      'payroll: A raise of Ana takes effect on 1 June 2026, and Ana has not been told',
      'payroll: The proposal for Ana is approved',
      'payroll: The proposal for Ana is in force',
      'payroll: The proposal for Ana was declined',
    ]);
    await at.act(at.owner, id, 'release');
    expect(await at.told()).toContain('employee: There is news about your pay');
    expect(marksIn(JSON.stringify(site.office.sent.slice(before)))).toEqual([]);
  });
});

describe('the person', () => {
  const copyOf = async (who: Browser) => (await site.office.ask('/api/my-data', { as: who })).text();

  it('finds nothing of it in their data, and is told by its release alone', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll, canary);
    await at.shown(id);
    await at.act(at.owner, id, 'approval');
    const before = await copyOf(at.ana);
    expect([marksIn(before), before.includes('raise_'), before.includes(id)]).toEqual([[], false, false]);
    await at.act(at.owner, id, 'release');
    const told = { from: '2026-06-01', state: 'approved', title: { before: null, after: 'Canarytitle' } };
    expect((await at.ask(at.ana, 'GET', 'raises/told')).json).toMatchObject({
      raises: [
        { id, ...told, releasedBy: 'Olga Owner', pay: { before: { minor: 1500 }, after: { minor: 4_242_431 } } },
      ],
    });
    const after = await copyOf(at.ana);
    expect([marksIn(after), after.includes('pay.raise_released')]).toEqual([['Canarytitle', '4242431'], true]);
    // It does not hold yet, and their page does not say so.
    expect((await at.ask(at.ana, 'GET', 'me')).json.entries).toHaveLength(1);
  });

  it('sees a wage from the day on which it is in force, also where nobody has told them, and nothing of the proposal', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll, canary);
    await at.act(at.owner, id, 'approval');
    at.goTo('2026-06-01');
    await at.work();
    const mine = await at.ask(at.ana, 'GET', 'me');
    expect(mine.json.entries).toMatchObject([{ pay: { minor: 4_242_431 }, why: 'Canaryreason' }, {}]);
    expect(JSON.stringify(mine.json)).not.toContain(id);
    expect((await at.ask(at.ana, 'GET', 'raises/told')).json).toEqual({ raises: [] });
    await at.act(at.owner, id, 'release');
    expect((await at.ask(at.ana, 'GET', 'raises/told')).json).toMatchObject({ raises: [{ state: 'in_force' }] });
  });

  it('who was told is told too that it did not take effect', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll, canary);
    await at.act(at.owner, id, 'approval');
    await at.act(at.owner, id, 'release');
    await at.enter(at.payroll, { from: '2026-05-15', pay: { kind: 'hourly', minor: 1650, currency: 'EUR' } });
    at.goTo('2026-06-01');
    await at.work();
    expect((await at.ask(at.ana, 'GET', 'raises/told')).json).toMatchObject({ raises: [{ state: 'stopped' }] });
  });

  it('who is erased takes every proposal about them along', async () => {
    const at = await site.opened();
    const body = { name: 'Inga', email: `inga-${crypto.randomUUID()}@example.com`, roles: ['employee'] };
    const invited = await (await site.office.ask('/api/members', { as: at.owner, body })).json();
    const inga = { ...at.ana, personId: String(invited.id) };
    const id = await at.proposed(at.payroll, canary, inga);
    await site.office.ask(`/api/members/${inga.personId}`, { as: at.owner, method: 'DELETE' });
    expect((await at.read(at.owner, id)).status).toBe(404);
    expect((await at.ask(at.owner, 'GET', 'raises')).json.raises).toEqual([]);
  });
});
