import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { putTourAnswer } from './store.ts';
import type { TourAnswer, TourName } from './tour.ts';

let world: World;
let office: Office;
let owner: Browser;
let ana: Browser;

beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await office.found();
  ana = await office.signInAs(owner.orgId, 'employee', 'Ana');
});

const say = (tour: string, answer: string, as = ana) =>
  office.ask('/api/tours', { as, method: 'PUT', body: { tour, answer } });
const answered = async (as = ana) => (await (await office.ask('/api/me', { as })).json()).toursAnswered;
const held = async (as = ana) => {
  const { sections } = await (await office.ask('/api/my-data', { as })).json();
  return sections.find(({ title }: { title: string }) => title === 'Guided tours').content.tours;
};

it('a tour that somebody took or put off is offered to them no more, whatever device they come with', async () => {
  expect(await answered()).toEqual([]);
  expect(await (await say('employees', 'put_off')).json()).toEqual({ toursAnswered: ['employees'] });
  world.clock.advance(1_000);
  expect(await (await say('schedulers', 'taken')).json()).toEqual({ toursAnswered: ['employees', 'schedulers'] });
  expect(await answered()).toEqual(['employees', 'schedulers']);
  expect(await answered(owner)).toEqual([]);
});

it('a tour that was put off can be taken later; one that was taken stays so', async () => {
  await say('employees', 'put_off');
  world.clock.advance(60_000);
  const takenAt = world.clock.now().toISOString();
  await say('employees', 'taken');
  world.clock.advance(60_000);
  await say('employees', 'put_off');
  await say('employees', 'taken');
  expect(await held()).toEqual([{ tour: 'employees', answer: 'taken', answeredAt: takenAt }]);
  expect(await held(owner)).toEqual([]);
});

it('a tour that there is none of is refused, and nothing is kept', async () => {
  expect((await say('operators', 'taken')).status).toBe(422);
  expect((await say('employees', 'maybe')).status).toBe(422);
  expect(await answered()).toEqual([]);
});

it('somebody of whom there were two records has said what either has said', async () => {
  const kept = await world.db.inOrg(owner.orgId, async (tx) => {
    const person = await office.people.personForSlack(tx, 'U7');
    const put = (personId: string, tour: TourName, answer: TourAnswer) =>
      putTourAnswer(tx, personId, { tour, answer, answeredAt: world.clock.now() });
    await put(person.id, 'employees', 'put_off');
    await put(person.id, 'publishers', 'taken');
    await put(ana.personId, 'employees', 'taken');
    await put(ana.personId, 'publishers', 'put_off');
    await put(ana.personId, 'schedulers', 'put_off');
    return office.people.linkSlack(tx, { userId: ana.userId, slackUserId: 'U7' });
  });
  expect(await held({ ...ana, personId: kept?.id ?? '' })).toMatchObject([
    { tour: 'employees', answer: 'taken' },
    { tour: 'publishers', answer: 'taken' },
    { tour: 'schedulers', answer: 'put_off' },
  ]);
});
