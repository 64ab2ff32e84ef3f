import { useInterval } from '@mantine/hooks';
import { type ReactElement, useState } from 'react';
import { useTimeZone } from '../../../../web/queries.ts';
import { dayAt } from '../../../../web/zoned-time.ts';
import classes from './mine.module.css';
import type { MyShift } from './mine-contract.ts';
import { dayWords, namesWords, nextShift, timesIn, untilWords } from './mine-days.ts';

/** The shift that is on or comes next, in large: the one thing most people look for. */
export function NextShift({ shifts }: { readonly shifts: readonly MyShift[] }): ReactElement | null {
  const home = useTimeZone();
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), 60_000, { autoInvoke: true });
  const next = nextShift(shifts, now);
  if (next === null) return null;
  const day = dayWords(next.localStart.slice(0, 10), dayAt(now, next.zone));
  return (
    <section className={classes.next} aria-label="Next shift">
      <p>
        Next shift, <span className={classes.until}>{untilWords(next, now)}</span>
      </p>
      <h2>
        {day}, {timesIn(next, home)}
      </h2>
      <p>
        {next.roleName}, {next.locationName}
        {next.with.length > 0 && `, with ${namesWords(next.with)}`}
      </p>
    </section>
  );
}
