import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { CopyLink, CopyText } from '../../../../web/controls/copy.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn, useTimeZone } from '../../../../web/queries.ts';
import { z } from '../../../../web/zod.ts';
import { formatDate } from '../../../../web/zoned-time.ts';
import classes from './settings.module.css';

const madeSchema = z.object({ token: z.string() });
export const scimSchema = z.object({
  baseUrl: z.string(),
  token: z.object({ madeBy: z.string(), createdAt: z.string(), lastUsedAt: z.string().nullable() }).nullable(),
});
type Scim = z.infer<typeof scimSchema>;

const scimQuery = queryOptions({
  queryKey: ['scim'],
  queryFn: ({ signal }) => call(scimSchema, 'GET', '/api/organisation/scim', { signal }),
});

/** The way in for the organisation's identity provider: the address to paste there, and its token. */
export function ScimSettings(): ReactElement | null {
  const { manage } = useSignedIn().can;
  return manage ? <ForManagers /> : null;
}

function ForManagers(): ReactElement {
  const scim = useQuery(scimQuery);
  return (
    <Panel
      id="scim"
      title="Identity provider"
      explains="Okta, Microsoft Entra ID and others can add, change and deactivate your people by SCIM 2.0."
    >
      {scim.isPending && <LoadingLines count={3} />}
      {scim.isError && <ErrorPanel error={scim.error} onRetry={() => void scim.refetch()} />}
      {scim.data !== undefined && <Way scim={scim.data} />}
    </Panel>
  );
}

function Way({ scim: { baseUrl, token } }: { readonly scim: Scim }): ReactElement {
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: () => call(madeSchema, 'POST', '/api/organisation/scim'),
    onSuccess: () => client.invalidateQueries({ queryKey: scimQuery.queryKey }),
  });
  return (
    <Stack gap="md">
      <div>
        <Text size="sm" fw={500} mb={4}>
          Base URL, to paste at the provider
        </Text>
        <CopyLink value={baseUrl} label="Copy base URL" />
      </div>
      <TokenState token={token} />
      {make.data !== undefined && token !== null && <Shown token={make.data.token} />}
      {make.isError && <ErrorPanel error={make.error} />}
      <Group gap="xs">
        {token === null ? (
          <Button onClick={() => make.mutate()} loading={make.isPending}>
            Make a token
          </Button>
        ) : (
          <Replace busy={make.isPending} onReplace={() => make.mutate()} />
        )}
        {token !== null && <Revoke />}
      </Group>
    </Stack>
  );
}

function TokenState({ token }: Pick<Scim, 'token'>): ReactElement {
  const timeZone = useTimeZone();
  if (token === null) {
    return (
      <Text size="sm" c="dimmed">
        There is no token, so no provider gets in.
      </Text>
    );
  }
  const used = token.lastUsedAt === null ? 'not used yet' : `last used ${formatDate(token.lastUsedAt, timeZone)}`;
  return (
    <Text size="sm">
      A token was made by {token.madeBy || 'a former member'} on {formatDate(token.createdAt, timeZone)}, {used}.
    </Text>
  );
}

function Shown({ token }: { readonly token: string }): ReactElement {
  return (
    <Alert role="status" color="lilac" variant="light" title="The token, shown this once">
      <Text size="sm" mb="xs">
        Paste it at the provider as the bearer or secret token. Coact keeps only what it takes to recognise it.
      </Text>
      <code className={classes.secret}>{token}</code>
      <div>
        <CopyText value={token} label="Copy token" />
      </div>
    </Alert>
  );
}

function Replace({ busy, onReplace }: { readonly busy: boolean; readonly onReplace: () => void }): ReactElement {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)} loading={busy}>
        Make a new token
      </Button>
      <Confirm
        opened={asked}
        onClose={() => setAsked(false)}
        title="Make a new token?"
        confirm="Make a new token"
        onConfirm={() => {
          setAsked(false);
          onReplace();
        }}
        busy={false}
      >
        The one before stops working at once, until the new one is pasted at the provider.
      </Confirm>
    </>
  );
}

function Revoke(): ReactElement {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => call(nothing, 'DELETE', '/api/organisation/scim'),
    onSuccess: async () => {
      setAsked(false);
      await client.invalidateQueries({ queryKey: scimQuery.queryKey });
      notifications.show({ color: 'pine', message: 'The token is revoked.' });
    },
  });
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsked(true)}>
        Revoke
      </Button>
      <Confirm
        opened={asked}
        onClose={() => setAsked(false)}
        title="Revoke the token?"
        confirm="Revoke"
        onConfirm={() => revoke.mutate()}
        busy={revoke.isPending}
        error={revoke.error}
        danger
      >
        The provider is shut out at once. People stay as they are, and are kept by hand again.
      </Confirm>
    </>
  );
}
