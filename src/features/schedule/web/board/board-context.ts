import { createContext, useContext } from 'react';
import type { Day } from '../../../../web/zoned-time.ts';
import type { Dragged } from './drop.ts';
import type { PlanRole } from './plan-contract.ts';
import type { Chip, View } from './rows.ts';

/** What every line of the board needs and what none changes: one object as long as the board stays the same. */
export interface BoardParts {
  readonly view: View;
  readonly days: readonly Day[];
  readonly today: Day;
  readonly roles: ReadonlyMap<string, PlanRole>;
  readonly names: ReadonlyMap<string, string>;
  /** Locations by id, where there are several; otherwise nobody needs to read the one. */
  readonly places: ReadonlyMap<string, string>;
  readonly onMenu: (chip: Chip, element: HTMLElement) => void;
  readonly onHold: (dragged: Dragged) => void;
}

const context = createContext<BoardParts | null>(null);

export const BoardProvider = context.Provider;

/** The board around this part of it. */
export function useBoard(): BoardParts {
  const parts = useContext(context);
  if (parts === null) throw new Error('A part of the board was drawn without a board');
  return parts;
}
