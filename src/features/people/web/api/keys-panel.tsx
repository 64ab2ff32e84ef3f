import { Badge, Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { formatDate, formatDay } from '../../../../web/zoned-time.ts';
import classes from './api.module.css';
import { type ApiKey, keysQuery } from './contract.ts';
import { KeyWindow } from './key-window.tsx';
import { SecretShown } from './secret-shown.tsx';
import { keyStates, rightsText } from './words.ts';

/** The keys of the organisation's programs. */
export function KeysPanel(): ReactElement {
  const keys = useQuery(keysQuery);
  const [asked, setAsked] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  return (
    <Panel
      id="keys"
      title="API keys"
      explains="A program that shows a key acts for your organisation, as far as the key was made for it."
      aside={
        <Button size="xs" onClick={() => setAsked(true)}>
          Make a key
        </Button>
      }
    >
      {made !== null && (
        <div className={classes.shown}>
          <SecretShown title="The key, shown this once" value={made} copy="Copy key" onDone={() => setMade(null)}>
            Paste it where it will be used. Coact keeps only what it takes to recognise it.
          </SecretShown>
        </div>
      )}
      {keys.isPending && <LoadingLines count={3} />}
      {keys.isError && <ErrorPanel error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          There is no key yet, so no program gets in.
        </Text>
      )}
      {keys.data !== undefined && keys.data.length > 0 && (
        <ul className={classes.list}>
          {keys.data.map((key) => (
            <KeyRow key={key.id} apiKey={key} />
          ))}
        </ul>
      )}
      <KeyWindow
        opened={asked}
        onClose={() => setAsked(false)}
        onMade={(key) => {
          setAsked(false);
          setMade(key);
        }}
      />
    </Panel>
  );
}

function KeyRow({ apiKey }: { readonly apiKey: ApiKey }): ReactElement {
  const timeZone = useTimeZone();
  const [label, color] = keyStates[apiKey.state];
  const used = apiKey.lastUsedOn === null ? 'not used yet' : `last used ${formatDay(apiKey.lastUsedOn)}`;
  const ends = {
    active: `works until ${formatDate(apiKey.expiresAt, timeZone)}`,
    expired: `expired ${formatDate(apiKey.expiresAt, timeZone)}`,
    revoked: `revoked ${formatDate(apiKey.revokedAt ?? apiKey.expiresAt, timeZone)}`,
  };
  return (
    <li>
      <div className={classes.about}>
        <Text fw={500} component="span">
          {apiKey.name}
        </Text>{' '}
        <Badge variant="light" color={color} radius="sm">
          {label}
        </Badge>
        <Text size="sm" c="dimmed">
          May {rightsText(apiKey.rights)}. Made by {apiKey.madeBy || 'a former member'} on{' '}
          {formatDate(apiKey.createdAt, timeZone)}, {ends[apiKey.state]}, {used}.
        </Text>
      </div>
      {apiKey.state === 'active' && <Revoke apiKey={apiKey} />}
    </li>
  );
}

function Revoke({ apiKey: { id, name } }: { readonly apiKey: ApiKey }): ReactElement {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => call(nothing, 'DELETE', `/api/api-keys/${encodeURIComponent(id)}`),
    onSuccess: async () => {
      setAsked(false);
      await client.invalidateQueries({ queryKey: keysQuery.queryKey });
      notifications.show({ color: 'pine', message: `The key “${name}” is revoked.` });
    },
  });
  return (
    <>
      <Button size="xs" variant="subtle" color="red" aria-label={`Revoke ${name}`} onClick={() => setAsked(true)}>
        Revoke
      </Button>
      <Confirm
        opened={asked}
        onClose={() => setAsked(false)}
        title={`Revoke “${name}”?`}
        confirm="Revoke"
        onConfirm={() => revoke.mutate()}
        busy={revoke.isPending}
        error={revoke.error}
        danger
      >
        Whatever uses it is shut out at once. A revoked key can’t be brought back.
      </Confirm>
    </>
  );
}
