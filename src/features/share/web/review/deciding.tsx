import { Button, Group, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconPencilQuestion } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences, sentenceOf } from '../../../../web/problem.ts';
import type { ShareRequest } from '../contract.ts';
import { approveRequest, askForChanges } from './review-api.ts';

/** The two answers to a request in review. Both are about the revision that stands on the page. */
export function Deciding({ request }: { readonly request: ShareRequest }): ReactElement {
  const { id, revision } = request;
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const settled = (message: string) => async () => {
    setAsking(false);
    await client.invalidateQueries({ queryKey: ['requests'] });
    notifications.show({ color: 'pine', message });
  };
  // Somebody else may have decided: what stands here is old then.
  const onError = () => void client.invalidateQueries({ queryKey: ['requests'] });
  const approve = useMutation({
    mutationFn: () => approveRequest(id, revision),
    onSuccess: settled('Approved'),
    onError,
  });
  return (
    <>
      {approve.error !== null && (
        <Text role="alert" size="sm" c="red" mt="md">
          {sentenceOf(approve.error)}
        </Text>
      )}
      <Group mt="md" gap="sm">
        <Button
          leftSection={<IconCheck size={18} aria-hidden />}
          onClick={() => approve.mutate()}
          loading={approve.isPending}
        >
          {isLate(request) ? 'Approve and send now' : 'Approve'}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPencilQuestion size={18} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          Ask for changes
        </Button>
      </Group>
      <ChangesWindow
        request={request}
        opened={asking}
        onClose={() => setAsking(false)}
        onSent={settled('Given back, with your words')}
      />
    </>
  );
}

/** Whether the time at which a request was to go out has passed: then its approval sends it. */
export const isLate = ({ sendAt }: ShareRequest): boolean => sendAt != null && new Date(sendAt) <= new Date();

interface ChangesProps {
  readonly request: ShareRequest;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSent: () => Promise<void>;
}

/** What should change, in the words of whoever decides. */
function ChangesWindow({ request: { id, revision }, opened, onClose, onSent }: ChangesProps): ReactElement {
  const [words, setWords] = useState('');
  const changes = useMutation({
    mutationFn: () => askForChanges(id, revision, words.trim()),
    onSuccess: onSent,
  });
  return (
    <Window opened={opened} onClose={onClose} title="Ask for changes">
      <WindowForm
        sending={changes}
        submit="Give it back"
        isReady={words.trim() !== ''}
        onSubmit={() => changes.mutate()}
        onCancel={onClose}
      >
        <Textarea
          label="What should change?"
          description="Whoever wrote it is told. It is a draft again then."
          autosize
          minRows={3}
          maxLength={1000}
          data-autofocus
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          error={fieldSentences(changes.error).words}
        />
      </WindowForm>
    </Window>
  );
}
