import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { figureText, formatCount } from '../../../../web/figures.ts';
import { useSignedIn, useTimeZone } from '../../../../web/queries.ts';
import type { RequestRow } from '../contract.ts';
import { shortPlaces } from '../topics/places.ts';
import { momentOf } from './moments.ts';
import classes from './requests.module.css';
import { StateBadge } from './state-badge.tsx';

/** Requests under one another; each row is one link. A draft opens in the composer. */
export function RequestRows({ rows }: { readonly rows: readonly RequestRow[] }): ReactElement {
  const timeZone = useTimeZone();
  const now = new Date();
  const { publish } = useSignedIn().can;
  return (
    <ul className={classes.rows}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link
            className={classes.row}
            to={row.state === 'draft' && publish ? '/requests/$id/edit' : '/requests/$id'}
            params={{ id: row.id }}
          >
            <span style={{ minWidth: 0 }}>
              <span className={classes.rowTitle}>{row.title || 'Untitled draft'}</span>
              <span className={classes.rowMore}>
                {row.asksFor === 'engagement' && 'likes, reshares, comments · '}
                {shortPlaces(row.channels) ?? 'no channel'} · {momentOf(row, timeZone, now)}
              </span>
            </span>
            <StateBadge state={row.state} />
            <span className={classes.figure}>
              {row.sentAt != null && (
                <>
                  <b>{figureText(row.shares)}</b> <small>{row.asksFor === 'engagement' ? 'acts' : 'shares'}</small>
                </>
              )}
            </span>
            <span className={classes.figure}>
              {row.sentAt != null && row.asksFor !== 'engagement' && (
                <>
                  <b>{formatCount(row.clicks)}</b> <small>clicks</small>
                </>
              )}
            </span>
            <IconChevronRight size={18} className={classes.chevron} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
