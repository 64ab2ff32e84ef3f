import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { plural } from '../../../../web/figures.ts';
import { channelsQuery, useTimeZone } from '../../../../web/queries.ts';
import { formatDateTime, instantOf, zoneLabel } from '../../../../web/zoned-time.ts';
import type { ShareRequest } from '../contract.ts';
import { WaitingBeforeSending } from '../pacing/send-time-note.tsx';
import { placesOf, placeWords } from '../topics/places.ts';
import { topicsQuery } from '../topics/topics-api.ts';
import type { ComposerForm } from './composer-form.ts';
import type { SendKind } from './send-kind.ts';
import type { Sending } from './use-sending.ts';

interface Props {
  readonly form: ComposerForm;
  readonly request: ShareRequest | null;
  readonly sending: Sending;
  readonly kind: SendKind;
}

function said(wall: string, timeZone: string): string {
  const at = instantOf(wall, timeZone);
  return at === null ? '' : formatDateTime(at.toISOString(), timeZone);
}

/** Says where and when before anything goes out. */
export function SendConfirm({ form, request, sending, kind }: Props): ReactElement {
  const timeZone = useTimeZone();
  const listed = useQuery(channelsQuery).data?.channels ?? [];
  const topics = useQuery(topicsQuery).data?.topics ?? [];
  // Where Slack lists a channel no more, the server knows it by the name it had.
  const places = placesOf(form, topics, [...listed, ...(request?.channels ?? [])]);
  const name = placeWords(places) || 'the channel';
  const joins = listed.some(({ id, isMember }) => !isMember && places.some((place) => place.id === id));
  const [only] = places;
  const later = form.when === 'later';
  const { title, button } = wordsFor(kind, later, places.length > 1 ? plural(places.length, 'channel') : name);
  return (
    <Confirm
      opened={sending.asking}
      onClose={sending.cancel}
      title={title}
      confirm={button}
      onConfirm={sending.confirm}
      busy={sending.busy}
      error={sending.error}
    >
      {kind !== 'update' ? (
        <>
          <Text size="sm">
            <b>{form.title}</b> goes to <b>{name}</b>
            {places.length === 1 && only?.members !== undefined && <> ({plural(only.members, 'member')})</>}{' '}
            {kind === 'review' && !later ? (
              <b>once it is approved and sent</b>
            ) : later ? (
              <>
                on <b>{said(form.sendAt, timeZone)}</b>
              </>
            ) : (
              <b>now</b>
            )}
            {joins && '; Coact joins channels that it is not in yet'}.
          </Text>
          <WaitingBeforeSending form={form} id={request?.id ?? null} />
          <Text size="sm" c="dimmed" mt={6}>
            {kind === 'review' && `${reviewWords(later)} `}
            It ends on {said(form.endsAt, timeZone)}, {zoneLabel(timeZone)}. You can recall it at any time.
          </Text>
        </>
      ) : (
        <Text size="sm">
          The message in <b>{name}</b> is changed where it stands. Posts that people have already made stay as they are.
        </Text>
      )}
    </Confirm>
  );
}

function wordsFor(kind: SendKind, later: boolean, name: string): { readonly title: string; readonly button: string } {
  if (kind === 'update') return { title: 'Update this request?', button: 'Update' };
  if (kind === 'review') return { title: 'Send this request for review?', button: 'Send for review' };
  return later
    ? { title: 'Schedule this request?', button: 'Schedule' }
    : { title: 'Send this request?', button: `Send to ${name}` };
}

const reviewWords = (later: boolean) =>
  later
    ? 'Somebody else approves it first; then it is scheduled by itself.'
    : 'Somebody else approves it first; then you send it.';
