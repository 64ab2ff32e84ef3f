import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { figureText, plural } from '../../../../web/figures.ts';
import type { Dashboard } from './contract.ts';
import classes from './dashboard.module.css';

/** The requests with the most clicks; the bar behind each is its part of the first one's. */
export function TopRequests({ rows }: { readonly rows: Dashboard['topRequests'] }): ReactElement {
  const most = Math.max(1, ...rows.map(({ clicks }) => clicks));
  return (
    <Panel title="Top requests">
      {rows.length === 0 && <Text c="dimmed">No shares and no clicks in these days yet.</Text>}
      <ol className={classes.top}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/requests/$id" params={{ id: row.id }}>
              <span className={classes.topTitle}>{row.title}</span>
              <span className={classes.topFigures}>
                {plural(row.clicks, 'click')} ·{' '}
                {'value' in row.shares ? plural(row.shares.value, 'share') : `${figureText(row.shares)} shares`}
              </span>
              <span className={classes.bar} aria-hidden>
                <span style={{ width: `${(row.clicks / most) * 100}%` }} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
