import { Container, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { call } from '../api.ts';
import { scopeSchema } from '../contract.ts';
import { PageHead } from '../controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../controls/panels.tsx';
import { ScopeList } from '../controls/scope-list.tsx';
import { Wordmark } from '../logo.tsx';
import { z } from '../zod.ts';

const scopesSchema = z.object({ scopes: z.array(scopeSchema) });

/** Public: what Coact may do in a Slack workspace, and why. Made from the manifest that the installer uses. */
export function PermissionsPage(): ReactElement {
  const scopes = useQuery({
    queryKey: ['scopes'],
    queryFn: ({ signal }) => call(scopesSchema, 'GET', '/api/settings/scopes', { signal }),
  });
  return (
    <Container component="main" size="sm" py={48}>
      <Link to="/" aria-label="Coact, to the start" style={{ color: 'var(--coact-link)', textDecoration: 'none' }}>
        <Wordmark size={26} />
      </Link>
      <div style={{ height: 32 }} />
      <PageHead
        title="What Coact may do in Slack"
        explains="The least that its features need. Nothing here reads a conversation: Coact posts requests, and answers when somebody presses one of its buttons."
      />
      <Panel>
        {scopes.isPending && <LoadingLines count={6} />}
        {scopes.isError && <ErrorPanel error={scopes.error} onRetry={() => void scopes.refetch()} />}
        {scopes.data !== undefined && <ScopeList scopes={scopes.data.scopes} />}
      </Panel>
      <Text size="sm" c="dimmed" mt="md">
        E-mail addresses are read in two places only: when somebody signs up, and when Coact is installed again, to
        check that the installer belongs to the organisation. Each time is recorded in the audit log.
      </Text>
    </Container>
  );
}
