import { expect, test } from 'vitest';
import { atStart, goOn, isFirst, isLast, progressWords } from './course.ts';

/** Pages on which only these steps have something to show, and what was looked for. */
function pagesWith(...there: readonly number[]) {
  const looked: number[] = [];
  const find = async (step: number) => {
    looked.push(step);
    return there.includes(step) ? `step ${step}` : null;
  };
  return { looked, find };
}

test('what isn’t on the page is passed over, and counted no more', async () => {
  const { find } = pagesWith(1, 3, 4);
  const first = await goOn(atStart, 1, 6, find);
  expect(first?.found).toBe('step 1');
  const course = first?.course ?? atStart;
  expect([progressWords(course, 6), isFirst(course), isLast(course, 6)]).toEqual(['1 of 5', true, false]);
  const second = (await goOn(course, 1, 6, find))?.course ?? atStart;
  expect([second.at, progressWords(second, 6), isFirst(second)]).toEqual([3, '2 of 4', false]);
});

test('going back skips what wasn’t there without looking for it again', async () => {
  const { find, looked } = pagesWith(0, 3);
  const far = { at: 3, missing: new Set([1, 2]) };
  expect((await goOn(far, -1, 4, find))?.course.at).toBe(0);
  expect(looked).toEqual([0]);
});

test('the last step is known as such, and nothing follows it', async () => {
  const { find } = pagesWith(0, 1);
  expect(isLast({ at: 1, missing: new Set() }, 2)).toBe(true);
  expect(isLast({ at: 1, missing: new Set([2]) }, 3)).toBe(true);
  expect(isLast({ at: 1, missing: new Set() }, 3)).toBe(false);
  expect(await goOn({ at: 1, missing: new Set() }, 1, 3, find)).toBeNull();
  expect(await goOn({ at: 0, missing: new Set() }, -1, 3, find)).toBeNull();
});
