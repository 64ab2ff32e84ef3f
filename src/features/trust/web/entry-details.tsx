import { Button, Drawer, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { CopyText } from '../../../web/controls/copy.tsx';
import { LinkButton } from '../../../web/controls/link-button.tsx';
import { useSignedIn, useTimeZone } from '../../../web/queries.ts';
import { formatDateTime, zoneLabel } from '../../../web/zoned-time.ts';
import classes from './audit.module.css';
import type { AuditSearch } from './audit-search.ts';
import type { Entry } from './contract.ts';
import { Sentence } from './entry-rows.tsx';
import { fieldLabel, fieldText, nameOf } from './words.ts';

interface Props {
  readonly entry: Entry | null;
  readonly onClose: () => void;
  readonly onFilter: (change: AuditSearch) => void;
}

/** One entry with everything that is kept of it. */
export function EntryDetails({ entry, onClose, onFilter }: Props): ReactElement {
  return (
    <Drawer
      opened={entry !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={entry === null ? '' : `Entry ${entry.seq}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {entry !== null && <Details entry={entry} onFilter={onFilter} />}
    </Drawer>
  );
}

export function Details({ entry, onFilter }: Pick<Props, 'onFilter'> & { readonly entry: Entry }): ReactElement {
  const timeZone = useTimeZone();
  const { can } = useSignedIn();
  const { actor, target, detail } = entry;
  const at = new Date(entry.at);
  return (
    <>
      <Text size="lg" mb="md">
        <Sentence entry={entry} />
      </Text>
      <dl className={classes.facts}>
        <Fact name="When">
          {formatDateTime(entry.at, timeZone)}
          <Text size="sm" c="dimmed">
            {zoneLabel(timeZone, at)} · {entry.at}
          </Text>
        </Fact>
        <Fact name="Act">{entry.action}</Fact>
        <Fact name="By">
          {nameOf(actor)} <Id id={actor.id} />
        </Fact>
        <Fact name="To">
          {nameOf(target)} <Id id={target.id} />
        </Fact>
        {Object.entries(detail).map(([name, value]) => (
          <Fact key={name} name={fieldLabel(name)}>
            {fieldText(value)}
          </Fact>
        ))}
        <Fact name="Hash">
          <code>{entry.hash}</code>
        </Fact>
        <Fact name="Hash of the entry before">
          <code>{entry.previous}</code>
        </Fact>
      </dl>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => onFilter({ actor: actor.id })}>
          Only by {nameOf(actor)}
        </Button>
        <Button variant="default" size="xs" onClick={() => onFilter({ targetId: target.id, targetType: target.kind })}>
          Only about this
        </Button>
        {target.kind === 'request' && can.publish && (
          <LinkButton variant="default" size="xs" to="/requests/$id" params={{ id: target.id }}>
            Open the request
          </LinkButton>
        )}
        <CopyText value={`${entry.seq}:${entry.hash}`} label="Copy number and hash" />
      </Group>
    </>
  );
}

function Id({ id }: { readonly id: string }): ReactElement {
  return <code className={classes.id}>{id}</code>;
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
