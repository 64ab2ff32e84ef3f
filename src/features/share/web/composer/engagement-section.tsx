import { Button, Checkbox, Group, Loader, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconLink, IconPlus, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { sentenceOf, worthRetrying } from '../../../../web/problem.ts';
import { askNames, askTitles, networkTitles } from '../network.ts';
import { NetworkLogo } from '../network-logo.tsx';
import classes from './composer.module.css';
import { type EngagementForm, isRead, mostStarters } from './engagement-form.ts';
import type { Part } from './part.ts';
import { TitleField } from './title-field.tsx';
import { usePostCard } from './use-post-card.ts';

type Change = (change: Partial<EngagementForm>) => void;

/** The post that exists, with its card, what is asked for about it, and the request's title. */
export function EngagementSection({ form, patch, problems, state }: Part): ReactElement {
  const { engagement } = form;
  const sent = state === 'open';
  const reading = usePostCard(form, patch);
  const change: Change = (changed) => patch({ engagement: { ...form.engagement, ...changed } });
  const error = reading.error === null ? problems['engagement.post'] : sentenceOf(reading.error);
  return (
    <Panel title="The post" data-tour="compose-content">
      <Stack>
        <TextInput
          label="Link of the post"
          type="url"
          inputMode="url"
          placeholder="https://"
          description={
            sent
              ? 'It stays as it is once a request is out. To ask about another, recall this one and duplicate it.'
              : 'Open the post on its network, and copy its link from there.'
          }
          disabled={sent}
          leftSection={<IconLink size={18} aria-hidden />}
          rightSection={reading.busy ? <Loader size="xs" aria-label="Reading the post" /> : null}
          value={engagement.url}
          onChange={(event) => change({ url: event.currentTarget.value })}
          error={error}
        />
        {reading.error !== null && worthRetrying(reading.error) && (
          <Button size="compact-sm" variant="subtle" style={{ alignSelf: 'start' }} onClick={reading.again}>
            Try again
          </Button>
        )}
        {isRead(engagement) && <PostCard engagement={engagement} change={change} />}
        <Asks engagement={engagement} change={change} error={problems['engagement.asks']} />
        {engagement.asks.includes('comment') && <Starters engagement={engagement} change={change} />}
        <TitleField form={form} patch={patch} problems={problems} />
      </Stack>
    </Panel>
  );
}

interface Props {
  readonly engagement: EngagementForm;
  readonly change: Change;
}

/** Whose post it is and how it begins; to be filled in by hand where the network tells only its members. */
function PostCard({ engagement, change }: Props): ReactElement | null {
  const { network, author, text } = engagement;
  if (network === null) return null;
  return (
    <fieldset className={classes.postCard}>
      <legend className={classes.legend}>
        <NetworkLogo network={network} /> On {networkTitles[network]}
      </legend>
      {author === '' && text === '' && (
        <Text size="sm" c="dimmed" role="status">
          {networkTitles[network]} shows nothing of this post to visitors. Fill in what your people should see.
        </Text>
      )}
      <TextInput
        size="sm"
        label="Whose post it is"
        maxLength={200}
        value={author}
        onChange={(event) => change({ author: event.currentTarget.value })}
      />
      <Textarea
        size="sm"
        label="How it begins"
        autosize
        minRows={2}
        maxRows={5}
        maxLength={1000}
        value={text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </fieldset>
  );
}

function Asks({ engagement, change, error }: Props & { readonly error: string | undefined }): ReactElement {
  const { asks, network } = engagement;
  return (
    <Checkbox.Group
      label="What you ask for"
      description={`${howItIsDone(network)} A comment is always in people’s own words.`}
      value={[...asks]}
      onChange={(chosen) => change({ asks: askNames.filter((ask) => chosen.includes(ask)) })}
      error={error}
    >
      <Group mt="xs">
        {askNames.map((ask) => (
          <Checkbox key={ask} value={ask} label={askTitles[ask]} aria-invalid={error !== undefined} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

function howItIsDone(network: EngagementForm['network']): string {
  if (network === null) return 'Each is a button in Slack.';
  if (network === 'bluesky' || network === 'mastodon') {
    return `One click in Slack does it for people who connected their ${networkTitles[network]} account.`;
  }
  return `The button in Slack opens the post on ${networkTitles[network]}; people then say that they have done it.`;
}

/** Words that a comment may begin with, for those who don't know how to. */
function Starters({ engagement, change }: Props): ReactElement {
  const { starters } = engagement;
  return (
    <Stack gap={8}>
      <Text size="sm" fw={500} component="span">
        Ways to begin a comment{' '}
        <Text span size="sm" c="dimmed" fw={400}>
          (optional, up to {mostStarters})
        </Text>
      </Text>
      {starters.map((words, place) => (
        <Group
          // biome-ignore lint/suspicious/noArrayIndexKey: a way to begin is its place; it has no other name
          key={place}
          gap="xs"
          wrap="nowrap"
        >
          <TextInput
            style={{ flex: 1 }}
            aria-label={`Way to begin ${place + 1}`}
            placeholder="e.g. What I like about it:"
            maxLength={300}
            value={words}
            onChange={(event) => change({ starters: starters.with(place, event.currentTarget.value) })}
          />
          <Button
            variant="default"
            px="xs"
            aria-label={`Remove way to begin ${place + 1}`}
            onClick={() => change({ starters: starters.toSpliced(place, 1) })}
          >
            <IconX size={16} aria-hidden />
          </Button>
        </Group>
      ))}
      {starters.length < mostStarters && (
        <Button
          size="xs"
          variant="default"
          style={{ alignSelf: 'start' }}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => change({ starters: [...starters, ''] })}
        >
          Add one
        </Button>
      )}
    </Stack>
  );
}
