import { SegmentedControl, Select, Switch, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import type { MyShift } from '../mine/mine-contract.ts';
import { partnersQuery, useLife } from './life-api.ts';
import { deadlineWords, endings, shiftWords } from './life-words.ts';
import { firstHalf, partOf } from './part.ts';
import { PartFields } from './part-fields.tsx';
import { type Chosen, PartnerList } from './partner-list.tsx';

interface Props {
  readonly shift: MyShift;
  /** Of the shift, in the plan. */
  readonly assignmentId: string;
  readonly onClose: () => void;
}

/** Offers a shift of mine: all of it or a part, to chosen people or to everyone who can take it. */
export function GiveWindow({ shift, assignmentId, onClose }: Props): ReactElement {
  return (
    <Window opened onClose={onClose} title="Offer this shift" size="lg">
      <GiveForm shift={shift} assignmentId={assignmentId} onClose={onClose} />
    </Window>
  );
}

const whenLast = 'last';

function GiveForm({ shift, assignmentId, onClose }: Props): ReactElement {
  const home = useTimeZone();
  const [times, setTimes] = useState<{ readonly from: string; readonly to: string } | null>(null);
  const [to, setTo] = useState<'people' | 'everyone'>('people');
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [note, setNote] = useState('');
  const [until, setUntil] = useState(whenLast);
  const part = times === null ? null : partOf(shift, times.from, times.to);
  const wanted = typeof part === 'string' ? null : part;
  const partners = useQuery({ ...partnersQuery(assignmentId, wanted), placeholderData: keepPreviousData });
  const life = useLife();
  const people = [...chosen].map(([personId, returns]) => ({ personId, returns: [...returns] }));
  const isReady = typeof part !== 'string' && (to === 'everyone' || people.length > 0);
  const send = () => {
    if (!isReady) return;
    const expiresAt = until === whenLast ? null : until;
    const offer = { assignmentId, part: wanted, note: note.trim(), expiresAt, people: to === 'everyone' ? to : people };
    life.mutate(
      { act: 'offer', offer },
      {
        onSuccess: () => {
          notifications.show({
            color: 'pine',
            title: 'Offered',
            message: 'They are told. Until somebody accepts, it is yours.',
          });
          onClose();
        },
      },
    );
  };
  if (partners.isError) return <ErrorPanel error={partners.error} onRetry={() => void partners.refetch()} />;
  if (partners.isPending) return <LoadingLines count={6} />;
  const { problem, deadline } = partners.data;
  if (problem !== null && times === null) return <Text size="sm">{problem}</Text>;
  return (
    <WindowForm sending={life} submit="Offer" isReady={isReady} onSubmit={send} onCancel={onClose}>
      <Text size="sm">{shiftWords(shift, home)}</Text>
      <Switch
        label="Only a part of it"
        checked={times !== null}
        onChange={(event) => {
          setChosen(new Map());
          setTimes(event.currentTarget.checked ? firstHalf(shift) : null);
        }}
      />
      {times !== null && (
        <PartFields
          value={times}
          onChange={(next) => {
            setChosen(new Map());
            setTimes(next);
          }}
          problem={typeof part === 'string' ? part : problem}
        />
      )}
      <SegmentedControl
        fullWidth
        aria-label="To whom"
        value={to}
        onChange={(value) => setTo(value)}
        data={[
          { value: 'people', label: 'To people I choose' },
          { value: 'everyone', label: 'To everyone who can' },
        ]}
      />
      {to === 'people' ? (
        <PartnerList partners={partners.data} chosen={chosen} onChange={setChosen} />
      ) : (
        <Text size="sm" c="dimmed">
          {everyoneWords(partners.data.partners.filter(({ alone }) => alone).length)}
        </Text>
      )}
      <Textarea
        label="Note"
        description="Optional. Whoever it is offered to reads it."
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {deadline !== null && (
        <Select
          label="How long"
          description={`${deadlineWords(deadline, shift.zone, new Date())} at the latest. The first who accepts gets it.`}
          allowDeselect={false}
          value={until}
          onChange={(value) => value !== null && setUntil(value)}
          data={[{ value: whenLast, label: 'As long as possible' }, ...endings(deadline, shift.zone, new Date())]}
        />
      )}
    </WindowForm>
  );
}

function everyoneWords(count: number): string {
  if (count === 0) return 'Nobody could take it as things are; whoever can later finds it among the offers.';
  const who = count === 1 ? '1 person could take it' : `${count} people could take it`;
  return `${who} as things are. Nothing is asked in return.`;
}
