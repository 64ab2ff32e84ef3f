import { describe, expect, test } from 'vitest';
import { harbour, ownerOf, publisher } from '../../../../../test/support/answers.ts';
import { type Answers, drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import { requestOf, rowOf } from '../../../../../test/support/requests.ts';
import { daysOf } from '../calendar/days.ts';
import { emptyForm } from '../composer/composer-form.ts';
import type { Pace, Waiting } from './contract.ts';
import { paceProblems } from './pace-problems.ts';
import { quietBackground, quietParts } from './quiet-shade.ts';
import { SendTimeNote } from './send-time-note.tsx';
import { shortWaiting, waitingSentences } from './words.ts';

const zone = 'Europe/Lisbon';
const pace: Pace = { quietHours: { from: '21:30', until: '07:15' }, quietDays: [7], perDay: 2, perWeek: null };
const until = '2999-05-07T06:15:00.000Z';
const channel = { id: 'C1', name: 'general', reason: 'quiet_hours' as const, until, place: 1 };
const waiting = (change: Partial<Waiting> = {}): Waiting => ({
  ...{ reason: 'quiet_hours', until, endsFirst: false, due: true, channels: [channel] },
  ...change,
});

describe('the words for what waits', () => {
  test('say until when, why, and how many are before it', () => {
    expect(waitingSentences(waiting(), zone).join()).toMatch(/It waits until .*7.* 07:15.*, as in quiet hours/);
    const full = { ...channel, reason: 'day_full' as const, place: 3 };
    const [sentence] = waitingSentences(waiting({ channels: [full] }), zone);
    expect(sentence).toMatch(/as #general has had its requests of the day\. 2 requests go before it\.$/);
  });

  test('name each channel where they differ, and none where the clock holds all alike', () => {
    const other = { ...channel, id: 'C2', name: 'jobs' };
    expect(waitingSentences(waiting({ channels: [channel, other] }), zone)).toHaveLength(1);
    const full = { ...other, reason: 'week_full' as const };
    const sentences = waitingSentences(waiting({ channels: [channel, full] }), zone);
    expect(sentences.map((one) => one.slice(0, 9))).toEqual(['#general:', '#jobs: it']);
  });

  test('say what comes of an end before that', () => {
    expect(waitingSentences(waiting({ endsFirst: true }), zone).at(-1)).toContain('would not be sent');
    expect(shortWaiting(waiting({ endsFirst: true }), zone)).toBe('ends before it could go out (quiet hours)');
  });
});

describe('the shade of quiet time', () => {
  test('covers hours and parts of hours, over midnight, and whole days', () => {
    const monday = '2026-05-04';
    const parts = (hour: number) => quietParts(pace, monday, hour);
    expect([parts(0), parts(7), parts(12), parts(21), parts(22)]).toEqual([
      ...[[[0, 60]], [[0, 15]], [], [[30, 60]], [[0, 60]]],
    ]);
    expect(quietParts(pace, '2026-05-03', 12)).toEqual([[0, 60]]);
    expect(quietParts({ ...pace, quietHours: { from: '12:10', until: '12:20' } }, monday, 12)).toEqual([[10, 20]]);
    expect(quietBackground(parts(21))).toContain('var(--quiet) 50% 100%');
    expect(quietBackground([])).toBeUndefined();
  });
});

test('what can’t be kept is said at its field', () => {
  expect(paceProblems(pace)).toEqual({});
  const wrong: Pace = {
    quietHours: { from: '', until: '07:00' },
    quietDays: [1, 2, 3, 4, 5, 6, 7],
    perDay: 0,
    perWeek: 1,
  };
  expect(Object.keys(paceProblems(wrong))).toEqual(['quietHours', 'quietDays', 'perDay']);
  expect(paceProblems({ ...pace, quietHours: { from: '07:00', until: '07:00' } })).toHaveProperty('quietHours');
});

const drawRequest = (change: object, me = ownerOf()) => {
  const request = requestOf({
    state: 'scheduled',
    sentAt: null,
    sendAt: '2026-01-01T23:00:00Z',
    figures: null,
    ...change,
  });
  return drawPage(`/requests/${request.id}`, [
    [['me'], me],
    [['organisation'], harbour],
    [['requests', 'one', request.id], request],
  ]);
};

describe('pages', () => {
  test('a request that waits says so, and publishers may send it anyway', async () => {
    const page = await drawRequest({ waiting: waiting() });
    expect(page.text).toContain('It waits for its channel');
    expect(page.text).toContain('Goes out, as things stand');
    expect(page.buttons).toContain('Send anyway');
    const reader = ownerOf({ can: { manage: false, publish: false, approve: true, audit: false, people: false } });
    expect((await drawRequest({ waiting: waiting() }, reader)).buttons).not.toContain('Send anyway');
    expect((await drawRequest({ waiting: waiting({ due: false }) })).text).toContain('It will wait');
    expect((await drawRequest({ waiting: null })).text).not.toContain('wait');
  });

  test('one that ended before it was everywhere says where it never was', async () => {
    const problem = '#jobs: The request ended before this channel could take it.';
    const page = await drawRequest({ state: 'ended', delivery: { state: 'sent', problem } });
    expect(page.text).toContain(`It ended before it was in every channel ${problem}`);
  });

  test('the list shows what waits in its order, and each row until when', async () => {
    const row = rowOf({ state: 'scheduled', sentAt: null, sendAt: '2026-01-01T23:00:00Z', waiting: waiting() });
    const queued = { id: row.id, title: 'Porto', sendAt: '2026-01-01T23:00:00Z', waiting: waiting() };
    const page = await drawPage('/requests', [
      [['me'], ownerOf()],
      [['requests', 'list', { page: 1 }], { requests: [row], total: 1 }],
      [['requests', 'pace', 'queue'], { requests: [queued] }],
    ]);
    expect(page.text).toMatch(/1 request waits .*Porto #general · waits until .*07:15.* \(quiet hours\)/);
    expect(page.text).toMatch(/We open in Porto #general · waits until/);
  });

  test.each(['month', 'week'] as const)('the calendar by %s shades quiet time and marks what waits', async (view) => {
    const days = daysOf(view, '2999-05-07');
    const entry = {
      ...{ id: 'r1', title: 'Porto', state: 'scheduled', channel: null, channels: [], revision: 1, movable: true },
      ...{ at: '2999-05-06T21:20:00.000Z', endsAt: null, waiting: waiting() },
    };
    const page = await drawPage(`/requests/calendar?day=2999-05-07&view=${view}`, [
      [['me'], ownerOf()],
      [['requests', 'pace'], pace],
      [['requests', 'calendar', days[0], days.at(-1)], { entries: [entry], more: false }],
    ]);
    expect(page.html).toMatch(/aria-label="22:20 Porto, Scheduled, waits until [^"]*07:15[^"]* \(quiet hours\)"/);
    expect(page.text).toContain('Quiet time: nothing is posted between 21:30 and 07:15, and on Sunday.');
    expect(page.html).toContain(view === 'month' ? 'quiet day"' : 'linear-gradient');
  });

  test('the settings show what is kept, to those alone who may change it', async () => {
    const draw = (me: ReturnType<typeof ownerOf>) =>
      drawPage('/requests/settings', [
        [['me'], me],
        [['requests', 'settings'], { approvals: 'off' }],
        [['requests', 'pace'], pace],
      ]);
    const page = await draw(ownerOf());
    expect(page.text).toMatch(/Quiet time and frequency.*Quiet hours.*Quiet days.*Requests a day.*Requests a week/);
    expect(page.html).toMatch(/checked="" [^>]*value="7"|value="7" [^>]*checked=""/);
    expect(page.buttons).toContain('Save');
    expect((await draw(publisher)).text).toContain('Owners and admins change this.');
  });
});

test('the composer says before it is sent that it will wait, and offers to send it anyway', () => {
  const form = { ...emptyForm(new Date('2026-05-04T20:00:00Z'), zone), channelId: 'C1' };
  const body = { at: undefined, endsAt: '2026-05-11T17:00:00.000Z', channelIds: ['C1'], topicIds: [], requestId: null };
  const answers: Answers = [
    [['me'], ownerOf()],
    [['requests', 'pace', 'estimate', body], waiting()],
  ];
  const draw = (change: Partial<typeof form>, answered = answers) =>
    drawPart(<SendTimeNote form={{ ...form, ...change }} patch={() => undefined} id={null} />, answered);
  expect(draw({}).text).toMatch(/It will wait It waits until .* Send anyway For what can’t wait/);
  expect(draw({ sendAnyway: true }).text).toContain('It goes out at its time');
  expect(draw({ channelId: '' }).text).toBe('');
});
