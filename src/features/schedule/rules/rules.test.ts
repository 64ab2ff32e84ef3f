import { describe, expect, it } from 'vitest';
import { contradictions } from './contradictions.ts';
import { effectiveRules, startingRules } from './effective-rules.ts';
import { findingsOf } from './findings.ts';
import { rulePacks } from './packs.ts';
import { premiumMinutes } from './premium.ts';
import { penaltyOf } from './reason.ts';
import { review } from './review.ts';
import type { Rule } from './rule.ts';
import { candidate, context, day, hard, person, shift } from './world.fixture.ts';

const [europe, fair] = rulePacks;
if (europe === undefined || fair === undefined) throw new Error('a pack is missing');
const sentences = (...rules: readonly Rule[]) => contradictions(rules, 2).map(({ sentence }) => sentence);
const soft = { hard: false, weight: 1 } as const;
const names = { role: (id: string) => id, qualification: (id: string) => id };

describe('the rules that hold for a person', () => {
  const own: Rule = { kind: 'week_hours', min: null, max: 2400, ...soft };

  it('are those of the organisation and of its packs side by side', () => {
    const rules = effectiveRules([own], [europe]);
    expect(rules).toHaveLength(3);
    expect(rules).toContainEqual(own);
    expect(rules).toContainEqual({ kind: 'week_hours', min: null, max: 2880, ...hard });
  });

  it("give way to the person's, but for what a pack makes binding", () => {
    const personal = { instead: [{ ...own, max: 3600 }], without: ['rest'] as const };
    expect(effectiveRules([own, { kind: 'rest', minutes: 600, sameDay: true, ...hard }], [europe], personal)).toEqual([
      { kind: 'rest', minutes: 660, sameDay: false, ...hard },
      { ...own, max: 3600 },
    ]);
  });

  it('that an organisation starts with contradict neither each other nor any pack', () => {
    expect(contradictions(effectiveRules(startingRules, rulePacks), 1)).toEqual([]);
  });
});

describe('contradictory rules', () => {
  it.each<[string, readonly Rule[]]>([
    [
      'At least 10 h a day, yet at most 8 h: no schedule keeps both.',
      [
        { kind: 'day_hours', min: 600, max: null, ...hard },
        { kind: 'day_hours', min: null, max: 480, ...hard },
      ],
    ],
    [
      "At least 40 h a week can't be reached with 4 days of at most 8 h.",
      [
        { kind: 'week_hours', min: 2400, max: null, ...hard },
        { kind: 'day_hours', min: null, max: 480, ...hard },
        { kind: 'days_in_row', max: 4, ...hard },
        { kind: 'days_off', min: 3, ...hard },
      ],
    ],
    [
      "At least 90 h a period can't be reached with 2 weeks of at most 40 h.",
      [
        { kind: 'period_hours', min: 5400, max: null, ...hard },
        { kind: 'week_hours', min: null, max: 2400, ...hard },
      ],
    ],
    [
      "At least 90 h a period can't be reached with 10 days of at most 8 h.",
      [
        { kind: 'period_hours', min: 5400, max: null, ...hard },
        { kind: 'day_hours', min: null, max: 480, ...hard },
        { kind: 'days_in_row', max: 5, ...hard },
        { kind: 'days_off', min: 2, ...hard },
      ],
    ],
    [
      'At least 40 h a week is more than the 70 h that a period may have.',
      [
        { kind: 'week_hours', min: 2400, max: null, ...hard },
        { kind: 'period_hours', min: null, max: 4200, ...hard },
      ],
    ],
    [
      'At least 40 h a week, yet no overtime beyond 38 h: no schedule keeps both.',
      [
        { kind: 'week_hours', min: 2400, max: null, ...hard },
        { kind: 'overtime', policy: 'never', dayMinutes: null, weekMinutes: 2280, ...soft },
      ],
    ],
    ['Rest between shifts is from 0 h to a week.', [{ kind: 'rest', minutes: -1, sameDay: true, ...hard }]],
    ['Days in a row are at least 1.', [{ kind: 'days_in_row', max: 0, ...hard }]],
    ['Hours are from 0 on.', [{ kind: 'day_hours', min: -60, max: null, ...hard }]],
    ['The weight of a rule is from 0 on: headcount.', [{ kind: 'headcount', hard: false, weight: Number.NaN }]],
  ])('are found: %s', (sentence, rules) => {
    expect(sentences(...rules)).toEqual([sentence]);
  });

  it('are not a soft wish beyond a hard bound', () => {
    expect(
      sentences(
        { kind: 'week_hours', min: 2400, max: null, ...soft },
        { kind: 'week_hours', min: null, max: 2000, ...hard },
      ),
    ).toEqual([]);
  });
});

