import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBlocks, checkView, home } from '../../../../platform/slack/index.ts';
import type { OpenShiftAnswer } from '../claims/shapes.ts';
import type { OfferAnswer } from '../offers/shapes.ts';
import { answerBlocks, scheduleBlocks } from './home-blocks.ts';
import type { MyShift } from './my-schedule.ts';
import { shiftLines, timeOffLine, timesWords } from './shift-words.ts';
import { openShiftWorld, type ShiftWorld } from './shift-world.fixture.ts';
import { acceptWindow, claimWindow, loadingWindow, readAccept, readClaim, saidWindow } from './trade-windows.ts';

const shift: MyShift = {
  ...{
    id: 'p1',
    shiftId: 's1',
    assignmentId: null,
    roleName: 'Bar',
    locationName: 'Harbour',
    zone: 'Europe/Lisbon',
    seen: true,
  },
  ...{ startsAt: '2026-05-04T20:00:00.000Z', endsAt: '2026-05-05T04:00:00.000Z', breakMinutes: 30 },
  ...{ localStart: '2026-05-04T21:00', localEnd: '2026-05-05T05:00', with: [], onOffer: false },
};

describe('a shift in words', () => {
  it('says when it is at its place, and what the reader’s clock shows where that differs', () => {
    expect(timesWords(shift, null)).toBe('Mon 4 May 21:00–05:00');
    expect(timesWords(shift, 'Europe/London')).toBe('Mon 4 May 21:00–05:00');
    expect(timesWords(shift, 'Europe/Madrid')).toBe('Mon 4 May 21:00–05:00 (22:00–06:00 your time)');
    expect(timesWords(shift, 'Asia/Tokyo')).toBe('Mon 4 May 21:00–05:00 (Tue 5 May 05:00–13:00 your time)');
    expect(timesWords(shift, 'no such zone')).toBe('Mon 4 May 21:00–05:00');
  });

  it('names who works with me, and pings nobody', () => {
    const names = (...given: string[]) => shiftLines({ ...shift, with: given.map((name) => ({ name })) }, null).text;
    expect(names('')).toBe('*Mon 4 May 21:00–05:00*\nBar, Harbour');
    expect(names('Ana', '<!channel>')).toContain(', with Ana and &lt;!channel&gt;');
    expect(names('A', 'B', 'C', 'D', 'E')).toContain(', with A, B, C, D and 1 more');
  });

  it('tells of time off by whole days, or by its times', () => {
    const off = (from: string, to: string) =>
      timeOffLine({ from, to, state: 'approved', kindName: 'Holiday' }).text.replace(':white_check_mark: ', '');
    expect(off('2026-05-04T00:00', '2026-05-05T00:00')).toBe('*Holiday*, Mon 4 May: approved');
    expect(off('2026-05-04T00:00', '2026-05-09T00:00')).toBe('*Holiday*, Mon 4 May to Fri 8 May: approved');
    expect(off('2026-05-04T09:00', '2026-05-04T13:00')).toBe('*Holiday*, Mon 4 May 09:00 to Mon 4 May 13:00: approved');
  });
});

const many = <T>(one: T) => Array.from({ length: 60 }, () => one);
const nothing = { offers: [], open: [] };
const place = { zone: 'Asia/Tokyo', publicUrl: 'https://coact.example' };

