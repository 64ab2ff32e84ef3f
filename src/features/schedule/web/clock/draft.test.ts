import { expect, test } from 'vitest';
import type { Stretch } from './contract.ts';
import { draftOf, emptyDraft, isTwice, workOf } from './draft.ts';

const berlin = 'Europe/Berlin';
const stretch = (change: Partial<Stretch>): Stretch => ({
  ...{ startsAt: '2026-05-18T07:00:00.000Z', endsAt: '2026-05-18T15:00:00.000Z' },
  ...{ localStart: '2026-05-18T09:00', localEnd: '2026-05-18T17:00', breaks: [] },
  ...{ breakMinutes: 0, workedMinutes: 480 },
  ...change,
});

test('a form that nobody touches says what was there', () => {
  const breaks = [
    {
      ...{ startsAt: '2026-05-18T10:00:00.000Z', endsAt: '2026-05-18T10:30:00.000Z' },
      ...{ localStart: '2026-05-18T12:00', localEnd: '2026-05-18T12:30' },
    },
  ];
  const before = stretch({ breaks });
  const draft = draftOf(before, berlin, '');
  expect(draft).toMatchObject({
    day: '2026-05-18',
    from: '09:00',
    to: '17:00',
    breaks: [{ from: '12:00', to: '12:30' }],
  });
  const { startsAt, endsAt } = before;
  expect(workOf(draft, berlin, before)).toMatchObject({
    ...{ startsAt, endsAt },
    breaks: [{ startsAt: breaks[0]?.startsAt, endsAt: breaks[0]?.endsAt }],
  });
});

test('what ends before it begins ends on the next day, and its breaks lie where they can', () => {
  const night = { ...emptyDraft('2026-05-18'), from: '22:00', to: '06:00', breaks: [{ from: '23:30', to: '00:15' }] };
  expect(workOf(night, berlin, null)).toEqual({
    ...{ startsAt: '2026-05-18T20:00:00.000Z', endsAt: '2026-05-19T04:00:00.000Z' },
    breaks: [{ startsAt: '2026-05-18T21:30:00.000Z', endsAt: '2026-05-18T22:15:00.000Z' }],
  });
});

test('of a time that the clock shows twice either can be meant, and what it was stays', () => {
  const night = { ...emptyDraft('2026-10-24'), from: '20:00', to: '02:30' };
  expect([isTwice(night, berlin), isTwice({ ...night, to: '03:30' }, berlin)]).toEqual([true, false]);
  expect(workOf(night, berlin, null)?.endsAt).toBe('2026-10-25T00:30:00.000Z');
  expect(workOf({ ...night, later: true }, berlin, null)?.endsAt).toBe('2026-10-25T01:30:00.000Z');
  const second = stretch({
    ...{ startsAt: '2026-10-24T18:00:00.000Z', endsAt: '2026-10-25T01:30:00.000Z' },
    ...{ localStart: '2026-10-24T20:00', localEnd: '2026-10-25T02:30' },
  });
  const draft = draftOf(second, berlin, '');
  expect(draft.later).toBe(true);
  expect(workOf(draft, berlin, second)?.endsAt).toBe(second.endsAt);
});

test('what runs is proposed to end when the shift did, and without a time there is nothing to send', () => {
  const draft = draftOf(stretch({ endsAt: null, localEnd: null }), berlin, '2026-05-18T17:00');
  expect(draft.to).toBe('17:00');
  expect(workOf({ ...draft, to: '' }, berlin, null)).toBeNull();
});
