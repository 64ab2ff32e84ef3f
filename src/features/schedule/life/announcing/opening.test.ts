import { expect, it } from 'vitest';
import { differenceOf, type Opening } from './opening.ts';

const known = (shiftId: string, missing: number): Opening => ({ id: `of ${shiftId}`, shiftId, missing, told: [] });
const room = (shiftId: string, missing: number) => ({ shiftId, missing });

it('is news where a shift has room that had none, or one place more', () => {
  const { opened, changed, closed, news } = differenceOf(
    [known('same', 1), known('more', 1), known('fewer', 2), known('full', 1)],
    [room('same', 1), room('more', 2), room('fewer', 1), room('fresh', 1)],
  );
  expect(opened).toEqual([room('fresh', 1)]);
  expect(changed.map(({ shiftId, missing }) => [shiftId, missing])).toEqual([
    ['more', 2],
    ['fewer', 1],
  ]);
  expect(closed).toEqual([known('full', 1)]);
  expect([...news]).toEqual(['more', 'fresh']);
});
