import { expect, test } from 'vitest';
import { emptyDraft, withChanges } from './draft.ts';
import { dayOf, forecastOf } from './forecast.fixture.ts';
import { cellWords, coverMark, dayWords, measureWords, selectionWords } from './forecast-words.ts';
import { isUsed, mostNeeded, shownDays } from './shown-days.ts';

const day = '2026-03-02';
const typed = (half: number, amount: number | null, on = day) =>
  withChanges(emptyDraft, [{ day: on, half, amount }], () => null, 4);
const halfOf = (half: number, draft = emptyDraft, forecast = forecastOf()) => {
  const found = shownDays(forecast, draft)[0]?.halves[half];
  if (found === undefined) throw new Error(`no half hour ${half}`);
  return found;
};

test('what is typed shows at once, with the people it needs', () => {
  const [monday] = shownDays(forecastOf(), typed(20, 40));
  expect(monday?.halves[20]).toMatchObject({ amount: 40, unsaved: true, source: null, needed: 4, staffed: 0 });
  expect(monday?.halves[18]).toMatchObject({ amount: 24, unsaved: false, source: 'typed', needed: 2 });
  expect([monday?.total, monday?.hours]).toEqual([94, { needed: 4.5, short: 2.5, over: 0 }]);
});

test('a number that is deleted is no forecast, though one is saved', () => {
  const draft = withChanges(emptyDraft, [{ day, half: 18, amount: null }], () => 24, 4);
  expect(halfOf(18, draft)).toMatchObject({ amount: null, unsaved: true, needed: null });
});

test('in a half hour that the clocks leave out nobody is needed', () => {
  const spring = forecastOf({ days: [dayOf('2026-03-29')] });
  expect(halfOf(2, typed(2, 40, '2026-03-29'), spring)).toMatchObject({ amount: 40, needed: 0 });
});

test('hours are in use where there is a forecast or a shift', () => {
  const days = shownDays(forecastOf(), emptyDraft);
  expect([17, 18, 19, 20].map((half) => isUsed(days, half))).toEqual([false, true, true, false]);
  expect([mostNeeded(days), mostNeeded([])]).toEqual([3, 0]);
});

test('a cell is told in words: what is expected and from where, who is needed and who is there', () => {
  expect(cellWords(halfOf(18), 'guests')).toBe('24 guests (typed), 2 people needed, 2 on shift, 3 places');
  expect(cellWords(halfOf(20), 'guests')).toBe('no forecast');
  expect(cellWords(halfOf(20, typed(20, 12)), 'guests')).toBe('12 guests (not saved), 1 person needed, 0 on shift');
  expect([coverMark(halfOf(18)), coverMark(halfOf(19)), coverMark(halfOf(20))]).toEqual([
    { text: '2/2', cover: 'right' },
    { text: '2/3', cover: 'short' },
    null,
  ]);
});

test('a selection is told with its sum and its work', () => {
  const days = shownDays(forecastOf(), emptyDraft);
  const block = { firstColumn: 0, lastColumn: 0, firstHalf: 18, lastHalf: 18 };
  expect(selectionWords(days, block, 'guests')).toContain('Mon 2 Mar 09:00: 24 guests');
  expect(selectionWords(days, { ...block, lastColumn: 1, lastHalf: 19 }, 'guests')).toBe(
    'Mon 2 Mar – Tue 3 Mar, 09:00–10:00: 108 guests, 5 h of work in 4 half hours',
  );
  expect(selectionWords(days, { ...block, firstHalf: 0, lastHalf: 5 }, 'guests')).toContain('00:00–03:00: no forecast');
});

test('a day says what is short and what is over, and a role in what it is counted', () => {
  const words = [
    dayWords({ needed: 31, short: 3, over: 0.5 }),
    dayWords({ needed: 4, short: 0, over: 0 }),
    dayWords({ needed: 0, short: 0, over: 0 }),
  ];
  expect(words).toEqual(['31 h needed, 3 h short, 0.5 h over', '4 h needed, covered', 'Nobody needed']);
  expect(measureWords({ unit: 'people', perPerson: 1 })).toBe('Counted in people who are needed.');
  expect(measureWords({ unit: 'guests', perPerson: 12 })).toContain('one person handles 12 in a half hour');
});
