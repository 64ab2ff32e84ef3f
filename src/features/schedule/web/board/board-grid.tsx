import { type ReactElement, type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import type { Day } from '../../../../web/zoned-time.ts';
import classes from './board.module.css';
import { type BoardParts, BoardProvider } from './board-context.ts';
import { BoardRow } from './board-row.tsx';
import type { Coverage } from './coverage.ts';
import { CoverageBar } from './coverage-bar.tsx';
import { isWeekend, shortDay, weekdayName } from './days.ts';
import type { Plan } from './plan-contract.ts';
import type { Edit } from './plan-edit.ts';
import type { Chip, Row, View } from './rows.ts';
import type { DayShades } from './shades.ts';
import { useBoardDrop } from './use-board-drop.ts';
import { useBoardFocus } from './use-board-focus.ts';
import { useInSight } from './use-in-sight.ts';
import { chipHeight, offsetsOf, rowHeight } from './visible-rows.ts';

/** What the page can ask of the board. */
export interface BoardHandle {
  readonly jumpTo: (key: string) => boolean;
}

interface Props {
  readonly view: View;
  readonly plan: Plan;
  readonly rows: readonly Row[];
  readonly days: readonly Day[];
  readonly today: Day;
  readonly coverage: ReadonlyMap<Day, Coverage>;
  readonly shades: ReadonlyMap<string, DayShades>;
  readonly onMenu: (chip: Chip, element: HTMLElement) => void;
  readonly onEdit: (edit: Edit) => void;
  readonly ref: Ref<BoardHandle>;
}

type PartsProps = Pick<Props, 'view' | 'plan' | 'days' | 'today'> & Pick<BoardParts, 'onMenu' | 'onHold'>;

/** What every line needs; the same until something in it changes. */
function useParts({ view, plan, days, today, onMenu, onHold }: PartsProps): BoardParts {
  const { roles, people, locations } = plan;
  return useMemo(
    () => ({
      view,
      days,
      today,
      roles: new Map(roles.map((role) => [role.id, role])),
      names: new Map(people.map(({ id, name }) => [id, name])),
      places: new Map(locations.length < 2 ? [] : locations.map(({ id, name }) => [id, name])),
      onMenu,
      onHold,
    }),
    [view, days, today, roles, people, locations, onMenu, onHold],
  );
}

/** Lines by days. Only the lines in sight are in the page, however many people there are. */
export function BoardGrid(props: Props): ReactElement {
  const { view, plan, rows, days, today, shades, onMenu, onEdit, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const offsets = useMemo(() => offsetsOf(rows.map((row) => rowHeight(row, chipHeight[view]))), [rows, view]);
  const {
    rows: { first, end },
    columns,
  } = useInSight(scroller, offsets, days.length);
  const onHold = useBoardDrop(scroller, plan, onEdit);
  const focus = useBoardFocus({ scroller, rows, days, offsets });
  useImperativeHandle(ref, () => ({ jumpTo: focus.jumpTo }), [focus.jumpTo]);
  const parts = useParts({ view, plan, days, today, onMenu, onHold });
  return (
    <BoardProvider value={parts}>
      {/* biome-ignore lint/a11y/useSemanticElements: see the rows */}
      <div
        ref={scroller}
        role="grid"
        aria-label="Schedule"
        aria-rowcount={rows.length + 1}
        aria-colcount={days.length + 1}
        tabIndex={-1}
        className={classes.board}
        data-view={view}
        style={{ '--days': days.length, '--chip': `${chipHeight[view]}px` }}
        onKeyDown={focus.onKeyDown}
        onFocus={focus.onFocus}
      >
        <Head days={days} today={today} coverage={props.coverage} />
        {/* biome-ignore lint/a11y/useSemanticElements: see the rows */}
        <div role="rowgroup" className={classes.rows} style={{ height: offsets.at(-1) }}>
          {rows.slice(first, end).map((row, at) => (
            <BoardRow
              key={row.key}
              row={row}
              index={first + at}
              top={offsets[first + at] ?? 0}
              height={(offsets[first + at + 1] ?? 0) - (offsets[first + at] ?? 0)}
              firstColumn={columns.first}
              endColumn={columns.end}
              active={focus.spot.row === first + at ? focus.spot : null}
              shades={shades.get(row.key)}
            />
          ))}
        </div>
      </div>
    </BoardProvider>
  );
}

function Head({ days, today, coverage }: Pick<Props, 'days' | 'today' | 'coverage'>): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the rows
    // biome-ignore lint/a11y/useFocusableInteractive: it only shows
    <div role="row" aria-rowindex={1} className={classes.head} data-head>
      {/* biome-ignore lint/a11y/useSemanticElements: see the rows */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: it only shows */}
      <div role="columnheader" className={classes.rowHead}>
        <small>Filled of needed</small>
      </div>
      {days.map((day) => (
        // biome-ignore lint/a11y/useSemanticElements: see the rows
        // biome-ignore lint/a11y/useFocusableInteractive: it only shows
        <div
          key={day}
          role="columnheader"
          className={classes.dayHead}
          data-today={day === today}
          data-weekend={isWeekend(day)}
        >
          <span>
            {weekdayName(day)} <b>{shortDay(day)}</b>
          </span>
          <CoverageBar coverage={coverage.get(day)} />
        </div>
      ))}
    </div>
  );
}
