import { type ReactElement, useMemo } from 'react';
import type { Day } from '../../../../web/zoned-time.ts';
import { type BoardParts, BoardProvider, useBoard } from './board-context.ts';
import type { Plan } from './plan-contract.ts';
import type { Chip, Row } from './rows.ts';
import { ShiftChip } from './shift-chip.tsx';
import classes from './timeline.module.css';
import { type Bar, barsOf, type Hours, hourList, hourName, hoursOf } from './timeline.ts';

interface Props {
  readonly plan: Plan;
  readonly rows: readonly Row[];
  readonly day: Day;
  readonly today: Day;
  readonly onMenu: (chip: Chip, element: HTMLElement) => void;
}

const nothingHeld = () => undefined;

/** One day by the hour: who is there when. Only those who work are shown, below what is open. */
export function DayTimeline({ plan, rows, day, today, onMenu }: Props): ReactElement {
  const lines = useMemo(
    () => rows.map((row) => ({ row, chips: row.cells.get(day) ?? [] })).filter(({ chips }) => chips.length > 0),
    [rows, day],
  );
  const hours = hoursOf(
    day,
    lines.flatMap(({ chips }) => chips),
  );
  const parts = useMemo(
    (): BoardParts => ({
      view: 'people',
      days: [day],
      today,
      roles: new Map(plan.roles.map((role) => [role.id, role])),
      names: new Map(plan.people.map(({ id, name }) => [id, name])),
      places: new Map(plan.locations.length < 2 ? [] : plan.locations.map(({ id, name }) => [id, name])),
      onMenu,
      onHold: nothingHeld,
    }),
    [plan, day, today, onMenu],
  );
  return (
    <BoardProvider value={parts}>
      <section className={classes.timeline} aria-label="Day by the hour" style={{ '--hours': hours.to - hours.from }}>
        <div className={classes.hours} aria-hidden>
          {hourList(hours).map((hour) => (
            <span key={hour}>{hourName(hour)}</span>
          ))}
        </div>
        {lines.length === 0 && <p className={classes.nobody}>Nobody works on this day, and nothing is open.</p>}
        {lines.map(({ row, chips }) => (
          <Line key={row.key} name={row.name} bars={barsOf(day, chips, hours)} hours={hours} />
        ))}
      </section>
    </BoardProvider>
  );
}

interface LineProps {
  readonly name: string;
  readonly bars: readonly Bar[];
  readonly hours: Hours;
}

function Line({ name, bars, hours }: LineProps): ReactElement {
  const { days } = useBoard();
  const lanes = Math.max(...bars.map(({ lane }) => lane)) + 1;
  return (
    <div className={classes.line}>
      <b>{name}</b>
      <div className={classes.bars} style={{ '--lanes': lanes }}>
        {bars.map(({ chip, left, width, lane }) => (
          <span key={chip.key} className={classes.bar} style={{ left: `${left}%`, width: `${width}%`, '--lane': lane }}>
            <ShiftChip chip={chip} spot={`${days[0]}:${hours.from}:${chip.key}`} isActive />
          </span>
        ))}
      </div>
    </div>
  );
}
