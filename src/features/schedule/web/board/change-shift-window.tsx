import { Group, NumberInput, Text } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { changeShift } from './plan-api.ts';
import type { Shift } from './plan-contract.ts';

interface Props {
  readonly shift: Shift;
  readonly roleName: string;
  readonly onClose: () => void;
}

const wall = (value: string): string => value.replace(' ', 'T').slice(0, 16);

/** Changes this one shift: how many it needs, when it is, and how important. The others of its series stay. */
export function ChangeShiftWindow({ shift, roleName, onClose }: Props): ReactElement {
  const client = useQueryClient();
  const [needs, setNeeds] = useState(shift.needs);
  const [importance, setImportance] = useState(shift.importance);
  const [startsAt, setStartsAt] = useState(shift.localStart);
  const [endsAt, setEndsAt] = useState(shift.localEnd);
  const change = useMutation({
    mutationFn: () =>
      changeShift(shift.id, {
        ...(needs === shift.needs ? {} : { needs }),
        ...(importance === shift.importance ? {} : { importance }),
        ...(startsAt === shift.localStart ? {} : { startsAt }),
        ...(endsAt === shift.localEnd ? {} : { endsAt }),
      }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['schedule'] });
    },
  });
  const errors = fieldSentences(change.error);
  return (
    <Window opened onClose={onClose} title={`${roleName}: this shift`}>
      <WindowForm sending={change} submit="Change shift" onSubmit={() => change.mutate()} onCancel={onClose}>
        <Text size="sm" c="dimmed">
          Only this one changes. Times are those of {shift.zone.replaceAll('_', ' ')}.
        </Text>
        <Group grow align="start">
          <NumberInput
            label="People needed"
            min={0}
            max={500}
            data-autofocus
            value={needs}
            onChange={(value) => setNeeds(Number(value) || 0)}
            error={errors.needs}
          />
          <NumberInput
            label="Importance"
            description="1 is filled first"
            min={1}
            max={1000}
            placeholder="as its role"
            value={importance ?? ''}
            onChange={(value) => setImportance(value === '' ? null : Number(value))}
            error={errors.importance}
          />
        </Group>
        <Group grow align="start">
          <TimeField label="Begins" value={startsAt} onChange={setStartsAt} error={errors.startsAt} />
          <TimeField label="Ends" value={endsAt} onChange={setEndsAt} error={errors.endsAt} />
        </Group>
      </WindowForm>
    </Window>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

function TimeField({ label, value, onChange, error }: TimeProps): ReactElement {
  return (
    <DateTimePicker
      label={label}
      valueFormat="ddd D MMM HH:mm"
      value={value}
      onChange={(picked) => picked !== null && onChange(wall(picked))}
      error={error}
    />
  );
}
