import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { step } from '../process-world.fixture.ts';
import type { Audience } from '../writing/process.ts';
import { blindSentence } from './audience.ts';
import { changeLines } from './change-words.ts';
import { anewOn, handAgainAt, isForHand, isOfAudience, isReminderDue, notBegun, stateOf } from './reading.ts';

const day = 86_400_000;
const start = new Date('2026-05-04T09:00:00Z');
const later = (days: number) => new Date(start.getTime() + days * day);
const dateOf = (at: Date) => at.toISOString().slice(0, 10);

describe('reminders by the clock', () => {
  it('come once in each stated interval however often the clock looks, and none after their last day', () => {
    fc.assert(
      fc.property(
        fc.record({
          remindEvery: fc.integer({ min: 1, max: 20 }),
          lastDay: fc.option(fc.integer({ min: 0, max: 60 })),
          looks: fc.array(fc.integer({ min: 0, max: 60 * 96 }), { maxLength: 200 }),
        }),
        ({ remindEvery, lastDay, looks }) => {
          const remindUntil = lastDay === null ? null : dateOf(later(lastDay));
          let progress = { ...notBegun('p'), toldAt: start };
          const heard = [start];
          for (const quarter of looks.toSorted((one, other) => one - other)) {
            const now = later(quarter / 96);
            if (!isReminderDue({ remindEvery, remindUntil }, progress, now, dateOf(now))) continue;
            progress = { ...progress, remindedAt: now };
            heard.push(now);
          }
          for (const [index, at] of heard.entries()) {
            const before = heard[index - 1];
            if (before === undefined) continue;
            expect(at.getTime() - before.getTime()).toBeGreaterThanOrEqual(remindEvery * day);
            if (remindUntil !== null) expect(dateOf(at) <= remindUntil).toBe(true);
          }
        },
      ),
    );
  });

  it('are for nobody who has confirmed, was never told, or where none are wanted', () => {
    const told = { ...notBegun('p'), toldAt: start };
    const due = (reading: { remindEvery: number | null }, progress = told) =>
      isReminderDue({ remindUntil: null, ...reading }, progress, later(30), dateOf(later(30)));
    expect(due({ remindEvery: 3 })).toBe(true);
    expect(due({ remindEvery: null })).toBe(false);
    expect(due({ remindEvery: 3 }, { ...told, confirmedAt: start } as never)).toBe(false);
    expect(due({ remindEvery: 3 }, notBegun('p') as never)).toBe(false);
  });
});

test('by hand people are reminded once a day, and nobody who has just heard of it', () => {
  expect(handAgainAt({ remindedAt: null }, start)).toBeNull();
  expect(handAgainAt({ remindedAt: start }, later(0.5))).toEqual(later(1));
  expect(handAgainAt({ remindedAt: start }, later(1))).toBeNull();
  expect(isForHand({ ...notBegun('p'), toldAt: start }, later(0.9))).toBe(false);
  expect(isForHand({ ...notBegun('p'), toldAt: start, remindedAt: later(1) }, later(1.5))).toBe(false);
  expect(isForHand({ ...notBegun('p'), toldAt: start }, later(1))).toBe(true);
  expect(isForHand({ ...notBegun('p'), confirmedAt: start }, later(9))).toBe(false);
});

test('on the day itself it is not late', () => {
  const state = (today: string) => stateOf({ dueOn: '2026-05-04' }, notBegun('p'), today);
  expect(['2026-05-03', '2026-05-04', '2026-05-05'].map(state)).toEqual(['open', 'open', 'late']);
  expect(stateOf({ dueOn: '2026-05-04' }, { ...notBegun('p'), confirmedAt: start }, '2026-06-01')).toBe('confirmed');
});

test('nobody named is everybody whom it is meant for; somebody named is they, whatever it is meant for', () => {
  const standing = { personId: 'p', roles: ['bar'], departments: ['shop'], locations: ['quay'] };
  const of = (...audience: Audience[]) => [
    isOfAudience(audience, standing, true),
    isOfAudience(audience, standing, false),
  ];
  expect(of()).toEqual([true, false]);
  for (const [kind, ref] of [
    ['person', 'p'],
    ['role', 'bar'],
    ['department', 'shop'],
    ['location', 'quay'],
  ] as const) {
    expect(of({ kind, ref })).toEqual([true, true]);
    expect(of({ kind, ref: 'other' })).toEqual([false, false]);
  }
});

test('asked anew, people have as much time as they had', () => {
  const was = { askedOn: '2026-05-04', dueOn: '2026-05-18', remindUntil: '2026-06-03' };
  expect(anewOn(was, '2026-07-01')).toEqual({ dueOn: '2026-07-15', remindUntil: '2026-07-31' });
  expect(anewOn({ ...was, remindUntil: null }, '2026-07-01').remindUntil).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: -30, max: 300 }), (days) => {
      const dueOn = Temporal.PlainDate.from(was.askedOn).add({ days }).toString();
      expect(anewOn({ ...was, dueOn }, '2026-07-01').dueOn >= '2026-07-01').toBe(true);
    }),
  );
});

test('who can’t see it is named, as far as there is room', () => {
  const people = ['Ana', 'Ben', 'Cleo', 'Dora', 'Eli', 'Finn', 'Gus'].map((name) => ({ name }));
  expect(blindSentence(people.slice(0, 1))).toMatch(/^Ana can’t see/);
  expect(blindSentence(people.slice(0, 2))).toMatch(/^Ana and Ben can’t see/);
  expect(blindSentence(people)).toMatch(/^Ana, Ben, Cleo, Dora, Eli and 2 others can’t see/);
});

test('what changed is told in a few lines', () => {
  const [door, fridge, gone] = [step({ title: 'Door' }), step({ title: 'Fridge' }), step({ title: 'Gone' })];
  const before = { title: 'Opening', body: 'Switch on the lights.', steps: [door, fridge, gone] };
  const now = {
    title: 'Opening up',
    body: 'Switch on the heating.',
    steps: [door, { ...fridge, minutes: 5 }, step({ title: 'New' })],
  };
  expect(changeLines(before, now, (id) => id)).toEqual([
    'It was called “Opening”.',
    'Text, new: heating; gone: lights',
    'Step 2, “Fridge”: another takes.',
    'Step 3, “New”, is new.',
    'Step 3, “Gone”, is gone.',
  ]);
  expect(changeLines(before, before, (id) => id)).toEqual([]);
  const many = { ...before, steps: Array.from({ length: 12 }, () => step()) };
  const lines = changeLines(before, many, (id) => id);
  expect([lines.length, lines.at(-1)]).toEqual([8, expect.stringMatching(/^… and \d+ more changes\.$/)]);
});
