import type { ReactElement } from 'react';
import type { Day } from '../../../../web/zoned-time.ts';
import { dayName, hoursText, type Span } from '../board/days.ts';
import { OfferButton } from '../life/offer-button.tsx';
import classes from './mine.module.css';
import type { MyShift } from './mine-contract.ts';
import { weeksOf } from './mine-days.ts';
import { ShiftCard } from './shift-card.tsx';

interface Props {
  readonly shifts: readonly MyShift[];
  readonly span: Span;
  readonly today: Day;
  readonly unread: ReadonlySet<string>;
}

/** One week, also the days off: side by side, or below each other on a phone. */
export function MyWeekPanel({ shifts, span, today, unread }: Props): ReactElement {
  const [week] = weeksOf(shifts, span);
  if (week === undefined) return <p>No days.</p>;
  return (
    <>
      <p className={classes.hours}>
        {week.minutes === 0 ? 'No shifts this week' : `${hoursText(week.minutes)} this week`}
      </p>
      <ol className={classes.week}>
        {week.days.map(({ day, shifts: own }) => (
          <li key={day} data-today={day === today} data-off={own.length === 0}>
            <h3>{dayName(day)}</h3>
            {own.length === 0 && <span className={classes.off}>Off</span>}
            {own.map((shift) => (
              <ShiftCard key={shift.id} shift={shift} isNew={unread.has(shift.id)}>
                <OfferButton shift={shift} />
              </ShiftCard>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
