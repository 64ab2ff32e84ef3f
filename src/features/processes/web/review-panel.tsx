import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../web/api.ts';
import { ErrorPanel, Panel } from '../../../web/controls/panels.tsx';
import { Window } from '../../../web/controls/window.tsx';
import { WindowForm } from '../../../web/controls/window-form.tsx';
import { compare } from '../versions/diff.ts';
import { type Process, processPath, type Version } from './contract.ts';
import { DifferenceView } from './difference-view.tsx';
import { ChangedField } from './reading/asking-panel.tsx';
import { readingPath, readingQuery } from './reading/contract.ts';

interface Props {
  readonly process: Process;
  readonly version: Version;
}

/** What is in review: what is different, and for whoever decides, the two ways on. */
export function ReviewPanel({ process, version }: Props): ReactElement {
  const client = useQueryClient();
  const [isReturning, setReturning] = useState(false);
  const [matters, setMatters] = useState<'small' | 'anew' | null>(null);
  const [changed, setChanged] = useState('');
  const asking = useQuery(readingQuery(process.id)).data?.asking ?? null;
  const isAsked = asking !== null && asking.endedAt === null;
  const publish = useMutation({
    mutationFn: async () => {
      await call(nothing, 'POST', `${processPath(process.id)}/publish` as const);
      if (isAsked && matters === 'anew') {
        await call(nothing, 'POST', `${readingPath(process.id)}/anew` as const, { body: { changed } });
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['processes'] }),
  });
  const nameOf = (id: string) => process.names[id] ?? 'somebody';
  const by = version.submittedBy?.name ?? 'Somebody';
  return (
    <Panel
      title={`Version ${version.number} is in review`}
      explains={`${by} gave it into review.${version.note === '' ? '' : ` What is different: ${version.note}`}`}
    >
      {process.published === null ? (
        <Text>It is the first version: all of it stands below.</Text>
      ) : (
        <DifferenceView difference={compare(process.published, version, nameOf)} nameOf={nameOf} />
      )}
      {publish.isError && <ErrorPanel error={publish.error} />}
      {process.may.publish && isAsked && <Mattering {...{ matters, changed, setMatters, setChanged }} />}
      {process.may.publish ? (
        <Group mt="md" gap="xs">
          <Button loading={publish.isPending} disabled={isAsked && matters === null} onClick={() => publish.mutate()}>
            Publish it
          </Button>
          <Button variant="default" onClick={() => setReturning(true)}>
            Give it back
          </Button>
        </Group>
      ) : (
        <Text mt="md" size="sm" c="dimmed">
          Somebody else publishes it: nobody lets their own words hold.
        </Text>
      )}
      <ReturnWindow id={process.id} opened={isReturning} onClose={() => setReturning(false)} />
    </Panel>
  );
}

interface MatteringProps {
  readonly matters: 'small' | 'anew' | null;
  readonly changed: string;
  readonly setMatters: (matters: 'small' | 'anew') => void;
  readonly setChanged: (changed: string) => void;
}

function Mattering({ matters, changed, setMatters, setChanged }: MatteringProps): ReactElement {
  return (
    <Stack mt="md" gap="sm">
      <Radio.Group
        label="People are asked to confirm that they have read this. Does the change matter to them?"
        value={matters ?? ''}
        onChange={(value) => setMatters(value === 'anew' ? 'anew' : 'small')}
      >
        <Stack gap={10} mt={8}>
          <Radio value="small" label="A small change: who has confirmed is not asked again" />
          <Radio value="anew" label="It matters: everybody is asked to read and to confirm it anew" />
        </Stack>
      </Radio.Group>
      {matters === 'anew' && <ChangedField value={changed} onChange={setChanged} />}
    </Stack>
  );
}

interface ReturnProps {
  readonly id: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function ReturnWindow({ id, opened, onClose }: ReturnProps): ReactElement {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const giveBack = useMutation({
    mutationFn: () => call(nothing, 'POST', `${processPath(id)}/return` as const, { body: { reason } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['processes'] });
      onClose();
    },
  });
  return (
    <Window opened={opened} onClose={onClose} title="Give it back to its writer">
      <WindowForm
        sending={giveBack}
        submit="Give it back"
        isReady={reason.trim() !== ''}
        onSubmit={() => giveBack.mutate()}
        onCancel={onClose}
      >
        <Textarea
          label="What should be different?"
          autosize
          minRows={3}
          maxLength={1000}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </WindowForm>
    </Window>
  );
}
