import { Badge, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Confirm } from '../../../web/controls/confirm.tsx';
import { CopyLink } from '../../../web/controls/copy.tsx';
import { ErrorPanel, Panel } from '../../../web/controls/panels.tsx';
import { plural } from '../../../web/figures.ts';
import { formatAgo } from '../../../web/zoned-time.ts';
import { checkDomain, chooseDomain, type Domain, domainsQuery, removeDomain } from './contract.ts';
import classes from './links.module.css';

const states = {
  pending: { color: 'gray', word: 'Waiting for DNS' },
  active: { color: 'pine', word: 'Works' },
  failed: { color: 'red', word: 'Does not work' },
} as const;

/** One host: how it stands, what its DNS needs, and what can be done. */
export function DomainPanel({ domain }: { readonly domain: Domain }): ReactElement {
  const { color, word } = states[domain.state];
  // Once it works the records are seldom looked at; when one is missing, they are what is needed.
  const [open, setOpen] = useState(domain.finding !== 'proven');
  return (
    <Panel
      title={
        <span className={classes.hostHead}>
          {domain.host}
          <Badge variant="light" color={color}>
            {word}
          </Badge>
          {domain.isDefault && (
            <Badge variant="light" color="lilac">
              New links
            </Badge>
          )}
        </span>
      }
      explains={domain.advice}
    >
      {domain.found.length > 0 && (
        <Text size="sm" mb="md" style={{ overflowWrap: 'anywhere' }}>
          Found: {domain.found.map((text) => `“${text}”`).join(', ')}
        </Text>
      )}
      {open && <Records domain={domain} />}
      <Acts domain={domain} open={open} onOpen={() => setOpen(!open)} />
    </Panel>
  );
}

function Records({ domain }: { readonly domain: Domain }): ReactElement {
  return (
    <div className={classes.records}>
      {domain.records.map(({ type, name, value }) => (
        <dl key={type} className={classes.record}>
          <dt>Type</dt>
          <dd>
            <Text size="sm" component="span">
              {type}, {type === 'TXT' ? 'which shows that the host is yours' : 'which leads visitors here'}
            </Text>
          </dd>
          <dt>Name</dt>
          <dd>
            <CopyLink value={name} label={`Copy the name of the ${type} record`} />
          </dd>
          <dt>Value</dt>
          <dd>
            <CopyLink value={value} label={`Copy the value of the ${type} record`} />
          </dd>
        </dl>
      ))}
    </div>
  );
}

interface ActsProps {
  readonly domain: Domain;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function Acts({ domain, open, onOpen }: ActsProps): ReactElement {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: domainsQuery.queryKey });
  const check = useMutation({ mutationFn: () => checkDomain(domain.id), onSuccess: refresh });
  const choose = useMutation({ mutationFn: () => chooseDomain(domain.id, !domain.isDefault), onSuccess: refresh });
  return (
    <>
      <Group gap="xs">
        <Button
          variant={domain.state === 'active' ? 'default' : 'filled'}
          size="xs"
          leftSection={<IconRefresh size={16} />}
          loading={check.isPending}
          onClick={() => check.mutate()}
        >
          Check now
        </Button>
        {domain.state === 'active' && (
          <Button variant="default" size="xs" loading={choose.isPending} onClick={() => choose.mutate()}>
            {domain.isDefault ? 'Stop using it for new links' : 'Use for new links'}
          </Button>
        )}
        <Button variant="default" size="xs" aria-expanded={open} onClick={onOpen}>
          {open ? 'Hide DNS records' : 'Show DNS records'}
        </Button>
        <Remove domain={domain} />
        {domain.checkedAt !== null && (
          <Text size="xs" c="dimmed">
            Looked at {formatAgo(domain.checkedAt)}
          </Text>
        )}
      </Group>
      {check.isError && <ErrorPanel error={check.error} />}
      {choose.isError && <ErrorPanel error={choose.error} />}
    </>
  );
}

function Remove({ domain }: { readonly domain: Domain }): ReactElement {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeDomain(domain.id),
    onSuccess: async () => {
      setAsked(false);
      await client.invalidateQueries({ queryKey: domainsQuery.queryKey });
      notifications.show({ color: 'pine', message: `${domain.host} is removed.` });
    },
  });
  const links = domain.links ?? 0;
  return (
    <>
      <Button variant="subtle" color="red" size="xs" onClick={() => setAsked(true)}>
        Remove
      </Button>
      <Confirm
        opened={asked}
        onClose={() => setAsked(false)}
        title={`Remove ${domain.host}?`}
        confirm="Remove"
        onConfirm={() => remove.mutate()}
        busy={remove.isPending}
        error={remove.error}
        danger
      >
        {links === 0
          ? 'No link was made for it.'
          : `${plural(links, 'link')} stand on it. In posts that are out they stop working at once.`}
      </Confirm>
    </>
  );
}
