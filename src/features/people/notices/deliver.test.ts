import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import type { OrgId } from '../../../platform/db/index.ts';
import { sql } from '../../../platform/db/index.ts';
import { type NoticeOffice, noticeTo, openNoticeOffice, slackDown, slackGone, slackSilent } from './notices.fixture.ts';

let world: World;
let site: NoticeOffice;
let orgId: OrgId;

beforeAll(async () => {
  world = await openWorld();
  site = await openNoticeOffice(world);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  await site.work();
  site.ways.posted.length = 0;
  site.ways.phoned.length = 0;
  ({ orgId } = await site.office.found());
});

const mailsTo = (email: string | null) => site.office.sent.filter(({ to }) => to === email);
const choose = (personId: string, methods: string) =>
  world.db.inOrg(orgId, (tx) =>
    sql`insert into notice_preferences values (${orgId}, ${personId}, 'shift_offered', ${methods}::text[])`.execute(
      tx.on(),
    ),
  );

describe('a notice that Slack does not take', () => {
  it.each([
    ['is not connected', slackGone],
    ['did not answer, so that it may have arrived', slackSilent],
    ['knows nobody of that id', { ok: false, error: 'channel_not_found', sentence: '' } as const],
  ])('goes by mail where Slack %s', async (_why, answer) => {
    const ana = await site.person(orgId);
    site.ways.slackAnswers.push(answer);
    await site.tell(orgId, noticeTo(ana.id));
    await site.work();
    expect(mailsTo(ana.email)).toHaveLength(1);
    expect(site.ways.posted).toEqual([]);
    expect((await site.states(orgId, ana.id))[0]).toMatch(/^sent:email sent, slack (failed|unclear)$/);
  });

  it('waits for a while for Slack to come back, and only then goes by mail', async () => {
    const [ana, ben] = [await site.person(orgId), await site.person(orgId)];
    site.ways.slackAnswers.push(slackDown, slackDown);
    await site.tell(orgId, noticeTo(ana.id));
    await site.work();
    expect(await site.states(orgId, ana.id)).toEqual(['sent:slack sent']);
    site.ways.slackAnswers.push(...Array.from({ length: 7 }, () => slackDown));
    await site.tell(orgId, noticeTo(ben.id));
    await site.work();
    expect(await site.states(orgId, ben.id)).toEqual(['sent:email sent, slack failed']);
  });

  it('keeps to the pace that Slack asks for', async () => {
    const ana = await site.person(orgId);
    const slower = { ok: false, error: 'ratelimited', sentence: '', retryAfter: 30 } as const;
    site.ways.slackAnswers.push(...Array.from({ length: 9 }, () => slower));
    await site.tell(orgId, noticeTo(ana.id));
    await site.work();
    expect(await site.states(orgId, ana.id)).toEqual(['sent:slack sent']);
  });

  it('is kept as failed where there is no other way', async () => {
    const ana = await site.person(orgId, { mail: false });
    site.ways.slackAnswers.push(slackGone);
    await site.tell(orgId, noticeTo(ana.id));
    await site.work();
    expect(await site.states(orgId, ana.id)).toEqual(['failed:slack failed']);
  });

  it('goes no other way where another method of theirs has told them', async () => {
    const ana = await site.person(orgId);
    site.ways.numbers.set(ana.id, '+351912345678');
    await choose(ana.id, '{slack,text}');
    site.ways.slackAnswers.push(slackGone);
    await site.tell(orgId, noticeTo(ana.id));
    await site.work();
    expect(await site.states(orgId, ana.id)).toEqual(['sent:slack failed, text sent']);
    expect(mailsTo(ana.email)).toEqual([]);
  });

  it('is not sent to somebody who has left meanwhile', async () => {
    const ana = await site.person(orgId);
    await site.tell(orgId, noticeTo(ana.id));
    await world.db.inOrg(orgId, (tx) =>
      sql`update people set state = 'deactivated', deactivated_by = 'member' where id = ${ana.id}`.execute(tx.on()),
    );
    await site.work();
    expect([site.ways.posted, mailsTo(ana.email)]).toEqual([[], []]);
  });
});

