import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { sql } from '../../../platform/db/index.ts';
import { type CycleSite, type CycleWorld, hourly, openCycleSite, payrollAsks } from './cycle-world.fixture.ts';
import { submitCycle } from './submitting.ts';

let site: CycleSite;
beforeAll(async () => {
  site = await openCycleSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** So much more an hour for each of four, of a budget of 5,000.00 a year. */
async function chosen(more = 40): Promise<{ readonly at: CycleWorld; readonly id: string }> {
  const at = await site.reviewing();
  const id = await at.opened();
  for (const who of [at.ana, at.ben, at.cleo, at.dan]) await at.choose(at.payroll, id, who, 1500 + more);
  return { at, id };
}

const asks = ({ orgId, payroll }: CycleWorld) => payrollAsks(site, orgId, payroll.personId);

describe('submitting', () => {
  it('makes an ordinary proposal of each line with a raise, which takes the ordinary way', async () => {
    const { at, id } = await chosen();
    await at.choose(at.payroll, id, at.dan, 1500);
    await at.choose(at.payroll, id, at.ana, 1550, { why: 'Leads the early shift' });
    expect(await at.submitted(at.payroll, id)).toEqual({ proposed: 3, left: [], missing: null });
    expect(await at.raises()).toEqual(['Ana', 'Ben', 'Cleo']);
    const { raise, increase } = await at.line(at.owner, id, at.ana);
    expect([raise?.state, increase]).toEqual(['open', 50 * 40 * 52]);
    const read = await at.ask(at.owner, 'POST', `raises/${raise?.id}/look`, { reason: 'checking' });
    expect(read.json).toMatchObject({
      ...{ from: '2026-06-01', reason: 'Leads the early shift', proposedBy: 'Pia', needed: 1 },
      pay: { before: { minor: 1500 }, after: { minor: 1550, kind: 'hourly' } },
    });
    const ben = await at.line(at.owner, id, at.ben);
    const named = await at.ask(at.owner, 'POST', `raises/${ben.raise?.id}/look`, { reason: 'checking' });
    expect(named.json.reason).toBe('Summer review');
    // It is the proposal's affair from now on; one that comes to nothing costs nothing.
    expect((await at.chosen(at.payroll, id, at.ana, 1700)).refused).toMatchObject([
      { words: expect.stringContaining('proposed') },
    ]);
    await at.ask(at.payroll, 'POST', `raises/${raise?.id}/withdrawal`, { revision: 1 });
    expect(await at.line(at.owner, id, at.ana)).toMatchObject({ increase: 0, raise: { state: 'withdrawn' } });
  });

  it('twice makes nothing twice, and proposes what was chosen since', async () => {
    const { at, id } = await chosen();
    await at.choose(at.payroll, id, at.dan, null);
    expect((await at.submitted(at.payroll, id)).proposed).toBe(3);
    expect((await at.submitted(at.payroll, id)).proposed).toBe(0);
    await at.choose(at.payroll, id, at.dan, 1510);
    expect((await at.submitted(at.owner, id)).proposed).toBe(1);
    expect(await at.raises()).toEqual(['Ana', 'Ben', 'Cleo', 'Dan']);
  });

  it('by two at once makes each proposal once', async () => {
    const { at, id } = await chosen();
    const both = await Promise.all(
      [asks(at), asks(at)].map((one) => submitCycle(site.parts, one, id, { revision: 2 })),
    );
    expect(await at.raises()).toEqual(['Ana', 'Ben', 'Cleo', 'Dan']);
    const made = both.map((done) => (done !== null && 'proposed' in done ? done.proposed : 0));
    expect(made[0] ?? 0).toBeLessThanOrEqual(4);
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(4);
  });

  it('that is cut short anywhere has neither lost nor doubled a line, and goes on where it was', async () => {
    // The unit of work that begins it, and one for each line: cut before each of them, and in the middle of each.
    for (const [when, cuts] of [
      ['before', [1, 4]],
      ['within', [2, 3]],
    ] as const)
      for (const last of cuts) {
        const { at, id } = await chosen();
        let units = 0;
        const inOrg: Database['inOrg'] = (orgId, work) => {
          units += 1;
          if (units <= last) return site.parts.db.inOrg(orgId, work);
          if (when === 'before') throw new Error('the process is gone');
          return site.parts.db.inOrg(orgId, async (tx) => {
            await work(tx);
            throw new Error('the process is gone');
          });
        };
        const parts = { ...site.parts, db: { ...site.parts.db, inOrg } };
        await expect(submitCycle(parts, asks(at), id, { revision: 2 })).rejects.toThrow('is gone');
        expect([when, last, (await at.raises()).length]).toEqual([when, last, last - 1]);
        const { lines, state } = await at.shown(at.owner, id);
        expect([state, lines.filter(({ isGoing }) => isGoing).length]).toEqual(['submitted', 5 - last]);
        // Nobody chooses anything else for who is about to be proposed.
        const going = lines.find(({ isGoing }) => isGoing);
        const other = [{ personId: going?.personId, version: going?.version, minor: 2000, why: null }];
        const { json } = await at.ask(at.payroll, 'PUT', `cycles/${id}/lines`, { lines: other });
        expect(json).toMatchObject({ saved: [], refused: [{ words: 'It is about to be proposed.' }] });
        expect((await at.submitted(at.owner, id)).proposed).toBe(5 - last);
        expect(await at.raises()).toEqual(['Ana', 'Ben', 'Cleo', 'Dan']);
        const { rows } = await at.in((tx) =>
          sql<{ count: number }>`select count(distinct raise_id)::int as count from pay_cycle_lines`.execute(tx.on()),
        );
        expect(rows).toEqual([{ count: 4 }]);
      }
  }, 120_000);

  it('over the budget is refused without an amount, or done with a reason that is kept', async () => {
    const { at, id } = await chosen(61);
    const { json, status } = await at.submit(at.payroll, id);
    expect([status, json.code]).toEqual([409, 'over_budget']);
    expect(JSON.stringify(json)).not.toMatch(/\d{4}/);
    expect([await at.raises(), (await at.shown(at.owner, id)).state]).toEqual([[], 'open']);
    expect((await at.submit(at.payroll, id, { overBudget: ' ' })).status).toBe(422);
    expect((await at.submitted(at.payroll, id, { overBudget: 'Prices have gone up' })).proposed).toBe(4);
    expect((await at.shown(at.owner, id)).overrides).toMatchObject([{ by: 'Pia', words: 'Prices have gone up' }]);
    const { rows } = await at.in((tx) => sql<object>`select * from pay_cycle_overrides`.execute(tx.on()));
    expect(JSON.stringify(rows)).not.toContain('Prices');
  });

  it('of exactly the budget is within it', async () => {
    const { at, id } = await chosen(60);
    await at.change(at.owner, id, { revision: 2, budget: 4 * 60 * 40 * 52 });
    expect((await at.submitted(at.payroll, id)).proposed).toBe(4);
  });

  it('leaves out whose line can’t be proposed, says why, and proposes them once that is put right', async () => {
    const { at, id } = await chosen();
    const raise = { from: '2026-07-01', title: 'Chef', pay: null, reason: 'x' };
    const waits = await at.ask(at.owner, 'POST', `people/${at.ben.personId}/raises`, raise);
    await at.enter(at.owner, { ...hourly(1510), from: '2026-05-20' }, at.cleo);
    await site.office.ask(`/api/members/${at.dan.personId}`, { as: at.owner, method: 'DELETE' });
    await at.in((tx) => sql`update people set state = 'deactivated' where id = ${at.dan.personId}`.execute(tx.on()));
    const { proposed, left } = await at.submitted(at.payroll, id);
    expect([proposed, left.map(({ words }) => words.split('.')[0])]).toEqual([
      1,
      [
        'A proposal for them waits already',
        'What they earn has changed since this was chosen',
        'They are not here any more',
      ],
    ]);
    await at.ask(at.owner, 'POST', `raises/${waits.json.id}/withdrawal`, { revision: 1 });
    await at.choose(at.payroll, id, at.cleo, 1540);
    expect(await at.submitted(at.payroll, id)).toMatchObject({ proposed: 2, left: [{ name: 'Dan' }] });
  });

  it('with words on what to do where too few could approve', async () => {
    const { at, id } = await chosen();
    await at.settings({ approvals: 3 });
    expect((await at.submitted(at.payroll, id)).missing).toContain('people are needed');
  });

  it('of a wage for one role alone proposes for that role', async () => {
    const at = await site.reviewing();
    const { json } = await site.office
      .ask('/api/locations', { as: at.owner, method: 'POST', body: { name: 'Quay', timeZone: 'Europe/Lisbon' } })
      .then(async (answer) => ({ json: (await answer.json()) as { id: string } }));
    const roleId = crypto.randomUUID();
    await at.in((tx) =>
      sql`insert into work_roles (org_id, id, name, location_id, colour, importance, created_at)
        values (${at.orgId}, ${roleId}, 'Till', ${json.id}, 'teal', 1, now())`.execute(tx.on()),
    );
    const eva = await at.as('employee', 'Eva');
    await at.enter(at.owner, { roleId }, eva);
    const id = await at.opened();
    expect((await at.chosen(at.payroll, id, eva, 1600)).saved).toHaveLength(1);
    expect((await at.submitted(at.payroll, id)).proposed).toBe(1);
    const { raise } = await at.line(at.owner, id, eva);
    const read = await at.ask(at.owner, 'POST', `raises/${raise?.id}/look`, { reason: 'checking' });
    expect(read.json).toMatchObject({ pay: { roleId, after: { minor: 1600 } } });
  });
});