describe('findings before anybody is assigned', () => {
  const role = { id: 'bar', conditions: [{ qualification: 'licence', condition: 'must_have' as const }] };
  const held = (until: string | null) => new Map([['licence', until === null ? null : day(until)]]);
  const found = (people: ReturnType<typeof person>[], shifts = [shift('2026-03-02T08:00', '22:00')], roles = [role]) =>
    findingsOf({ shifts, roles, people }, names).map(({ sentence }) => sentence);

  it('name a role without people, which somebody who left does not change', () => {
    const none = ['Nobody knows the role bar: its shifts stay open.'];
    expect(found([])).toEqual(none);
    expect(found([person({ isActive: false, qualifications: held(null) })])).toEqual(none);
  });

  it('name a role that nobody is qualified for on the day', () => {
    expect(found([person({ qualifications: held('2026-03-01') })])).toEqual([
      'Nobody who knows the role bar is qualified for it on Mon 2 Mar 2026.',
    ]);
  });

  it("name a shift that is longer than anyone's day, once, and one that needs too many", () => {
    const rules: Rule[] = [{ kind: 'day_hours', min: null, max: 720, ...hard }];
    const shifts = [shift('2026-03-02T08:00', '22:00', { needs: 2 }), shift('2026-03-03T08:00', '22:00')];
    expect(found([person({ qualifications: held(null), rules })], shifts)).toEqual([
      '2 people are needed as bar on Mon 2 Mar 2026, yet 1 know the role.',
      'The shift of bar on Mon 2 Mar 2026 08:00 has 14 h of work; at most 12 h a day are allowed.',
    ]);
    expect(
      found([person({ qualifications: held(null), rules }), person({ id: 'ben', qualifications: held(null) })], shifts),
    ).toEqual([]);
  });

  it('name conditions that exclude each other', () => {
    const conditions = [...role.conditions, { qualification: 'licence', condition: 'must_not_be' as const }];
    expect(found([person({ qualifications: held(null) })], [], [{ id: 'bar', conditions } as typeof role])).toEqual([
      'The role bar asks for licence and excludes it.',
    ]);
  });
});

describe('a review', () => {
  const has = [shift('2026-03-02T14:00', '22:00'), shift('2026-03-03T06:00', '14:00')];
  const rules: Rule[] = [
    { kind: 'rest', minutes: 660, sameDay: false, ...hard },
    { kind: 'week_hours', min: 1200, max: null, ...soft },
  ];

  it('tells what is wrong with each shift, and which whole weeks have too little', () => {
    const someone = candidate({ rules }, has);
    const faults = review(someone, context, day('2026-03-02'), day('2026-03-12'));
    expect(faults.map(({ shift: of, reason }) => [of?.id ?? null, reason.rule])).toEqual([
      [has[0]?.id, 'rest'],
      [has[1]?.id, 'rest'],
      [null, 'week_hours'],
    ]);
    expect(faults.at(-1)?.reason).toMatchObject({ bound: 'min', limit: 1200, actual: 960, added: 240 });
    expect(penaltyOf(faults.at(-1)?.reason as never)).toBe(4);
    expect(someone.ledger.shifts).toHaveLength(2);
  });

  it('asks nothing of weeks in which somebody joins or has left', () => {
    const someone = candidate({ rules, joins: day('2026-03-03') });
    expect(review(someone, context, day('2026-03-02'), day('2026-03-08'))).toEqual([]);
  });
});

describe('premiums for changes', () => {
  const change = { change: 'cut', daysBefore: 3, lostMinutes: 245, voluntary: false } as const;

  it('are as the pack says, for changes that come too late', () => {
    expect(premiumMinutes(change, fair.premiums)).toBe(123);
    expect(premiumMinutes({ ...change, change: 'added', lostMinutes: 0 }, fair.premiums)).toBe(60);
    expect(premiumMinutes({ ...change, daysBefore: 14 }, fair.premiums)).toBe(0);
    expect(premiumMinutes({ ...change, voluntary: true }, fair.premiums)).toBe(0);
    expect(premiumMinutes(change, europe.premiums)).toBe(0);
  });
});
