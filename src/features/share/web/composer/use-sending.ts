import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiFailure, fieldSentences } from '../../../../web/problem.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import { instantOf } from '../../../../web/zoned-time.ts';
import { sendRequest } from '../requests-api.ts';
import { submitForReview } from '../review/review-api.ts';
import type { SendKind } from './send-kind.ts';
import type { Draft } from './use-draft.ts';

export interface Sending {
  readonly asking: boolean;
  readonly ask: () => void;
  readonly cancel: () => void;
  readonly confirm: () => void;
  readonly busy: boolean;
  readonly error: Error | null;
  /** The server's sentences by its own paths. */
  readonly fields: Readonly<Record<string, string>>;
}

const unsaved = new ApiFailure(
  'refused',
  'The draft couldn’t be saved, so it wasn’t sent. Your words are kept here; see the note beside the send button.',
);

/** Saving and sending: a draft is sent or goes to review, or a sent request is changed in Slack. */
export function useSending(draft: Draft, kind: SendKind): Sending {
  const [asking, setAsking] = useState(false);
  const timeZone = useTimeZone();
  const navigate = useNavigate();
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: async () => {
      if (!(await draft.flush())) throw draft.saved.kind === 'failed' ? draft.saved.error : unsaved;
      const id = draft.currentId();
      if (id === null) throw unsaved;
      // A scheduled one is scheduled again, as its time may have changed; an open one is changed where it stands.
      if (kind === 'update') return id;
      const at = draft.form.when === 'later' ? instantOf(draft.form.sendAt, timeZone)?.toISOString() : undefined;
      if (kind === 'review') await submitForReview(id, at, draft.form.sendAnyway);
      else await sendRequest(id, at, draft.form.sendAnyway);
      return id;
    },
    onSuccess: async (id) => {
      draft.settle();
      await client.invalidateQueries({ queryKey: ['requests'] });
      notifications.show({
        color: 'pine',
        ...wordsFor(kind, draft.form.when === 'later'),
      });
      await navigate({ to: '/requests/$id', params: { id } });
    },
    onError: (error) => {
      // Sentences for fields are shown at the fields, behind the window.
      if (Object.keys(fieldSentences(error)).length > 0) setAsking(false);
    },
  });
  return {
    asking,
    ask: () => {
      send.reset();
      setAsking(true);
    },
    cancel: () => setAsking(false),
    confirm: () => send.mutate(),
    busy: send.isPending,
    error: send.error,
    fields: fieldSentences(send.error),
  };
}

function wordsFor(kind: SendKind, later: boolean): { readonly title: string; readonly message: string } {
  if (kind === 'update') return { title: 'Changed', message: 'The message in Slack changes with it.' };
  if (kind === 'review') return { title: 'Sent for review', message: 'You are told what is decided.' };
  return { title: later ? 'Scheduled' : 'On its way to Slack', message: 'You can recall it from this page.' };
}
