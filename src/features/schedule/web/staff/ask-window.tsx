import { Group, Select, Switch, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import { dayAt } from '../../../../web/zoned-time.ts';
import type { Person } from '../contract.ts';
import { type ClockTimes, FromUntil } from '../from-until.tsx';
import { kindsQuery, useTimeOff } from './time-off-api.ts';
import { stretchOf } from './time-off-words.ts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Whose, where it is not my own. */
  readonly person?: Person;
}

/** Asks for time off: whole days, or a part of one. */
export function AskWindow({ opened, onClose, person }: Props): ReactElement {
  const title = person === undefined ? 'Ask for time off' : `Time off for ${person.name || 'somebody from Slack'}`;
  return (
    <Window opened={opened} onClose={onClose} title={title}>
      <AskForm onDone={onClose} personId={person?.id ?? 'me'} />
    </Window>
  );
}

/** Two days. */
interface FromTo {
  readonly from: string;
  readonly to: string;
}

interface FormProps {
  readonly onDone: () => void;
  readonly personId: string;
}

function AskForm({ onDone, personId }: FormProps): ReactElement {
  const today = dayAt(new Date(), useTimeZone());
  const kinds = (useQuery(kindsQuery).data ?? []).filter(({ archived }) => !archived);
  const [chosen, setKind] = useState<string | null>(null);
  const [days, setDays] = useState<FromTo>({ from: today, to: today });
  const [times, setTimes] = useState<ClockTimes | null>(null);
  const [note, setNote] = useState('');
  const ask = useTimeOff();
  const fields = fieldSentences(ask.error);
  const kindId = chosen ?? kinds[0]?.id ?? '';
  const submit = () =>
    ask.mutate(
      { act: 'ask', personId, kindId, ...stretchOf(days, times), note: note.trim() },
      {
        onSuccess: () => {
          const message = personId === 'me' ? 'You are told when it is decided.' : 'It waits for its approval.';
          notifications.show({ color: 'pine', title: 'Asked', message });
          onDone();
        },
      },
    );
  return (
    <WindowForm sending={ask} submit="Ask" onSubmit={submit} onCancel={onDone}>
      <Select
        label="Kind"
        allowDeselect={false}
        data={kinds.map(({ id, name }) => ({ value: id, label: name }))}
        value={kindId}
        onChange={setKind}
        error={fields.kindId}
      />
      <DayFields value={days} onChange={setDays} errors={fields} />
      <Switch
        label="Only part of the day"
        checked={times !== null}
        onChange={(event) => setTimes(event.currentTarget.checked ? { from: '13:00', to: '17:00' } : null)}
      />
      {times !== null && <FromUntil value={times} onChange={setTimes} />}
      <Textarea
        label="Note"
        description="Optional. Only who decides reads it."
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={fields.note}
      />
    </WindowForm>
  );
}

interface DayProps {
  readonly value: FromTo;
  readonly onChange: (value: FromTo) => void;
  readonly errors: Readonly<Record<string, string>>;
}

function DayFields({ value: days, onChange, errors }: DayProps): ReactElement {
  return (
    <Group grow align="flex-start">
      <DateInput
        label="First day"
        valueFormat="ddd D MMM YYYY"
        value={days.from}
        onChange={(day) =>
          day !== null && onChange({ from: day.slice(0, 10), to: days.to < day ? day.slice(0, 10) : days.to })
        }
        error={errors.from}
      />
      <DateInput
        label="Last day"
        valueFormat="ddd D MMM YYYY"
        minDate={days.from}
        value={days.to}
        onChange={(day) => day !== null && onChange({ ...days, to: day.slice(0, 10) })}
        error={errors.to}
      />
    </Group>
  );
}
