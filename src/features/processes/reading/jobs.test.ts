import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { openProcessWorld, type ProcessWorld } from '../process-world.fixture.ts';
import { type ReadingDesk, readingDesk } from './reading.fixture.ts';
import { openReadings, takeForReminder, takeUntold } from './store.ts';

const day = 86_400_000;
let given: ProcessWorld;
let desk: ReadingDesk;
let ana: Browser;
let ben: Browser;
beforeAll(async () => {
  given = await openProcessWorld();
  desk = readingDesk(given);
});
afterAll(() => given[Symbol.asyncDispose]());
beforeEach(async () => {
  [ana, ben] = [await given.signInAs('employee', 'Ana'), await given.signInAs('employee', 'Ben')];
});

const only = (...people: Browser[]) => people.map(({ personId }) => ({ kind: 'person', ref: personId }));
const remind = () => desk.mailsOf(() => desk.follow());
const pass = (days: number) => given.world.clock.advance(days * day);

describe('reminders', () => {
  it('come at each interval up to their last day, to those who have not confirmed, however often the clock looks', async () => {
    const id = await given.publish({ title: 'Lifting' });
    await desk.askFor(id, { audience: only(ana, ben), remindEvery: 3, remindUntil: desk.dayIn(7) });
    await desk.confirm(id, ana);
    const told: (readonly [number, readonly string[]])[] = [];
    for (let days = 1; days <= 12; days += 1) {
      pass(1);
      const mails = [...(await remind()), ...(await remind())];
      if (mails.length > 0) told.push([days, mails]);
    }
    expect(told).toEqual([3, 6].map((days) => [days, ['employee: Still to read: “Lifting”']]));
    await given.did('POST', desk.at(id, '/end'));
  });

  it('of several are one message', async () => {
    const ids = [await given.publish({ title: 'One' }), await given.publish({ title: 'Two' })];
    for (const id of ids) await desk.askFor(id, { audience: only(ana), remindEvery: 2 });
    pass(2);
    expect(await remind()).toEqual(['employee: 2 processes are still to be read by you']);
    for (const id of ids) await given.did('POST', desk.at(id, '/end'));
  });

  it('wait for the day', async () => {
    const id = await given.publish({ title: 'Night' });
    await desk.askFor(id, { audience: only(ana), remindEvery: 1 });
    const hour = given.world.clock.now().getUTCHours();
    const midnight = (24 - hour) * 3_600_000;
    given.world.clock.advance(day + midnight);
    expect(await remind()).toEqual([]);
    given.world.clock.advance(9 * 3_600_000);
    expect(await remind()).toEqual(['employee: Still to read: “Night”']);
    await given.did('POST', desk.at(id, '/end'));
  });

  it('are for nobody who has left, nor who has left the audience, nor of what is archived', async () => {
    const id = await given.publish({ title: 'Left' });
    await desk.askFor(id, { audience: only(ana, ben), remindEvery: 1 });
    await desk.askFor(id, { audience: only(ana), remindEvery: 1 });
    await given.did('PATCH', `/api/members/${ana.personId}`, { state: 'deactivated' });
    pass(2);
    expect(await remind()).toEqual([]);
    await given.did('PATCH', `/api/members/${ana.personId}`, { state: 'active' });
    await given.did('POST', `/api/processes/${id}/archive`);
    expect(await remind()).toEqual([]);
    await given.did('POST', `/api/processes/${id}/restore`);
    expect(await remind()).toEqual(['employee: Still to read: “Left”']);
    await given.did('POST', desk.at(id, '/end'));
  });
});

it('asks who comes to belong to the audience, once, and tells nobody else again', async () => {
  const { id: place } = await given.did('POST', '/api/locations', { name: 'Pier', timeZone: 'Europe/Berlin' });
  await given.did('PATCH', `/api/members/${ana.personId}`, { locations: [place] });
  const id = await given.publish({ title: 'Mooring' });
  const asking = () => desk.askFor(id, { audience: [{ kind: 'location', ref: place }] });
  expect(await desk.mailsOf(asking)).toEqual(['employee: Please read “Mooring”']);
  expect(await remind()).toEqual([]);
  await given.did('PATCH', `/api/members/${ben.personId}`, { locations: [place] });
  expect(await desk.toRead(ben)).toEqual(['Mooring']);
  expect(await remind()).toEqual(['employee: Please read “Mooring”']);
  expect(await remind()).toEqual([]);
  await given.did('POST', desk.at(id, '/end'));
});

it('reminds by hand once a day, and says who did so when', async () => {
  const id = await given.publish({ title: 'By hand' });
  await desk.askFor(id, { audience: only(ana, ben) });
  expect(await given.ask('POST', desk.at(id, '/remind'))).toMatchObject({
    status: 409,
    json: { code: 'nobody_to_remind' },
  });
  pass(1.5);
  await desk.confirm(id, ben);
  const mails = await desk.mailsOf(() => given.did('POST', desk.at(id, '/remind')));
  expect(mails).toEqual(['employee: Still to read: “By hand”']);
  const again = await given.ask('POST', desk.at(id, '/remind'));
  expect(again).toMatchObject({ status: 409, json: { code: 'reminded_already' } });
  expect(String(again.json.detail)).toMatch(/reminded them on .* You can do so again from /);
  expect(await given.did('GET', desk.at(id))).toMatchObject({ asking: { remindAgainAt: expect.any(String) } });
  pass(1);
  await given.did('POST', desk.at(id, '/remind'));
  await given.did('POST', desk.at(id, '/end'));
});

it('takes each person for one process of the server alone, whichever comes first', async () => {
  const id = await given.publish();
  await desk.askFor(id, { audience: only(ana) });
  const { db, clock } = given.world;
  const inOrg = <T>(work: Parameters<typeof db.inOrg<T>>[1]) => db.inOrg(given.owner.orgId, work);
  const reading = (await inOrg(openReadings)).find(({ processId }) => processId === id);
  if (reading === undefined) throw new Error('it is asked');
  pass(2);
  const [at, since] = [clock.now(), new Date(clock.now().getTime() - day)];
  const taken = await Promise.all(
    [1, 2, 3].map(() => inOrg((tx) => takeForReminder(tx, reading.id, [ana.personId], { since, at }))),
  );
  expect(taken.flat()).toEqual([ana.personId]);
  const untold = await Promise.all(
    [1, 2, 3].map(() => inOrg((tx) => takeUntold(tx, reading.id, [ana.personId, ben.personId], at))),
  );
  expect(untold.flat()).toEqual([ben.personId]);
  await given.did('POST', desk.at(id, '/end'));
});