describe('what the Home tab shows of a schedule', () => {
  const offer: OfferAnswer = {
    ...{ id: '019df2a0-0000-7000-8000-000000000000', state: 'open', fromId: 'p2', fromName: '<Ana>' },
    gives: { ...shift, assignmentId: 'a1', roleId: 'r1', whole: true },
    ...{ note: '&'.repeat(1000), expiresAt: '2026-05-04T19:00:00.000Z', toEveryone: false },
    people: [{ personId: 'p1', name: 'Me', state: 'asked', returns: [] }],
    ...{ takenBy: null, takes: null, reason: null, mine: false, mayAccept: true, mayDecline: true },
    ...{ mayWithdraw: false, mayDecide: false },
  };
  const effect = { minutesBefore: 0, minutesAfter: 480, payMinor: null, currency: null, words: '8 h instead of 0 h.' };
  const open: OpenShiftAnswer = {
    ...{ ...shift, roleId: 'r1', missing: 1, state: 'open', reasons: [], claimId: null, effect },
  };

  it('fits Slack, however much there is', () => {
    const long = { ...shift, roleName: '&'.repeat(400), with: many({ name: '🛶'.repeat(200) }) };
    const off = {
      from: '2026-05-04T00:00',
      to: '2026-05-09T00:00',
      state: 'asked',
      kindName: 'x'.repeat(300),
    } as const;
    const offers = Array.from({ length: 60 }, (_, index) => ({
      ...offer,
      id: `${offer.id.slice(0, -2)}${index + 10}`,
    }));
    const schedule = { takesPart: true, shifts: many(long), timeOff: many(off) };
    const blocks = scheduleBlocks({ schedule, trades: { offers, open: many(open) }, ...place });
    expect(checkView(home(blocks))).toEqual([]);
    expect(blocks.length).toBeLessThanOrEqual(30);
    expect(JSON.stringify(blocks)).toContain('and 55 more');
    expect(JSON.stringify(blocks)).toContain('and 56 more, on the web');
    expect(checkBlocks(answerBlocks({ schedule, trades: { offers, open: many(open) }, ...place }))).toEqual([]);
  });

  it('is nothing for whom no work is planned', () => {
    const schedule = { takesPart: false, shifts: [], timeOff: [] };
    expect(scheduleBlocks({ schedule, trades: nothing, ...place })).toEqual([]);
  });

  it('asks before a shift is taken, with what follows and what is given for it', () => {
    const give = { ...offer.gives, assignmentId: '019df2a0-0000-7000-8000-000000000001' };
    const people = [{ personId: 'p1', name: 'Me', state: 'asked' as const, returns: many(give) }];
    const effects = many({ returnAssignmentId: give.assignmentId, effect }).map((one, index) => ({
      ...one,
      returnAssignmentId: `${give.assignmentId.slice(0, -2)}${index + 10}`,
    }));
    const plain = acceptWindow({ offer, effects: [{ returnAssignmentId: null, effect }] }, null);
    const chosen = acceptWindow({ offer: { ...offer, people }, effects }, 'Asia/Tokyo');
    for (const view of [
      plain,
      chosen,
      loadingWindow(),
      saidWindow('No.', ['Rest of 11 h']),
      claimWindow(open, true, null),
    ])
      expect(checkView(view)).toEqual([]);
    expect(JSON.stringify(plain)).toContain('8 h instead of 0 h.');
    expect(JSON.stringify(plain)).toContain('&lt;Ana&gt;');
    expect(JSON.stringify(chosen)).toContain('What you give for it');
    const state = { return: { return: give.assignmentId } };
    expect(readAccept(chosen.private_metadata ?? '', state)?.returnAssignmentId).toBe(give.assignmentId);
    expect(readAccept('{"offerId":"x"}', state)).toBeNull();
    expect(readClaim('nonsense')).toBeNull();
    const over = acceptWindow({ offer: { ...offer, mayAccept: false }, effects }, null);
    expect(JSON.stringify(over)).toContain('can’t be accepted any more');
    expect(over.submit).toBeUndefined();
  });
});

let at: ShiftWorld;
beforeAll(async () => {
  at = await openShiftWorld();
});
afterAll(() => at[Symbol.asyncDispose]());

describe('in Slack', () => {
  it('/coact shifts lists what is published for me, with my own time, although only Slack knows me', async () => {
    const [me, other] = [await at.hire('U2'), await at.hire('U3')];
    const day = at.days[1] ?? '';
    await at.assign(day, me);
    expect((await at.command('U2', 'shifts')).blocks).toMatchObject([
      { text: { text: /No shifts are published/ } },
      {},
    ]);
    await at.publish();
    const { blocks = [] } = await at.command('U2', ' Shifts ');
    expect(checkBlocks(blocks)).toEqual([]);
    expect(JSON.stringify(blocks)).toMatch(/09:00–17:00 \(00:00–08:00 your time\)\*\\nBar, Tokyo/);
    expect(JSON.stringify(blocks)).toContain('http://localhost:3000/team/mine');
    await at.assign(day, other);
    expect(JSON.stringify(await at.command('U3', 'shifts'))).toContain('No shifts are published');
  });

  it('/coact help tells of it', async () => {
    expect(JSON.stringify(await at.command('U2', 'help'))).toContain(
      '*/coact shifts*: your next shifts, and what is open to you',
    );
  });

  it('the Home tab shows my shifts and my time off above what there is to share', async () => {
    const { id: kindId } = await at.ask('POST', '/api/schedule/time-off-kinds', {
      ...{ name: 'Holiday', colour: 'teal', accrual: 'none', minutesAYear: 0, dayMinutes: 480 },
    });
    const { id: personId } = await at.world.db.inOrg(at.orgId, (tx) =>
      at.world.app.operator.people.personForSlack(tx, 'U2'),
    );
    const [from, to] = [`${at.days[3]}T00:00`, `${at.days[4]}T00:00`];
    await at.ask('POST', '/api/schedule/time-off', { personId, kindId, from, to, note: 'Wedding' });
    const shown = await at.openHome('U2');
    expect(shown).toContain('Bar, Tokyo');
    expect(shown).toMatch(/\*Holiday\*, .*: :hourglass_flowing_sand: not decided yet/);
    expect(shown).not.toContain('Wedding');
    expect(shown.indexOf('Your next shifts')).toBeLessThan(shown.indexOf('To share'));
  });

  it('the Home tab of whoever only shares says nothing of shifts', async () => {
    const shown = await at.openHome('U8');
    expect(shown).toContain('To share');
    expect(shown).not.toContain('shifts');
  });

  it('a button that opens a page is answered', async () => {
    const click = at.world.slack.send.click({
      ...{ teamId: 'T1', userId: 'U2', actionId: 'schedule.opened:/team/mine' },
      message: { channel: 'C1', ts: '1.0' },
    });
    expect((await at.world.deliver(click)).status).toBe(200);
  });
});
