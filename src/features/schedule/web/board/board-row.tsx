import { memo, type ReactElement, useRef } from 'react';
import type { Day } from '../../../../web/zoned-time.ts';
import classes from './board.module.css';
import { useBoard } from './board-context.ts';
import type { Spot } from './board-keys.ts';
import { coverageOf } from './coverage.ts';
import { CoverageBar } from './coverage-bar.tsx';
import { dayName, isWeekend } from './days.ts';
import type { PlanPerson } from './plan-contract.ts';
import type { Row } from './rows.ts';
import type { DayShades } from './shades.ts';
import { ShiftChip } from './shift-chip.tsx';
import { useGrab } from './use-grab.ts';
import { wantedWords } from './wanted-words.ts';

interface Props {
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  /** The days in sight; the others of a month are not drawn. */
  readonly firstColumn: number;
  readonly endColumn: number;
  /** Where the keyboard is, when it is in this line. */
  readonly active: Spot | null;
  readonly shades: DayShades | undefined;
}

/** One line of the board: its name, and a cell for each day. Drawn again only when something of it changes. */
export const BoardRow = memo(function BoardRow(props: Props): ReactElement {
  const { row, index, top, height, firstColumn, active, shades } = props;
  const days = useBoard().days.slice(firstColumn, props.endColumn);
  return (
    // biome-ignore lint/a11y/useSemanticElements: most lines are never drawn, which a table can't say of its rows
    // biome-ignore lint/a11y/useFocusableInteractive: the focus goes through its cells
    <div role="row" aria-rowindex={index + 2} className={classes.row} data-kind={row.kind} style={{ top, height }}>
      <RowHead row={row} />
      {row.kind === 'location' ? (
        <LocationCells shifts={row.shifts} days={days} firstColumn={firstColumn} />
      ) : (
        days.map((day, at) => (
          <Cell
            key={day}
            row={row}
            day={day}
            line={index}
            column={firstColumn + at}
            activeChip={active?.column === firstColumn + at ? active.chip : null}
            shades={shades?.get(day)}
          />
        ))
      )}
    </div>
  );
});

function RowHead({ row }: { readonly row: Row }): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the row
    // biome-ignore lint/a11y/useFocusableInteractive: the focus goes through its cells
    <div role="rowheader" className={classes.rowHead}>
      {row.kind === 'person' ? <PersonHead person={row.person} /> : <b>{row.name}</b>}
      {row.kind === 'role' && row.place !== '' && <small>{row.place}</small>}
    </div>
  );
}

/** A name that can be dragged onto an open shift, with hours against those that are wanted. */
function PersonHead({ person }: { readonly person: PlanPerson }): ReactElement {
  const { onHold } = useBoard();
  const handle = useRef<HTMLElement>(null);
  const grab = useGrab(handle, () => onHold({ kind: 'person', person }));
  const wanted = wantedWords(person);
  return (
    <>
      <b ref={handle} className={classes.handle} title={person.name} onPointerEnter={grab}>
        {person.name}
      </b>
      {wanted !== null && (
        <small data-off={wanted.off} title={wanted.title}>
          {wanted.words}
        </small>
      )}
    </>
  );
}

interface LocationProps {
  readonly shifts: Extract<Row, { kind: 'location' }>['shifts'];
  readonly days: readonly Day[];
  readonly firstColumn: number;
}

function LocationCells({ shifts, days, firstColumn }: LocationProps): ReactElement {
  const coverage = coverageOf(shifts, days);
  return (
    <>
      {days.map((day, at) => (
        // biome-ignore lint/a11y/useSemanticElements: see the row
        // biome-ignore lint/a11y/useFocusableInteractive: it only shows
        <div
          key={day}
          role="gridcell"
          aria-colindex={firstColumn + at + 2}
          className={classes.cell}
          style={{ gridColumn: firstColumn + at + 2 }}
          data-weekend={isWeekend(day)}
        >
          <CoverageBar coverage={coverage.get(day)} />
        </div>
      ))}
    </>
  );
}

interface CellProps {
  readonly row: Row;
  readonly day: Day;
  readonly line: number;
  readonly column: number;
  readonly activeChip: number | null;
  readonly shades: ReturnType<DayShades['get']>;
}

/** Drawn once: when another day comes into sight beside it, it stays as it is. */
const Cell = memo(function Cell({ row, day, line, column, activeChip, shades }: CellProps): ReactElement {
  const { today } = useBoard();
  const spot = `${line}:${column}`;
  const chips = row.cells.get(day) ?? [];
  const words = shades?.map((shade) => shade.words).join(', ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the row
    <div
      role="gridcell"
      aria-colindex={column + 2}
      className={classes.cell}
      style={{ gridColumn: column + 2 }}
      data-weekend={isWeekend(day)}
      data-today={day === today}
      data-person={row.kind === 'person' ? row.person.id : undefined}
      data-day={day}
      data-spot={chips.length === 0 ? `${spot}:0` : undefined}
      tabIndex={chips.length === 0 && activeChip !== null ? 0 : -1}
      aria-label={[row.name, dayName(day), words].filter(Boolean).join(', ')}
      title={words}
    >
      {shades?.map(({ left, width, kind }) => (
        <i
          key={`${kind}${left}`}
          className={classes.shade}
          data-kind={kind}
          style={{ left: `${left}%`, width: `${width}%` }}
        />
      ))}
      {words !== undefined && chips.length === 0 && <span className={classes.shadeWords}>{words}</span>}
      {chips.map((chip, at) => (
        <ShiftChip key={chip.key} chip={chip} spot={`${spot}:${at}`} isActive={activeChip === at} />
      ))}
    </div>
  );
});
