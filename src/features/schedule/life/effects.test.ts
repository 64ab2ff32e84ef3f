import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanSite } from '../plan/plan-world.fixture.ts';
import { foundLife, type LifeWorld, openLifeSite } from './life-world.fixture.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openLifeSite();
});
afterAll(() => site[Symbol.asyncDispose]());

const effects = async (at: LifeWorld, as: LifeWorld['ana'], id: string) =>
  (await at.act(as, 'GET', `offers/${id}`)).json.effects.map(({ effect }) => effect);

/** An hour of Ana costs 30.00, one of Ben 20.00; what one of Cleo costs nobody has said. */
async function paid(): Promise<LifeWorld> {
  const at = await foundLife(site);
  site.wages.write(at.orgId, { personId: at.ana.personId, minor: 3000 });
  site.wages.write(at.orgId, { personId: at.ben.personId, minor: 2000 });
  return at;
}

describe('what an offer comes to', () => {
  it('is said in one’s own hours and pay, and in nobody else’s', async () => {
    const at = await paid();
    await at.give({ 18: at.ana, 20: at.ben });
    const { id } = await at.offer(at.ana, 18, {
      people: [{ personId: at.ben.personId }, { personId: at.cleo.personId }],
    });
    const [his] = await effects(at, at.ben, id);
    expect(his).toMatchObject({ minutesBefore: 480, minutesAfter: 960, payMinor: 8 * 2000 });
    expect(his?.words).toMatch(/^16 h instead of 8 h in the week of .*\. .*160\.00 more pay\.$/);
    const [hers] = await effects(at, at.cleo, id);
    expect(hers).toMatchObject({ minutesBefore: 0, minutesAfter: 480, payMinor: null, currency: null });
    expect(hers?.words).not.toContain('pay');
    expect(await effects(at, at.ana, id)).toEqual([]);
  });

  it('counts of a part its own minutes alone', async () => {
    const at = await paid();
    await at.give({ 18: at.ana });
    const { id } = await at.offer(at.ana, 18, {
      ...{ from: '2026-05-18T11:00', to: '2026-05-18T13:30', people: [{ personId: at.ben.personId }] },
    });
    expect(await effects(at, at.ben, id)).toMatchObject([{ minutesBefore: 0, minutesAfter: 150, payMinor: 5000 }]);
  });

  it('tells of both weeks where the shift in return is of another one, and that the pay is the same', async () => {
    const at = await paid();
    await at.give({ 18: at.ana, 26: at.ben });
    const people = [{ personId: at.ben.personId, returns: [await at.on(26)] }];
    const { id } = await at.offer(at.ana, 18, { people });
    const [his] = await effects(at, at.ben, id);
    expect(his).toMatchObject({ minutesBefore: 0, minutesAfter: 480, payMinor: 0 });
    expect(his?.words).toMatch(
      /8 h instead of 0 h in the week of .*18 May.* 0 h instead of 8 h in the week of .*25 May/,
    );
    expect(his?.words).toContain('The same pay.');
  });

  it('is said of open shifts too', async () => {
    const at = await paid();
    await at.give({ 18: at.ana, 20: at.ben });
    const { shifts } = (await at.act(at.ben, 'GET', 'open-shifts?from=2026-05-18&to=2026-05-24')).json;
    expect(shifts[0]?.effect).toMatchObject({ minutesBefore: 480, minutesAfter: 960, payMinor: 16_000 });
  });
});
