import { describe, expect, it } from 'vitest';
import type { Pay } from '../wages/wage.ts';
import {
  canBeChosenIn,
  canBeSetUp,
  canMove,
  cycleStates,
  increaseIn,
  isToPropose,
  moves,
  obstacleOf,
} from './cycle.ts';
import { type Guidelines, suggestionOf, zoneOf } from './guideline.ts';

const pay: Pay = { kind: 'hourly', minor: 1500, currency: 'EUR' };
const known = { left: false, pay, dayTaken: false, raiseWaits: false };
const choice = { before: pay, minor: 1600, why: null, suggested: null };

describe('a cycle', () => {
  it('is set up, opened, submitted and closed, or comes to nothing before it is submitted', () => {
    const able = cycleStates.map((state) => [state, moves.filter((to) => canMove(state, to))]);
    expect(Object.fromEntries(able)).toEqual({
      ...{
        draft: ['open', 'cancelled'],
        open: ['closed', 'cancelled'],
        submitted: ['closed'],
        closed: [],
        cancelled: [],
      },
    });
    expect(cycleStates.filter(canBeSetUp)).toEqual(['draft', 'open']);
    expect(cycleStates.filter(canBeChosenIn)).toEqual(['open', 'submitted']);
  });
});

describe('a line', () => {
  it('has one thing in its way, the first that has to be put right', () => {
    const of = (given: object) => obstacleOf('EUR', { ...known, ...given }, null);
    expect([of({}), of({ left: true, pay: null }), of({ pay: null })]).toEqual([null, 'left', 'no_wage']);
    expect(of({ pay: { ...pay, currency: 'CHF' }, dayTaken: true })).toBe('other_currency');
    expect([of({ dayTaken: true, raiseWaits: true }), of({ raiseWaits: true })]).toEqual([
      'day_taken',
      'raise_waiting',
    ]);
    expect(obstacleOf('EUR', known, choice)).toBeNull();
    expect(obstacleOf('EUR', { ...known, pay: { ...pay, minor: 1501 } }, choice)).toBe('pay_changed');
  });

  it('costs what is chosen, while it can be proposed or its proposal stands', () => {
    const cycle = { weeklyMinutes: 2400 };
    const of = (given: object) => increaseIn(cycle, { choice, obstacle: null, raise: null, ...given });
    expect([of({}), of({ choice: null }), of({ obstacle: 'pay_changed' })]).toEqual([208_000, 0, 0]);
    expect([of({ raise: { state: 'open' } }), of({ raise: { state: 'in_force' } })]).toEqual([208_000, 208_000]);
    for (const state of ['declined', 'withdrawn', 'stopped'])
      expect([state, of({ raise: { state } })]).toEqual([state, 0]);
  });

  it('is proposed where more is chosen than now, once, with nothing in its way', () => {
    const of = (given: object) => isToPropose({ choice, obstacle: null, raise: null, ...given });
    expect([of({}), of({ choice: { ...choice, minor: 1500 } }), of({ choice: null })]).toEqual([true, false, false]);
    expect([of({ obstacle: 'left' }), of({ raise: { state: 'withdrawn' } })]).toEqual([false, false]);
  });
});

describe('guidelines', () => {
  it('go by thirds of the band, by its sides, and by that there is none', () => {
    const within = (reach: number | null) => zoneOf({ where: 'within', reach });
    expect([within(0), within(333), within(334), within(666), within(667), within(1000), within(null)]).toEqual([
      ...['lower', 'lower', 'middle', 'middle', 'upper', 'upper', 'middle'],
    ]);
    expect([zoneOf({ where: 'below', reach: -5 }), zoneOf({ where: 'above', reach: 1005 }), zoneOf(null)]).toEqual([
      ...['below', 'above', 'unbanded'],
    ]);
  });

  it('suggest a wage, rounded half up', () => {
    const none = { suggested: 0, min: 0, max: 0 };
    const guidelines: Guidelines = {
      ...{ below: none, lower: { suggested: 35, min: 20, max: 50 }, middle: none, upper: none, above: none },
      unbanded: none,
    };
    expect(suggestionOf(guidelines, 'lower', 1530)).toEqual({
      zone: 'lower',
      suggested: 35,
      min: 20,
      max: 50,
      minor: 1584,
    });
  });
});
