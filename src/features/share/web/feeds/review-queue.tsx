import { Button, Group, Kbd, Pagination, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArchive, IconChecks } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import classes from './feeds.module.css';
import { dismissAll, itemsQuery, type Shelf } from './feeds-api.ts';
import { QueueItem } from './queue-item.tsx';

/** As many as the server puts on a page. */
const pageSize = 20;

interface Props {
  readonly shelf: Shelf;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** What waits for a publisher, or what was laid aside, the latest first. */
export function ReviewQueue({ shelf, page, onPage }: Props): ReactElement {
  const list = useQuery({ ...itemsQuery(shelf, page), placeholderData: keepPreviousData });
  const items = list.data?.items ?? [];
  const pages = Math.ceil((list.data?.total ?? 0) / pageSize);
  if (list.isError) return <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) {
    return (
      <Panel>
        <LoadingLines count={5} height={36} />
      </Panel>
    );
  }
  if (items.length === 0) return <Nothing shelf={shelf} />;
  return (
    <>
      {shelf === 'waiting' && (
        <Above total={list.data?.total ?? 0} sendable={items.some(({ feed }) => feed !== null)} />
      )}
      <ul className={classes.rows} aria-label={shelf === 'waiting' ? 'Items to review' : 'Dismissed items'}>
        {items.map((item) => (
          <QueueItem key={item.id} item={item} />
        ))}
      </ul>
      {pages > 1 && (
        <Pagination
          mt="lg"
          total={pages}
          value={page}
          onChange={onPage}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
        />
      )}
    </>
  );
}

interface AboveProps {
  readonly total: number;
  /** Whether any of them can be sent at once: what somebody suggested has no channel yet. */
  readonly sendable: boolean;
}

function Above({ total, sendable }: AboveProps): ReactElement {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const dismiss = useMutation({
    mutationFn: dismissAll,
    onSuccess: async () => {
      setAsked(false);
      await client.invalidateQueries({ queryKey: ['feeds'] });
      notifications.show({ color: 'pine', message: 'All dismissed. You find them under Dismissed.' });
    },
  });
  return (
    <Group justify="space-between" mb="sm">
      <Text size="sm" c="dimmed" visibleFrom="sm">
        On an item: <Kbd>a</Kbd> accept,{' '}
        {sendable && (
          <>
            <Kbd>s</Kbd> accept and send,{' '}
          </>
        )}
        <Kbd>d</Kbd> dismiss, <Kbd>↑</Kbd> <Kbd>↓</Kbd> move
      </Text>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconArchive size={16} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        Dismiss all
      </Button>
      <Confirm
        opened={asked}
        onClose={() => setAsked(false)}
        title="Dismiss everything that waits?"
        confirm={`Dismiss ${plural(total, 'item')}`}
        onConfirm={() => dismiss.mutate()}
        busy={dismiss.isPending}
        error={dismiss.error}
      >
        Nothing is made of them. You can bring back each one from Dismissed.
      </Confirm>
    </Group>
  );
}

function Nothing({ shelf }: { readonly shelf: Shelf }): ReactElement {
  return (
    <Panel>
      {shelf === 'waiting' ? (
        <EmptyPanel icon={<IconChecks size={30} stroke={1.5} />} title="Nothing to review">
          What feeds bring waits here if they are set to review, and so does what colleagues suggest in Slack.
        </EmptyPanel>
      ) : (
        <EmptyPanel icon={<IconArchive size={30} stroke={1.5} />} title="Nothing was dismissed">
          Items that you dismiss, and those that waited for too long, stay here for 90 days.
        </EmptyPanel>
      )}
    </Panel>
  );
}
