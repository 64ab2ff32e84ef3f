import { Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { CardFields } from './card-fields.tsx';
import type { Part } from './part.ts';
import { TitleField } from './title-field.tsx';
import { webAddress } from './tracked-url.ts';
import { useLinkCard } from './use-link-card.ts';

/** The link with what it shows of itself, and the request's title. */
export function ContentSection({ form, patch, problems, state }: Part): ReactElement {
  const planned = state !== null && state !== 'draft';
  const reading = useLinkCard(form, patch);
  const writeOwn = (): void =>
    patch({
      card: {
        of: webAddress(form.link)?.toString() ?? '',
        title: form.title,
        description: '',
        pictureId: null,
        pictureUrl: null,
      },
    });
  return (
    <Panel title="What to share" data-tour="compose-content">
      <Stack>
        <TextInput
          label="Link"
          type="url"
          inputMode="url"
          placeholder="https://"
          description={
            planned
              ? 'It stays as it is once a request is planned. To use another, recall this one and duplicate it.'
              : 'The page that people will share: an article, a job, an event.'
          }
          disabled={planned}
          leftSection={<IconLink size={18} aria-hidden />}
          rightSection={reading.isFetching ? <Loader size="xs" aria-label="Reading the page" /> : null}
          value={form.link}
          onChange={(event) => patch({ link: event.currentTarget.value })}
          error={problems.link}
        />
        {reading.isFetching && form.card === null && (
          <Text size="sm" c="dimmed" role="status">
            Reading the page’s title and picture…
          </Text>
        )}
        {reading.isError && (
          <Unread
            error={reading.error}
            onAgain={() => void reading.refetch()}
            onWrite={form.card === null ? writeOwn : null}
          />
        )}
        {form.card !== null && <CardFields card={form.card} onChange={(card) => patch({ card })} />}
        <TitleField form={form} patch={patch} problems={problems} />
      </Stack>
    </Panel>
  );
}

interface UnreadProps {
  readonly error: unknown;
  readonly onAgain: () => void;
  /** Null where there is a card to edit already. */
  readonly onWrite: (() => void) | null;
}

function Unread({ error, onAgain, onWrite }: UnreadProps): ReactElement {
  return (
    <Group gap="xs" role="alert">
      <Text size="sm" c="red">
        {sentenceOf(error)}
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={onAgain}>
        Try again
      </Button>
      {onWrite !== null && (
        <Button size="compact-sm" variant="subtle" onClick={onWrite}>
          Fill in the card myself
        </Button>
      )}
    </Group>
  );
}
