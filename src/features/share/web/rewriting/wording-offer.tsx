import { Button, Group, Paper, Text } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { sentenceOf } from '../../../../web/problem.ts';
import type { NetworkName } from '../network.ts';
import { askForWording, type Proposal, rewritingQuery } from './rewriting-api.ts';

interface Props {
  readonly text: string;
  readonly networks: readonly NetworkName[];
  readonly disclosed: boolean;
  readonly onTake: (text: string) => void;
}

/** Asks for another wording, where that is on, and shows it beside the publisher's own. */
export function WordingOffer({ text, networks, disclosed, onTake }: Props): ReactElement | null {
  const setting = useQuery(rewritingQuery).data;
  const ask = useMutation({ mutationFn: askForWording });
  if (setting === undefined || !setting.on || setting.offered === null || networks.length === 0) return null;
  return (
    <>
      <Group gap="xs" mt="xs">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconSparkles size={16} aria-hidden />}
          loading={ask.isPending}
          disabled={text.trim() === ''}
          onClick={() => ask.mutate({ text, networks, disclosed })}
        >
          Suggest another wording
        </Button>
        <Text size="xs" c="dimmed">
          Sends this text to {setting.offered.host}.
        </Text>
      </Group>
      {ask.error !== null && (
        <Text role="alert" size="sm" c="red" mt="xs">
          {sentenceOf(ask.error)}
        </Text>
      )}
      {ask.data !== undefined && (
        <Proposed
          proposal={ask.data}
          onTake={() => {
            onTake(ask.data.text);
            ask.reset();
          }}
          onDrop={() => ask.reset()}
        />
      )}
    </>
  );
}

interface ProposedProps {
  readonly proposal: Proposal;
  readonly onTake: () => void;
  readonly onDrop: () => void;
}

/** A wording to take or to leave: nothing is changed before. */
export function Proposed({ proposal, onTake, onDrop }: ProposedProps): ReactElement {
  return (
    <Paper component="section" aria-label="Suggested wording" aria-live="polite" withBorder radius="md" p="sm" mt="xs">
      <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {proposal.text}
      </Text>
      {proposal.problems.map((sentence) => (
        <Text key={sentence} size="sm" c="red" mt="xs">
          {sentence}
        </Text>
      ))}
      <Text size="xs" c="dimmed" mt="xs">
        Written by a machine. Read it before you take it.
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" disabled={proposal.problems.length > 0} onClick={onTake}>
          Take it
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onDrop}>
          Drop it
        </Button>
      </Group>
    </Paper>
  );
}
