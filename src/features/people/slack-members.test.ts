import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppMembers, openMembers } from '../../../test/support/app-members.ts';
import { type AppWorld, openAppWorld } from '../../../test/support/app-world.ts';
import type { Browser } from '../../../test/support/sign-in.ts';
import { sql } from '../../platform/db/index.ts';

/** The whole product, as Slack tells it of changes in the workspace T1. */
let world: AppWorld;
let members: AppMembers;
let owner: Browser;
beforeAll(async () => {
  world = await openAppWorld();
  members = await openMembers(world);
  owner = await members.signInAs('owner');
});
afterAll(() => world[Symbol.asyncDispose]());

let count = 0;
/** Somebody who signs in and has proved who they are in Slack, by the name that they have there. */
async function linked(name: string, inSlack = name): Promise<Browser & { readonly slackUserId: string }> {
  count += 1;
  const slackUserId = `ULINKED${count}`;
  world.slack.addUser('T1', slackUserId, { name: inSlack });
  const browser = await members.signInAs('employee');
  await call(browser, 'PATCH', '/api/profile', { name });
  await world.db.inOrg(members.orgId, (tx) =>
    world.app.operator.people.linkSlack(tx, { userId: browser.userId, slackUserId, name: inSlack }),
  );
  return { ...browser, slackUserId };
}

async function call(as: Browser, method: string, path: string, body?: unknown) {
  const { status, text } = await members.ask(as, method, path, { body });
  return { status, json: text === '' ? {} : JSON.parse(text) };
}

/** Slack changes something about a member, and tells it, perhaps more than once. */
async function changes(id: string, change: object, more: object = {}): Promise<number> {
  const user = world.slack.team('T1').users.get(id);
  if (user === undefined) throw new Error(`nobody is ${id}`);
  Object.assign(user, change);
  const event = { type: 'user_change', user: { id, team_id: 'T1', deleted: user.deleted, real_name: user.name } };
  const { status } = await world.deliver(world.slack.send.event('T1', event, more));
  await world.work();
  return status;
}

const stored = async (slackUserId: string) => {
  const { rows } = await world.db.inOrg(members.orgId, (tx) =>
    sql<{ id: string; name: string; state: string; deactivated_by: string | null }>`
      select id, name, state, deactivated_by from people where slack_user_id = ${slackUserId}`.execute(tx.on()),
  );
  return rows[0];
};
const actsOf = async (id: string) => {
  const entries = await world.db.inOrg(members.orgId, (tx) => world.app.operator.audit.read(tx));
  return entries.flatMap(({ entry: { actor, action, target } }) =>
    target?.id === id && actor.kind === 'slack' ? [action] : [],
  );
};
const access = async (as: Browser) => (await call(as, 'GET', '/api/profile')).status;

