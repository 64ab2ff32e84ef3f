import { IconCalendarUser } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { EmptyPanel, Panel } from '../../../../web/controls/panels.tsx';
import type { Day } from '../../../../web/zoned-time.ts';
import { hoursText, type Span, spanName } from '../board/days.ts';
import { OfferButton } from '../life/offer-button.tsx';
import classes from './mine.module.css';
import type { MyShift } from './mine-contract.ts';
import { dayWords, weeksOf } from './mine-days.ts';
import { ShiftCard } from './shift-card.tsx';

interface Props {
  readonly shifts: readonly MyShift[];
  readonly span: Span;
  readonly today: Day;
  readonly unread: ReadonlySet<string>;
}

/** My shifts one after the other, by week, with the hours of each week. */
export function MyList({ shifts, span, today, unread }: Props): ReactElement {
  if (shifts.length === 0) {
    return (
      <Panel data-tour="my-shift">
        <EmptyPanel icon={<IconCalendarUser size={30} stroke={1.5} />} title="No shifts in these weeks">
          Nothing is published for you here yet. You are told as soon as something is.
        </EmptyPanel>
      </Panel>
    );
  }
  return (
    <div className={classes.weeks}>
      {weeksOf(shifts, span).map(({ from, to, minutes, days }) => (
        <section key={from} aria-label={spanName({ from, to })}>
          <header className={classes.weekHead}>
            <h2>{spanName({ from, to })}</h2>
            <span>{minutes === 0 ? 'No shifts' : hoursText(minutes)}</span>
          </header>
          {days.flatMap(({ day, shifts: own }) =>
            own.map((shift) => (
              <div key={shift.id} className={classes.day} data-past={day < today}>
                <h3>{dayWords(day, today)}</h3>
                <ShiftCard shift={shift} isNew={unread.has(shift.id)}>
                  <OfferButton shift={shift} />
                </ShiftCard>
              </div>
            )),
          )}
        </section>
      ))}
    </div>
  );
}
