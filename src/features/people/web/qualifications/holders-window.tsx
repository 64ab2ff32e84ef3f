import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { holdersQuery, type Qualification } from './contract.ts';
import classes from './qualifications.module.css';
import { StandingBadge } from './standing-badge.tsx';

interface Props {
  /** Null while the window is closed. */
  readonly qualification: Qualification | null;
  readonly onClose: () => void;
}

/** Who holds a qualification, whose last day comes first, first. */
export function HoldersWindow({ qualification, onClose }: Props): ReactElement {
  return (
    <Window opened={qualification !== null} onClose={onClose} title={`Who holds ${qualification?.name ?? ''}`}>
      {qualification !== null && <Holders id={qualification.id} />}
    </Window>
  );
}

function Holders({ id }: { readonly id: string }): ReactElement {
  const holders = useQuery(holdersQuery(id));
  if (holders.isPending) return <LoadingLines count={3} />;
  if (holders.isError) return <ErrorPanel error={holders.error} onRetry={() => void holders.refetch()} />;
  if (holders.data.length === 0) {
    return <Text c="dimmed">Nobody yet. Open somebody under People and enter what they hold.</Text>;
  }
  return (
    <ul className={classes.list}>
      {holders.data.map((holder) => (
        <li key={holder.id}>
          <TextLink to="/people/$id" params={{ id: holder.id }}>
            {holder.name || 'Somebody from Slack'}
          </TextLink>
          <StandingBadge expiresOn={holder.expiresOn} />
        </li>
      ))}
    </ul>
  );
}
