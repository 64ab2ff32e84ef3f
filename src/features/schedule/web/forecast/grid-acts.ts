import type { Amount } from './amounts.ts';
import type { Entry } from './paste.ts';
import type { Cell, Extent, Selection } from './selection.ts';
import type { Editing } from './use-editing.ts';

/** What a grid is given. */
export interface GridParts {
  readonly extent: Extent;
  readonly amountAt: (cell: Cell) => Amount;
  readonly onEntries: (entries: readonly Entry[]) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Something that the person should know, such as what was left out of a paste. */
  readonly onTell: (sentence: string) => void;
}

/** What keys and pointer can do with a grid. */
export interface GridActs extends GridParts {
  readonly selection: Selection;
  readonly editing: Editing;
  readonly select: (selection: Selection) => void;
  /** Takes what is typed, or drops it with a sentence why it is no amount. */
  readonly leave: () => void;
  readonly clear: () => void;
  readonly fillDown: () => void;
  readonly fillRight: () => void;
}

/** The cell that an event is about; null where it is about none. */
export function cellAt(target: EventTarget): Cell | null {
  const place = target instanceof Element ? target.closest('[data-cell]')?.getAttribute('data-cell') : undefined;
  if (place == null) return null;
  const [column = 0, half = 0] = place.split(':').map(Number);
  return { column, half };
}
