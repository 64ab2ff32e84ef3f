import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRaiseSite, type RaiseSite } from './raise-world.fixture.ts';

let site: RaiseSite;
beforeAll(async () => {
  site = await openRaiseSite();
});
afterAll(() => site[Symbol.asyncDispose]());

describe('a proposal', () => {
  it('is proposed, approved by somebody else, and takes effect by itself on its day', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll);
    expect(await at.shown(id)).toMatchObject({ state: 'open', approvals: 0, waitsFor: ['Olga Owner'], missing: null });
    expect((await at.act(at.owner, id, 'approval')).status).toBe(204);
    expect((await at.shown(id)).state).toBe('approved');
    await at.work();
    expect((await at.shown(id)).state).toBe('approved');
    at.goTo('2026-06-01');
    await at.work();
    expect((await at.shown(id)).state).toBe('in_force');
    const { json } = await at.ask(at.ana, 'GET', 'me');
    expect(json.entries).toMatchObject([
      {
        pay: { minor: 1800 },
        from: '2026-06-01',
        why: 'Runs the early shift',
        enteredBy: 'Pia',
        decidedBy: 'Olga Owner',
      },
      { pay: { minor: 1500 } },
    ]);
  });
});
