import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanSite } from '../../plan/plan-world.fixture.ts';
import { dayOf, foundLife, type LifeWorld, openLifeSite } from '../life-world.fixture.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openLifeSite();
});
afterAll(() => site[Symbol.asyncDispose]());

type Who = LifeWorld['ana'];

const see = (at: LifeWorld, as: Who, id: string) => at.act(as, 'GET', `offers/${id}`);
const asked = (...people: readonly Who[]) => ({ people: people.map(({ personId }) => ({ personId })) });
const names = (offer: { readonly people: readonly { readonly name: string }[] }) =>
  offer.people.map(({ name }) => name).toSorted();
const accept = (at: LifeWorld, as: Who, id: string) => at.act(as, 'POST', `offers/${id}/accept`, {});

/** A scheduler of another place, who plans none of this. */
async function strangerTo(at: LifeWorld): Promise<Who> {
  const place = await site.office.ask('/api/locations', {
    ...{ as: at.owner, method: 'POST', body: { name: 'Hill', timeZone: 'Europe/Lisbon' } },
  });
  const { id } = (await place.json()) as { readonly id: string };
  const far = await site.office.signInAs(at.orgId, 'scheduler', 'Far');
  const reach = { departments: [], locations: [id] };
  const body = { reach };
  await site.office.ask(`/api/members/${far.personId}`, { as: at.owner, method: 'PATCH', body });
  return far;
}

describe('of an offer', () => {
  it('its giver sees everybody who was asked, and each of them only themselves', async () => {
    const at = await foundLife(site);
    await at.give({ 18: at.ana, 20: at.ben, 21: at.cleo });
    const returned = async (who: Who, day: number) => ({ personId: who.personId, returns: [await at.on(day)] });
    const people = [await returned(at.ben, 20), await returned(at.cleo, 21)];
    const { id } = await at.offer(at.ana, 18, { people });
    expect(names((await see(at, at.ana, id)).json)).toEqual(['Ben', 'Cleo']);
    for (const [who, name] of [
      [at.ben, 'Ben'],
      [at.cleo, 'Cleo'],
    ] as const)
      expect(names((await see(at, who, id)).json)).toEqual([name]);
    const his = JSON.stringify([(await see(at, at.ben, id)).json, (await at.act(at.ben, 'GET', 'offers')).json]);
    expect(his).not.toContain(at.cleo.personId);
    expect(his).not.toContain(await at.on(21));
  });

  it('who was not the first learns who was, but neither what was given for it nor why it was refused', async () => {
    const at = await foundLife(site);
    await at.settings({ trades: 'approval' });
    await at.give({ 18: at.ana, 20: at.ben });
    const back = await at.on(20);
    const people = [{ personId: at.ben.personId, returns: [back] }, { personId: at.cleo.personId }];
    const { id } = await at.offer(at.ana, 18, { people });
    await at.act(at.ben, 'POST', `offers/${id}/accept`, { returnAssignmentId: back });
    const [his, hers] = [(await see(at, at.ben, id)).json, (await see(at, at.cleo, id)).json];
    expect([his.takes?.assignmentId, hers.takes, hers.mayAccept]).toEqual([back, null, false]);
    const reason = 'Ben is needed on Wednesday';
    expect((await at.act(at.owner, 'POST', `offers/${id}/refuse`, { reason })).status).toBe(200);
    expect((await see(at, at.ana, id)).json.reason).toBe(reason);
    expect(JSON.stringify((await see(at, at.cleo, id)).json)).not.toContain(reason);
    expect((await at.told(at.cleo)).join()).not.toContain(reason);
  });

  it('a scheduler learns once it waits for them, and only who plans that work', async () => {
    const at = await foundLife(site);
    await at.settings({ trades: 'approval' });
    const far = await strangerTo(at);
    await at.give({ 18: at.ana });
    const { id } = await at.offer(at.ana, 18);
    expect((await see(at, at.owner, id)).status).toBe(404);
    await accept(at, at.ben, id);
    expect((await see(at, at.owner, id)).json).toMatchObject({ mayDecide: true, mayAccept: false, mine: false });
    expect((await see(at, far, id)).status).toBe(404);
    for (const [act, body] of [
      ['approve', undefined],
      ['refuse', { reason: 'No' }],
    ] as const)
      expect([act, (await at.act(far, 'POST', `offers/${id}/${act}`, body)).status]).toEqual([act, 404]);
    expect((await at.act(far, 'GET', 'offers')).json.toDecide).toEqual([]);
    expect((await see(at, at.ana, id)).json.state).toBe('waiting');
  });

  it('other organisations see nothing, whatever they may do at home', async () => {
    const at = await foundLife(site);
    const elsewhere = await foundLife(site);
    await at.settings({ trades: 'approval', claims: 'picked' });
    await at.give({ 18: at.ana });
    const { id } = await at.offer(at.ana, 18);
    await accept(at, at.ben, id);
    const { id: shift } = await at.shift(at.roles.bar, dayOf(19));
    const { claimId } = (await at.act(at.ben, 'POST', `open-shifts/${shift}/claims`, {})).json;
    const paths = [
      ...['approve', 'withdraw', 'accept', 'decline'].map((act) => ['POST', `offers/${id}/${act}`] as const),
      ...([
        ['GET', `offers/${id}`],
        ['POST', `claims/${claimId}/pick`],
        ['DELETE', `claims/${claimId}`],
      ] as const),
      ['POST', `open-shifts/${shift}/claims`] as const,
    ];
    for (const [method, path] of paths) {
      const body = /accept|claims$/.test(path) ? {} : undefined;
      expect([path, (await elsewhere.act(elsewhere.owner, method, path, body)).status]).toEqual([path, 404]);
    }
    const foreign = await elsewhere.act(elsewhere.ana, 'POST', 'offers', {
      ...{ assignmentId: await at.on(18), everyone: true },
    });
    expect(foreign.status).toBe(404);
    expect((await see(at, at.ana, id)).json.state).toBe('waiting');
    const stranger = await at.act(at.cleo, 'POST', 'offers', { assignmentId: await at.on(18), ...asked(at.ben) });
    expect(stranger.status).toBe(404);
  });
});

it('an offer to everyone is to those who may take it, and asks nobody else', async () => {
  const at = await foundLife(site);
  await at.give({ 18: at.ana });
  const barista = await site.office.signInAs(at.orgId, 'employee', 'Dora');
  const { id, toEveryone } = await at.offer(at.ana, 18, { everyone: true });
  expect(toEveryone).toBe(true);
  expect(names((await see(at, at.ana, id)).json)).toEqual(['Ben', 'Cleo']);
  expect((await see(at, barista, id)).status).toBe(404);
  expect((await accept(at, barista, id)).status).toBe(404);
  expect((await at.told(barista)).join()).not.toContain('Ana');
});
