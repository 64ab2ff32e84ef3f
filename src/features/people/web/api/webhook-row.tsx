import { ActionIcon, Badge, Button, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import classes from './api.module.css';
import { type Webhook, webhookSchema, webhookSecretSchema, webhooksQuery } from './contract.ts';
import { webhookState, webhookTrouble } from './words.ts';

interface Props {
  readonly webhook: Webhook;
  readonly onEdit: () => void;
  readonly onLook: () => void;
  readonly onSecret: (secret: string) => void;
}

type Asked = 'secret' | 'remove' | null;

/** An end-point with what can be done about it. */
export function WebhookRow({ webhook, onEdit, onLook, onSecret }: Props): ReactElement {
  const [asked, setAsked] = useState<Asked>(null);
  const [label, color] = webhookState(webhook);
  const trouble = webhookTrouble(webhook);
  const close = () => setAsked(null);
  const acts = useActs(webhook, { onSecret, onDone: close });
  return (
    <li>
      <div className={classes.about}>
        <Text fw={500} component="span">
          {webhook.name}
        </Text>{' '}
        <Badge variant="light" color={color} radius="sm">
          {label}
        </Badge>
        <Text size="sm" c="dimmed">
          {webhook.url}
        </Text>
        <Text size="sm" c="dimmed">
          {webhook.events.join(', ')}
        </Text>
        {trouble !== null && <Text size="sm">{trouble}</Text>}
      </div>
      <div className={classes.acts}>
        <Button size="xs" variant="default" onClick={onLook} aria-label={`Deliveries to ${webhook.name}`}>
          Deliveries
        </Button>
        <More webhook={webhook} acts={acts} onEdit={onEdit} onAsk={setAsked} />
      </div>
      <Questions webhook={webhook} acts={acts} asked={asked} onClose={close} />
    </li>
  );
}

interface MoreProps {
  readonly webhook: Webhook;
  readonly acts: Acts;
  readonly onEdit: () => void;
  readonly onAsk: (what: Asked) => void;
}

function More({ webhook, acts, onEdit, onAsk }: MoreProps): ReactElement {
  const isOn = webhook.state === 'enabled';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`More for ${webhook.name}`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => acts.test.mutate()} disabled={!isOn}>
          Send a test
        </Menu.Item>
        <Menu.Item onClick={onEdit}>Change</Menu.Item>
        <Menu.Item onClick={() => acts.turn.mutate(isOn ? 'paused' : 'enabled')}>
          {isOn ? 'Pause' : 'Switch on'}
        </Menu.Item>
        <Menu.Item onClick={() => onAsk('secret')}>New secret</Menu.Item>
        <Menu.Item color="red" onClick={() => onAsk('remove')}>
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface QuestionsProps {
  readonly webhook: Webhook;
  readonly acts: Acts;
  readonly asked: Asked;
  readonly onClose: () => void;
}

/** What is asked before something that the receiver will notice. */
function Questions({ webhook, acts, asked, onClose }: QuestionsProps): ReactElement {
  return (
    <>
      <Confirm
        opened={asked === 'secret'}
        onClose={onClose}
        title={`A new secret for “${webhook.name}”?`}
        confirm="Make a new secret"
        onConfirm={() => acts.replace.mutate()}
        busy={acts.replace.isPending}
        error={acts.replace.error}
      >
        For 24 hours deliveries are signed with both, so that the receiver can change over.
      </Confirm>
      <Confirm
        opened={asked === 'remove'}
        onClose={onClose}
        title={`Remove “${webhook.name}”?`}
        confirm="Remove"
        onConfirm={() => acts.remove.mutate()}
        busy={acts.remove.isPending}
        error={acts.remove.error}
        danger
      >
        Nothing is sent there any more, and its deliveries are forgotten. Pause it to keep them.
      </Confirm>
    </>
  );
}

type Acts = ReturnType<typeof useActs>;

/** What can be done about an end-point; the list follows. */
function useActs(
  { id, name }: Webhook,
  { onSecret, onDone }: { readonly onSecret: (secret: string) => void; readonly onDone: () => void },
) {
  const client = useQueryClient();
  const follow = () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
  const path = `/api/webhooks/${encodeURIComponent(id)}` as const;
  const onError = (error: Error) => notifications.show({ color: 'red', message: sentenceOf(error) });
  const turn = useMutation({
    mutationFn: (state: Webhook['state']) => call(webhookSchema, 'PATCH', path, { body: { state } }),
    onSuccess: follow,
    onError,
  });
  const test = useMutation({
    mutationFn: () => call(nothing, 'POST', `${path}/test`),
    onSuccess: async () => {
      await follow();
      notifications.show({ color: 'pine', message: `A test is on its way to ${name}. See its deliveries.` });
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => call(nothing, 'DELETE', path),
    onSuccess: async () => {
      onDone();
      await follow();
    },
  });
  const replace = useMutation({
    mutationFn: () => call(webhookSecretSchema, 'POST', `${path}/secret`),
    onSuccess: async ({ secret }) => {
      onDone();
      onSecret(secret);
      await follow();
    },
  });
  return { turn, test, remove, replace };
}
