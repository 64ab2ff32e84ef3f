import type { ClipboardEvent, MouseEvent, PointerEvent } from 'react';
import { plainAmount } from './amounts.ts';
import { cellAt, type GridActs } from './grid-acts.ts';
import { placeSheet, readSheet, writeSheet } from './paste.ts';
import { at, blockOf } from './selection.ts';

/** Selecting by mouse, and typing after a double click or a touch. */
export function pointing({ selection, select, leave, editing, amountAt }: GridActs) {
  const edit = (event: MouseEvent<HTMLElement>) => {
    const cell = cellAt(event.target);
    if (cell === null || isField(event.target)) return;
    leave();
    select(at(cell));
    editing.begin(plainAmount(amountAt(cell)), false);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const cell = cellAt(event.target);
      if (cell === null || event.button !== 0 || event.pointerType === 'touch' || isField(event.target)) return;
      leave();
      select(event.shiftKey ? { anchor: selection.anchor, focus: cell } : at(cell));
    },
    onPointerOver: (event: PointerEvent<HTMLElement>) => {
      const cell = cellAt(event.target);
      if (cell === null || event.buttons !== 1 || event.pointerType === 'touch' || editing.editor !== null) return;
      select({ anchor: selection.anchor, focus: cell });
    },
    // A finger has no keyboard beside it: a touch is the wish to type.
    onClick: (event: MouseEvent<HTMLElement>) => {
      const { nativeEvent } = event;
      if (nativeEvent instanceof globalThis.PointerEvent && nativeEvent.pointerType === 'touch') edit(event);
    },
    onDoubleClick: edit,
  };
}

/** Copying, cutting and pasting between the grid and a spreadsheet. */
export function clipboard({ selection, extent, amountAt, onEntries, onTell, clear, editing }: GridActs) {
  const isOfGrid = ({ target }: ClipboardEvent<HTMLElement>) => editing.editor === null && cellAt(target) !== null;
  const copy = (event: ClipboardEvent<HTMLElement>) => {
    if (!isOfGrid(event)) return false;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeSheet(blockOf(selection), amountAt));
    return true;
  };
  return {
    onCopy: (event: ClipboardEvent<HTMLElement>) => void copy(event),
    onCut: (event: ClipboardEvent<HTMLElement>) => {
      if (copy(event)) clear();
    },
    onPaste: (event: ClipboardEvent<HTMLElement>) => {
      if (!isOfGrid(event)) return;
      event.preventDefault();
      const sheet = readSheet(event.clipboardData.getData('text/plain'));
      if (typeof sheet === 'string') return onTell(sheet);
      const { entries, leftOut } = placeSheet(sheet, blockOf(selection), extent.columns);
      onEntries(entries);
      if (leftOut !== null) onTell(leftOut);
    },
  };
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement;
}
