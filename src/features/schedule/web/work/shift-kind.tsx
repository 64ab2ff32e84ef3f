import { Group, NumberInput, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import type { CalendarKind } from '../calendar/source.ts';
import type { ShiftPayload } from '../calendars.ts';
import type { Role } from '../contract.ts';

const first: ShiftPayload = { needs: 1, breakMinutes: 30, label: null };

/** The calendar of a role's shifts: each has a name, needs people, and perhaps a break. */
export function shiftKind({ colour }: Pick<Role, 'colour'>): CalendarKind<ShiftPayload> {
  return {
    noun: 'shift',
    title: ({ label, needs }) => `${label ?? 'Shift'} · ${needs}`,
    colour: (_, own) => own ?? colour,
    row: ({ label }) => label ?? 'Shift',
    first,
    inRow: (row) => ({ ...first, label: row === 'Shift' ? null : row }),
    rows: [],
    usual: 8 * 60,
    hasColours: true,
    Fields: ShiftFields,
  };
}

interface Props {
  readonly value: ShiftPayload;
  readonly onChange: (payload: ShiftPayload) => void;
  readonly fields: Readonly<Record<string, string>>;
}

function ShiftFields({ value, onChange, fields }: Props): ReactElement {
  return (
    <Group gap="xs" align="flex-start" grow preventGrowOverflow={false}>
      <TextInput
        label="Name"
        placeholder="Early, late, night"
        maxLength={60}
        value={value.label ?? ''}
        onChange={(event) => onChange({ ...value, label: event.currentTarget.value || null })}
        error={fields['payload.label'] ?? fields.label}
      />
      <NumberInput
        label="People needed"
        min={0}
        max={500}
        allowDecimal={false}
        value={value.needs}
        onChange={(needs) => onChange({ ...value, needs: Number(needs) })}
        error={fields['payload.needs'] ?? fields.needs}
      />
      <NumberInput
        label="Unpaid break"
        suffix=" min"
        min={0}
        max={480}
        step={15}
        allowDecimal={false}
        value={value.breakMinutes}
        onChange={(minutes) => onChange({ ...value, breakMinutes: Number(minutes) })}
        error={fields['payload.breakMinutes'] ?? fields.breakMinutes}
      />
    </Group>
  );
}
