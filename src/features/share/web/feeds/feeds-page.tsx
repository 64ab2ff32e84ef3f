import { Tabs } from '@mantine/core';
import { IconPlus, IconRss } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import classes from '../requests/requests.module.css';
import type { Feed } from './contract.ts';
import { FeedRows } from './feed-rows.tsx';
import { feedsQuery } from './feeds-api.ts';
import { ReviewQueue } from './review-queue.tsx';

const route = getRouteApi('/app/feeds');

const addButton = (
  <LinkButton to="/feeds/new" leftSection={<IconPlus size={18} aria-hidden />}>
    Add a feed
  </LinkButton>
);

/** The feeds, and what they brought that waits for a publisher. */
export function FeedsPage(): ReactElement {
  const list = useQuery(feedsQuery);
  const feeds = list.data?.feeds ?? [];
  return (
    <>
      <PageHead
        title="Feeds"
        explains="Requests made of what your sites publish and of what colleagues suggest."
        actions={feeds.length > 0 ? addButton : undefined}
      />
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Panel>
          <LoadingLines count={4} height={32} />
        </Panel>
      )}
      {list.data !== undefined && <FeedTabs feeds={feeds} suggestions={list.data.suggestions} />}
    </>
  );
}

function NoFeed(): ReactElement {
  return (
    <Panel>
      <EmptyPanel icon={<IconRss size={30} stroke={1.5} />} title="No feed yet" action={addButton}>
        Most news pages, blogs and job boards have a feed. Give its address, or that of the page, and Coact makes
        requests of what is new there.
      </EmptyPanel>
    </Panel>
  );
}

interface TabsProps {
  readonly feeds: readonly Feed[];
  /** Waiting, of what people suggested. */
  readonly suggestions: number;
}

function FeedTabs({ feeds, suggestions }: TabsProps): ReactElement {
  const { tab, page = 1 } = route.useSearch();
  const navigate = useNavigate({ from: '/feeds' });
  const waiting = feeds.reduce((sum, feed) => sum + feed.waiting, suggestions);
  const shown = tab ?? (waiting > 0 ? 'review' : 'feeds');
  const failing = feeds.filter((feed) => feed.failing || feed.state === 'off').length;
  return (
    <Tabs
      value={shown}
      onChange={(value) =>
        void navigate({ search: { tab: value === 'feeds' || value === 'aside' ? value : 'review' } })
      }
      variant="pills"
      color="gray"
      keepMounted={false}
    >
      <Tabs.List aria-label="What is shown" className={classes.tabs} mb="md">
        <Tabs.Tab value="review">To review{waiting > 0 ? ` (${waiting})` : ''}</Tabs.Tab>
        <Tabs.Tab value="feeds">Feeds{failing > 0 ? ` (${failing} failing)` : ''}</Tabs.Tab>
        <Tabs.Tab value="aside">Dismissed</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="review">
        <ReviewQueue
          shelf="waiting"
          page={page}
          onPage={(to) => void navigate({ search: { tab: 'review', page: to } })}
        />
      </Tabs.Panel>
      <Tabs.Panel value="feeds">{feeds.length === 0 ? <NoFeed /> : <FeedRows feeds={feeds} />}</Tabs.Panel>
      <Tabs.Panel value="aside">
        <ReviewQueue shelf="aside" page={page} onPage={(to) => void navigate({ search: { tab: 'aside', page: to } })} />
      </Tabs.Panel>
    </Tabs>
  );
}
