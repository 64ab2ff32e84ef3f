import { Badge } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { PageHead } from '../../../web/controls/page-head.tsx';
import { useSignedIn } from '../../../web/queries.ts';
import { teamPlacesFor } from '../../../web/shell/places.ts';
import { useHasClock } from './clock/use-has-clock.ts';
import { useWaiting } from './life/waiting.ts';
import classes from './work/work.module.css';

/** What there is about who works when; phones come here from their navigation. */
export function TeamPage(): ReactElement {
  const me = useSignedIn();
  const hasClock = useHasClock();
  const waiting = useWaiting();
  return (
    <>
      <PageHead title="Team" explains="Who works where and when." />
      <ul className={classes.roles}>
        {teamPlacesFor(me, hasClock).map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className={classes.role}>
              <Icon size={20} stroke={1.75} aria-hidden />
              <b>{label}</b>
              {(waiting[to] ?? 0) > 0 && <Badge color="lilac">{waiting[to]}</Badge>}
              <IconChevronRight size={18} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
