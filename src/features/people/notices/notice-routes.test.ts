import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { noticeEvents } from './notice.ts';
import { type NoticeOffice, noticeTo, openNoticeOffice } from './notices.fixture.ts';

interface Shown {
  readonly id: string;
  readonly subject: string;
  readonly read: boolean;
  readonly reached: boolean;
}
interface Inbox {
  readonly notices: readonly Shown[];
  readonly total: number;
  readonly unread: number;
}

let world: World;
let site: NoticeOffice;
let owner: Browser;
let ana: Browser;

beforeAll(async () => {
  world = await openWorld();
  site = await openNoticeOffice(world);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await site.office.found();
  ana = await site.office.signInAs(owner.orgId, 'employee');
});

const tell = (person: Browser, ...subjects: string[]) =>
  site.tell(owner.orgId, ...subjects.map((subject) => noticeTo(person.personId, { subject })));
const inbox = async (as: Browser, page = 1) =>
  (await (await site.office.ask(`/api/notices?page=${page}`, { as })).json()) as Inbox;
const post = (as: Browser, path: string) => site.office.ask(path, { as, method: 'POST' });

describe('what I was told', () => {
  it('stands on the web, the newest first, also what reached nobody', async () => {
    const dan = await site.office.signInAs(owner.orgId, 'employee');
    await tell(dan, 'First');
    world.clock.advance(1_000);
    await tell(dan, 'Second');
    site.ways.mailAway = true;
    await site.work();
    site.ways.mailAway = false;
    const { notices, unread } = await inbox(dan);
    expect(notices.map(({ subject, reached }) => [subject, reached])).toEqual([
      ['Second', false],
      ['First', false],
    ]);
    expect(unread).toBe(2);
    expect(notices[0]).toMatchObject({
      event: 'shift_offered',
      lines: ['Fri 8 May, 09:00 to 17:00', 'Front desk, Porto'],
      link: { label: 'Look at the offer', path: '/team/mine' },
    });
  });

  it('is counted as new until it was opened', async () => {
    await tell(ana, 'One', 'Two', 'Three');
    const [newest] = (await inbox(ana)).notices;
    expect((await post(ana, `/api/notices/${newest?.id}/read`)).status).toBe(204);
    expect((await post(ana, `/api/notices/${newest?.id}/read`)).status).toBe(204);
    const unread = await (await site.office.ask('/api/notices/unread', { as: ana })).json();
    expect(unread).toEqual({ unread: 2 });
    expect((await inbox(ana)).notices.filter(({ read }) => read).map(({ id }) => id)).toEqual([newest?.id]);
    expect((await post(ana, '/api/notices/read')).status).toBe(204);
    expect((await inbox(ana)).unread).toBe(0);
  });

  it('is mine alone: not there for anybody else, owners included', async () => {
    await tell(ana, 'Mine');
    const [mine] = (await inbox(ana)).notices;
    const stranger = await site.office.found('Elsewhere');
    for (const other of [owner, stranger]) {
      expect((await post(other, `/api/notices/${mine?.id}/read`)).status).toBe(404);
      expect((await inbox(other)).total).toBe(0);
      expect((await post(other, '/api/notices/read')).status).toBe(204);
    }
    expect((await inbox(ana)).unread).toBe(1);
  });

  it('comes in pages', async () => {
    await tell(ana, ...Array.from({ length: 31 }, (_, index) => `Notice ${index}`));
    const [first, second] = [await inbox(ana), await inbox(ana, 2)];
    expect([first.notices.length, second.notices.length, second.total]).toEqual([30, 1, 31]);
  });

  it('is kept for sixty days', async () => {
    await tell(ana, 'Old');
    world.clock.advance(59 * 86_400_000);
    await tell(ana, 'Young');
    await sweep();
    expect((await inbox(ana)).total).toBe(2);
    world.clock.advance(2 * 86_400_000);
    await sweep();
    expect((await inbox(ana)).notices.map(({ subject }) => subject)).toEqual(['Young']);
  });

  it('is in my copy of what is held about me', async () => {
    await tell(ana, 'For my copy');
    const { title, read } = site.office.people.told;
    const mine = await world.db.inOrg(owner.orgId, (tx) => read(tx, ana.personId));
    expect(title).toBe('What you were told');
    expect(mine).toMatchObject({ notices: [{ event: 'shift_offered', subject: 'For my copy', readAt: null }] });
    expect(await world.db.inOrg(owner.orgId, (tx) => read(tx, owner.personId))).toEqual({ notices: [] });
  });

  it('stays mine when my records from Slack and from the web become one', async () => {
    const { people } = site.office;
    const slackUserId = `U${crypto.randomUUID().slice(0, 8)}`;
    const fromSlack = await world.db.inOrg(owner.orgId, (tx) => people.personForSlack(tx, slackUserId));
    await tell(ana, 'Before');
    await site.office.ask('/api/notice-preferences', {
      ...{ as: ana, method: 'PUT' },
      body: { chosen: Object.fromEntries(noticeEvents.map((event) => [event, ['email']])) },
    });
    const kept = await world.db.inOrg(owner.orgId, (tx) => people.linkSlack(tx, { userId: ana.userId, slackUserId }));
    expect(kept?.id).toBe(fromSlack.id);
    expect((await inbox(ana)).notices.map(({ subject }) => subject)).toEqual(['Before']);
    const preferences = await site.office.ask('/api/notice-preferences', { as: ana });
    expect(await preferences.json()).toMatchObject({ chosen: { message: ['email'] } });
  });

  const sweep = () =>
    site.office.people.jobs
      .find(({ kind }) => kind.name === 'people.sweep_notices')
      ?.run({}, { attempt: 1, last: false, forget: async () => undefined });
});

