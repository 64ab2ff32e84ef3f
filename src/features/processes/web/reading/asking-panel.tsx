import { Button, Group, Progress, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import type { Process } from '../contract.ts';
import { AskWindow } from './ask-window.tsx';
import { readingPath, readingQuery, readingSchema } from './contract.ts';
import { countWords, dayWords } from './words.ts';

interface Props {
  readonly process: Process;
}

/** For whoever writes on a process: that people are asked to read it, and how far they are. */
export function AskingPanel({ process }: Props): ReactElement | null {
  const [shown, setShown] = useState<'ask' | 'anew' | null>(null);
  const reading = useQuery(readingQuery(process.id)).data;
  if (reading === undefined || !reading.mayAsk || process.published === null || process.archived) return null;
  const open = reading.asking?.endedAt === null ? reading.asking : null;
  const { asked = 0, confirmed = 0 } = open?.counts ?? {};
  return (
    <Panel
      title="Reading and confirming"
      explains={
        open === null
          ? 'Nobody is asked to confirm that they have read this.'
          : `${countWords(open)} To be confirmed by ${dayWords(open.dueOn)}, from version ${open.version} on.`
      }
    >
      <Stack gap="md">
        {open !== null && asked > 0 && (
          <Progress value={(100 * confirmed) / asked} aria-label={`${confirmed} of ${asked} have confirmed`} />
        )}
        <Group gap="xs">
          <Button variant="default" onClick={() => setShown('ask')}>
            {open === null ? 'Ask people to read it' : 'Change how it is asked'}
          </Button>
          {reading.asking !== null && (
            <LinkButton variant="default" to="/processes/$id/readers" params={{ id: process.id }}>
              {open === null ? 'Who had confirmed' : 'Who has not yet'}
            </LinkButton>
          )}
          {open !== null && open.version < process.published.number && (
            <Button variant="default" onClick={() => setShown('anew')}>
              Ask anew for version {process.published.number}
            </Button>
          )}
        </Group>
      </Stack>
      <AskWindow process={process} asked={open} opened={shown === 'ask'} onClose={() => setShown(null)} />
      <AnewWindow id={process.id} opened={shown === 'anew'} onClose={() => setShown(null)} />
    </Panel>
  );
}

interface AnewProps {
  readonly id: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The change was not that small: the same people are asked again. */
function AnewWindow({ id, opened, onClose }: AnewProps): ReactElement {
  const client = useQueryClient();
  const [changed, setChanged] = useState('');
  const ask = useMutation({
    mutationFn: () => call(readingSchema, 'POST', `${readingPath(id)}/anew` as const, { body: { changed } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['processes'] });
      onClose();
    },
  });
  return (
    <Window opened={opened} onClose={onClose} title="Ask everybody anew">
      <WindowForm sending={ask} submit="Ask them anew" onSubmit={() => ask.mutate()} onCancel={onClose}>
        <Text size="sm">
          The same people are asked to confirm what holds now, with as much time as they had. A quiz is to be passed
          again.
        </Text>
        <ChangedField value={changed} onChange={setChanged} />
      </WindowForm>
    </Window>
  );
}

/** What is different, for those who are asked anew. */
export function ChangedField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  return (
    <Textarea
      label="What is different, in a sentence (optional)"
      description="They also see what changed word by word."
      autosize
      minRows={2}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
