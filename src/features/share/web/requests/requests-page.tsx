import { Badge, Group, Pagination, Tabs, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconCalendarMonth, IconPlus, IconSearch, IconSend, IconSettings } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { type RequestState, stateSchema } from '../contract.ts';
import { WaitingQueue } from '../pacing/waiting-queue.tsx';
import { requestListQuery } from '../requests-api.ts';
import { shareSettingsQuery } from '../review/review-api.ts';
import { RequestRows } from './request-rows.tsx';
import classes from './requests.module.css';
import { stateLabels } from './state-badge.tsx';

const route = getRouteApi('/app/requests');
const tabs: readonly RequestState[] = ['open', 'scheduled', 'draft', 'ended', 'recalled'];
/** Where requests need an approval. */
const tabsWithReview: readonly RequestState[] = ['in_review', 'approved', ...tabs];
/** As many as the server puts on a page. */
const pageSize = 20;

function ComposeButton(): ReactElement | null {
  if (!useSignedIn().can.publish) return null;
  return (
    <LinkButton to="/requests/new" leftSection={<IconPlus size={18} aria-hidden />}>
      Compose
    </LinkButton>
  );
}

function Elsewhere(): ReactElement {
  return (
    <Group gap="xs">
      <LinkButton to="/requests/calendar" variant="default" leftSection={<IconCalendarMonth size={18} aria-hidden />}>
        Calendar
      </LinkButton>
      <LinkButton to="/requests/settings" variant="default" px="sm" aria-label="Request settings">
        <IconSettings size={20} aria-hidden />
      </LinkButton>
    </Group>
  );
}

/** All requests, by state and by words. */
export function RequestsPage(): ReactElement {
  const { state, q, page = 1 } = route.useSearch();
  const navigate = useNavigate({ from: '/requests' });
  const list = useQuery({ ...requestListQuery({ state, q, page }), placeholderData: keepPreviousData });
  const pages = Math.ceil((list.data?.total ?? 0) / pageSize);
  return (
    <>
      <PageHead title="Requests" explains="What you asked your people to share." actions={<Elsewhere />} />
      <div className={classes.filters}>
        <StateTabs />
        <SearchField
          value={q ?? ''}
          onChange={(words) => void navigate({ search: { state, q: words || undefined }, replace: true })}
        />
      </div>
      <WaitingQueue />
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Panel>
          <LoadingLines count={6} height={28} />
        </Panel>
      )}
      {list.data !== undefined && list.data.requests.length > 0 && <RequestRows rows={list.data.requests} />}
      {list.data?.requests.length === 0 && <Nothing filtered={state !== undefined || q !== undefined} />}
      {pages > 1 && (
        <Pagination
          mt="lg"
          total={pages}
          value={page}
          onChange={(to) => void navigate({ search: { state, q, page: to === 1 ? undefined : to } })}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
        />
      )}
    </>
  );
}

/** The states to look at; those of a review only where there is one. */
function StateTabs(): ReactElement {
  const { state, q } = route.useSearch();
  const navigate = useNavigate({ from: '/requests' });
  const required = useQuery(shareSettingsQuery).data?.approvals === 'required';
  const queue = useQuery({ ...requestListQuery({ state: 'in_review', page: 1 }), enabled: required });
  const waiting = queue.data?.total ?? 0;
  const shown = required || state === 'in_review' || state === 'approved' ? tabsWithReview : tabs;
  return (
    <Tabs
      value={state ?? 'all'}
      onChange={(value) => {
        const chosen = stateSchema.safeParse(value);
        void navigate({ search: { q, state: chosen.success ? chosen.data : undefined } });
      }}
      variant="pills"
      color="gray"
    >
      <Tabs.List aria-label="State" className={classes.tabs} data-tour="request-states">
        <Tabs.Tab value="all">All</Tabs.Tab>
        {shown.map((tab) => (
          <Tabs.Tab
            key={tab}
            value={tab}
            rightSection={tab === 'in_review' && waiting > 0 ? <Waiting count={waiting} /> : undefined}
          >
            {stateLabels[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

function Waiting({ count }: { readonly count: number }): ReactElement {
  return (
    <Badge size="sm" circle={count < 10} color="lilac" aria-label={`${count} waiting`}>
      {count}
    </Badge>
  );
}

interface SearchProps {
  readonly value: string;
  readonly onChange: (words: string) => void;
}

function SearchField({ value, onChange }: SearchProps): ReactElement {
  const [words, setWords] = useState(value);
  const later = useDebouncedCallback(onChange, 300);
  return (
    <TextInput
      type="search"
      aria-label="Search requests"
      placeholder="Search (press /)"
      leftSection={<IconSearch size={16} aria-hidden />}
      w={{ base: '100%', xs: 240 }}
      data-search-field
      value={words}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        later(event.currentTarget.value.trim());
      }}
    />
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }): ReactElement {
  if (filtered) {
    return (
      <Panel>
        <EmptyPanel
          icon={<IconSearch size={28} stroke={1.5} />}
          title="No request like this"
          action={
            <LinkButton variant="default" to="/requests">
              Show all
            </LinkButton>
          }
        >
          Try other words, or another state.
        </EmptyPanel>
      </Panel>
    );
  }
  return (
    <Panel>
      <EmptyPanel icon={<IconSend size={30} stroke={1.5} />} title="Nothing asked yet" action={<ComposeButton />}>
        A request is one thing worth sharing: an article, a job, an event. Compose it once, and your people share it
        from Slack.
      </EmptyPanel>
    </Panel>
  );
}