describe('how I am told', () => {
  interface Grid {
    readonly closed: Record<string, string | null>;
    readonly chosen: Record<string, string[]>;
  }
  const grid = async (as: Browser) => (await (await site.office.ask('/api/notice-preferences', { as })).json()) as Grid;
  const choose = async (as: Browser, change: Record<string, string[]>) => {
    const { chosen } = await grid(as);
    return site.office.ask('/api/notice-preferences', {
      ...{ as, method: 'PUT', body: { chosen: { ...chosen, ...change } } },
    });
  };

  it('is by mail for whoever is not known in Slack, and says what is missing for the rest', async () => {
    const { closed, chosen } = await grid(ana);
    expect(closed).toEqual({ slack: 'not_linked', email: null, text: 'no_number', call: 'no_number' });
    expect(new Set(Object.values(chosen).flat())).toEqual(new Set(['email']));
    expect(Object.keys(chosen).toSorted()).toEqual([...noticeEvents].toSorted());
    site.ways.connected = false;
    expect((await grid(ana)).closed.slack).toBe('not_connected');
    site.ways.connected = true;
  });

  it('is mine to choose, for each event', async () => {
    site.ways.numbers.set(ana.personId, '+351912345678');
    expect((await choose(ana, { reminder: ['text', 'email', 'text'] })).status).toBe(200);
    const { chosen } = await grid(ana);
    expect(chosen.reminder).toEqual(['text', 'email']);
    expect(chosen.message).toEqual(['email']);
    site.ways.numbers.delete(ana.personId);
    expect((await grid(ana)).chosen.reminder).toEqual(['email']);
    expect((await grid(owner)).chosen.reminder).toEqual(['email']);
  });

  it('has at least one method for each event, of those that are open to me', async () => {
    const none = await choose(ana, { reminder: [] });
    expect(none.status).toBe(422);
    expect(await none.json()).toMatchObject({ fields: { 'chosen.reminder': 'Choose at least one way.' } });
    const closed = await choose(ana, { message: ['email', 'call'], reminder: ['email'] });
    expect(closed.status).toBe(422);
    expect(Object.keys(((await closed.json()) as { fields: object }).fields)).toEqual(['chosen.message']);
    expect((await choose(ana, { birthday: ['email'] })).status).toBe(422);
    expect((await grid(ana)).chosen.message).toEqual(['email']);
  });
});

it('offers no texts and calls where the operator has set up none', async () => {
  await using elsewhere = await openWorld();
  const bare = await openNoticeOffice(elsewhere, { phone: false });
  const browser = await bare.office.found();
  const answer = await bare.office.ask('/api/notice-preferences', { as: browser });
  expect(await answer.json()).toMatchObject({ closed: { text: 'not_configured', call: 'not_configured' } });
});
