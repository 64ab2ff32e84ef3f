import { Button, Checkbox, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { weekdays } from '../../weekdays.ts';
import { digestQuery, endDigest, setDigest } from './report-api.ts';
import type { Digest } from './report-contract.ts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const usual: Digest = { every: 'week', weekday: 1, hour: 9, mail: true, slack: false };

/** The totals sent to oneself each week or month, by mail or in Slack. */
export function DigestWindow({ opened, onClose }: Props): ReactElement {
  return (
    <Window opened={opened} onClose={onClose} title="Have the totals sent to you">
      {opened && <Loaded onDone={onClose} />}
    </Window>
  );
}

function Loaded({ onDone }: { readonly onDone: () => void }): ReactElement {
  const found = useQuery(digestQuery);
  if (found.isError) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <LoadingLines count={4} />;
  return <DigestForm held={found.data.digest} onDone={onDone} />;
}

interface FormProps {
  readonly held: Digest | null;
  readonly onDone: () => void;
}

/** What is chosen here holds for oneself alone. */
function DigestForm({ held, onDone }: FormProps): ReactElement {
  const [digest, setChosen] = useState(held ?? usual);
  const client = useQueryClient();
  const done = async (message: string) => {
    await client.invalidateQueries({ queryKey: ['digest'] });
    notifications.show({ color: 'pine', message });
    onDone();
  };
  const save = useMutation({ mutationFn: () => setDigest(digest), onSuccess: () => done('Saved') });
  const end = useMutation({ mutationFn: endDigest, onSuccess: () => done('You get no more digests') });
  const change = (part: Partial<Digest>) => setChosen({ ...digest, ...part });
  const error = save.error ?? end.error;
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        The week or month that is over, with the figures of this page. For you alone; others choose for themselves.
      </Text>
      <WhenFields digest={digest} onChange={change} />
      <Checkbox
        label="By e-mail"
        checked={digest.mail}
        onChange={(event) => change({ mail: event.currentTarget.checked })}
      />
      <Checkbox
        label="As a direct message in Slack"
        checked={digest.slack}
        onChange={(event) => change({ slack: event.currentTarget.checked })}
      />
      {!digest.mail && !digest.slack && <Text size="sm">Choose at least one way.</Text>}
      {error !== null && (
        <Text size="sm" c="red" role="alert">
          {sentenceOf(error)}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        {held !== null && (
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
            Send me none
          </Button>
        )}
        <Button loading={save.isPending} disabled={!digest.mail && !digest.slack} onClick={() => save.mutate()}>
          Save
        </Button>
      </Group>
    </Stack>
  );
}

interface WhenProps {
  readonly digest: Digest;
  readonly onChange: (part: Partial<Digest>) => void;
}

function WhenFields({ digest, onChange: change }: WhenProps): ReactElement {
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      <Select
        label="Every"
        allowDeselect={false}
        data={[
          { value: 'week', label: 'week' },
          { value: 'month', label: 'month' },
        ]}
        value={digest.every}
        onChange={(every) => change({ every: every === 'month' ? 'month' : 'week' })}
      />
      <Select
        label={digest.every === 'week' ? 'On' : 'On the first'}
        allowDeselect={false}
        data={weekdays.map((label, index) => ({ value: String(index + 1), label }))}
        value={String(digest.weekday)}
        onChange={(weekday) => change({ weekday: Number(weekday) })}
      />
      <Select
        label="At"
        allowDeselect={false}
        data={Array.from({ length: 24 }, (_, hour) => ({
          value: String(hour),
          label: `${String(hour).padStart(2, '0')}:00`,
        }))}
        value={String(digest.hour)}
        onChange={(hour) => change({ hour: Number(hour) })}
      />
    </SimpleGrid>
  );
}
