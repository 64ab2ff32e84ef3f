import { useRef, useState } from 'react';
import { readAmount } from './amounts.ts';
import type { Entry } from './paste.ts';
import type { Cell } from './selection.ts';

/** What is being typed in the cell that the keyboard is on. */
export interface Editor {
  readonly text: string;
  /** Begun by typing over the cell: then the arrows left and right leave it, too. */
  readonly isQuick: boolean;
  /** Why it can't be taken. */
  readonly problem: string | null;
}

export interface Editing {
  readonly editor: Editor | null;
  readonly begin: (text: string, isQuick: boolean) => void;
  readonly type: (text: string) => void;
  readonly end: () => void;
  /** Takes what is typed for these cells; answers why it can't. */
  readonly commit: (cells: readonly Cell[]) => string | null;
}

/** Typing in a cell, from the first key until it is taken or left. */
export function useEditing(onEntries: (entries: readonly Entry[]) => void): Editing {
  const [editor, setEditor] = useState<Editor | null>(null);
  // The field that goes away loses the focus once more: what is taken then is taken already.
  const latest = useRef(editor);
  const put = (next: Editor | null) => {
    latest.current = next;
    setEditor(next);
  };
  return {
    editor,
    begin: (text, isQuick) => put({ text, isQuick, problem: null }),
    type: (text) => latest.current !== null && put({ ...latest.current, text, problem: null }),
    end: () => put(null),
    commit: (cells) => {
      if (latest.current === null) return null;
      const amount = readAmount(latest.current.text);
      if (typeof amount === 'string') {
        put({ ...latest.current, problem: amount });
        return amount;
      }
      put(null);
      onEntries(cells.map((cell) => ({ ...cell, amount })));
      return null;
    },
  };
}
