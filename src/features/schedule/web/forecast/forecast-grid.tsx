import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconCopy, IconEraser, IconSelectAll } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Day } from '../../../../web/zoned-time.ts';
import { isWeekend, shortDay, weekdayName } from '../board/days.ts';
import { amountText } from './amounts.ts';
import classes from './forecast.module.css';
import { balanceWords, hoursText } from './forecast-words.ts';
import { GridCell } from './grid-cell.tsx';
import { stretchOf, timeOf } from './half-hours.ts';
import { depthOf } from './needs.ts';
import { isWithin } from './selection.ts';
import { mostNeeded, type ShownDay } from './shown-days.ts';
import type { HourLine } from './shown-hours.ts';
import type { Grid } from './use-grid.ts';

interface Props {
  readonly label: string;
  readonly days: readonly ShownDay[];
  readonly lines: readonly HourLine[];
  readonly unit: string;
  readonly today: Day;
  readonly grid: Grid;
  readonly onUnfold: () => void;
  readonly onCopyDay: (column: number) => void;
  readonly onClearDay: (column: number) => void;
}

/** Half hours by days: what is expected, shaded by how many people it needs, beside those who are on shift. */
export function ForecastGrid(props: Props): ReactElement {
  const { label, days, lines, unit, grid, onUnfold } = props;
  const { table, focus, block, editor, handlers } = grid;
  const most = mostNeeded(days);
  return (
    <div className={classes.scroller}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid of WAI-ARIA is a table that one goes through by keys */}
      <table ref={table} role="grid" aria-label={label} aria-multiselectable className={classes.grid} {...handlers}>
        <Head {...props} />
        <tbody>
          {lines.map((line) =>
            line.kind === 'folded' ? (
              <Folded key={`folded ${line.from}`} {...line} columns={days.length} onUnfold={onUnfold} />
            ) : (
              <tr key={line.half} data-hour={line.half % 2 === 0}>
                <th scope="row" className={classes.time}>
                  {timeOf(line.half)}
                </th>
                {days.map(({ day, halves }, column) => {
                  const half = halves[line.half];
                  if (half === undefined) return null;
                  const cell = { column, half: line.half };
                  const isFocus = focus.column === column && focus.half === line.half;
                  return (
                    <GridCell
                      key={day}
                      place={`${column}:${line.half}`}
                      half={half}
                      unit={unit}
                      depth={depthOf(half.needed, most)}
                      isFocus={isFocus}
                      isSelected={isWithin(cell, block)}
                      editor={isFocus ? editor : null}
                      onType={isFocus ? grid.onType : undefined}
                      onLeave={isFocus ? grid.onLeave : undefined}
                    />
                  );
                })}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface FoldedProps {
  readonly from: number;
  readonly until: number;
  readonly columns: number;
  readonly onUnfold: () => void;
}

function Folded({ from, until, columns, onUnfold }: FoldedProps): ReactElement {
  return (
    <tr>
      <td colSpan={columns + 1} className={classes.folded}>
        <UnstyledButton onClick={onUnfold}>{stretchOf(from, until)} not in use · show all hours</UnstyledButton>
      </td>
    </tr>
  );
}

function Head({ days, lines, unit, today, grid, onCopyDay, onClearDay }: Props): ReactElement {
  const halves = lines.flatMap((line) => (line.kind === 'half' ? line.half : []));
  const selectDay = (column: number) =>
    grid.select({ anchor: { column, half: halves[0] ?? 0 }, focus: { column, half: halves.at(-1) ?? 0 } });
  return (
    <thead>
      <tr>
        <td className={classes.corner} />
        {days.map(({ day, total, hours }, column) => (
          <th
            key={day}
            scope="col"
            className={classes.dayHead}
            data-today={day === today}
            data-weekend={isWeekend(day)}
          >
            <div>
              <span>
                {weekdayName(day)} <b>{shortDay(day)}</b>
              </span>
              <Menu position="bottom-end" shadow="md">
                <Menu.Target>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={`What to do with ${weekdayName(day)} ${shortDay(day)}`}
                  >
                    <IconChevronDown size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<IconSelectAll size={16} />} onClick={() => selectDay(column)}>
                    Select the day
                  </Menu.Item>
                  <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => onCopyDay(column)}>
                    Copy to other days…
                  </Menu.Item>
                  <Menu.Item leftSection={<IconEraser size={16} />} onClick={() => onClearDay(column)}>
                    Clear the day
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </div>
            <small>{total === null ? 'No forecast' : `${amountText(total)} ${unit}`}</small>
            <small>{total === null ? '' : `${hoursText(hours.needed)} needed`}</small>
            <small data-short={hours.short >= 0.05}>{total === null ? '' : balanceWords(hours)}</small>
          </th>
        ))}
      </tr>
    </thead>
  );
}
