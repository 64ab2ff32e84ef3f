import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconEye, IconRss } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { formatAgo } from '../../../../web/zoned-time.ts';
import type { FeedPreview } from './contract.ts';
import { networkTitles } from './feed-form.ts';
import classes from './feeds.module.css';

interface Props {
  readonly preview: FeedPreview | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onChoose: (url: string) => void;
  /** Null where there is no address to look at yet. */
  readonly onLook: (() => void) | null;
}

const formats = { rss: 'RSS', atom: 'Atom', rdf: 'RSS 1.0', json: 'JSON Feed' } as const;

/** What is behind the address, and what would be made of it. */
export function FeedShown({ preview, busy, error, onChoose, onLook }: Props): ReactElement {
  const again = onLook !== null && (
    <Button variant="default" size="xs" onClick={onLook} loading={busy} leftSection={<IconEye size={16} aria-hidden />}>
      {preview === null ? 'Show' : 'Show again'}
    </Button>
  );
  return (
    <Panel title="What would be made of it" aside={again}>
      {busy && <LoadingLines count={5} />}
      {!busy && error != null && <ErrorPanel error={error} />}
      {!busy && error == null && preview === null && (
        <EmptyPanel icon={<IconRss size={28} stroke={1.5} />} title="Nothing looked at yet">
          Give an address and press Look. Nothing is sent or kept.
        </EmptyPanel>
      )}
      {!busy && preview?.kind === 'page' && <PageFeeds preview={preview} onChoose={onChoose} />}
      {!busy && preview?.kind === 'feed' && <Made preview={preview} />}
    </Panel>
  );
}

type Of<Kind extends FeedPreview['kind']> = Extract<FeedPreview, { kind: Kind }>;

function PageFeeds({ preview, onChoose }: { readonly preview: Of<'page'>; readonly onChoose: Props['onChoose'] }) {
  return (
    <Stack gap="sm">
      <Text size="sm">
        {preview.feeds.length === 0 ? preview.sentence : 'This is a web page. It names these feeds:'}
      </Text>
      {preview.feeds.map(({ url, title }) => (
        <Button key={url} variant="default" h="auto" py={8} justify="flex-start" onClick={() => onChoose(url)}>
          <span style={{ display: 'grid', textAlign: 'left', whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
            <b>{title || 'Feed'}</b>
            <Text span size="xs" c="dimmed">
              {url}
            </Text>
          </span>
        </Button>
      ))}
    </Stack>
  );
}

function Made({ preview }: { readonly preview: Of<'feed'> }): ReactElement {
  const notes = [
    `${formats[preview.format]}, ${plural(preview.items, 'item')}`,
    preview.cut && 'only its beginning is read',
    preview.withoutLink > 0 && `${preview.withoutLink} without a link are left out`,
    preview.broken > 0 && `${preview.broken} are broken`,
    preview.filtered > 0 && `${preview.filtered} are kept out by your words`,
  ];
  return (
    <>
      <Text fw={600}>{preview.title}</Text>
      <Text size="sm" c="dimmed">
        {notes.filter(Boolean).join(' · ')}
      </Text>
      {preview.newest.map(({ title, link, publishedAt, made }) => (
        <div key={link} className={classes.made}>
          <Anchor href={link} target="_blank" rel="noreferrer" size="sm" c="dimmed" title={title}>
            {publishedAt === null ? 'without a date' : formatAgo(publishedAt)}
          </Anchor>
          <b>{made.title || 'No title'}</b>
          {made.slackText !== '' && (
            <Text size="sm" lineClamp={4}>
              {made.slackText}
            </Text>
          )}
          {alike(made.networks).map(({ names, text }) => (
            <Text key={names} size="sm" c="dimmed">
              {names}: {text || 'no text'}
            </Text>
          ))}
        </div>
      ))}
      {preview.newest.length === 0 && (
        <Text size="sm" mt="sm">
          Nothing in it passes now. What is new later may.
        </Text>
      )}
    </>
  );
}

/** Networks whose text is the same, together. */
function alike(networks: Of<'feed'>['newest'][number]['made']['networks']) {
  const titles = new Map(Object.entries(networkTitles));
  return [...Map.groupBy(networks, ({ text }) => text)].map(([text, same]) => ({
    text,
    names: same.map(({ network }) => titles.get(network) ?? network).join(', '),
  }));
}
