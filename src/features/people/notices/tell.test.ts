import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import type { OrgId } from '../../../platform/db/index.ts';
import { sql } from '../../../platform/db/index.ts';
import { type NoticeOffice, noticeTo, openNoticeOffice } from './notices.fixture.ts';

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
  site.ways.updated.length = 0;
  ({ orgId } = await site.office.found());
});

const mailsTo = (email: string | null) => site.office.sent.filter(({ to }) => to === email);
const choose = (personId: string, methods: string) =>
  world.db.inOrg(orgId, (tx) =>
    sql`insert into notice_preferences values (${orgId}, ${personId}, 'shift_offered', ${methods}::text[])`.execute(
      tx.on(),
    ),
  );

describe('telling', () => {
  it('reaches whoever is known in Slack there, with words, link and buttons', async () => {
    const ana = await site.person(orgId);
    const buttons = [{ label: 'Accept', actionId: 'offers.accept', value: 'o1', style: 'primary' }] as const;
    await site.tell(orgId, noticeTo(ana.id, { buttons }));
    await site.work();
    expect(site.ways.posted).toHaveLength(1);
    expect(site.ways.posted[0]).toMatchObject({ to: ana.slackUserId });
    const shown = JSON.stringify(site.ways.posted[0]?.content.blocks);
    for (const part of ['*Ana offers you a shift*', '09:00 to 17:00', 'offers.accept', '/team/mine|Look at']) {
      expect(shown).toContain(part);
    }
    expect(mailsTo(ana.email)).toEqual([]);
    expect(await site.states(orgId, ana.id)).toEqual(['sent:slack sent']);
  });

  it('reaches everybody else by mail', async () => {
    const ben = await site.person(orgId, { slack: false });
    await site.tell(orgId, noticeTo(ben.id, { subject: 'A shift\r\nBcc: all@example.com' }));
    await site.work();
    expect(mailsTo(ben.email)).toHaveLength(1);
    expect(mailsTo(ben.email)[0]).toMatchObject({ subject: 'A shift Bcc: all@example.com' });
    expect(mailsTo(ben.email)[0]?.text).toContain('http://localhost:3000/team/mine');
    expect(await site.states(orgId, ben.id)).toEqual(['sent:email sent']);
  });

  it('uses every method that somebody chose for the event', async () => {
    const cleo = await site.person(orgId);
    await choose(cleo.id, '{slack,email}');
    await site.tell(orgId, noticeTo(cleo.id), noticeTo(cleo.id, { event: 'reminder' }));
    await site.work();
    expect((await site.states(orgId, cleo.id)).toSorted()).toEqual(['sent:email sent, slack sent', 'sent:slack sent']);
  });

  it('tells once what is told twice, to each person', async () => {
    const [ana, ben] = [await site.person(orgId), await site.person(orgId)];
    const key = `offer:${crypto.randomUUID()}`;
    await site.tell(orgId, noticeTo(ana.id, { key }), noticeTo(ben.id, { key }), noticeTo(ana.id, { key }));
    await site.tell(orgId, noticeTo(ana.id, { key }));
    await site.work();
    expect(site.ways.posted.map(({ to }) => to).toSorted()).toEqual([ana.slackUserId, ben.slackUserId].toSorted());
  });

  it('tells nothing when the transaction is rolled back', async () => {
    const ana = await site.person(orgId);
    const work = world.db.inOrg(orgId, async (tx) => {
      await site.office.people.tell(tx, [noticeTo(ana.id)]);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    await site.work();
    expect(site.ways.posted).toEqual([]);
  });

  it('keeps for the web what can reach nobody, and nothing for whoever has left', async () => {
    const [dan, eve] = [await site.person(orgId, { slack: false, mail: false }), await site.person(orgId)];
    await world.db.inOrg(orgId, (tx) =>
      sql`update people set state = 'deactivated', deactivated_by = 'member' where id = ${eve.id}`.execute(tx.on()),
    );
    await site.tell(orgId, noticeTo(dan.id), noticeTo(eve.id));
    await site.work();
    expect(await site.states(orgId, dan.id)).toEqual(['failed:']);
    expect(await site.states(orgId, eve.id)).toEqual([]);
    expect(site.ways.posted).toEqual([]);
  });

  it('keeps what it says sealed, and leaves it out of queue and log', async () => {
    const ana = await site.person(orgId);
    await site.tell(orgId, noticeTo(ana.id, { subject: 'canary-subject', lines: ['canary-line'] }));
    await site.work();
    const stored = await sql<{ text: string }>`select encode(sealed, 'escape') as text from coact.notices
      union all select to_jsonb(d)::text from coact.notice_deliveries d
      union all select to_jsonb(j)::text from jobs.job j`.execute(world.db.kysely);
    expect(JSON.stringify(stored.rows)).not.toContain('canary');
    expect(JSON.stringify(world.log.lines)).not.toContain('canary');
    expect(JSON.stringify(site.ways.posted)).toContain('canary-line');
  });

  it('shows a person’s own words in Slack as words', async () => {
    const ana = await site.person(orgId);
    await site.tell(orgId, noticeTo(ana.id, { subject: 'From <!channel>', lines: ['*<https://evil.example|here>*'] }));
    await site.work();
    const [heading, words] = site.ways.posted[0]?.content.blocks ?? [];
    expect(heading).toMatchObject({ text: { text: '*From &lt;!channel&gt;*', verbatim: true } });
    expect(words).toMatchObject({ text: { type: 'plain_text' } });
  });
});

describe('telling otherwise', () => {
  const offered = async () => {
    const ana = await site.person(orgId);
    const notice = noticeTo(ana.id, { buttons: [{ label: 'Accept', actionId: 'offers.accept', value: 'o1' }] });
    await site.tell(orgId, notice);
    return { ana, notice };
  };
  const over = (key: string, personIds?: readonly string[]) =>
    world.db.inOrg(orgId, (tx) => site.office.people.retell(tx, key, { lines: ['Ben has taken it.'] }, personIds));

  it('replaces the words in Slack and takes the buttons away', async () => {
    const { ana, notice } = await offered();
    await site.work();
    await over(notice.key);
    await site.work();
    expect(site.ways.updated).toHaveLength(1);
    expect(site.ways.updated[0]?.at).toEqual({ channelId: `D${ana.slackUserId}`, ts: expect.any(String) });
    const shown = JSON.stringify(site.ways.updated[0]?.content.blocks);
    expect(shown).toContain('Ben has taken it.');
    expect(shown).not.toMatch(/09:00|offers\.accept/);
  });

  it('gives the messages other buttons where they are to have some', async () => {
    const { notice } = await offered();
    await site.work();
    const before = site.ways.updated.length;
    const buttons = [{ label: 'Accept', actionId: 'offers.accept', value: 'o2' }];
    await world.db.inOrg(orgId, (tx) => site.office.people.retell(tx, notice.key, { lines: ['At ten.'], buttons }));
    await site.work();
    const shown = JSON.stringify(site.ways.updated[before]?.content.blocks);
    expect(shown).toContain('At ten.');
    expect(shown).toContain('"o2"');
  });

  it('changes what has not gone out yet before it goes', async () => {
    const { notice } = await offered();
    await over(notice.key);
    await site.work();
    expect(JSON.stringify(site.ways.posted)).toContain('Ben has taken it.');
    expect(JSON.stringify(site.ways.posted)).not.toContain('offers.accept');
  });

  it('leaves alone those who are not meant', async () => {
    const { notice } = await offered();
    await site.work();
    await over(notice.key, [crypto.randomUUID()]);
    await site.work();
    expect(site.ways.updated).toEqual([]);
  });

  it('waits for Slack, and gives up on a message that is gone', async () => {
    const { notice } = await offered();
    await site.work();
    site.ways.updateAnswers.push({ ok: false, error: 'unreachable', sentence: '' });
    site.ways.updateAnswers.push({ ok: false, error: 'ratelimited', sentence: '', retryAfter: 3 });
    await over(notice.key);
    await site.work();
    expect(site.ways.updated).toHaveLength(1);
    site.ways.updateAnswers.push({ ok: false, error: 'message_not_found', sentence: '' });
    await over(notice.key);
    await site.work();
    expect(site.ways.updateAnswers).toEqual([]);
  });
});
