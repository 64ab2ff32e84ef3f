import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { type CycleSite, type CycleWorld, openCycleSite } from './cycle-world.fixture.ts';

let site: CycleSite;
beforeAll(async () => {
  site = await openCycleSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** What stays the same whatever is chosen, but is another each time that it is asked for. */
const still = (answer: unknown) => JSON.stringify(answer).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now');

/**
 * All that somebody can learn of a review who may choose for `own`: its page and list, and what is said to each amount that
 * they try, from nothing to far beyond any budget. They end as they began, but for the versions of their own line.
 */
async function everythingLearnt(at: CycleWorld, as: Browser, id: string, own: Browser, keeps: boolean) {
  const learnt: string[] = [];
  const note = (answer: unknown) => learnt.push(still(answer).replaceAll(/"version":\d+/g, '"version":0'));
  note((await at.ask(as, 'GET', 'cycles')).json);
  note((await at.grid(as, id)).json);
  for (const minor of [1501, 1740, 2400, 3000, null]) {
    note((await at.choose(as, id, own, minor)).json);
    note((await at.grid(as, id)).json);
    // Nobody goes over without a reason: where the refusal comes tells what is left.
    if (keeps && minor !== null && minor > 2000) note((await at.submit(as, id)).json);
  }
  note((await at.ask(as, 'POST', `cycles/${id}/submission`, { revision: 1 })).status);
  note((await at.ask(as, 'GET', 'raises')).json);
  // That others have looked is for everybody to see.
  note({ ...(await at.ask(as, 'GET', 'me')).json, looks: [] });
  return learnt;
}

describe('a manager who subtracts', () => {
  it('learns nothing of the people of others, whatever is chosen for these, however they try', async () => {
    const at = await site.reviewing();
    await at.settings({ managersSee: true, peopleSeeBands: true });
    const shares = [
      { managerId: at.manager.personId, budget: 200_000 },
      { managerId: at.mia.personId, budget: 250_000 },
    ];
    const id = await at.opened({ shares });
    const learn = () => everythingLearnt(at, at.manager, id, at.ana, false);
    const before = await learn();
    expect(before[1]).toContain('"budget":200000');
    for (const secret of ['500000', '250000', 'Mia', 'Cleo', 'Dan'])
      expect([secret, before.join().includes(secret)]).toEqual([secret, false]);
    // A little, all of the budget, and far beyond it; by a colleague and by those who keep pay.
    for (const [who, of, minor] of [
      [at.mia, at.cleo, 1501],
      [at.mia, at.dan, 1740],
      [at.owner, at.cleo, 3000],
      [at.owner, at.manager, 4000],
    ] as const) {
      expect((await at.chosen(who, id, of, minor)).saved).toHaveLength(1);
      expect(await learn()).toEqual(before);
    }
    await at.submit(at.owner, id, { overBudget: 'Canarywords' });
    const after = (await at.grid(at.manager, id)).json;
    expect(still(after)).not.toMatch(/Canary|overBudget|500000/);
    expect(after).toMatchObject({ state: 'submitted', total: 0, budget: 200_000, overrides: [], shares: [] });
  });

  it('sees their own people alone: a share for them, or no budget at all', async () => {
    const at = await site.reviewing();
    await at.settings({ managersSee: true });
    const id = await at.opened();
    await at.choose(at.owner, id, at.cleo, 1600);
    await at.choose(at.manager, id, at.ana, 1600);
    expect(await at.shown(at.manager, id)).toMatchObject({
      ...{ budget: null, total: 100 * 40 * 52, payroll: 2 * 1500 * 40 * 52, revision: null },
      ...{ guidelines: null, shares: [], without: [], overrides: [], keeps: false },
      lines: [
        { name: 'Ana', suggestion: null },
        { name: 'Ben', suggestion: null },
      ],
    });
    // Of who is not theirs no more is said than of who is not there at all, whichever version they name.
    const asked = [at.cleo.personId, at.manager.personId, crypto.randomUUID()];
    for (const version of [1, 2]) {
      const lines = asked.map((personId) => ({ personId, version, minor: 1700, why: null }));
      const { json } = await at.ask(at.manager, 'PUT', `cycles/${id}/lines`, { lines });
      const refused = asked.map((personId) => ({ personId, words: 'Nobody of yours to choose for.' }));
      expect(json).toEqual({ saved: [], clashed: [], refused });
    }
    expect((await at.line(at.owner, id, at.cleo)).chosen?.minor).toBe(1600);
  });
});

describe('somebody who keeps pay and is in the review', () => {
  it('learns nothing of what is chosen for themselves, from no sum, refusal, state or word', async () => {
    const at = await site.reviewing();
    const id = await at.opened();
    const learn = () => everythingLearnt(at, at.payroll, id, at.ana, true);
    const before = await learn();
    expect((await at.shown(at.payroll, id)).lines.map(({ name }) => name)).not.toContain('Pia');
    // What is chosen for Pia alone is more than the whole budget.
    for (const minor of [2001, 2150, 4000]) {
      expect((await at.chosen(at.owner, id, at.payroll, minor)).saved).toHaveLength(1);
      expect(await learn()).toEqual(before);
    }
    const own = [{ personId: at.payroll.personId, version: 4, minor: 3000, why: null }];
    expect((await at.ask(at.payroll, 'PUT', `cycles/${id}/lines`, { lines: own })).json).toMatchObject({ saved: [] });
  });

  it('does not submit it: somebody else does, and nothing shows that there was anything left, nor that it went over', async () => {
    const at = await site.reviewing();
    const id = await at.opened();
    await at.choose(at.owner, id, at.payroll, 4000);
    await at.choose(at.owner, id, at.ana, 1600);
    expect(await at.submitted(at.payroll, id)).toEqual({ proposed: 1, left: [], missing: null });
    expect(await at.raises()).toEqual(['Ana']);
    const before = still(await at.shown(at.payroll, id));
    expect((await at.submit(at.owner, id)).json).toMatchObject({ code: 'over_budget' });
    expect(await at.submitted(at.owner, id, { overBudget: 'She was promised it' })).toMatchObject({ proposed: 1 });
    expect(await at.raises()).toEqual(['Ana', 'Pia']);
    expect(still(await at.shown(at.payroll, id))).toBe(before);
    // Shown to who said so, and to who can get nothing by it.
    const other = await at.as('owner', 'Otto');
    for (const who of [at.owner, other])
      expect((await at.shown(who, id)).overrides).toMatchObject([{ by: 'Olga Owner', words: 'She was promised it' }]);
  });
});
