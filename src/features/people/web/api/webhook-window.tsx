import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { type EventType, type Webhook, webhookSchema, webhookSecretSchema, webhooksQuery } from './contract.ts';

interface Props {
  /** Null adds one; undefined while the window is closed. */
  readonly webhook: Webhook | null | undefined;
  readonly types: readonly EventType[];
  readonly onClose: () => void;
  readonly onAdded: (secret: string) => void;
}

/** Where events go, and which. */
export function WebhookWindow({ webhook, ...rest }: Props): ReactElement {
  return (
    <Window
      opened={webhook !== undefined}
      onClose={rest.onClose}
      title={webhook === null ? 'Add a webhook' : `Change ${webhook?.name ?? ''}`}
    >
      {webhook !== undefined && <WebhookForm webhook={webhook} {...rest} />}
    </Window>
  );
}

type FormProps = Props & { readonly webhook: Webhook | null };

export function WebhookForm({ webhook, types, onClose, onAdded }: FormProps): ReactElement {
  const client = useQueryClient();
  const [name, setName] = useState(webhook?.name ?? '');
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [events, setEvents] = useState<string[]>([...(webhook?.events ?? types.map((type) => type.name))]);
  const save = useMutation({
    mutationFn: async (): Promise<string | null> => {
      const body = { name, url, events };
      if (webhook === null) return (await call(webhookSecretSchema, 'POST', '/api/webhooks', { body })).secret;
      await call(webhookSchema, 'PATCH', `/api/webhooks/${encodeURIComponent(webhook.id)}`, { body });
      return null;
    },
    onSuccess: async (secret) => {
      await client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
      if (secret === null) onClose();
      else onAdded(secret);
    },
  });
  const fields = fieldSentences(save.error);
  return (
    <WindowForm
      sending={save}
      submit={webhook === null ? 'Add' : 'Save'}
      isReady={events.length > 0}
      onSubmit={() => save.mutate()}
      onCancel={onClose}
    >
      <TextInput
        label="Name"
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fields.name}
      />
      <TextInput
        label="Address"
        description="Begins with https:// and can be reached from the internet."
        placeholder="https://hooks.example.com/coact"
        required
        type="url"
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        error={fields.url}
      />
      <Checkbox.Group label="Sent when" value={events} onChange={setEvents} error={fields.events}>
        <Stack gap="xs" mt={4}>
          {types.map((type) => (
            <Checkbox key={type.name} value={type.name} label={type.name} description={type.says} />
          ))}
        </Stack>
      </Checkbox.Group>
    </WindowForm>
  );
}
