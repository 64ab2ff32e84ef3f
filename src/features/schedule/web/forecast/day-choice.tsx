import { UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Day } from '../../../../web/zoned-time.ts';
import { dayName, weekdayName } from '../board/days.ts';
import classes from './forecast.module.css';
import { dayWords } from './forecast-words.ts';
import type { ShownDay } from './shown-days.ts';

interface Props {
  readonly days: readonly ShownDay[];
  readonly chosen: Day;
  readonly today: Day;
  readonly onChoose: (day: Day) => void;
}

/** On phones: the days of the week, of which one is shown. A dot says that one is short of people. */
export function DayChoice({ days, chosen, today, onChoose }: Props): ReactElement {
  return (
    <nav className={classes.days} aria-label="Day">
      {days.map(({ day, hours, halves }) => (
        <UnstyledButton
          key={day}
          aria-label={`${dayName(day)}: ${dayWords(hours)}`}
          aria-current={day === chosen ? 'date' : undefined}
          data-today={day === today}
          data-short={hours.short >= 0.05}
          data-unsaved={halves.some(({ unsaved }) => unsaved)}
          onClick={() => onChoose(day)}
        >
          <small>{weekdayName(day)}</small>
          <b>{Number(day.slice(8))}</b>
        </UnstyledButton>
      ))}
    </nav>
  );
}