describe('texts and calls', () => {
  it('go to whoever chose them and has a number', async () => {
    const ana = await site.person(orgId);
    site.ways.numbers.set(ana.id, '+351912345678');
    await choose(ana.id, '{text,call}');
    await site.tell(orgId, noticeTo(ana.id));
    await site.work();
    expect(site.ways.phoned.map(({ by, to }) => [by, to]).toSorted()).toEqual([
      ['call', '+351912345678'],
      ['text', '+351912345678'],
    ]);
    expect(site.ways.phoned.find(({ by }) => by === 'text')?.words).toContain('http://localhost:3000/team/mine');
    expect(site.ways.phoned.find(({ by }) => by === 'call')?.words).not.toContain('http');
  });

  it('go by mail to somebody who has answered STOP', async () => {
    const ana = await site.person(orgId, { slack: false });
    site.ways.numbers.set(ana.id, '+351912345678');
    await choose(ana.id, '{text}');
    site.ways.phoneAnswers.push({ ok: false, problem: 'opted_out' });
    await site.tell(orgId, noticeTo(ana.id));
    await site.work();
    expect(await site.states(orgId, ana.id)).toEqual(['sent:email sent, text failed']);
  });

  it('go by the usual method once the number is gone', async () => {
    const ana = await site.person(orgId);
    await choose(ana.id, '{call}');
    await site.tell(orgId, noticeTo(ana.id));
    await site.work();
    expect(await site.states(orgId, ana.id)).toEqual(['sent:slack sent']);
  });
});

describe('a mail that nobody takes for a day', () => {
  it('is told in Slack in its place', async () => {
    const ana = await site.person(orgId);
    await choose(ana.id, '{email}');
    await site.tell(orgId, noticeTo(ana.id));
    site.ways.mailAway = true;
    await site.work();
    site.ways.mailAway = false;
    expect(await site.states(orgId, ana.id)).toEqual(['sent:email failed, slack sent']);
    expect(site.ways.posted).toHaveLength(1);
  });

  it('leaves the notice to the web where there is no Slack', async () => {
    const ana = await site.person(orgId, { slack: false });
    await site.tell(orgId, noticeTo(ana.id));
    site.ways.mailAway = true;
    await site.work();
    site.ways.mailAway = false;
    expect(await site.states(orgId, ana.id)).toEqual(['failed:email failed']);
  });
});

describe('a job that runs twice', () => {
  /** Puts the jobs of what was told once more into the queue, as a worker that was thought dead leaves them. */
  const twice = () =>
    sql`insert into jobs.job (name, data, policy, retry_limit, retry_delay, retry_backoff, expire_seconds)
      select name, data, policy, retry_limit, retry_delay, retry_backoff, expire_seconds from jobs.job
      where name = 'people.deliver_notice' and state = 'created'`.execute(world.db.kysely);

  it('tells once, also in two processes at the same time', async () => {
    const ana = await site.person(orgId);
    const other = await world.openJobs(site.office.people.jobs);
    await site.tell(orgId, noticeTo(ana.id));
    await twice();
    await Promise.all([site.office.jobs.runDue(), other.runDue()]);
    await site.work();
    expect(site.ways.posted).toHaveLength(1);
    expect(await site.states(orgId, ana.id)).toEqual(['sent:slack sent']);
  });

  it('after its first run was killed while Slack was asked, asks not again but mails', async () => {
    const ana = await site.person(orgId);
    site.ways.slackAnswers.push(async () => {
      throw new Error('killed');
    });
    await site.tell(orgId, noticeTo(ana.id));
    await site.office.jobs.runDue();
    expect(await site.states(orgId, ana.id)).toEqual(['waiting:slack trying']);
    world.clock.advance(61_000);
    await site.work();
    expect(site.ways.posted).toEqual([]);
    expect(await site.states(orgId, ana.id)).toEqual(['sent:email sent, slack unclear']);
  });
});
