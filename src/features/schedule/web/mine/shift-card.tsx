import { Badge } from '@mantine/core';
import { IconClock, IconMapPin, IconUsers } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useTimeZone } from '../../../../web/queries.ts';
import classes from './mine.module.css';
import type { MyShift } from './mine-contract.ts';
import { lengthWords, namesWords, timesIn } from './mine-days.ts';

interface Props {
  readonly shift: MyShift;
  /** Came or changed since I last looked. */
  readonly isNew: boolean;
  /** What is done about it. */
  readonly children?: ReactNode;
}

/** One shift of mine: when, what, where, and who works with me. */
export function ShiftCard({ shift, isNew, children }: Props): ReactElement {
  const home = useTimeZone();
  return (
    <article className={classes.card} data-new={isNew} data-tour="my-shift">
      <header>
        <b>{timesIn(shift, home)}</b>
        {isNew && (
          <Badge size="sm" variant="light" color="lilac">
            New
          </Badge>
        )}
      </header>
      <p className={classes.role}>{shift.roleName}</p>
      <ul>
        <li>
          <IconMapPin size={15} aria-hidden /> {shift.locationName}
        </li>
        <li>
          <IconClock size={15} aria-hidden /> {lengthWords(shift)}
        </li>
        {shift.with.length > 0 && (
          <li>
            <IconUsers size={15} aria-hidden /> with {namesWords(shift.with)}
          </li>
        )}
      </ul>
      {children}
    </article>
  );
}
