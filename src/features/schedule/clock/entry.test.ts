import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterAct, breakMinutesOf, type ClockAct, type Stretch, workedMinutesOf } from './entry.ts';

const began: Stretch = { start: 540, end: null, breaks: [] };
const having = (acts: readonly (readonly [Exclude<ClockAct, 'in'>, number])[]) =>
  acts.reduce<Stretch>((stretch, [act, at]) => afterAct(stretch, act, at) ?? stretch, began);

describe('what somebody does at the clock', () => {
  it('counts time less the breaks, until now of what runs', () => {
    const onBreak = having([['break', 720]]);
    expect([workedMinutesOf(onBreak, 740), breakMinutesOf(onBreak, 740)]).toEqual([180, 20]);
    const over = having([
      ['break', 720],
      ['back', 750],
      ['out', 1_020],
    ]);
    expect(over).toEqual({ start: 540, end: 1_020, breaks: [{ start: 720, end: 750 }] });
    expect(workedMinutesOf(over, 9_999)).toBe(450);
  });

  it('changes nothing where it is so already', () => {
    expect(afterAct(began, 'back', 600)).toBeNull();
    expect(afterAct(having([['break', 600]]), 'break', 610)).toBeNull();
    expect(afterAct(having([['out', 600]]), 'out', 610)).toBeNull();
  });

  it('ends a break with the work, and forgets one of no length', () => {
    expect(
      having([
        ['break', 600],
        ['out', 630],
      ]).breaks,
    ).toEqual([{ start: 600, end: 630 }]);
    expect(
      having([
        ['break', 600],
        ['back', 600],
      ]).breaks,
    ).toEqual([]);
  });

  it('in any order leaves breaks in order within the work, and never less than none worked', () => {
    const act = fc.constantFrom('break', 'back', 'out' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(act, fc.nat(60))), (steps) => {
        let at = 540;
        const stretch = having(
          steps.map(([what, later]) => {
            at += later;
            return [what, at] as const;
          }),
        );
        const moments = [stretch.start, ...stretch.breaks.flatMap(({ start, end }) => [start, end ?? at])];
        expect(moments).toEqual(moments.toSorted((one, other) => one - other));
        expect(workedMinutesOf(stretch, at)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
