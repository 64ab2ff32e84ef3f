import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differenceOf, type Opening, type Room } from './opening.ts';

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

it('leaves known what has room, however shifts fill and become free, and is news exactly when a place is added', () => {
  const look = fc.uniqueArray(
    fc.record({ shiftId: fc.constantFrom('a', 'b', 'c'), missing: fc.integer({ min: 1, max: 3 }) }),
    {
      selector: ({ shiftId }) => shiftId,
    },
  );
  fc.assert(
    fc.property(fc.array(look, { maxLength: 8 }), (looks) => {
      let openings: readonly Opening[] = [];
      let before: readonly Room[] = [];
      for (const rooms of looks) {
        const { opened, changed, closed, news } = differenceOf(openings, rooms);
        const missingOf = (all: readonly Room[], id: string) => all.find(({ shiftId }) => shiftId === id)?.missing ?? 0;
        const more = ['a', 'b', 'c'].filter((id) => missingOf(rooms, id) > missingOf(before, id));
        expect([...news].toSorted()).toEqual(more);
        // As the store writes it.
        const kept = openings
          .filter(({ id }) => !closed.some((gone) => gone.id === id))
          .map((opening) => changed.find(({ id }) => id === opening.id) ?? opening);
        openings = [...kept, ...opened.map(({ shiftId, missing }) => known(shiftId, missing))];
        const now = openings.map(({ shiftId, missing }) => room(shiftId, missing));
        expect(new Set(now)).toEqual(new Set(rooms));
        before = rooms;
      }
    }),
  );
});
