import { Alert, Anchor, SimpleGrid, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { LinkButton, TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { formatDateTime } from '../../../../web/zoned-time.ts';
import { LinksPanel } from '../../../links/web/index.ts';
import { namesOnly } from '../../mentions.ts';
import { readersOf, scopesOf, textsAt, textsOf } from '../composer/post-texts.ts';
import type { ShareRequest } from '../contract.ts';
import { titlesOf } from '../network.ts';
import { WaitingNote } from '../pacing/waiting-note.tsx';
import { FilingPanel } from '../reports/filing-panel.tsx';
import { requestQuery } from '../requests-api.ts';
import { ReviewPanel } from '../review/review-panel.tsx';
import { placeWords } from '../topics/places.ts';
import { EngagementPanel } from './engagement-panel.tsx';
import { timelineOf } from './moments.ts';
import { RequestActions } from './request-actions.tsx';
import { RequestStats } from './request-stats.tsx';
import classes from './requests.module.css';
import { StateBadge } from './state-badge.tsx';

const route = getRouteApi('/app/requests/$id');
const ClicksChart = lazy(() =>
  import('../dashboard/clicks-chart.tsx').then((chart) => ({ default: chart.ClicksChart })),
);

/** What a request says, what it brought, and what can be done with it. */
export function RequestPage(): ReactElement {
  const { id } = route.useParams();
  const request = useQuery({
    ...requestQuery(id),
    // While Slack hasn't taken it yet, look again by itself.
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 2_000 : 60_000),
  });
  if (request.data !== undefined) return <Detail request={request.data} />;
  return (
    <>
      <PageHead title="Request" />
      {request.isError ? (
        <ErrorPanel error={request.error} onRetry={() => void request.refetch()} />
      ) : (
        <Panel>
          <LoadingLines count={8} />
        </Panel>
      )}
    </>
  );
}

function isUnderWay(request: ShareRequest | undefined): boolean {
  if (request?.state !== 'open') return false;
  return request.delivery.state === 'queued' || request.delivery.state === 'sending';
}

function Detail({ request }: { readonly request: ShareRequest }): ReactElement {
  const { figures } = request;
  const wasSent = request.sentAt != null;
  return (
    <>
      <PageHead
        title={request.title || 'Untitled draft'}
        above={
          <TextLink to="/requests" size="sm" c="dimmed">
            Requests
          </TextLink>
        }
        beside={<StateBadge state={request.state} />}
        actions={<RequestActions request={request} />}
      />
      <Delivery request={request} />
      <WaitingNote request={request} />
      <div className={classes.detail}>
        <div className={classes.column}>
          <ReviewPanel request={request} />
          {figures !== null && wasSent && <RequestStats figures={figures} />}
          {figures !== null && wasSent && !request.engagement && (
            <Panel title="Clicks by day">
              {figures.clicks.total === 0 ? (
                <Text c="dimmed">No clicks yet. The first ones usually come within minutes of the first share.</Text>
              ) : (
                <Suspense fallback={<LoadingLines count={6} />}>
                  <ClicksChart days={figures.byDay} />
                </Suspense>
              )}
            </Panel>
          )}
          {figures !== null && figures.links.length > 0 && <LinksPanel requestId={request.id} />}
          {request.engagement ? (
            <EngagementPanel slackText={request.slackText} engagement={request.engagement} />
          ) : (
            <Texts request={request} />
          )}
        </div>
        <div className={classes.column}>
          <Timeline request={request} />
          <FilingPanel
            id={request.id}
            filed={{ campaignId: request.campaignId ?? null, tags: request.tags ?? [] }}
            namesCampaign={wasSent && Object.values(request.utm).some((value) => value?.includes('{campaign}'))}
          />
        </div>
      </div>
    </>
  );
}

function Delivery({ request }: { readonly request: ShareRequest }): ReactElement | null {
  const { delivery } = request;
  if (isUnderWay(request)) {
    return (
      <Alert role="status" color="lilac" variant="light" mb="md">
        On its way to Slack…
      </Alert>
    );
  }
  if (request.state === 'recalled' || request.state === 'ended') return null;
  if (delivery.state === 'sent' && delivery.problem !== null) {
    return (
      <Alert role="alert" color="yellow" variant="light" mb="md" title="Not in every channel as it should be">
        <Text size="sm">{delivery.problem}</Text>
      </Alert>
    );
  }
  if (delivery.state !== 'failed' && delivery.state !== 'uncertain') return null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      mb="md"
      icon={<IconAlertTriangle size={20} />}
      title={delivery.state === 'failed' ? 'Slack didn’t take it' : 'Slack may have taken it'}
    >
      <Text size="sm">
        {delivery.problem ?? 'Whether the message arrived isn’t known yet. Please look into the channel.'}
      </Text>
      <LinkButton to="/requests/$id/edit" params={{ id: request.id }} size="xs" variant="default" mt="xs">
        Edit and send again
      </LinkButton>
    </Alert>
  );
}

function Timeline({ request }: { readonly request: ShareRequest }): ReactElement {
  const timeZone = useTimeZone();
  return (
    <Panel title="Timeline">
      <ol className={classes.moments}>
        {timelineOf(request, new Date()).map((moment) => (
          <li key={moment.label} data-past={moment.past}>
            <b>{moment.label}</b>
            <Text size="sm" c="dimmed" component="time" dateTime={moment.at}>
              {formatDateTime(moment.at, timeZone)}
            </Text>
          </li>
        ))}
      </ol>
      {request.reminder?.at == null && request.reminder != null && (
        <Text size="sm" c="dimmed" mb="xs">
          {request.reminder.problem ?? 'No reminder went out.'}
        </Text>
      )}
      {request.channels.length > 0 && (
        <Text size="sm">
          in <b>{placeWords(request.channels)}</b>
        </Text>
      )}
    </Panel>
  );
}

function Texts({ request }: { readonly request: ShareRequest }): ReactElement {
  const form = textsOf(request.networks);
  const posts = scopesOf(form)
    .filter((scope) => scope === 'all' || form.own[scope] !== undefined)
    .map((scope) => ({ scope, title: titlesOf(readersOf(form, scope)), texts: textsAt(form, scope) }))
    .filter(({ title }) => title !== '');
  const many = posts.flatMap(({ texts }) => texts).length > 1;
  return (
    <Panel title="What it says">
      {request.slackText !== '' && (
        <Text style={{ whiteSpace: 'pre-wrap' }} mb="md">
          {request.slackText}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: many ? 2 : 1 }} spacing="md">
        {posts.flatMap(({ scope, title, texts }) =>
          texts.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a version is its place; it has no other name
            <div key={`${scope} ${index}`}>
              <Text size="xs" fw={600} c="dimmed">
                {texts.length > 1 ? `${title}, version ${index + 1}` : title}
              </Text>
              <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {namesOnly(text)}
              </Text>
            </div>
          )),
        )}
      </SimpleGrid>
      <Text size="sm" mt="md" c="dimmed">
        Leads to{' '}
        <Anchor href={request.link} target="_blank" rel="noreferrer" size="sm" style={{ overflowWrap: 'anywhere' }}>
          {request.link}
        </Anchor>
      </Text>
    </Panel>
  );
}
