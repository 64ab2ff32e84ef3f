import { Alert, Checkbox, Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { channelsQuery, useTimeZone } from '../../../../web/queries.ts';
import { instantOf } from '../../../../web/zoned-time.ts';
import type { ComposerForm } from '../composer/composer-form.ts';
import type { Part } from '../composer/part.ts';
import type { Waiting } from './contract.ts';
import { estimateQuery } from './pace-api.ts';
import { named, waitingSentences } from './words.ts';

type Form = Pick<ComposerForm, 'when' | 'sendAt' | 'endsAt' | 'channelId' | 'moreChannelIds' | 'topicIds'>;

/** What a request would wait for as the form stands; null for nothing, and while that is not known. */
function useEstimate(form: Form, id: string | null): Waiting | null {
  const timeZone = useTimeZone();
  const listed = useQuery(channelsQuery).data?.channels ?? [];
  const channelIds = [form.channelId, ...form.moreChannelIds].filter((one) => one !== '');
  const isoOf = (wall: string) => instantOf(wall, timeZone)?.toISOString();
  const at = form.when === 'later' ? isoOf(form.sendAt) : undefined;
  const isAsked = channelIds.length + form.topicIds.length > 0 && (form.when === 'now' || at !== undefined);
  const body = { at, endsAt: isoOf(form.endsAt), channelIds, topicIds: form.topicIds, requestId: id };
  const estimate = useQuery({ ...estimateQuery(body), enabled: isAsked, placeholderData: keepPreviousData }).data;
  return isAsked && estimate ? named(estimate, listed) : null;
}

/** Says in the composer that a request would wait, and lets whoever sends set that aside. */
export function SendTimeNote({ form, patch, id }: Pick<Part, 'form' | 'patch' | 'id'>): ReactElement | null {
  const timeZone = useTimeZone();
  const waiting = useEstimate(form, id);
  if (waiting === null && !form.sendAnyway) return null;
  return (
    <Alert
      role="status"
      color="yellow"
      variant="light"
      icon={<IconHourglass size={20} aria-hidden />}
      title={form.sendAnyway ? 'It goes out at its time, whatever the quiet time and the caps' : 'It will wait'}
    >
      <Stack gap="sm">
        {!form.sendAnyway &&
          waiting !== null &&
          waitingSentences(waiting, timeZone).map((sentence) => (
            <Text key={sentence} size="sm">
              {sentence}
            </Text>
          ))}
        <Checkbox
          label="Send anyway"
          description="For what can’t wait. The audit log says who has chosen it."
          checked={form.sendAnyway}
          onChange={(event) => patch({ sendAnyway: event.currentTarget.checked })}
        />
      </Stack>
    </Alert>
  );
}

/** The same before the last click. */
export function WaitingBeforeSending({ form, id }: Pick<Part, 'form' | 'id'>): ReactElement | null {
  const timeZone = useTimeZone();
  const waiting = useEstimate(form, id);
  if (waiting === null) return null;
  const words = form.sendAnyway
    ? 'It goes out at its time, whatever the quiet time and the caps of its channels.'
    : waitingSentences(waiting, timeZone).join(' ');
  return (
    <Text size="sm" mt={6}>
      {words}
    </Text>
  );
}
