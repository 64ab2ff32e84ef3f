import { Alert, Text } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import type { Waiting } from './queue.ts';
import { useSending } from './use-queue.ts';

/** Sends what waits on whatever page one is by then, and says where something was not taken. */
export function WaitingSender(): ReactElement {
  const { queue } = useSending();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return <NotTaken queue={queue} path={path} />;
}

interface Props {
  readonly queue: readonly Waiting[];
  /** Where one is: the run itself says it at the step. */
  readonly path: string;
}

export function NotTaken({ queue, path }: Props): ReactElement | null {
  const refused = queue.find((one) => one.refused !== null && !path.endsWith(one.runId));
  if (refused === undefined) return null;
  return (
    <Alert role="alert" color="orange" variant="light" mb="md" title="A step that you noted was not taken">
      <Text size="sm">
        {refused.refused?.sentence}{' '}
        <TextLink to="/processes/runs/$id" params={{ id: refused.runId }} size="sm">
          Look at it
        </TextLink>
      </Text>
    </Alert>
  );
}
