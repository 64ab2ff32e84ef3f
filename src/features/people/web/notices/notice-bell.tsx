import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { plural } from '../../../../web/figures.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import classes from './notices.module.css';
import { unreadQuery } from './queries.ts';

interface Props {
  readonly className?: string;
  /** With its name beside it; only the bell where there is no room. */
  readonly wide: boolean;
}

/** Leads to what one was told, and says how much of it is new. Nothing where there is no organisation to be told by. */
export function NoticeBell({ className, wide }: Props): ReactElement | null {
  const { organisation, security } = useSignedIn();
  const isOpen = organisation?.setup.named === true && security.secondFactor !== 'needed';
  const unread = useQuery({ ...unreadQuery, enabled: isOpen }).data?.unread ?? 0;
  if (!isOpen) return null;
  const name = unread === 0 ? 'Notices' : `Notices, ${plural(unread, 'new one', 'new ones')}`;
  return (
    <Link to="/notices" className={className ?? classes.bell} aria-label={name} title={name} data-tour="notices">
      <span className={classes.bellIcon} data-new={unread > 0}>
        <IconBell size={20} stroke={1.75} aria-hidden />
        {!wide && unread > 0 && <Count unread={unread} />}
      </span>
      {wide && <span className={classes.bellWords}>Notices</span>}
      {wide && unread > 0 && <Count unread={unread} />}
    </Link>
  );
}

function Count({ unread }: { readonly unread: number }): ReactElement {
  return (
    <span className={classes.count} aria-hidden>
      {unread > 99 ? '99+' : unread}
    </span>
  );
}
