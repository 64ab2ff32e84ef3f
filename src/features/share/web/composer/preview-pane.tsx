import { Loader, Skeleton, Tabs, Text } from '@mantine/core';
import { IconBrandBluesky, IconBrandSlack } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense } from 'react';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import type { Rendered } from '../contract.ts';
import { BlueskyPost } from './bluesky-post.tsx';
import classes from './composer.module.css';
import { type ComposerForm, isUntouched } from './composer-form.ts';
import { wholePost } from './whole-post.ts';

const SlackMessage = lazy(() => import('./slack-message.tsx').then(({ SlackMessage }) => ({ default: SlackMessage })));

interface Props {
  readonly form: ComposerForm;
  readonly rendered: UseQueryResult<Rendered>;
}

/** How the request will look in Slack and each version on Bluesky, drawn from what the server will send. */
export function PreviewPane({ form, rendered }: Props): ReactElement {
  const empty = isUntouched(form);
  return (
    <Tabs defaultValue="slack" keepMounted={false} variant="default">
      <Tabs.List mb="md">
        <Tabs.Tab value="slack" leftSection={<IconBrandSlack size={18} aria-hidden />}>
          Slack
        </Tabs.Tab>
        <Tabs.Tab value="bluesky" leftSection={<IconBrandBluesky size={18} aria-hidden />}>
          Bluesky
        </Tabs.Tab>
        {rendered.isFetching && <Loader size="xs" ml="auto" my="auto" aria-label="Drawing the preview" />}
      </Tabs.List>
      {rendered.isError && <ErrorPanel error={rendered.error} onRetry={() => void rendered.refetch()} />}
      <Tabs.Panel value="slack">
        {empty && <Nothing>The Slack message appears here as you write.</Nothing>}
        {!empty && rendered.data === undefined && !rendered.isError && <Skeleton height={180} />}
        {!empty && rendered.data !== undefined && (
          <Suspense fallback={<Skeleton height={180} />}>
            <SlackMessage blocks={rendered.data.slack.blocks} />
          </Suspense>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="bluesky">
        {empty && <Nothing>Each version of the post appears here as you write.</Nothing>}
        {!empty && (
          <div className={classes.posts}>
            {form.variants.map((text, index) => (
              <BlueskyPost
                // biome-ignore lint/suspicious/noArrayIndexKey: a version is its place; it has no other name
                key={index}
                title={form.variants.length > 1 ? `Version ${index + 1}` : null}
                text={wholePost(text, rendered.data?.sampleLink)}
                card={rendered.data?.networks.bluesky?.[index]?.card ?? null}
                form={form}
              />
            ))}
          </div>
        )}
      </Tabs.Panel>
    </Tabs>
  );
}

function Nothing({ children }: { readonly children: string }): ReactElement {
  return (
    <div className={classes.nothing}>
      <Text size="sm" c="dimmed">
        {children}
      </Text>
    </div>
  );
}
