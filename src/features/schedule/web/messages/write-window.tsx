import { Input, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { notifications } from '@mantine/notifications';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { plural } from '../../../../web/figures.ts';
import { fieldSentences, sentenceOf } from '../../../../web/problem.ts';
import { useSignedIn, useTimeZone } from '../../../../web/queries.ts';
import { dayAt } from '../../../../web/zoned-time.ts';
import { locationsQuery, placeChoices } from '../../../people/web/index.ts';
import { peopleQuery, rolesQuery } from '../queries.ts';
import { addressedWords, audienceOf } from './message-words.ts';
import { type Addressed, type Audience, audienceQuery, useSend } from './messages-api.ts';

const longest = 2_000;

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Writes to one person, to all who know a role, or to all on shift at a location on a day. */
export function WriteWindow({ opened, onClose }: Props): ReactElement {
  return (
    <Window opened={opened} onClose={onClose} title="Write a message">
      <WriteForm onDone={onClose} />
    </Window>
  );
}

type Kind = Audience['kind'];

export function WriteForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const today = dayAt(new Date(), useTimeZone());
  const [kind, setKind] = useState<Kind>('shift');
  const [id, setId] = useState<string | null>(null);
  const [day, setDay] = useState(today);
  const [text, setText] = useState('');
  const send = useSend();
  const to = audienceOf(kind, id, day);
  const addressed = useQuery({ ...audienceQuery(to ?? { kind, id: '', day: null }), enabled: to !== null });
  const people = to === null ? 0 : (addressed.data?.people ?? 0);
  const fields = fieldSentences(send.error);
  const submit = () => {
    if (to === null) return;
    send.mutate(
      { to, text: text.trim() },
      {
        onSuccess: (sent) => {
          notifications.show({
            color: 'pine',
            title: 'Sent',
            message: `To ${plural(sent.people, 'person', 'people')}.`,
          });
          onDone();
        },
      },
    );
  };
  return (
    <WindowForm
      sending={send}
      submit={people === 0 ? 'Send' : `Send to ${plural(people, 'person', 'people')}`}
      onSubmit={submit}
      onCancel={onDone}
    >
      <KindChoice
        kind={kind}
        onKind={(chosen) => {
          setKind(chosen);
          setId(null);
        }}
      />
      <Whom kind={kind} id={id} onId={setId} day={day} onDay={setDay} error={fields.to} />
      {to !== null && <Addressees of={addressed} />}
      <Textarea
        label="Message"
        description={`Each gets it the way they chose. ${longest - text.length} characters are left.`}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={longest}
        required
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={fields.text}
      />
    </WindowForm>
  );
}

interface KindProps {
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
}

function KindChoice({ kind, onKind }: KindProps): ReactElement {
  return (
    <Input.Wrapper label="To" labelElement="div">
      <SegmentedControl
        fullWidth
        aria-label="To"
        value={kind}
        onChange={onKind}
        data={[
          { value: 'shift', label: 'On shift' },
          { value: 'role', label: 'A role' },
          { value: 'person', label: 'One person' },
        ]}
      />
    </Input.Wrapper>
  );
}

/** Who would get it, as the server says just now. */
function Addressees({ of: addressed }: { readonly of: UseQueryResult<Addressed> }): ReactElement {
  return (
    <Text size="sm" role="status" c={addressed.isError ? 'red' : 'dimmed'}>
      {addressed.isError && sentenceOf(addressed.error)}
      {addressed.isPending && 'Looking who that is…'}
      {addressed.isSuccess && addressedWords(addressed.data)}
    </Text>
  );
}

interface WhomProps {
  readonly kind: Kind;
  readonly id: string | null;
  readonly onId: (id: string | null) => void;
  readonly day: string;
  readonly onDay: (day: string) => void;
  readonly error: string | undefined;
}

function Whom({ kind, id, onId, day, onDay, error }: WhomProps): ReactElement {
  const choices = useChoices(kind);
  const labels = { shift: 'Location', role: 'Role', person: 'Person' };
  return (
    <Stack gap="sm">
      <Select
        key={kind}
        label={labels[kind]}
        placeholder="Choose one"
        required
        searchable
        nothingFoundMessage="None like this."
        data={choices}
        value={id}
        onChange={onId}
        error={error}
      />
      {kind === 'shift' && (
        <DateInput
          label="Day"
          description="Who is on shift then, as it is published"
          valueFormat="ddd D MMM YYYY"
          value={day}
          onChange={(chosen) => chosen !== null && onDay(chosen.slice(0, 10))}
        />
      )}
    </Stack>
  );
}

/** What there is to choose from; whom it reaches the server says. */
function useChoices(kind: Kind) {
  const me = useSignedIn();
  const locations = useQuery(locationsQuery).data ?? [];
  const roles = useQuery(rolesQuery).data ?? [];
  const people = useQuery({ ...peopleQuery, enabled: kind === 'person' }).data ?? [];
  if (kind === 'shift') return [...placeChoices(locations, [])];
  if (kind === 'person')
    return people
      .filter((person) => person.id !== me.personId)
      .map((person) => ({ value: person.id, label: person.name || 'Somebody from Slack' }));
  const placeOf = (locationId: string) => locations.find((place) => place.id === locationId)?.name;
  return roles
    .filter(({ archived }) => !archived)
    .map((role) => ({ value: role.id, label: [role.name, placeOf(role.locationId)].filter(Boolean).join(' · ') }));
}
