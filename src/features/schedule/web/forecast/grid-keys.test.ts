import { expect, test } from 'vitest';
import type { GridActs } from './grid-acts.ts';
import { onEditorKey, onGridKey } from './grid-keys.ts';
import { at, type Selection } from './selection.ts';

/** A grid of two days and three half hours that writes down what is done with it. */
function grid(selection: Selection = at({ column: 0, half: 17 }), problem: string | null = null) {
  const done: string[] = [];
  const note = (words: string) => () => void done.push(words);
  const acts: GridActs = {
    extent: { columns: 2, halves: [16, 17, 18] },
    selection,
    amountAt: ({ half }) => half * 100.5,
    editing: {
      editor: null,
      begin: (text, isQuick) => void done.push(`begin ${text}${isQuick ? ' quickly' : ''}`),
      type: note('type'),
      end: note('end'),
      commit: (cells) => {
        done.push(`commit ${cells.length}`);
        return problem;
      },
    },
    select: ({ anchor, focus }) =>
      void done.push(`select ${anchor.column}/${anchor.half} to ${focus.column}/${focus.half}`),
    ...{ onEntries: note('entries'), onUndo: note('undo'), onRedo: note('redo'), onTell: note('tell') },
    ...{ leave: note('leave'), clear: note('clear'), fillDown: note('fill down'), fillRight: note('fill right') },
  };
  return { acts, done };
}

const key = (name: string, held: 'control' | 'shift' | 'both' | 'none' = 'none') => ({
  ...{ key: name, control: held === 'control' || held === 'both', shift: held === 'shift' || held === 'both' },
});
const press = (...[name, held]: Parameters<typeof key>) => {
  const { acts, done } = grid();
  return onGridKey(key(name, held), acts) ? done.join() : null;
};
const typing = (name: string, held?: Parameters<typeof key>[1], isQuick = false, problem: string | null = null) => {
  const { acts, done } = grid({ anchor: { column: 0, half: 16 }, focus: { column: 0, half: 17 } }, problem);
  return onEditorKey(key(name, held), { text: '5', isQuick, problem: null }, acts) ? done.join() : null;
};

test('a digit types over a cell, Enter and F2 open what it holds', () => {
  expect([press('7'), press(','), press('Enter'), press('F2')]).toEqual([
    ...['begin 7 quickly', 'begin , quickly', 'begin 1708.5', 'begin 1708.5'],
  ]);
});

test('a letter is taken as typing as well, so that it is no shortcut of the page', () => {
  expect([press('c'), press('/'), press(' ')]).toEqual(['begin c quickly', 'begin / quickly', null]);
});

test('keys with Control step back and forth, fill and select as in a spreadsheet', () => {
  expect([press('z', 'control'), press('Z', 'both'), press('y', 'control')]).toEqual(['undo', 'redo', 'redo']);
  expect([press('d', 'control'), press('r', 'control')]).toEqual(['fill down', 'fill right']);
  expect([press('a', 'control'), press('s', 'control')]).toEqual(['select 0/16 to 1/18', null]);
});

test('Delete clears, arrows go on, Escape selects the one cell, and Tab leaves the grid', () => {
  expect([press('Delete'), press('Backspace')]).toEqual(['clear', 'clear']);
  expect([press('ArrowDown'), press('ArrowRight', 'shift')]).toEqual(['select 0/18 to 0/18', 'select 0/17 to 1/17']);
  expect([press('Escape'), press('Tab')]).toEqual(['select 0/17 to 0/17', null]);
});

test('Enter takes what is typed and goes below, Tab to the right, with Shift the other way', () => {
  expect([typing('Enter'), typing('Enter', 'shift')]).toEqual([
    ...['commit 1,select 0/18 to 0/18', 'commit 1,select 0/16 to 0/16'],
  ]);
  expect(typing('Tab')).toBe('commit 1,select 1/17 to 1/17');
  expect(typing('Enter', 'control')).toBe('commit 2,select 0/16 to 0/17');
});

test('arrows left and right stay in a field that was opened, and leave one that was typed over', () => {
  expect([typing('ArrowRight'), typing('ArrowRight', 'none', true), typing('5')]).toEqual([
    ...[null, 'commit 1,select 1/17 to 1/17', null],
  ]);
});

test('what is no amount keeps the field; Escape leaves the cell as it was', () => {
  expect(typing('Enter', 'none', false, '“x” is no number.')).toBe('commit 1');
  expect(typing('Escape')).toBe('end,select 0/16 to 0/17');
});
