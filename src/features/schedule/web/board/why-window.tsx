import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { whyQuery } from './plan-api.ts';
import type { Assignment } from './plan-contract.ts';
import classes from './windows.module.css';

interface Props {
  readonly assignment: Assignment;
  readonly name: string;
  /** "Mon 2 Mar 09:00–17:00, bar". */
  readonly shift: string;
  readonly onClose: () => void;
}

/** Why somebody has a shift, who else could have it, and what that would change. */
export function WhyWindow({ assignment, name, shift, onClose }: Props): ReactElement {
  const why = useQuery(whyQuery(assignment.id));
  return (
    <Window opened onClose={onClose} title={`Why ${name}?`} size="lg">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {shift}
        </Text>
        {why.isPending && <LoadingLines count={5} />}
        {why.isError && <ErrorPanel error={why.error} onRetry={() => void why.refetch()} />}
        {why.data !== undefined && (
          <>
            <ul className={classes.sentences}>
              {why.data.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <Title order={3}>Who else could</Title>
            {why.data.others.length === 0 && <Text size="sm">Nobody else, as things are.</Text>}
            <ul className={classes.people}>
              {why.data.others.map((other) => (
                <li key={other.personId}>
                  <b>{other.name}</b>
                  <Text size="sm" c="dimmed">
                    {other.words}
                  </Text>
                </li>
              ))}
            </ul>
          </>
        )}
      </Stack>
    </Window>
  );
}
