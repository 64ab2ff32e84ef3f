import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { FeedEditor } from './feed-editor.tsx';
import { emptyForm, formOf } from './feed-form.ts';
import { statusOf } from './feed-words.ts';
import classes from './feeds.module.css';
import { feedQuery } from './feeds-api.ts';

const route = getRouteApi('/app/feeds/$id');
const above = <TextLink to="/feeds">Feeds</TextLink>;

/** Adds a feed. */
export function NewFeedPage(): ReactElement {
  return (
    <>
      <PageHead
        above={above}
        title="Add a feed"
        explains="What is in it now stays as it is, unless you want the last few items too."
      />
      <FeedEditor feed={null} start={emptyForm} />
    </>
  );
}

/** A feed's settings. */
export function FeedPage(): ReactElement {
  const { id } = route.useParams();
  const feed = useQuery(feedQuery(id));
  const status = feed.data === undefined ? null : statusOf(feed.data, new Date());
  return (
    <>
      <PageHead
        above={above}
        title={feed.data?.name ?? 'Feed'}
        explains={
          status && (
            <>
              <span className={classes.status} data-tone={status.tone}>
                {status.label}
              </span>
              {status.text === '' ? '' : ` · ${status.text}`}
            </>
          )
        }
      />
      {feed.isError && <ErrorPanel error={feed.error} onRetry={() => void feed.refetch()} />}
      {feed.isPending && (
        <Panel>
          <LoadingLines count={8} height={28} />
        </Panel>
      )}
      {feed.data !== undefined && <FeedEditor key={id} feed={feed.data} start={formOf(feed.data)} />}
    </>
  );
}
