import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { type Day, formatDay } from '../../../../web/zoned-time.ts';
import classes from './calendar.module.css';

/** Begins a request that is to go out on a day. */
export function NewOnDay({ day }: { readonly day: Day }): ReactElement {
  return (
    <Link
      to="/requests/new"
      search={{ on: day }}
      className={classes.add}
      aria-label={`New on ${formatDay(day)}`}
      title="New on this day"
    >
      <IconPlus size={16} aria-hidden />
    </Link>
  );
}
