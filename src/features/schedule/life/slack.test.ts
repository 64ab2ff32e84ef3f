import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../platform/clock/index.ts';
import { sql } from '../../../platform/db/index.ts';
import type { ActionRequest, ResponseMessage } from '../../../platform/slack/index.ts';
import type { PlanSite } from '../plan/plan-world.fixture.ts';
import { putPeople } from '../work/roles/store.ts';
import { dayOf, foundLife, type LifeWorld, openLifeSite } from './life-world.fixture.ts';
import { claimAction, lifeSurface } from './slack.ts';

let site: PlanSite;
beforeAll(async () => {
  site = await openLifeSite();
});
afterAll(() => site[Symbol.asyncDispose]());

/** Somebody known from Slack alone who knows the bar. */
async function fromSlack(at: LifeWorld) {
  const slackUserId = `U${crypto.randomUUID().slice(0, 8)}`;
  const person = await at.in((tx) => site.parts.people.personForSlack(tx, slackUserId));
  const staff = [at.ana, at.ben, at.cleo].map(({ personId }) => personId);
  const added = [{ id: newId(site.world.clock), personId: person.id }];
  await at.in((tx) => putPeople(tx, at.roles.bar, added, staff));
  return { slackUserId, personId: person.id };
}

/** Presses a button as Slack tells of it, and gives what they read who pressed. */
async function press(at: LifeWorld, slackUserId: string, actionId: string, value: string): Promise<string | null> {
  const { policy } = site.office;
  const said: ResponseMessage[] = [];
  const client = { respond: async (_url: string, message: ResponseMessage) => (said.push(message), { ok: true }) };
  const request = {
    ...{ orgId: at.orgId, slackUserId, actionId, value, stranger: false, responseUrl: 'https://hooks.slack.test/1' },
    ...{ client, log: site.world.log },
  };
  const handler = lifeSurface({ ...site.parts, policy }).actions?.[actionId];
  // Slack sends more than this; the buttons look at nothing else.
  const answer = await handler?.(request as unknown as ActionRequest);
  await answer?.after?.();
  const [message] = said;
  return message?.kind === 'ephemeral' ? message.text : null;
}

const offerTo = async (at: LifeWorld, day: number, ...ids: string[]) =>
  (await at.offer(at.ana, day, { people: ids.map((personId) => ({ personId })) })).id;

it('accepts and declines by the buttons under an offer, once, and says what became of it', async () => {
  const at = await foundLife(site);
  await at.give({ 18: at.ana, 19: at.ana });
  const { slackUserId, personId } = await fromSlack(at);
  const [first, second] = [await offerTo(at, 18, personId), await offerTo(at, 19, personId)];
  const actions = Object.keys(lifeSurface({ ...site.parts, policy: site.office.policy }).actions ?? {});
  expect(actions).toEqual(['schedule.accept_offer', 'schedule.decline_offer', claimAction]);
  expect(await press(at, slackUserId, 'schedule.accept_offer', first)).toBe('The shift is yours.');
  expect(await press(at, slackUserId, 'schedule.accept_offer', first)).toBe('You have accepted it already.');
  expect(await press(at, slackUserId, 'schedule.decline_offer', second)).toBe('You have declined it.');
  const { plan } = await at.roster();
  expect(plan[0]).not.toContain('Ana');
  expect(plan[1]).toBe('19 Ana 09:00–17:00');
});

it('says why not, and does nothing for who was not asked, has left, or comes from elsewhere', async () => {
  const at = await foundLife(site);
  await at.give({ 18: at.ana });
  const { slackUserId, personId } = await fromSlack(at);
  const id = await offerTo(at, 18, personId, at.ben.personId);
  expect(await press(at, 'U0STRANGE', 'schedule.accept_offer', id)).toContain('not yours to answer');
  expect(await press(at, slackUserId, 'schedule.accept_offer', 'nonsense')).toBeNull();
  await at.rules({ kind: 'week_hours', min: null, max: 60, hard: true, weight: 0 });
  expect(await press(at, slackUserId, 'schedule.accept_offer', id)).toMatch(
    /^A rule speaks against it by now.*\n.*8 h/,
  );
  await at.act(at.ana, 'POST', `offers/${id}/withdraw`);
  expect(await press(at, slackUserId, 'schedule.accept_offer', id)).toBe('This offer was taken back.');
  await at.in((tx) =>
    sql`update people set state = 'deactivated', deactivated_by = 'member' where id = ${personId}`.execute(tx.on()),
  );
  expect(await press(at, slackUserId, 'schedule.accept_offer', id)).toContain('don’t belong');
  expect((await at.roster()).plan).toEqual(['18 Ana 09:00–17:00']);
});

it('claims an open shift', async () => {
  const at = await foundLife(site);
  await at.give({ 18: at.ana });
  const { slackUserId } = await fromSlack(at);
  const { id } = await at.shift(at.roles.bar, dayOf(19));
  expect(await press(at, slackUserId, claimAction, id)).toBe('The shift is yours.');
  expect(await press(at, slackUserId, claimAction, id)).toBe('This shift is not open any more.');
});
