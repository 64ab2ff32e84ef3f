import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pay } from '../wages/wage.ts';
import {
  countedApprovals,
  droppedApprovers,
  dueReminder,
  type EventKind,
  isEnough,
  missingApprovers,
  percentMore,
  possibleActs,
  type Raise,
  type RaiseEvent,
  raiseStates,
  rolesChanged,
  stopReasonOf,
  type Terms,
  wrongDay,
  wrongTerms,
} from './raise.ts';

const hourly = (minor: number, currency = 'EUR'): Pay => ({ kind: 'hourly', minor, currency });
const yearly = (minor: number, weeklyMinutes = 2400): Pay => ({
  kind: 'yearly',
  minor,
  currency: 'EUR',
  weeklyMinutes,
});
const raise = (given: Partial<Raise> = {}): Raise => ({
  ...{ id: 'r1', personId: 'ana', from: '2026-06-01', state: 'open', stoppedWhy: null, revision: 1, needed: 1 },
  ...{ proposedBy: 'pia', proposedAt: new Date(0), releasedBy: null, releasedAt: null },
  ...given,
});
const terms = (given: Partial<Terms> = {}): Terms => ({
  title: { before: 'Baker', after: 'Baker' },
  roles: { before: ['oven'], after: ['oven'] },
  pay: { roleId: null, before: hourly(1500), after: hourly(1800) },
  reason: 'x',
  ...given,
});
const event = (kind: EventKind, personId: string | null, revision = 1): RaiseEvent => ({
  ...{ id: `${kind} ${personId} ${revision}`, kind, personId, revision, at: new Date(0) },
});

