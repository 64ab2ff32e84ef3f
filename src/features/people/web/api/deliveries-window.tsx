import { Badge, Button, Code, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { formatDateTime } from '../../../../web/zoned-time.ts';
import classes from './api.module.css';
import {
  type Delivery,
  deliveriesQuery,
  deliveryBodySchema,
  sentAgainSchema,
  type Webhook,
  webhooksQuery,
} from './contract.ts';
import { deliveryStates, outcomeText } from './words.ts';

interface Props {
  /** Undefined while the window is closed. */
  readonly webhook: Webhook | undefined;
  readonly onClose: () => void;
}

/** What was sent to an end-point in the last days, what came of it, and sending it again. */
export function DeliveriesWindow({ webhook, onClose }: Props): ReactElement {
  return (
    <Window opened={webhook !== undefined} onClose={onClose} title={`Deliveries to ${webhook?.name ?? ''}`} size="lg">
      {webhook !== undefined && <Deliveries webhook={webhook} />}
    </Window>
  );
}

const weekInMs = 7 * 86_400_000;

export function Deliveries({ webhook }: { readonly webhook: Webhook }): ReactElement {
  const client = useQueryClient();
  const found = useQuery(deliveriesQuery(webhook.id));
  const list = found.data?.deliveries ?? [];
  const again = useMutation({
    mutationFn: () => {
      const since = new Date(Date.now() - weekInMs).toISOString();
      const path = `/api/webhooks/${encodeURIComponent(webhook.id)}/again` as const;
      return call(sentAgainSchema, 'POST', path, { body: { since } });
    },
    onSuccess: async ({ deliveries }) => {
      await client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
      notifications.show({ color: 'pine', message: `${deliveries} on their way again.` });
    },
  });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        Of the last seven days, the newest first{found.data?.next ? '; older ones by the API' : ''}.
      </Text>
      {found.isPending && <LoadingLines count={4} />}
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && list.length === 0 && (
        <Text size="sm">Nothing was sent yet. A test shows whether it works.</Text>
      )}
      {list.some(({ state }) => state === 'failed') && (
        <Group>
          <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
            Send all that failed again
          </Button>
        </Group>
      )}
      {again.isError && <ErrorPanel error={again.error} />}
      <ul className={classes.list}>
        {list.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} />
        ))}
      </ul>
    </Stack>
  );
}

function DeliveryRow({ delivery }: { readonly delivery: Delivery }): ReactElement {
  const timeZone = useTimeZone();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [label, color] = deliveryStates[delivery.state];
  const again = useMutation({
    mutationFn: () => call(nothing, 'POST', `/api/webhook-deliveries/${encodeURIComponent(delivery.id)}/again`),
    onSuccess: () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  });
  const at = formatDateTime(delivery.createdAt, timeZone);
  const next = delivery.nextTryAt !== null && delivery.tries > 0 ? delivery.nextTryAt : null;
  return (
    <li>
      <div className={classes.about}>
        <Text fw={500} component="span">
          {delivery.type}
        </Text>{' '}
        <Badge variant="light" color={color} radius="sm">
          {label}
        </Badge>
        <Text size="sm" c="dimmed">
          {at}: {outcomeText(delivery)}
          {next !== null && ` Next try ${formatDateTime(next, timeZone)}.`}
        </Text>
      </div>
      <div className={classes.acts}>
        <Button
          size="xs"
          variant="subtle"
          aria-expanded={open}
          aria-label={`Body of ${delivery.type}, ${at}`}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide' : 'Body'}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={`Send ${delivery.type} of ${at} again`}
          loading={again.isPending}
          onClick={() => again.mutate()}
        >
          Send again
        </Button>
      </div>
      {again.isError && <ErrorPanel error={again.error} />}
      {open && <Body id={delivery.id} />}
    </li>
  );
}

function Body({ id }: { readonly id: string }): ReactElement {
  const found = useQuery({
    queryKey: ['webhook-deliveries', id],
    queryFn: ({ signal }) =>
      call(deliveryBodySchema, 'GET', `/api/webhook-deliveries/${encodeURIComponent(id)}`, { signal }),
  });
  if (found.isError) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <LoadingLines count={2} />;
  return (
    <Code block className={classes.body}>
      {JSON.stringify(JSON.parse(found.data.body), null, 2)}
    </Code>
  );
}
