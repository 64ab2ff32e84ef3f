import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconListSearch, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { call } from '../../../web/api.ts';
import { PageHead } from '../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../web/controls/panels.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditSearch, isFiltered, queryOf } from './audit-search.ts';
import { type Entry, type EntryPage, pageSchema } from './contract.ts';
import { EntryDetails } from './entry-details.tsx';
import { EntryRows } from './entry-rows.tsx';
import { useExport } from './use-export.ts';
import { Verify } from './verify.tsx';

const route = getRouteApi('/app/audit');

/** Each look is recorded, so the page looks only when somebody asks it to. */
const onlyWhenAsked = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, refetchOnReconnect: false };

/** Who did what when, for those who may look. */
export function AuditPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/audit' });
  const [opened, setOpened] = useState<Entry | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['audit', 'entries', search],
    queryFn: ({ pageParam, signal }) => {
      const query = queryOf(search, pageParam === null ? {} : { before: String(pageParam) });
      return call(pageSchema, 'GET', `/api/audit${query}`, { signal });
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page: EntryPage) => page.next,
    placeholderData: keepPreviousData,
    ...onlyWhenAsked,
  });
  const entries = list.data?.pages.flatMap((page) => page.entries);
  const filter = (change: AuditSearch) => void navigate({ search: { ...search, ...change } });
  return (
    <>
      <PageHead
        title="Audit log"
        explains="Administrative acts and reads of protected data, chained by hashes so that no change goes unseen. What employees share is never in it."
        actions={<ExportMenu search={search} />}
      />
      <Verify head={list.data?.pages[0]?.head ?? null} />
      <AuditFilters
        search={search}
        onChange={filter}
        onClear={() => void navigate({ search: {} })}
        entries={entries ?? []}
      />
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Panel>
          <LoadingLines count={6} height={28} />
        </Panel>
      )}
      {entries !== undefined && entries.length > 0 && <EntryRows entries={entries} onOpen={setOpened} />}
      {entries?.length === 0 && <Nothing filtered={isFiltered(search)} onClear={() => void navigate({ search: {} })} />}
      {list.hasNextPage && (
        <Button mt="md" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show earlier entries
        </Button>
      )}
      <EntryDetails
        entry={opened}
        onClose={() => setOpened(null)}
        onFilter={(change) => {
          setOpened(null);
          filter(change);
        }}
      />
    </>
  );
}

function ExportMenu({ search }: { readonly search: AuditSearch }): ReactElement {
  const { start, busy } = useExport(search);
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconDownload size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {isFiltered(search) && <Menu.Label>Only what the filters show</Menu.Label>}
        <Menu.Item onClick={() => start('csv')}>CSV, for spreadsheets</Menu.Item>
        <Menu.Item onClick={() => start('jsonl')}>JSON Lines, for verifying</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Nothing({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }): ReactElement {
  return (
    <Panel>
      {filtered ? (
        <EmptyPanel
          icon={<IconSearch size={28} stroke={1.5} />}
          title="Nothing like this"
          action={
            <Button variant="default" onClick={onClear}>
              Show everything
            </Button>
          }
        >
          Try other days, or fewer filters.
        </EmptyPanel>
      ) : (
        <EmptyPanel icon={<IconListSearch size={30} stroke={1.5} />} title="Nothing yet">
          What people do here from now on is recorded: sign-ins, settings, members, requests, Slack.
        </EmptyPanel>
      )}
    </Panel>
  );
}
