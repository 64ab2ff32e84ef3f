import { Alert, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHourglass } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { useSignedIn, useTimeZone } from '../../../../web/queries.ts';
import type { ShareRequest } from '../contract.ts';
import { moveRequest, sendRequest } from '../requests-api.ts';
import { waitingSentences } from './words.ts';

/** Says on a request's page what it waits for, and that some channels never had it. */
export function WaitingNote({ request }: { readonly request: ShareRequest }): ReactElement | null {
  const timeZone = useTimeZone();
  const { publish } = useSignedIn().can;
  const { waiting, state, delivery } = request;
  if (state === 'ended' && delivery.problem !== null) {
    return (
      <Alert role="status" color="yellow" variant="light" mb="md" title="It ended before it was in every channel">
        <Text size="sm">{delivery.problem}</Text>
      </Alert>
    );
  }
  if (waiting == null) return null;
  return (
    <Alert
      role="status"
      color="yellow"
      variant="light"
      mb="md"
      icon={<IconHourglass size={20} aria-hidden />}
      title={titleOf(request)}
    >
      {waitingSentences(waiting, timeZone).map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
      {publish && state === 'scheduled' && <SendAnyway request={request} />}
    </Alert>
  );
}

function titleOf({ waiting, state }: ShareRequest): string {
  if (state === 'open') return 'It waits for some of its channels';
  return waiting?.due ? 'It waits for its channel' : 'It will wait for its channel';
}

/** Sets the pace aside for this one request, once that is confirmed. */
function SendAnyway({ request }: { readonly request: ShareRequest }): ReactElement {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const { id, sendAt, waiting, revision } = request;
  const isDue = waiting?.due ?? false;
  const send = useMutation({
    // One whose time is still to come keeps it.
    mutationFn: () =>
      isDue || sendAt == null ? sendRequest(id, undefined, true) : moveRequest(id, sendAt, revision, true),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ['requests'] });
      notifications.show({ color: 'pine', message: isDue ? 'On its way to Slack' : 'It goes out at its time' });
    },
  });
  return (
    <>
      <Button size="xs" variant="default" mt="xs" onClick={() => setAsking(true)}>
        Send anyway
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title="Send it anyway?"
        confirm={isDue ? 'Send now' : 'Send at its time'}
        onConfirm={() => send.mutate()}
        busy={send.isPending}
        error={send.error}
      >
        Quiet time and caps are set aside for this one request. The audit log says that you have chosen it.
      </Confirm>
    </>
  );
}
