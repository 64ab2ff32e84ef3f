import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { openProcessWorld, type ProcessWorld, step } from '../process-world.fixture.ts';
import { replaceLost } from './lost.ts';

let given: ProcessWorld;
let ana: Browser;
let bo: Browser;
beforeAll(async () => {
  given = await openProcessWorld();
  ana = await given.signInAs('employee', 'Ana');
  bo = await given.signInAs('employee', 'Bo');
});
afterAll(() => given[Symbol.asyncDispose]());

const secret = 'Letting somebody go';
const only = (who: Browser) => ({
  ...{ ownerId: null, reviewBy: null, confidential: true },
  audience: [{ kind: 'person', ref: who.personId }],
});
/** All that somebody finds among their notices on the web, as text. */
const notices = async (who: Browser) => JSON.stringify(await given.did('GET', '/api/notices', undefined, who));
const begin = async (who: Browser) => {
  const process = await given.publish({ title: secret, steps: [step(), step()] }, only(who));
  const { id } = await given.did('POST', `/api/processes/${process}/runs`, { doerId: who.personId });
  return { process, run: String(id) };
};

describe('what somebody was told of a run', () => {
  it('says how far it is, while they may read it', async () => {
    const { run } = await begin(ana);
    const { items } = (await given.did('GET', `/api/process-runs/${run}`)) as { items: { step: { id: string } }[] };
    const entry = { id: crypto.randomUUID(), doneAt: given.world.clock.now().toISOString(), stepId: items[0]?.step.id };
    await given.did('POST', `/api/process-runs/${run}/entries`, entry, ana);
    expect(await notices(ana)).toContain('1 of 2 steps done.');
    expect(await notices(bo)).not.toContain('steps done');
    await given.did('POST', `/api/process-runs/${run}/stop`, { why: 'A fire drill' });
    expect(await notices(ana)).toContain('Stopped: A fire drill');
  });

  it('is replaced once they may not, at once where its access is changed', async () => {
    const { process, run } = await begin(bo);
    expect(await notices(bo)).toContain('Something is to be done by you');
    expect(await notices(bo)).not.toContain(secret);
    await given.did('PUT', `/api/processes/${process}/access`, only(ana));
    expect(await notices(bo)).toContain('not shown to you any more');
    expect((await given.ask('GET', `/api/process-runs/${run}`, undefined, bo)).status).toBe(404);
    await given.did('PUT', `/api/processes/${process}/access`, only(bo));
    expect(await notices(bo)).toContain('0 of 2 steps done.');
  });

  it('is replaced where a place or a role is lost, as soon as the clock comes round', async () => {
    const place = String((await given.did('POST', '/api/locations', { name: 'Kreuzberg', timeZone: 'UTC' })).id);
    await given.did('PATCH', `/api/members/${bo.personId}`, { locations: [place] });
    const title = 'Closing Kreuzberg';
    const access = { audience: [{ kind: 'location', ref: place }] };
    const process = await given.publish({ title, steps: [step()] }, access);
    await given.did('POST', `/api/processes/${process}/runs`, { doerId: bo.personId });
    expect(await notices(bo)).toContain(title);
    await given.did('PATCH', `/api/members/${bo.personId}`, { locations: [] });
    const look = () => given.world.db.inOrg(given.owner.orgId, (tx) => replaceLost(given.parts, tx));
    await look();
    expect(await notices(bo)).not.toContain(title);
    await look();
    await given.did('PATCH', `/api/members/${bo.personId}`, { locations: [place] });
    await look();
    expect(await notices(bo)).toContain(title);
  });

  it('is replaced where the process is archived', async () => {
    // Notices of one moment have no order.
    given.world.clock.advance(1_000);
    const { process } = await begin(ana);
    await given.did('POST', `/api/processes/${process}/archive`);
    const [latest] = ((await given.did('GET', '/api/notices', undefined, ana)) as { notices: { subject: string }[] })
      .notices;
    expect(latest?.subject).toBe('A process');
  });
});