describe('approvals', () => {
  it('count of what is proposed now, never the person’s nor the proposer’s, each once', () => {
    const events = [
      event('approved', 'pia'),
      event('approved', 'ana'),
      event('approved', 'olga'),
      event('approved', 'olga'),
      event('asked', 'max'),
      event('approved', 'max', 2),
    ];
    expect(countedApprovals(raise(), events)).toEqual(['olga']);
    expect(countedApprovals(raise({ revision: 2 }), events)).toEqual(['max']);
    expect([1, 2].map((needed) => isEnough(raise({ needed }), events))).toEqual([true, false]);
  });

  it('of whomever, in whatever order and number, are never enough by those two alone', () => {
    const people = fc.constantFrom('ana', 'pia', 'olga', 'max', 'tom');
    const given = fc.array(fc.tuple(people, fc.integer({ min: 1, max: 3 })));
    const asked = fc.record({ needed: fc.integer({ min: 1, max: 3 }), revision: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(given, asked, (approvals, about) => {
        const events = approvals.map(([id, revision]) => event('approved', id, revision));
        const counted = countedApprovals(raise(about), events);
        expect(counted).not.toContain('ana');
        expect(counted).not.toContain('pia');
        const others = new Set(approvals.flatMap(([id, revision]) => (revision === about.revision ? [id] : [])));
        const independent = [...others].filter((id) => id !== 'ana' && id !== 'pia').length;
        expect(isEnough(raise(about), events)).toBe(independent >= about.needed);
        // A change asks anew.
        expect(countedApprovals(raise({ revision: 4 }), events)).toEqual([]);
      }),
    );
  });

  it('that are missing are told apart from those that can still come', () => {
    const events = [event('approved', 'olga')];
    expect(missingApprovers(raise({ needed: 2 }), events, new Set(['max']))).toBe(0);
    // Who has approved counts, whether or not they still may.
    expect(missingApprovers(raise({ needed: 2 }), events, new Set(['olga']))).toBe(1);
    expect(missingApprovers(raise({ needed: 3 }), [], new Set())).toBe(3);
  });

  it('of who left or lost the role are no longer waited for; what they gave stays', () => {
    const events = [event('asked', 'olga'), event('asked', 'max'), event('asked', 'tom'), event('approved', 'tom')];
    expect(droppedApprovers(raise(), events, new Set(['olga']))).toEqual(['max']);
    expect(droppedApprovers(raise(), [...events, event('dropped', 'max')], new Set(['olga']))).toEqual([]);
    expect(droppedApprovers(raise({ revision: 2 }), events, new Set())).toEqual([]);
  });
});

describe('what can be done', () => {
  it('follows from how the proposal stands', () => {
    const acts = (given: Partial<Raise>) => [...possibleActs(raise(given))].toSorted().join(' ');
    expect(raiseStates.map((state) => [state, acts({ state })])).toEqual([
      ['open', 'approve change decline withdraw'],
      ['approved', 'change decline release withdraw'],
      ['in_force', 'release'],
      ['declined', 'change'],
      ['withdrawn', ''],
      ['stopped', 'change withdraw'],
    ]);
    const releasedAt = new Date(1);
    expect([acts({ state: 'approved', releasedAt }), acts({ state: 'in_force', releasedAt })]).toEqual(['', '']);
    expect(acts({ state: 'stopped', stoppedWhy: 'pay_changed', releasedAt })).toBe('change');
    expect(acts({ state: 'stopped', stoppedWhy: 'left' })).toBe('withdraw');
  });
});

describe('what is proposed', () => {
  it.each([
    ['nothing else', terms({ pay: null }), 'terms'],
    ['the very pay of now', terms({ pay: { roleId: null, before: hourly(1500), after: hourly(1500) } }), 'terms'],
    [
      'the pay of now with a title',
      terms({ title: { before: null, after: 'Chef' }, pay: { roleId: null, before: hourly(1), after: hourly(1) } }),
      'pay.minor',
    ],
    ['less', terms({ pay: { roleId: null, before: hourly(1500), after: hourly(1499) } }), 'pay.minor'],
    ['other money', terms({ pay: { roleId: null, before: hourly(1500), after: hourly(9900, 'CZK') } }), 'pay.currency'],
  ])('is refused where it is %s, with a sentence at its field and no amount in it', (_, wanted, field) => {
    const wrong = wrongTerms(wanted) ?? {};
    expect(Object.keys(wrong)).toEqual([field]);
    expect(wrong[field]).not.toMatch(/\d/);
  });

  it.each([
    ['a title', terms({ title: { before: null, after: 'Chef' }, pay: null })],
    ['no title any more', terms({ title: { before: 'Chef', after: null }, pay: null })],
    ['another role', terms({ roles: { before: ['oven'], after: ['oven', 'shift'] }, pay: null })],
    ['more pay', terms()],
    ['a first wage', terms({ pay: { roleId: null, before: null, after: hourly(1) } })],
    ['a salary in place of hours', terms({ pay: { roleId: null, before: hourly(1500), after: yearly(100) } })],
    ['as much for fewer hours', terms({ pay: { roleId: null, before: yearly(9000), after: yearly(9000, 2100) } })],
  ])('can be %s', (_, wanted) => {
    expect(wrongTerms(wanted)).toBeNull();
  });

  it('changes the roles that differ and no other', () => {
    expect(rolesChanged(terms({ roles: { before: ['a', 'b'], after: ['b', 'c'] } }))).toEqual({
      learns: ['c'],
      leaves: ['a'],
    });
  });

  it('is from a day within a year back and two ahead', () => {
    const today = '2026-05-04';
    const days = ['2025-05-03', '2025-05-04', '2026-05-04', '2028-05-03', '2028-06-01'];
    expect(days.map((day) => wrongDay(day, today) === null)).toEqual([true, true, true, true, false]);
    expect(wrongDay('2024-01-01', today)).toContain('entered as a wage');
  });

  it('is so many percent more by the hour, where it can be compared', () => {
    expect(percentMore(hourly(1500), hourly(1800))).toBe(20);
    expect(percentMore(hourly(1523), hourly(1600))).toBe(5.1);
    // 52,000 a year for 40 hours a week are 25 an hour.
    expect(percentMore(hourly(2000), yearly(5_200_000))).toBe(25);
    expect([percentMore(null, hourly(1)), percentMore(hourly(1), hourly(2, 'USD'))]).toEqual([null, null]);
  });
});

describe('on its day', () => {
  const now = { left: false, pay: hourly(1500), dayTaken: false };

  it('it stops where its person left, the day has an entry, or pay is not what it was', () => {
    expect(stopReasonOf(terms(), now)).toBeNull();
    expect(stopReasonOf(terms(), { ...now, left: true, dayTaken: true })).toBe('left');
    expect(stopReasonOf(terms(), { ...now, dayTaken: true })).toBe('day_taken');
    expect(stopReasonOf(terms(), { ...now, pay: hourly(1501) })).toBe('pay_changed');
    expect(stopReasonOf(terms(), { ...now, pay: null })).toBe('pay_changed');
    // A title alone takes nothing from a wage.
    expect(stopReasonOf(terms({ pay: null }), { ...now, pay: hourly(1), dayTaken: true })).toBeNull();
  });

  it('and three days before, whoever keeps it is reminded', () => {
    const days = ['2026-05-01', '2026-05-28', '2026-05-29', '2026-05-31', '2026-06-01', '2026-07-01'];
    expect(days.map((today) => dueReminder('2026-06-01', today))).toEqual([null, null, 3, 3, 0, 0]);
  });
});
