import { Button, Group, TextInput } from '@mantine/core';
import { IconWorldWww } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { TextLink } from '../../../web/controls/link-button.tsx';
import { PageHead } from '../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../web/controls/panels.tsx';
import { fieldSentences } from '../../../web/problem.ts';
import { addDomain, domainsQuery } from './contract.ts';
import { DomainPanel } from './domain-panel.tsx';
import classes from './links.module.css';

/** The hosts of an organisation's own for its short links, for those who answer for it. */
export function DomainsPage(): ReactElement {
  const domains = useQuery(domainsQuery);
  return (
    <>
      <PageHead
        title="Short links"
        explains="Links can stand on a host of yours, such as go.example.com. The ones that exist stay where they are."
        above={
          <TextLink to="/settings" size="sm" c="dimmed">
            Settings
          </TextLink>
        }
      />
      <div className={classes.domains}>
        <AddDomain />
        {domains.isPending && (
          <Panel>
            <LoadingLines count={5} />
          </Panel>
        )}
        {domains.isError && <ErrorPanel error={domains.error} onRetry={() => void domains.refetch()} />}
        {domains.data?.domains.length === 0 && (
          <EmptyPanel icon={<IconWorldWww size={28} />} title="No host of your own yet">
            New links stand at {domains.data.sharedUrl.replace(/^https?:\/\//, '')}/… until you add one.
          </EmptyPanel>
        )}
        {domains.data?.domains.map((domain) => (
          <DomainPanel key={domain.id} domain={domain} />
        ))}
      </div>
    </>
  );
}

function AddDomain(): ReactElement {
  const client = useQueryClient();
  const [host, setHost] = useState('');
  const add = useMutation({
    mutationFn: () => addDomain(host.trim()),
    onSuccess: async () => {
      setHost('');
      await client.invalidateQueries({ queryKey: domainsQuery.queryKey });
    },
  });
  const { host: sentence } = fieldSentences(add.error);
  return (
    <Panel title="Add a host" explains="You need to be able to change its DNS. A name that nothing else uses is best.">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Group align="flex-start" gap="xs">
          <TextInput
            aria-label="Host name"
            placeholder="go.example.com"
            flex="1 1 220px"
            maxLength={260}
            autoCapitalize="none"
            spellCheck={false}
            value={host}
            onChange={(event) => setHost(event.currentTarget.value)}
            error={sentence}
          />
          <Button type="submit" loading={add.isPending} disabled={host.trim() === ''}>
            Add
          </Button>
        </Group>
      </form>
      {add.isError && sentence === undefined && <ErrorPanel error={add.error} />}
    </Panel>
  );
}
