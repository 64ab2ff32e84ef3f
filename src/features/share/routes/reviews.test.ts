import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppMembers, openMembers } from '../../../../test/support/app-members.ts';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { sql } from '../../../platform/db/index.ts';

/** Pia writes and asks, Ana and Axel approve; the owner (who approves too) switches it on. Slack knows Ana and Axel. */
let world: AppWorld;
let members: AppMembers;
let pia: Browser;
let paul: Browser;
let ana: Browser;
let axel: Browser;

const hour = 3_600_000;
const later = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString();

beforeAll(async () => {
  world = await openAppWorld(null, { limitFactor: 1_000 });
  members = await openMembers(world);
  [pia, paul] = [await members.signInAs('publisher'), await members.signInAs('publisher')];
  [ana, axel] = [await members.signInAs('approver'), await members.signInAs('approver')];
  for (const [id, slackUserId] of [
    [ana.personId, 'U5'],
    [axel.personId, 'U6'],
  ] as const) {
    await sql`update coact.people set slack_user_id = ${slackUserId} where id = ${id}`.execute(world.db.kysely);
  }
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => switchTo('required'));

const switchTo = (approvals: string) => world.ask('PUT', '/api/share/settings', { approvals });

async function ask(as: Browser, method: string, path: string, body?: unknown): Promise<{ status: number; json: Json }> {
  const answer = await members.ask(as, method, path, body === undefined ? {} : { body });
  return { status: answer.status, json: answer.text === '' ? {} : JSON.parse(answer.text) };
}

const read = async (id: string) => (await ask(pia, 'GET', `/api/requests/${id}`)).json;
const review = async (id: string, as = pia) => (await ask(as, 'GET', `/api/requests/${id}/review`)).json;
const steps = async (id: string) => ((await review(id)).steps as { what: string }[]).map(({ what }) => what);
const edit = (as: Browser, id: string, change: Json) => ask(as, 'PATCH', `/api/requests/${id}`, change);
const send = (as: Browser, id: string, body: Json = {}) => ask(as, 'POST', `/api/requests/${id}/send`, body);
const submit = (as: Browser, id: string, body: Json = {}) => ask(as, 'POST', `/api/requests/${id}/review`, body);
const withdraw = (id: string) => ask(pia, 'POST', `/api/requests/${id}/review/withdraw`);
const approve = async (as: Browser, id: string) =>
  ask(as, 'POST', `/api/requests/${id}/review/approve`, { revision: (await read(id)).revision });
const changes = async (as: Browser, id: string, words = 'Shorter, please') =>
  ask(as, 'POST', `/api/requests/${id}/review/changes`, { revision: (await read(id)).revision, words });

async function create(more: Json = {}, as = pia): Promise<string> {
  return String((await ask(as, 'POST', '/api/requests', { ...draft, ...more })).json.id);
}

async function inReview(more: Json = {}, at?: string): Promise<string> {
  const id = await create(more);
  const submitted = await submit(pia, id, at === undefined ? {} : { at });
  expect([submitted.status, submitted.json.state]).toEqual([200, 'in_review']);
  return id;
}

async function approved(more: Json = {}, at?: string): Promise<string> {
  const id = await inReview(more, at);
  expect((await approve(ana, id)).status).toBe(200);
  return id;
}

const inbox = async (as: Browser) => {
  const { notices } = (await ask(as, 'GET', '/api/notices')).json as {
    notices: { subject: string; lines: string[] }[];
  };
  return notices;
};
const slackTo = (userId: string) => world.slack.team('T1').messages.filter(({ channel }) => channel === `D${userId}`);

describe('a request in review that is moved', () => {
  const move = async (id: string, at: string, revision?: number) =>
    ask(pia, 'POST', `/api/requests/${id}/move`, { at, ...(revision === undefined ? {} : { revision }) });

  it('stays in review, tells who decides the other time, and goes out then once it is approved', async () => {
    const id = await inReview({ title: 'Moved in review' }, later(2 * hour));
    await world.work();
    const { revision: seen } = await read(id);
    const at = later(30 * hour);
    expect(await move(id, at, Number(seen))).toMatchObject({ status: 200, json: { state: 'in_review', sendAt: at } });
    await world.work();
    const message = slackTo('U5').findLast(({ text }) => text.includes('Moved in review'));
    expect(JSON.stringify(message?.blocks)).toContain(`"value":"${id} ${Number(seen) + 1}"`);
    const stale = await ask(ana, 'POST', `/api/requests/${id}/review/approve`, { revision: seen });
    expect(stale).toMatchObject({ status: 409, json: { code: 'changed_meanwhile' } });
    world.clock.advance(3 * hour);
    await world.app.jobs.runDue({ future: true });
    expect(await read(id)).toMatchObject({ state: 'in_review' });
    expect((await approve(ana, id)).json).toMatchObject({ state: 'scheduled', sendAt: at });
  });

  it('is movable on the calendar where it has a time, by the rules of sending then', async () => {
    const [planned, idle] = [await inReview({ endsAt: later(50 * hour) }, later(2 * hour)), await inReview()];
    const day = later(2 * hour).slice(0, 10);
    const { entries } = (await ask(pia, 'GET', `/api/share/calendar?from=${day}&to=${day}`)).json as {
      entries: Json[];
    };
    expect(entries.find((entry) => entry.id === planned)).toMatchObject({ state: 'in_review', movable: true });
    expect(await move(planned, later(60 * hour))).toMatchObject({
      status: 422,
      json: { fields: { endsAt: expect.any(String) } },
    });
    expect(await move(idle, later(hour))).toMatchObject({ status: 409, json: { code: 'wrong_state' } });
  });
});

describe('where approval is required', () => {
  it('nothing goes out without, by nobody: not even by an owner, nor while it is in review', async () => {
    const id = await create();
    for (const body of [{}, { at: later(hour) }]) {
      expect(await send(pia, id, body)).toMatchObject({ status: 409, json: { code: 'approval_needed' } });
    }
    expect(await world.ask('POST', `/api/requests/${id}/send`, {})).toMatchObject({ status: 409 });
    await submit(pia, id);
    expect(await send(paul, id)).toMatchObject({ status: 409, json: { code: 'approval_needed' } });
    expect(await read(id)).toMatchObject({ state: 'in_review', sendAt: null });
  });

  it('an approved one without a time waits for a publisher to send it', async () => {
    const id = await approved();
    expect(await read(id)).toMatchObject({ state: 'approved', sendAt: null });
    expect((await send(paul, id)).json).toMatchObject({ state: 'scheduled' });
    await world.work();
    expect(await read(id)).toMatchObject({ state: 'open' });
    expect(await steps(id)).toEqual(['submitted', 'approved']);
  });

  it('one with a time is scheduled with the approval, and goes out then', async () => {
    const at = later(2 * hour);
    const id = await approved({ title: 'Planned' }, at);
    expect(await read(id)).toMatchObject({ state: 'scheduled', sendAt: at });
    world.clock.advance(3 * hour);
    await world.app.jobs.runDue({ future: true });
    expect(await read(id)).toMatchObject({ state: 'open' });
  });

  it('one whose time falls into quiet time waits, says until when, and goes anyway where that was asked for', async () => {
    const clock = (ms: number) =>
      new Date(later(ms)).toLocaleTimeString('en-GB', { timeZone: 'Europe/Lisbon', timeStyle: 'short' });
    const pace = { quietHours: null, quietDays: [], perDay: null, perWeek: null };
    await world.ask('PUT', '/api/share/pace', { ...pace, quietHours: { from: clock(hour), until: clock(3 * hour) } });
    const id = await approved({ title: 'Quiet' }, later(2 * hour));
    expect(await read(id)).toMatchObject({ state: 'scheduled', waiting: { reason: 'quiet_hours', due: false } });
    expect((await inbox(pia))[0]?.lines.join(' ')).toMatch(/It waits until .*, as nothing is posted between/);
    const urgent = await create({ title: 'Urgent' });
    await submit(pia, urgent, { at: later(2 * hour), sendAnyway: true });
    await approve(ana, urgent);
    expect(await read(urgent)).toMatchObject({ state: 'scheduled', waiting: null, sendAnyway: true });
    await world.ask('PUT', '/api/share/pace', pace);
  });

  it('one whose time has passed meanwhile goes out at once, as its approvers were told', async () => {
    const late = await inReview({ title: 'Late' }, later(hour));
    const asked = JSON.stringify((await inbox(ana)).find(({ subject }) => subject.includes('“Late”')));
    expect(asked).toMatch(/It is to go out on .*; if you approve it later than that, it goes out at once\./);
    world.clock.advance(2 * hour);
    await approve(ana, late);
    expect(await read(late)).toMatchObject({ state: 'scheduled', sendAt: later(0) });
    expect((await inbox(pia))[0]?.lines.join(' ')).toContain('Its time had passed, so it goes out now.');
    await world.work();
    expect(await read(late)).toMatchObject({ state: 'open' });
  });

  it('one whose end has passed meanwhile is approved and says what is to do', async () => {
    const over = await inReview({ title: 'Over', endsAt: later(5 * hour) }, later(4 * hour));
    await sql`update coact.share_requests set ends_at = send_at where id = ${over}`.execute(world.db.kysely);
    world.clock.advance(2 * hour);
    await approve(ana, over);
    expect(await read(over)).toMatchObject({ state: 'approved', sendAt: null });
    const told = (await inbox(pia)).slice(0, 1).map(({ lines }) => lines.join(' '));
    expect(told.join()).toContain('The end must be at least ten minutes after it is sent. It waits to be sent.');
  });

  it('an incomplete one can’t be submitted, nor one that nobody else could decide about', async () => {
    const id = await create({ title: '' });
    expect(await submit(pia, id)).toMatchObject({ status: 422, json: { fields: { title: expect.any(String) } } });
    const stranger = await members.found('Alone');
    const org = { 'x-coact-org': stranger.orgId };
    const alone = (method: string, path: string, body: unknown) =>
      members.ask(stranger, method, path, { body, headers: org });
    await alone('PUT', '/api/share/settings', { approvals: 'required' });
    const { id: own } = JSON.parse((await alone('POST', '/api/requests', draft)).text);
    const refused = await alone('POST', `/api/requests/${own}/review`, {});
    expect([refused.status, JSON.parse(refused.text).code]).toEqual([409, 'no_approver']);
  });

  it('one that Slack refuses is approved still, and can be sent once more', async () => {
    const id = await approved();
    await world.work();
    world.slack.failNext('chat.postMessage', { kind: 'error', code: 'is_archived' });
    await send(pia, id);
    await world.work();
    expect(await read(id)).toMatchObject({ state: 'approved', delivery: { state: 'failed' } });
    expect((await send(pia, id)).status).toBe(200);
  });
});

describe('four eyes', () => {
  it('whoever wrote, changed or submitted it can’t approve it, owners included', async () => {
    const admin = await members.signInAs('admin');
    const other = await members.signInAs('owner');
    const submitter = await members.signInAs('admin');
    const id = await create({}, admin);
    await edit(other, id, { title: 'Changed by another' });
    await submit(submitter, id);
    for (const who of [admin, other, submitter]) {
      expect(await approve(who, id)).toMatchObject({ status: 409, json: { code: 'own_request' } });
      expect(await changes(who, id)).toMatchObject({ status: 409, json: { code: 'own_request' } });
      expect(await review(id, who)).toMatchObject({ mayDecide: false });
    }
    expect(await review(id, ana)).toMatchObject({ mayDecide: true });
    expect((await approve(ana, id)).status).toBe(200);
  });

  it('whoever copies a request has composed the copy', async () => {
    const admin = await members.signInAs('admin');
    const copy = (await ask(admin, 'POST', `/api/requests/${await create()}/duplicate`)).json;
    await submit(pia, String(copy.id));
    expect(await approve(admin, String(copy.id))).toMatchObject({ status: 409, json: { code: 'own_request' } });
  });

  it('publishers don’t decide, approvers don’t write', async () => {
    const id = await inReview();
    expect(await approve(paul, id)).toMatchObject({ status: 403 });
    for (const asked of [edit(ana, id, { title: 'Mine' }), send(ana, id), submit(ana, id), create({}, ana)]) {
      const answer = await asked;
      if (typeof answer !== 'string') expect(answer.status).toBe(403);
    }
    expect(await ask(ana, 'GET', '/api/requests?state=in_review')).toMatchObject({ status: 200 });
  });

  it('of two who decide at once, one does', async () => {
    const id = await inReview();
    const { revision } = await read(id);
    const both = await Promise.all([
      ask(ana, 'POST', `/api/requests/${id}/review/approve`, { revision }),
      ask(axel, 'POST', `/api/requests/${id}/review/changes`, { revision, words: 'No' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await steps(id)).toHaveLength(2);
  });

  it('is about what was looked at', async () => {
    const id = await inReview();
    const { revision } = await read(id);
    await edit(pia, id, { title: 'Quite another' });
    await submit(pia, id);
    const stale = await ask(ana, 'POST', `/api/requests/${id}/review/approve`, { revision });
    expect(stale).toMatchObject({ status: 409, json: { code: 'changed_meanwhile' } });
  });
});

describe('an edit', () => {
  it('takes a request out of review, and an approval or a plan back', async () => {
    const title = 'Never seen in the channel';
    for (const id of [await inReview({ title }), await approved({ title }), await approved({ title }, later(hour))]) {
      const edited = await edit(paul, id, { slackText: 'Something that nobody has seen' });
      expect([edited.status, edited.json.state, edited.json.sendAt]).toEqual([200, 'draft', null]);
      expect(await send(pia, id)).toMatchObject({ status: 409, json: { code: 'approval_needed' } });
      expect((await steps(id)).at(-1)).toBe('edited');
    }
    world.clock.advance(2 * hour);
    await world.app.jobs.runDue({ future: true });
    const inChannel = world.slack.team('T1').messages.filter(({ channel }) => channel === 'C1');
    expect(inChannel.filter(({ text }) => text.startsWith(title))).toEqual([]);
  });

  it('of the end alone, or of nothing, leaves the approval', async () => {
    const id = await approved({}, later(hour));
    expect((await edit(pia, id, { endsAt: later(100 * hour) })).json).toMatchObject({ state: 'scheduled' });
    expect((await edit(pia, id, { title: String(draft.title) })).json).toMatchObject({ state: 'scheduled' });
    expect(await review(id)).toMatchObject({ approved: true });
    const waiting = await inReview();
    const { revision } = await read(waiting);
    expect((await edit(pia, waiting, { title: String(draft.title) })).json).toMatchObject({
      state: 'in_review',
      revision,
    });
  });

  it('of an open request may change its end alone', async () => {
    const id = await approved();
    await send(pia, id);
    await world.work();
    expect(await edit(pia, id, { title: 'Unseen' })).toMatchObject({ status: 409, json: { code: 'approval_needed' } });
    expect((await edit(pia, id, { endsAt: later(50 * hour) })).status).toBe(200);
  });
});

describe('the way back', () => {
  it('is open to publishers from review and from an approval, and a deleted draft takes its history along', async () => {
    for (const id of [await inReview(), await approved()]) {
      expect((await withdraw(id)).json).toMatchObject({ state: 'draft' });
      expect(await withdraw(id)).toMatchObject({ status: 409, json: { code: 'wrong_state' } });
      expect((await ask(pia, 'DELETE', `/api/requests/${id}`)).status).toBe(204);
      const left = await sql<{
        rows: number;
      }>`select (select count(*) from coact.share_reviews where request_id = ${id})
        + (select count(*) from coact.share_composers where request_id = ${id}) as rows`.execute(world.db.kysely);
      expect(left.rows).toEqual([{ rows: 0 }]);
    }
  });

  it('with words is told to whoever wrote it, and kept with the request', async () => {
    const id = await inReview({ title: 'Too long' });
    expect(await changes(ana, id, ' ')).toMatchObject({ status: 422 });
    expect((await changes(ana, id, 'Shorter, please')).json).toMatchObject({ state: 'draft' });
    const subject = 'Some approver asks for changes of “Too long”';
    expect(await inbox(pia)).toContainEqual(
      expect.objectContaining({ subject, lines: expect.arrayContaining(['Shorter, please']) }),
    );
    expect(await review(id)).toMatchObject({ steps: [{}, { what: 'changes_asked', words: 'Shorter, please' }] });
  });
});

describe('switching', () => {
  it('on leaves what is scheduled as approved, and asks of drafts', async () => {
    await switchTo('off');
    const [planned, waiting] = [await create(), await create()];
    await send(pia, planned, { at: later(hour) });
    expect(await submit(pia, waiting)).toMatchObject({ status: 409, json: { code: 'approvals_off' } });
    expect((await switchTo('required')).status).toBe(200);
    expect(await read(planned)).toMatchObject({ state: 'scheduled' });
    expect(await review(planned)).toMatchObject({ approved: true, approvals: 'required' });
    expect(await send(pia, planned, { at: later(2 * hour) })).toMatchObject({ status: 200 });
    expect(await send(pia, waiting)).toMatchObject({ status: 409, json: { code: 'approval_needed' } });
    expect((await edit(pia, planned, { title: 'Unseen' })).json).toMatchObject({ state: 'draft' });
  });

  it('off makes what is in review or approved a draft that anybody may send', async () => {
    const ids = [await inReview(), await approved()];
    await switchTo('off');
    for (const id of ids) {
      expect(await read(id)).toMatchObject({ state: 'draft', sendAt: null });
      expect((await send(pia, id)).status).toBe(200);
    }
    expect((await inbox(ana)).map(({ lines }) => lines)).toContainEqual(['Requests need no approval any more.']);
  });

  it('is for owners and admins, and is recorded where it changes something', async () => {
    for (const who of [pia, ana]) expect((await ask(who, 'PUT', '/api/share/settings', {})).status).toBe(403);
    const recorded = async () =>
      (
        await sql<{
          n: number;
        }>`select count(*)::int as n from coact.audit_entries where action = 'share.approvals_set'`.execute(
          world.db.kysely,
        )
      ).rows[0]?.n ?? 0;
    const before = await recorded();
    await switchTo('required');
    expect(await recorded()).toBe(before);
    await switchTo('off');
    expect(await recorded()).toBe(before + 1);
  });
});

describe('in Slack', () => {
  const blocksTo = (userId: string) => JSON.stringify(slackTo(userId).at(-1)?.blocks ?? []);
  const click = async (userId: string, action: string, value: string) => {
    const message = { channel: `D${userId}`, ts: slackTo(userId).at(-1)?.ts ?? '' };
    await world.deliver(world.slack.send.click({ teamId: 'T1', userId, actionId: action, value, message }));
    await world.work();
  };
  const asked = async (more: Json = {}) => {
    await world.work();
    const id = await inReview(more);
    await world.work();
    return { id, value: `${id} ${(await read(id)).revision}` };
  };

  it('every approver gets the message as it will look, with every text, and the decision in its place', async () => {
    const { id, value } = await asked({
      title: 'For your eyes',
      networks: { bluesky: { variants: ['First words', 'Second words'] } },
    });
    for (const userId of ['U5', 'U6']) {
      for (const words of ['For your eyes', 'Tell your friends', 'First words', 'Second words', 'Approve']) {
        expect(blocksTo(userId)).toContain(words);
      }
      expect(blocksTo(userId)).not.toContain('share.open');
    }
    await click('U5', 'share.approve', value);
    expect(await read(id)).toMatchObject({ state: 'approved' });
    for (const userId of ['U5', 'U6']) {
      expect(blocksTo(userId)).toContain('Approved by Some approver. It waits to be sent.');
      expect(blocksTo(userId)).not.toContain('share.approve');
    }
    expect((await inbox(pia)).map(({ subject }) => subject)).toContain('“For your eyes” is approved');
  });

  it('pressed twice, or by somebody else meanwhile, decides once and says so', async () => {
    const { id, value } = await asked();
    await click('U5', 'share.approve', value);
    await click('U6', 'share.approve', value);
    expect(await steps(id)).toEqual(['submitted', 'approved']);
    const said = world.slack.calls.filter(({ method }) => method === 'response_url').at(-1);
    expect(JSON.stringify(said?.args ?? {})).toContain('approved already');
  });

  it('a click of somebody who may not any more, or never might, changes nothing', async () => {
    const { id, value } = await asked();
    await sql`update coact.people set roles = array['employee'] where id = ${axel.personId}`.execute(world.db.kysely);
    for (const userId of ['U6', 'U3']) await click(userId, 'share.approve', value);
    await sql`update coact.people set roles = array['approver', 'employee'] where id = ${axel.personId}`.execute(
      world.db.kysely,
    );
    await click('U5', 'share.approve', 'nonsense');
    expect(await read(id)).toMatchObject({ state: 'in_review' });
  });

  it('asks for changes by a window with words', async () => {
    const { id, value } = await asked({ title: 'To be changed' });
    await click('U6', 'share.ask_changes', value);
    const view = world.slack.openWindow('U6');
    const submitWords = (text: string) =>
      world.deliver(
        world.slack.send.submit(view?.id ?? '', { words: { words: { type: 'plain_text_input', value: text } } }),
      );
    expect(await (await submitWords('  ')).text()).toContain('Say what to change.');
    expect(await (await submitWords('Say where it is')).text()).toContain('Whoever wrote it is told.');
    await world.work();
    expect(await read(id)).toMatchObject({ state: 'draft' });
    expect(blocksTo('U5')).toContain('Some approver has asked for changes: Say where it is');
    expect(await (await submitWords('Again')).text()).toContain('not in review any more');
  });

  it('says when it was withdrawn or is being changed', async () => {
    const { id } = await asked();
    await withdraw(id);
    await world.work();
    expect(blocksTo('U5')).toContain('Some publisher has withdrawn it.');
  });
});
