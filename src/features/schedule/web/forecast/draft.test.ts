import { expect, test } from 'vitest';
import {
  batchesOf,
  drafted,
  emptyDraft,
  over,
  redone,
  type Slot,
  saved,
  undone,
  unsavedOf,
  withChanges,
} from './draft.ts';

const day = '2026-03-02';
const change = (half: number, amount: number | null, on = day) => ({ day: on, half, amount });
const savedAt = ({ half }: Slot) => (half === 18 ? 10 : null);
const typed = (draft = emptyDraft, ...changes: readonly ReturnType<typeof change>[]) =>
  withChanges(draft, changes, savedAt, 4);

test('numbers are kept with the state that they were typed over, in the order of time', () => {
  const draft = typed(typed(emptyDraft, change(20, 5), change(2, 1, '2026-03-09')), change(18, null));
  expect(draft.revision).toBe(4);
  expect(unsavedOf(draft)).toEqual([
    { ...change(18, null), before: 10 },
    { ...change(20, 5), before: null },
    { ...change(2, 1, '2026-03-09'), before: null },
  ]);
  expect([drafted(draft, change(18, 0)), drafted(draft, change(19, 0))]).toEqual([null, undefined]);
});

test('what is saved already is no change, and typing it again takes one back', () => {
  expect(typed(emptyDraft, change(18, 10))).toBe(emptyDraft);
  const draft = typed(typed(emptyDraft, change(18, 12)), change(18, 10));
  expect(unsavedOf(draft)).toEqual([]);
});

test('each act is one step back, whatever number of cells it changed, and forth again', () => {
  const pasted = typed(emptyDraft, change(18, 12), change(19, 13));
  const cleared = typed(pasted, change(18, null), change(19, null));
  const back = undone(cleared);
  expect(unsavedOf(back)).toEqual(unsavedOf(pasted));
  expect(unsavedOf(undone(back))).toEqual([]);
  expect(undone(emptyDraft)).toBe(emptyDraft);
  expect(unsavedOf(redone(redone(undone(back))))).toEqual(unsavedOf(cleared));
  expect(redone(cleared)).toBe(cleared);
});

test('typing after a step back leaves no way forth', () => {
  const draft = typed(undone(typed(emptyDraft, change(19, 1))), change(19, 2));
  expect(redone(draft)).toBe(draft);
});

test('the hundredth step back is the last', () => {
  let draft = emptyDraft;
  for (let amount = 1; amount <= 130; amount += 1) draft = typed(draft, change(20, amount));
  for (let step = 0; step < 130; step += 1) draft = undone(draft);
  expect(drafted(draft, change(20, 0))).toBe(30);
});

test('after saving nothing is left, except what was typed meanwhile', () => {
  const draft = typed(emptyDraft, change(19, 1), change(20, 2));
  const sent = unsavedOf(draft);
  expect(saved(draft, sent, 5)).toBe(emptyDraft);
  const meanwhile = saved(typed(draft, change(20, 3)), sent, 5);
  expect([unsavedOf(meanwhile), meanwhile.revision]).toEqual([[{ ...change(20, 3), before: null }], 5]);
});

test('numbers can be put over what others saved meanwhile', () => {
  const draft = over(typed(emptyDraft, change(19, 1)), 9);
  expect(draft.revision).toBe(9);
  expect(typed(draft, change(20, 1)).revision).toBe(9);
});

test('what spans more days than the server takes at once is sent in pieces', () => {
  const changes = [change(1, 1, '2026-03-02'), change(2, 2, '2026-04-12'), change(3, 3, '2026-04-13')];
  expect(batchesOf(changes).map((batch) => batch.map(({ half }) => half))).toEqual([[1, 2], [3]]);
  expect(batchesOf([])).toEqual([]);
});