/** On a shift of next month, which is published. */
async function onShift(personId: string) {
  const post = async (path: string, body: object) => (await call(owner, 'POST', path, body)).json;
  const { id: locationId } = await post('/api/locations', { name: `Quay ${count}`, timeZone: 'Europe/Lisbon' });
  const { id: roleId } = await post('/api/schedule/roles', { name: 'Bar', locationId });
  const day = (weeks: number) => new Date(Date.now() + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
  const { periods } = (await call(owner, 'GET', `/api/schedule/periods?from=${day(4)}&to=${day(9)}`)).json;
  const { firstDay } = periods[1];
  const payload = { needs: 1, breakMinutes: 0, label: null };
  await post(`/api/schedule/roles/${roleId}/series`, { start: `${firstDay}T09:00`, minutes: 480, rule: null, payload });
  const { id: period } = await post('/api/schedule/periods', { firstDay });
  const plan = await call(owner, 'GET', `/api/schedule/plan?from=${firstDay}&to=${firstDay}`);
  const [shift] = plan.json.shifts;
  await post(`/api/schedule/shifts/${shift.id}/assignments`, { personId, overruleWhy: 'For the test' });
  await post(`/api/schedule/periods/${period}/publish`, { why: 'For the test', despite: true });
  return async () => {
    const now = (await call(owner, 'GET', `/api/schedule/plan?from=${firstDay}&to=${firstDay}`)).json.shifts[0];
    return { on: now.assignments.length, missing: now.missing };
  };
}

describe('a member who is deactivated in Slack', () => {
  it('leaves at once: no access, shifts open, recorded as Slack’s act, once however often it is told', async () => {
    const ana = await linked('Ana');
    const shift = await onShift(ana.personId);
    expect([await access(ana), await shift()]).toEqual([200, { on: 1, missing: 0 }]);
    await changes(ana.slackUserId, { deleted: true }, { eventId: 'EvGone' });
    await changes(ana.slackUserId, {}, { eventId: 'EvGone', retry: 1 });
    await changes(ana.slackUserId, {});
    expect([await access(ana), await shift()]).toEqual([401, { on: 0, missing: 1 }]);
    expect(await stored(ana.slackUserId)).toMatchObject({ state: 'deactivated', deactivated_by: 'slack' });
    expect(await actsOf(ana.personId)).toEqual(['people.member_deactivated']);
  });

  it('is back when they are back there, without what was opened, unless a member deactivated them', async () => {
    const [ben, cleo] = [await linked('Ben'), await linked('Cleo')];
    for (const one of [ben, cleo]) await changes(one.slackUserId, { deleted: true });
    await call(owner, 'PATCH', `/api/members/${cleo.personId}`, { state: 'deactivated' });
    for (const one of [ben, cleo]) await changes(one.slackUserId, { deleted: false });
    expect([await stored(ben.slackUserId), await stored(cleo.slackUserId)]).toMatchObject([
      { state: 'active' },
      { state: 'deactivated' },
    ]);
  });

  it('is as Slack says now, whatever an event that comes late says', async () => {
    const dora = await linked('Dora');
    const late = { type: 'user_change', user: { id: dora.slackUserId, deleted: true } };
    await world.deliver(world.slack.send.event('T1', late));
    await world.work();
    expect(await access(dora)).toBe(200);
  });

  it('is believed only where Slack signed it', async () => {
    const eve = await linked('Eve');
    const user = world.slack.team('T1').users.get(eve.slackUserId);
    if (user) user.deleted = true;
    const forged = world.slack.send.event('T1', { type: 'user_change', user: { id: eve.slackUserId, deleted: true } });
    const headers = new Headers(forged.headers);
    headers.set('x-slack-signature', `v0=${'0'.repeat(64)}`);
    const { status } = await world.deliver(new Request(forged, { headers }));
    await world.work();
    expect([status, await access(eve)]).toEqual([401, 200]);
  });

  it('is asked about again after Slack was busy, and when it could not be reached', async () => {
    const fay = await linked('Fay');
    world.slack.failNext('users.info', { kind: 'rate_limit', seconds: 1 });
    await changes(fay.slackUserId, { deleted: true });
    expect(await access(fay)).toBe(200);
    await world.app.jobs.runDue({ future: true });
    expect(await access(fay)).toBe(401);
  });
});

describe('a name in Slack', () => {
  it('is followed by whom Coact calls as Slack does, and recorded', async () => {
    const gil = await linked('Gil Dias');
    await changes(gil.slackUserId, { name: 'Gil Dias Rocha' });
    await changes(gil.slackUserId, {});
    expect((await stored(gil.slackUserId))?.name).toBe('Gil Dias Rocha');
    expect(await actsOf(gil.personId)).toEqual(['people.name_followed']);
  });

  it('does not replace what somebody calls themselves in Coact, nor what can’t be a name', async () => {
    const hal = await linked('Hal', 'Henry Longname');
    await changes(hal.slackUserId, { name: 'Henry Longname-Rocha' });
    expect((await stored(hal.slackUserId))?.name).toBe('Hal');
    const ivo = await linked('Ivo');
    for (const name of ['', 'x'.repeat(101), 'two\nlines']) await changes(ivo.slackUserId, { name });
    expect((await stored(ivo.slackUserId))?.name).toBe('Ivo');
  });

  it('is not taken of whom Slack alone knows, nor asked about a stranger', async () => {
    world.slack.addUser('T1', 'UNAMELESS', { name: 'Canary Nameless' });
    world.slack.addUser('T1', 'UNKNOWN', { name: 'Canary Unknown' });
    await world.db.inOrg(members.orgId, (tx) => world.app.operator.people.personForSlack(tx, 'UNAMELESS'));
    await changes('UNAMELESS', { name: 'Canary Still Nameless' });
    const asked = world.slack.count('users.info');
    await changes('UNKNOWN', { deleted: true });
    expect([(await stored('UNAMELESS'))?.name, await stored('UNKNOWN')]).toEqual(['', undefined]);
    expect(world.slack.count('users.info')).toBe(asked);
    const queued = await sql`select 1 from jobs.job j where to_jsonb(j)::text like '%Canary%'`.execute(world.db.kysely);
    expect(queued.rows).toEqual([]);
  });
});
