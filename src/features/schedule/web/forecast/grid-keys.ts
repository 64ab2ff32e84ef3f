import { plainAmount } from './amounts.ts';
import type { GridActs } from './grid-acts.ts';
import { at, blockOf, cellsOf, everything, type Key, selectionAfter } from './selection.ts';
import type { Editor } from './use-editing.ts';

/** A key on a cell goes on, changes what is selected, or begins to type over it; false where it means nothing here. */
export function onGridKey(press: Key, acts: GridActs): boolean {
  if (press.control ? controlKey(press, acts) : plainKey(press.key, acts)) return true;
  const next = selectionAfter(acts.extent, acts.selection, press);
  if (next !== null) acts.select(next);
  return next !== null;
}

function controlKey({ key, shift }: Key, acts: GridActs): boolean {
  const all = everything(acts.extent);
  switch (key.toLowerCase()) {
    case 'z':
      if (shift) acts.onRedo();
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
function wayOut({ key, shift }: Key, { isQuick }: Editor): string | null {
  if (key === 'Enter') return shift ? 'ArrowUp' : 'ArrowDown';
  if (key === 'Tab') return shift ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'ArrowUp' || key === 'ArrowDown') return key;
  return isQuick && (key === 'ArrowLeft' || key === 'ArrowRight') ? key : null;
}

/** A key while a cell is typed in: some take what is typed and lead on, the others belong to its field. */
export function onEditorKey(press: Key, editor: Editor, acts: GridActs): boolean {
  const { selection, extent, editing } = acts;
  if (press.key === 'Escape') {
    editing.end();
    acts.select(selection);
    return true;
  }
  const way = wayOut(press, editor);
  if (way === null) return false;
  const fillsAll = press.key === 'Enter' && press.control;
  if (editing.commit(fillsAll ? cellsOf(blockOf(selection)) : [selection.focus]) !== null) return true;
  const next = fillsAll ? selection : selectionAfter(extent, selection, { key: way, control: false, shift: false });
  if (next !== null) acts.select(next);
  return true;
}
