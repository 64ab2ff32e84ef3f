import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { reminderLetter } from './letters.ts';
import { remindOfEnds } from './reminders.ts';

const day = 86_400_000;
let world: World;
let office: Office;
let owner: Browser;
let ana: Browser;
let forklift: string;

// At 11:00 in Berlin, where the organisations of these tests are.
beforeAll(async () => {
  world = await openWorld('2026-05-04T09:00:00Z');
  office = await openOffice(world);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await office.found();
  ana = await office.signInAs(owner.orgId, 'employee', 'Ana');
  forklift = await add('Forklift');
});

const ask = (method: string, path: string, body?: unknown) => office.ask(path, { as: owner, method, body });
async function add(name: string): Promise<string> {
  const answer = await ask('POST', '/api/qualifications', { name, expires: true });
  return ((await answer.json()) as { id: string }).id;
}
async function hold(person: Browser, held: Readonly<Record<string, string>>): Promise<void> {
  const list = Object.entries(held).map(([qualificationId, expiresOn]) => ({ qualificationId, expiresOn }));
  const answer = await ask('PUT', `/api/people/${person.personId}/qualifications`, { held: list });
  expect(answer.status).toBe(200);
}
const dayIn = (days: number) => new Date(world.clock.now().getTime() + days * day).toISOString().slice(0, 10);

/** The mails that reminding brings now: to whom, and what they say of whose. */
async function remind(): Promise<readonly (readonly [string, string])[]> {
  const before = office.sent.length;
  const { db, vault, clock } = world;
  await remindOfEnds({ db, vault, clock, mail: office.mail, publicUrl: 'http://localhost:3000' }, owner.orgId);
  await office.jobs.runDue();
  return office.sent
    .slice(before)
    .map(({ to, text }) => [to.replace(/\d*-.*/, ''), text.split('\n')[2] ?? ''] as const)
    .toSorted();
}

describe('a qualification that ends', () => {
  it('is told to its holder and to who answers for them, 60, 30 and 7 days before, once each', async () => {
    await hold(ana, { [forklift]: dayIn(61) });
    expect(await remind()).toEqual([]);
    world.clock.advance(day);
    expect(await remind()).toEqual([
      ['employee', 'Forklift, valid until 4 July 2026 (in 60 days)'],
      ['owner', 'Ana: Forklift, valid until 4 July 2026 (in 60 days)'],
    ]);
    expect(await remind()).toEqual([]);
    const told: number[] = [];
    for (let left = 59; left >= -2; left -= 1) {
      world.clock.advance(day);
      if ((await remind()).length > 0) told.push(left);
    }
    expect(told).toEqual([30, 7]);
  });

  it('that is entered late is told of once, and a new last day is a new one', async () => {
    await hold(ana, { [forklift]: dayIn(5) });
    expect(await remind()).toHaveLength(2);
    expect(await remind()).toEqual([]);
    // Writing the same again forgets nothing of what was said.
    await hold(ana, { [forklift]: dayIn(5) });
    expect(await remind()).toEqual([]);
    await hold(ana, { [forklift]: dayIn(20) });
    expect(await remind()).toHaveLength(2);
  });

  it('reaches the schedulers who have the person in reach instead of owners, all in one mail', async () => {
    const bar = ((await (await ask('POST', '/api/departments', { name: 'Bar' })).json()) as { id: string }).id;
    const [near, far] = [
      await office.signInAs(owner.orgId, 'scheduler', 'Near'),
      await office.signInAs(owner.orgId, 'scheduler', 'Far'),
    ];
    await ask('PATCH', `/api/members/${near.personId}`, { reach: { departments: [bar] } });
    const attic = ((await (await ask('POST', '/api/departments', { name: 'Attic' })).json()) as { id: string }).id;
    await ask('PATCH', `/api/members/${far.personId}`, { reach: { departments: [attic] } });
    await ask('PATCH', `/api/members/${ana.personId}`, { departments: [bar] });
    await hold(ana, { [forklift]: dayIn(7), [await add('First aid')]: dayIn(3) });
    const mails = await remind();
    expect(mails.map(([to]) => to)).toEqual(['employee', 'scheduler']);
    const text = office.sent.at(-1)?.text ?? '';
    expect(text).toContain('First aid');
    expect(text).toContain('Forklift');
  });

  it('is nobody’s concern once it is archived, or its holder has left', async () => {
    await hold(ana, { [forklift]: dayIn(7) });
    await ask('PATCH', `/api/qualifications/${forklift}`, { archived: true });
    expect(await remind()).toEqual([]);
    await ask('PATCH', `/api/qualifications/${forklift}`, { archived: false });
    await ask('DELETE', `/api/members/${ana.personId}`);
    expect(await remind()).toEqual([]);
  });

  it('is not told at night: the day begins at seven, in the organisation’s own zone', async () => {
    await hold(ana, { [forklift]: dayIn(6) });
    world.clock.advance(19.5 * 3_600_000);
    expect(await remind()).toEqual([]);
    world.clock.advance(3_600_000);
    expect(await remind()).toHaveLength(2);
    world.clock.advance(3.5 * 3_600_000);
  });
});

describe('the letter', () => {
  it('says how many more there are than it lists, and holds no markup of a name', () => {
    const ending = { qualification: '<b>Bar</b>', expiresOn: '2026-05-05', daysLeft: 1 };
    const many = Array.from({ length: 43 }, (_, index) => ({ ...ending, name: `P${index}` }));
    const letter = reminderLetter('a@example.com', many, 'https://coact.example.com/qualifications');
    expect(letter.text).toContain('P39: <b>Bar</b>, valid until 5 May 2026 (tomorrow)');
    expect(letter.text).not.toContain('P40:');
    expect(letter.text).toContain('And 3 more.');
    expect(letter.html).not.toContain('<b>Bar');
  });
});
