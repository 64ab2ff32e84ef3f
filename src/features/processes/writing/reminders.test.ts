import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { openProcessWorld, type ProcessWorld } from '../process-world.fixture.ts';
import { remindOfReviews } from './reminders.ts';
import { dueReminder, dueWords } from './reminding.ts';

const day = 86_400_000;
let given: ProcessWorld;
beforeAll(async () => {
  given = await openProcessWorld();
});
afterAll(() => given[Symbol.asyncDispose]());

const dayIn = (days: number) => new Date(given.world.clock.now().getTime() + days * day).toISOString().slice(0, 10);

/** Subjects of the mails that reminding brings now. */
async function remind(): Promise<readonly string[]> {
  await given.work();
  const before = given.office.sent.length;
  await given.world.db.inOrg(given.owner.orgId, (tx) => remindOfReviews(given.parts, tx));
  await given.work();
  return given.office.sent.slice(before).map(({ to, subject }) => `${to.replace(/\d*-.*/, '')}: ${subject}`);
}

it('comes 30 and 7 days before the day and on it, to whoever answers for the process, once each', async () => {
  const sol = await given.signInAs('scheduler', 'Sol');
  const id = await given.publish({ title: 'First aid' }, undefined, sol);
  const access = { ownerId: sol.personId, reviewBy: dayIn(31), confidential: true, audience: [] };
  await given.did('PUT', `/api/processes/${id}/access`, access);
  expect(await remind()).toEqual([]);
  const told: (readonly [number, readonly string[]])[] = [];
  for (let left = 30; left >= -3; left -= 1) {
    given.world.clock.advance(day);
    const now = await remind();
    if (now.length > 0) told.push([left, now]);
    expect(await remind()).toEqual([]);
  }
  expect(told).toEqual([
    [30, ['scheduler: Looking through “First aid” is due in 30 days']],
    [7, ['scheduler: Looking through “First aid” is due in 7 days']],
    [0, ['scheduler: Looking through “First aid” is due today']],
  ]);
});

it('goes to the owners where nobody answers for it, and not at all for a draft or an archived one', async () => {
  const reviewBy = dayIn(3);
  const id = await given.publish({ title: 'Orphan' }, { reviewBy });
  const draft = await given.begin();
  await given.did('PUT', `/api/processes/${draft}/access`, {
    ownerId: null,
    reviewBy,
    confidential: false,
    audience: [],
  });
  const gone = await given.publish({}, { reviewBy });
  await given.did('POST', `/api/processes/${gone}/archive`);
  expect(await remind()).toEqual(['owner: Looking through “Orphan” is due in 3 days']);
  await given.did('PUT', `/api/processes/${id}/access`, {
    ownerId: null,
    reviewBy: dayIn(4),
    confidential: false,
    audience: [],
  });
  expect(await remind()).toHaveLength(1);
});

test('what is late is told of once, in words', () => {
  expect([31, 30, 12, 7, 3, 0, -9].map(dueReminder)).toEqual([null, 30, 30, 7, 7, 0, 0]);
  expect([5, 1, 0, -1, -3].map(dueWords)).toEqual([
    ...['is due in 5 days', 'is due tomorrow', 'is due today', 'was due yesterday', 'was due 3 days ago'],
  ]);
});
