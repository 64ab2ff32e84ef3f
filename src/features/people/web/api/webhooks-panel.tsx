import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import classes from './api.module.css';
import { type Webhook, webhooksQuery } from './contract.ts';
import { DeliveriesWindow } from './deliveries-window.tsx';
import { SecretShown } from './secret-shown.tsx';
import { WebhookRow } from './webhook-row.tsx';
import { WebhookWindow } from './webhook-window.tsx';

/** Where the organisation's events go. */
export function WebhooksPanel(): ReactElement {
  const webhooks = useQuery(webhooksQuery);
  const [edited, setEdited] = useState<Webhook | null>();
  const [looked, setLooked] = useState<Webhook>();
  const [secret, setSecret] = useState<string | null>(null);
  const list = webhooks.data?.webhooks ?? [];
  return (
    <Panel
      id="webhooks"
      title="Webhooks"
      explains="Coact tells other systems when something happens to a request, signed, and tries again for two days."
      aside={
        <Button size="xs" onClick={() => setEdited(null)} disabled={webhooks.data === undefined}>
          Add a webhook
        </Button>
      }
    >
      <Secret value={secret} onDone={() => setSecret(null)} />
      {webhooks.isPending && <LoadingLines count={3} />}
      {webhooks.isError && <ErrorPanel error={webhooks.error} onRetry={() => void webhooks.refetch()} />}
      {webhooks.isSuccess && list.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing is sent anywhere yet.
        </Text>
      )}
      {list.length > 0 && (
        <ul className={classes.list}>
          {list.map((webhook) => (
            <WebhookRow
              key={webhook.id}
              webhook={webhook}
              onEdit={() => setEdited(webhook)}
              onLook={() => setLooked(webhook)}
              onSecret={setSecret}
            />
          ))}
        </ul>
      )}
      <WebhookWindow
        webhook={edited}
        types={webhooks.data?.types ?? []}
        onClose={() => setEdited(undefined)}
        onAdded={(made) => {
          setEdited(undefined);
          setSecret(made);
        }}
      />
      <DeliveriesWindow webhook={looked} onClose={() => setLooked(undefined)} />
    </Panel>
  );
}

function Secret({
  value,
  onDone,
}: {
  readonly value: string | null;
  readonly onDone: () => void;
}): ReactElement | null {
  if (value === null) return null;
  return (
    <div className={classes.shown}>
      <SecretShown title="The secret, shown this once" value={value} copy="Copy secret" onDone={onDone}>
        Give it to the receiver, which tells by it that an event comes from Coact.
      </SecretShown>
    </div>
  );
}
