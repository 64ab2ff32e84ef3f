import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppMembers, openMembers } from '../../../../test/support/app-members.ts';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { sql } from '../../../platform/db/index.ts';
import { checkView, type Home } from '../../../platform/slack/index.ts';

/** Pia composes; Ana (U5) and Axel (U6) approve; U7 does neither. */
let world: AppWorld;
let members: AppMembers;
let pia: Browser;

beforeAll(async () => {
  world = await openAppWorld(null, { limitFactor: 1_000 });
  members = await openMembers(world);
  pia = await members.signInAs('publisher');
  for (const slackUserId of ['U5', 'U6']) {
    const { personId } = await members.signInAs('approver');
    await sql`update coact.people set slack_user_id = ${slackUserId} where id = ${personId}`.execute(world.db.kysely);
  }
  await world.ask('PUT', '/api/share/settings', { approvals: 'required' });
});
afterAll(() => world[Symbol.asyncDispose]());

async function inReview(title: string, body: Json = {}, as = pia): Promise<string> {
  const made = await members.ask(as, 'POST', '/api/requests', { body: { ...draft, title } });
  const { id } = JSON.parse(made.text) as { id: string };
  const submitted = await members.ask(as, 'POST', `/api/requests/${id}/review`, { body });
  expect(submitted.status).toBe(200);
  await world.work();
  return id;
}

async function homeOf(userId: string): Promise<string> {
  await world.deliver(world.slack.send.event('T1', { type: 'app_home_opened', user: userId, tab: 'home' }));
  await world.work();
  const view = world.slack.team('T1').homes.get(userId);
  expect(checkView(view as unknown as Home)).toEqual([]);
  return JSON.stringify(view);
}

const state = async (id: string) => (await world.ask('GET', `/api/requests/${id}`)).json.state;

/** As Slack sends it from the Home tab: with the view, and without a message or an answer's address. */
async function clickAtHome(userId: string, actionId: string, value: string): Promise<void> {
  const { send } = world.slack;
  const request = send.interaction({
    ...{ type: 'block_actions', token: 'legacy', team: { id: 'T1', domain: 'acme' }, api_app_id: 'A0COACT' },
    ...{ user: { id: userId, username: 'somebody', team_id: 'T1' }, trigger_id: send.trigger('T1', userId) },
    container: { type: 'view', view_id: 'V_HOME' },
    view: { id: 'V_HOME', type: 'home', hash: 'h', callback_id: '', private_metadata: '', state: { values: {} } },
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: '1.0' }],
  });
  expect((await world.deliver(request)).status).toBe(200);
  await world.work();
}

describe('the Home tab of whoever approves', () => {
  it('shows what waits, with the buttons of the message, to them alone', async () => {
    const id = await inReview('Doors open');
    const home = await homeOf('U5');
    expect(home).toContain('Waits for your approval');
    expect(home).toContain('*Doors open*');
    expect(home).toContain(`"action_id":"share.approve"`);
    expect(home).toContain(`"action_id":"share.ask_changes"`);
    expect(home).toContain(`"value":"${id} 1"`);
    expect(home).toContain(`/requests/${id}`);
    expect(await homeOf('U7')).not.toContain('Doors open');
  });

  it('says what comes of approving one whose time has passed, before anybody does', async () => {
    const at = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
    const id = await inReview('Held up', { at });
    expect(await homeOf('U5')).toMatch(/to go out on [^"]*, or at once if approved later/);
    world.clock.advance(2 * 3_600_000);
    expect(await homeOf('U5')).toMatch(/was to go out on [^"]*: approved now, it goes out at once/);
    await clickAtHome('U5', 'share.approve', `${id} 1`);
    expect(await state(id)).toBe('open');
  });

  it('never shows them what they composed themselves', async () => {
    const id = await inReview('Axel wrote this');
    await sql`insert into coact.share_composers (org_id, request_id, person_id)
      select org_id, ${id}::uuid, id from coact.people where slack_user_id = 'U6'`.execute(world.db.kysely);
    expect(await homeOf('U5')).toContain('Axel wrote this');
    expect(await homeOf('U6')).not.toContain('Axel wrote this');
  });

  it('approves from there, after which nothing waits any more', async () => {
    const id = await inReview('Approve me');
    await clickAtHome('U5', 'share.approve', `${id} 1`);
    expect(await state(id)).toBe('approved');
    expect(JSON.stringify(world.slack.team('T1').homes.get('U5'))).not.toContain('Approve me');
  });

  it('says in a window what could not be done, and shows what is so by now', async () => {
    const id = await inReview('Changed since');
    expect(await homeOf('U5')).toContain('Changed since');
    await clickAtHome('U6', 'share.approve', `${id} 1`);
    await clickAtHome('U5', 'share.approve', `${id} 1`);
    expect(world.window('U5')).toMatch(/This request .*\./);
    expect(JSON.stringify(world.slack.team('T1').homes.get('U5'))).not.toContain('Changed since');
  });

  it('asks for changes from there', async () => {
    const id = await inReview('Too long');
    await clickAtHome('U5', 'share.ask_changes', `${id} 1`);
    const view = world.slack.openWindow('U5');
    const words = { words: { words: { type: 'plain_text_input', value: 'Shorter' } } };
    await world.deliver(world.slack.send.submit(view?.id ?? '', words));
    await world.work();
    expect(await state(id)).toBe('draft');
    expect(JSON.stringify(world.slack.team('T1').homes.get('U5'))).not.toContain('Too long');
  });
});
