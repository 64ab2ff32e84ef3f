import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochAt } from '../calendar/zone.ts';
import { openLedger } from './ledger.ts';
import { fixesOf, prospectsOf } from './prospects.ts';
import type { Rule } from './rule.ts';
import { verdict } from './verdict.ts';
import {
  accounting,
  anyContext,
  anyPerson,
  anyShift,
  candidate,
  context,
  day,
  hard,
  person,
  shift,
  zone,
} from './world.fixture.ts';

const monday = shift('2026-03-02T09:00', '17:00');
const names = { role: () => 'Bar', qualification: () => 'forklift' };
const rules: readonly Rule[] = [
  ...(['knows_role', 'qualified', 'available', 'time_off'] as const).map((kind) => ({ kind, ...hard })),
  { kind: 'rest', minutes: 660, sameDay: false, ...hard },
  { kind: 'week_hours', min: null, max: 300, hard: false, weight: 2 },
];
const licence = new Map([['licence', null]]);
const away = [{ start: epochAt(zone, '2026-03-02T12:00'), end: epochAt(zone, '2026-03-02T13:00') }];
const gone = [{ start: epochAt(zone, '2026-03-02T17:00'), end: epochAt(zone, '2026-03-09T00:00') }];
const tired = candidate({ id: 'eve', rules, qualifications: licence }, [shift('2026-03-01T16:00', '23:00')]);
const people = [
  candidate({ id: 'ana', rules, qualifications: licence, available: gone }),
  candidate({ id: 'ben', rules, qualifications: new Map([['licence', day('2026-02-27')]]) }),
  candidate({ id: 'cal', rules, qualifications: licence, timeOff: away }),
  candidate({ id: 'dan', rules, qualifications: licence }),
  tired,
  candidate({ id: 'fay', rules, qualifications: licence }, [monday]),
  candidate({ id: 'gil', rules, roles: new Set(), timeOff: away }),
  candidate({ id: 'hal', rules: rules.slice(0, 4), qualifications: licence }),
  candidate({ id: 'ida', rules, qualifications: licence }, [shift('2026-03-02T12:00', '14:00')]),
];

describe('prospects for an open shift', () => {
  const prospects = prospectsOf(monday, people, context);

  it('are those first who may and cost least, and last those who work then', () => {
    expect(prospects.map(({ personId }) => personId)).toEqual(['hal', 'dan', 'ana', 'ben', 'cal', 'eve', 'gil', 'ida']);
    expect(prospects.slice(0, 3).map(({ allowed, price }) => [allowed, price])).toEqual([
      [true, 0],
      [true, 6],
      [false, 6],
    ]);
  });

  it('name the cheapest ways to fill it, of those who are one step away, and never less rest', () => {
    expect(fixesOf(prospects, names).map(({ personId, sentence }) => `${personId}: ${sentence}`)).toEqual([
      'ana: Ask for it: not available Mon 09:00–17:00',
      'cal: Ask to come back for it: time off Mon 12:00–13:00',
      'ben: Get or renew it: expired: forklift was valid until 27 Feb 2026',
    ]);
    expect(fixesOf(prospects, names, 1)).toHaveLength(1);
  });

  it('are everybody who has not got it, each with the verdict on them, in an order that goes up', () => {
    const crowd = fc.array(fc.tuple(anyPerson, fc.uniqueArray(anyShift, { maxLength: 5, selector: ({ id }) => id })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(crowd, anyShift, anyContext, (everybody, open, circumstances) => {
        const candidates = everybody.map(([someone, assigned], index) => ({
          person: person({ ...someone, id: `p${index}` }),
          ledger: openLedger(accounting, assigned),
        }));
        const found = prospectsOf(open, candidates, circumstances);
        expect(found.map(({ personId }) => personId).toSorted()).toEqual(candidates.map((one) => one.person.id));
        for (const one of candidates) {
          const prospect = found.find(({ personId }) => personId === one.person.id);
          expect(prospect?.reasons).toEqual(verdict(one, open, circumstances).reasons);
        }
        const refused = found.findIndex(({ allowed }) => !allowed);
        if (refused >= 0) expect(found.slice(refused).some(({ allowed }) => allowed)).toBe(false);
        for (const fix of fixesOf(found, names)) expect(fix.reason).toMatchObject({ hard: true, overrulable: true });
      }),
    );
  });
});
