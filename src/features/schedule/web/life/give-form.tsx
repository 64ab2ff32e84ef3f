import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import type { ClockTimes } from '../from-until.tsx';
import type { MyShift } from '../mine/mine-contract.ts';
import { HowLong, Receivers, WhichPart, whenLast } from './give-fields.tsx';
import { partnersQuery, useLife } from './life-api.ts';
import { shiftWords } from './life-words.ts';
import { partOf } from './part.ts';
import type { Chosen } from './partner-list.tsx';

interface Props {
  readonly shift: MyShift;
  readonly assignmentId: string;
  readonly onClose: () => void;
}

/** What of the shift, to whom, with which words and until when. */
export function GiveForm({ shift, assignmentId, onClose }: Props): ReactElement {
  const home = useTimeZone();
  const [times, setTimes] = useState<ClockTimes | null>(null);
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
    life.mutate({ act: 'offer', offer }, { onSuccess: () => sayOffered(onClose) });
  };
  const changeTimes = (next: ClockTimes | null) => {
    setChosen(new Map());
    setTimes(next);
  };
  if (partners.isError) return <ErrorPanel error={partners.error} onRetry={() => void partners.refetch()} />;
  if (partners.isPending) return <LoadingLines count={6} />;
  const { problem, deadline } = partners.data;
  if (problem !== null && times === null) return <Text size="sm">{problem}</Text>;
  return (
    <WindowForm sending={life} submit="Offer" isReady={isReady} onSubmit={send} onCancel={onClose}>
      <Text size="sm">{shiftWords(shift, home)}</Text>
      <WhichPart
        shift={shift}
        value={times}
        onChange={changeTimes}
        problem={typeof part === 'string' ? part : problem}
      />
      <Receivers partners={partners.data} to={to} onTo={setTo} chosen={chosen} onChosen={setChosen} />
      <Note value={note} onChange={setNote} />
      {deadline !== null && <HowLong deadline={deadline} zone={shift.zone} value={until} onChange={setUntil} />}
    </WindowForm>
  );
}

function Note({ value, onChange }: { readonly value: string; readonly onChange: (note: string) => void }) {
  return (
    <Textarea
      label="Note"
      description="Optional. Whoever it is offered to reads it."
      autosize
      minRows={2}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function sayOffered(onClose: () => void): void {
  notifications.show({
    ...{ color: 'pine', title: 'Offered', message: 'They are told. Until somebody accepts, it is yours.' },
  });
  onClose();
}
