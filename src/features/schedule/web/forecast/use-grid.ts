import { type HTMLAttributes, type RefObject, useEffect, useRef, useState } from 'react';
import { cellAt, type GridActs, type GridParts } from './grid-acts.ts';
import { onEditorKey, onGridKey } from './grid-keys.ts';
import { clipboard, pointing } from './grid-pointer.ts';
import { filledDown, filledRight } from './paste.ts';
import { at, type Block, blockOf, type Cell, cellsOf, type Selection, settled } from './selection.ts';
import { type Editor, useEditing } from './use-editing.ts';

export interface Grid {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly focus: Cell;
  readonly block: Block;
  readonly editor: Editor | null;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
  readonly select: (selection: Selection) => void;
  readonly clear: () => void;
  readonly fillDown: () => void;
  readonly fillRight: () => void;
  readonly handlers: HTMLAttributes<HTMLTableElement>;
}

/** A grid that is filled by keys and pointer as a spreadsheet is. */
export function useGrid(parts: GridParts): Grid {
  const { extent, amountAt, onEntries, onTell } = parts;
  const table = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<Selection>(at({ column: 0, half: extent.halves[0] ?? 0 }));
  const selection = { anchor: settled(extent, chosen.anchor), focus: settled(extent, chosen.focus) };
  const block = blockOf(selection);
  const editing = useEditing(onEntries);
  const { editor } = editing;
  const follow = useFollow(table, selection.focus, editor !== null);
  const acts: GridActs = {
    ...{ ...parts, selection, editing },
    select: (next) => {
      follow();
      setChosen(next);
    },
    leave: () => {
      const problem = editing.commit([selection.focus]);
      if (problem === null) return;
      editing.end();
      onTell(problem);
    },
    clear: () => onEntries(cellsOf(block).map((cell) => ({ ...cell, amount: null }))),
    fillDown: () => onEntries(filledDown(block, amountAt)),
    fillRight: () => onEntries(filledRight(block, amountAt)),
  };
  return {
    ...{ table, focus: selection.focus, block, editor, onType: editing.type, onLeave: acts.leave },
    ...{ select: acts.select, clear: acts.clear, fillDown: acts.fillDown, fillRight: acts.fillRight },
    handlers: {
      onKeyDown: (event) => {
        const press = { key: event.key, control: event.ctrlKey || event.metaKey, shift: event.shiftKey };
        if (event.altKey || cellAt(event.target) === null) return;
        if (!(editor === null ? onGridKey(press, acts) : onEditorKey(press, editor, acts))) return;
        event.preventDefault();
        event.stopPropagation();
      },
      ...pointing(acts),
      ...clipboard(acts),
    },
  };
}

/** Puts the browser's focus on the cell that the keyboard is on, once it was sent there. */
function useFollow(table: RefObject<HTMLTableElement | null>, { column, half }: Cell, isEditing: boolean): () => void {
  const isAwaited = useRef(false);
  // After each drawing: the line of the cell may have come with it.
  useEffect(() => {
    if (isEditing || !isAwaited.current) return;
    isAwaited.current = false;
    table.current?.querySelector<HTMLElement>(`[data-cell="${column}:${half}"]`)?.focus();
  });
  return () => {
    isAwaited.current = true;
  };
}
