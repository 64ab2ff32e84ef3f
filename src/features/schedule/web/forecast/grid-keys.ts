import type { KeyboardEvent } from 'react';
import { plainAmount } from './amounts.ts';
import { cellAt, type GridActs } from './grid-acts.ts';
import { at, blockOf, cellsOf, everything, selectionAfter } from './selection.ts';
import type { Editor } from './use-editing.ts';

/** A key on a cell: it goes on, changes what is selected, or begins to type over it. */
export function onGridKey(event: KeyboardEvent<HTMLElement>, acts: GridActs): void {
  if (event.altKey || cellAt(event.target) === null) return;
  const control = event.ctrlKey || event.metaKey;
  const done = control ? controlKey(event, acts) : plainKey(event.key, acts);
  if (done) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const next = selectionAfter(acts.extent, acts.selection, { key: event.key, control, shift: event.shiftKey });
  if (next === null) return;
  event.preventDefault();
  acts.select(next);
}

function controlKey({ key, shiftKey }: KeyboardEvent<HTMLElement>, acts: GridActs): boolean {
  const all = everything(acts.extent);
  switch (key.toLowerCase()) {
    case 'z':
      if (shiftKey) acts.onRedo();
      else acts.onUndo();
      return true;
    case 'y':
      acts.onRedo();
      return true;
    case 'd':
      acts.fillDown();
      return true;
    case 'r':
      acts.fillRight();
      return true;
    case 'a':
      if (all !== null) acts.select(all);
      return true;
    default:
      return false;
  }
}

function plainKey(key: string, { selection, clear, select, editing, amountAt }: GridActs): boolean {
  switch (key) {
    case 'Delete':
    case 'Backspace':
      clear();
      return true;
    case 'Enter':
    case 'F2':
      editing.begin(plainAmount(amountAt(selection.focus)), false);
      return true;
    case 'Escape':
      select(at(selection.focus));
      return true;
    default:
      // Letters too, though they will be refused: otherwise they would be the shortcuts of the page.
      if (key.length !== 1 || key === ' ') return false;
      editing.begin(key, true);
      return true;
  }
}

/** Where the keyboard goes when a key ends typing; null for keys that go on with it. */
function wayOut({ key, shiftKey }: KeyboardEvent<HTMLElement>, { isQuick }: Editor): string | null {
  if (key === 'Enter') return shiftKey ? 'ArrowUp' : 'ArrowDown';
  if (key === 'Tab') return shiftKey ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'ArrowUp' || key === 'ArrowDown') return key;
  return isQuick && (key === 'ArrowLeft' || key === 'ArrowRight') ? key : null;
}

/** A key while a cell is typed in: most belong to its field, some take what is typed and lead on. */
export function onEditorKey(event: KeyboardEvent<HTMLElement>, editor: Editor, acts: GridActs): void {
  const { selection, extent, editing } = acts;
  if (event.key === 'Escape') {
    event.preventDefault();
    editing.end();
    acts.select(selection);
    return;
  }
  const way = wayOut(event, editor);
  if (way === null) return;
  event.preventDefault();
  const fillsAll = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (editing.commit(fillsAll ? cellsOf(blockOf(selection)) : [selection.focus]) !== null) return;
  const next = fillsAll ? selection : selectionAfter(extent, selection, { key: way, control: false, shift: false });
  if (next !== null) acts.select(next);
}
