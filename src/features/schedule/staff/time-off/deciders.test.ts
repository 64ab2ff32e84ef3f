import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { openWorkWorld, type WorkWorld } from '../../work-world.fixture.ts';

let world: WorkWorld;
let kindId: string;
let here: string;
let ana: Browser;
beforeAll(async () => {
  world = await openWorkWorld();
  kindId = String((await world.did('POST', 'time-off-kinds', { name: 'Holiday' })).id);
});
afterAll(() => world[Symbol.asyncDispose]());

beforeEach(async () => {
  here = await world.location();
  ana = await world.signInAs('employee', 'Ana');
  await member(ana, { locations: [here] });
});

const member = (who: Browser, body: object) =>
  world.office.ask(`/api/members/${who.personId}`, { as: world.owner, method: 'PATCH', body });
const scheduler = async (name: string, locations: readonly string[]) => {
  const found = await world.signInAs('scheduler', name);
  await member(found, { reach: { departments: [], locations } });
  return found;
};
const asks = async (as = ana, given: object = {}) => {
  const week = { from: '2026-06-01T00:00', to: '2026-06-08T12:00' };
  const { request } = await world.did('POST', 'time-off', { kindId, ...week, note: 'An operation', ...given }, as);
  return (request as { id: string }).id;
};
const heard = async (who: Browser) => {
  const answer = await world.office.ask('/api/notices', { as: who });
  const { notices } = (await answer.json()) as { notices: { event: string; subject: string; lines: string[] }[] };
  return notices.filter(({ event }) => event === 'approval_needed').map(({ subject, lines }) => [subject, ...lines]);
};

describe('a new request', () => {
  it('is told once to the schedulers in whose reach the person is, without what was noted', async () => {
    const [near, far] = [await scheduler('Near', [here]), await scheduler('Far', [await world.location()])];
    const before = (await heard(world.owner)).length;
    await asks();
    expect(await heard(near)).toEqual([
      ['Ana asks for time off', 'Holiday: Mon 1 Jun 2026 until Mon 8 Jun 2026 12:00'],
    ]);
    expect([await heard(far), await heard(ana), (await heard(world.owner)).length]).toEqual([[], [], before]);
  });

  it('is told to owners and admins where no scheduler may decide, as about a scheduler’s own', async () => {
    const near = await scheduler('Near', [here]);
    await member(near, { locations: [here] });
    const before = (await heard(world.owner)).length;
    await asks(near);
    expect([(await heard(world.owner)).length, await heard(near)]).toEqual([before + 1, []]);
  });

  it('is told to nobody where who asks decides, for somebody else or as an owner', async () => {
    const [near, other] = [await scheduler('Near', [here]), await scheduler('Other', [here])];
    const before = (await heard(world.owner)).length;
    await asks(near, { personId: ana.personId });
    await asks(world.owner);
    expect([await heard(near), await heard(other), (await heard(world.owner)).length]).toEqual([[], [], before]);
  });

  it.each([
    ['approve', 'approved by Near', 'near'],
    ['decline', 'declined by Near', 'near'],
    ['withdraw', 'withdrawn by Ana', 'ana'],
  ] as const)('is taken back from all who were told once it is over: %s', async (decision, words, by) => {
    const [near, other] = [await scheduler('Near', [here]), await scheduler('Other', [here])];
    const id = await asks();
    await world.did('POST', `time-off/${id}/${decision}`, {}, by === 'near' ? near : ana);
    const over = ['Ana asks for time off', `Nothing is to be decided any more: it was ${words}.`];
    expect([await heard(near), await heard(other)]).toEqual([[over], [over]]);
  });
});
