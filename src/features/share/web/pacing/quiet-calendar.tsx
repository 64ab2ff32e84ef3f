import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import type { Day } from '../../../../web/zoned-time.ts';
import { weekdays } from '../../weekdays.ts';
import { paceQuery } from './pace-api.ts';
import classes from './pacing.module.css';
import { isQuietDay, quietBackground, quietParts } from './quiet-shade.ts';

/** Asks of the calendar's cells how they are shaded. */
export function useQuietShade() {
  const pace = useQuery(paceQuery).data;
  return {
    day: (day: Day) => isQuietDay(pace, day),
    hour: (day: Day, hour: number): CSSProperties | undefined => {
      const background = quietBackground(quietParts(pace, day, hour));
      return background === undefined ? undefined : { backgroundImage: background };
    },
  };
}

/** The calendar with the colour of quiet time, and what it means. */
export function QuietCalendar({ children }: { readonly children: ReactNode }): ReactElement {
  const pace = useQuery(paceQuery).data;
  const words = pace === undefined ? '' : legendOf(pace);
  return (
    <div className={classes.calendar}>
      {children}
      {words !== '' && (
        <Text size="sm" c="dimmed" className={classes.legend}>
          <span className={classes.swatch} aria-hidden />
          {words}
        </Text>
      )}
    </div>
  );
}

const list = new Intl.ListFormat('en', { type: 'conjunction' });

function legendOf({ quietHours, quietDays }: NonNullable<ReturnType<typeof usePace>>): string {
  const hours = quietHours === null ? [] : [`between ${quietHours.from} and ${quietHours.until}`];
  const days = quietDays.length === 0 ? [] : [`on ${list.format(quietDays.map((day) => weekdays[day - 1] ?? ''))}`];
  const when = [...hours, ...days].join(', and ');
  return when === '' ? '' : `Quiet time: nothing is posted ${when}. What falls into it waits.`;
}

const usePace = () => useQuery(paceQuery).data;
