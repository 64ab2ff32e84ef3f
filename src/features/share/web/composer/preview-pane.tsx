import { Loader, Skeleton, Tabs, Text } from '@mantine/core';
import { IconBrandSlack } from '@tabler/icons-react';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import type { Rendered } from '../contract.ts';
import { type NetworkName, networkTitles } from '../network.ts';
import { NetworkLogo } from '../network-logo.tsx';
import { networksQuery } from '../requests-api.ts';
import classes from './composer.module.css';
import { type ComposerForm, isUntouched } from './composer-form.ts';
import { NetworkPost } from './network-post.tsx';
import { postingNotes } from './offer.ts';
import { drawnPost } from './post-count.ts';
import { chosenNetworks, textsFor } from './post-texts.ts';
import { wholePost } from './whole-post.ts';

const SlackMessage = lazy(() => import('./slack-message.tsx').then(({ SlackMessage }) => ({ default: SlackMessage })));

interface Props {
  readonly form: ComposerForm;
  readonly rendered: UseQueryResult<Rendered>;
}

/** How the request will look in Slack and each version on each network, drawn from what the server will send. */
export function PreviewPane({ form, rendered }: Props): ReactElement {
  const empty = isUntouched(form);
  const chosen = form.kind === 'shares' ? chosenNetworks(form) : [];
  const [wanted, setWanted] = useState<string | null>('slack');
  // A network that was chosen away takes its tab along.
  const shown = chosen.find((network) => network === wanted) ?? 'slack';
  return (
    <Tabs value={shown} onChange={setWanted} keepMounted={false} variant="default">
      <Tabs.List mb="md" className={classes.previewTabs} data-many={chosen.length > 2}>
        <PreviewTab value="slack" logo={<IconBrandSlack size={18} aria-hidden />}>
          Slack
        </PreviewTab>
        {chosen.map((network) => (
          <PreviewTab key={network} value={network} logo={<NetworkLogo network={network} />}>
            {networkTitles[network]}
          </PreviewTab>
        ))}
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
      {chosen.map((network) => (
        <Tabs.Panel key={network} value={network}>
          {empty && <Nothing>Each version of the post appears here as you write.</Nothing>}
          {!empty && <NetworkPosts network={network} form={form} rendered={rendered.data} />}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

interface TabProps {
  readonly value: string;
  readonly logo: ReactNode;
  readonly children: string;
}

function PreviewTab({ value, logo, children }: TabProps): ReactElement {
  return (
    <Tabs.Tab value={value} leftSection={logo} title={children}>
      <span>{children}</span>
    </Tabs.Tab>
  );
}

interface PostsProps {
  readonly network: NetworkName;
  readonly form: ComposerForm;
  readonly rendered: Rendered | undefined;
}

function NetworkPosts({ network, form, rendered }: PostsProps): ReactElement {
  const offered = useQuery(networksQuery).data?.networks ?? [];
  const texts = textsFor(form, network);
  const note = rendered?.networks[network]?.[0]?.videoNote;
  return (
    <div className={classes.posts}>
      {postingNotes(offered, [network]).map((note) => (
        <Text key={note} size="xs" c="dimmed">
          {note}
        </Text>
      ))}
      {form.video !== null && note != null && (
        <Text size="sm" role="note" className={classes.videoNote}>
          {note}
        </Text>
      )}
      {texts.map((text, index) => {
        const drawn = drawnPost(rendered, network, text) ?? rendered?.networks[network]?.[index];
        return (
          <NetworkPost
            // biome-ignore lint/suspicious/noArrayIndexKey: a version is its place; it has no other name
            key={index}
            network={network}
            title={texts.length > 1 ? `Version ${index + 1}` : null}
            text={wholePost(text, rendered)}
            card={drawn?.card ?? null}
            pictures={drawn?.pictures ?? []}
            video={drawn?.video ?? null}
            form={form}
          />
        );
      })}
    </div>
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
