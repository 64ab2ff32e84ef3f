import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { type Held, type Qualification, qualificationsQuery } from './contract.ts';
import classes from './qualifications.module.css';
import { StandingBadge } from './standing-badge.tsx';

/** What one holds oneself, and until when. */
export function MyQualifications(): ReactElement {
  const found = useQuery(qualificationsQuery);
  return (
    <Panel title="Your qualifications" explains="You are reminded 60, 30 and 7 days before the last day.">
      {found.isPending && <LoadingLines count={2} />}
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <HeldList held={found.data.mine} known={found.data.qualifications} none="Nothing is entered for you yet." />
      )}
    </Panel>
  );
}

interface Props {
  readonly held: readonly Held[];
  readonly known: readonly Qualification[];
  readonly none: string;
}

/** What somebody holds, a line each. */
export function HeldList({ held, known, none }: Props): ReactElement {
  if (held.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <ul className={classes.list}>
      {held.map(({ qualificationId, expiresOn }) => (
        <li key={qualificationId}>
          <span>{known.find(({ id }) => id === qualificationId)?.name}</span>
          <StandingBadge expiresOn={expiresOn} />
        </li>
      ))}
    </ul>
  );
}
