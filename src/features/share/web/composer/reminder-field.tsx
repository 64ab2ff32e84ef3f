import { Select, Stack, Switch } from '@mantine/core';
import type { ReactElement } from 'react';

interface Props {
  /** So long before the end; null for no reminder. */
  readonly hours: number | null;
  readonly onChange: (hours: number | null) => void;
  readonly error: string | undefined;
}

/** Long enough to act, short enough to remember why. */
const choices = [2, 4, 8, 24, 48, 72];
const usual = 24;

/** Whether the channels are reminded once before the end, and how long before it. */
export function ReminderField({ hours, onChange, error }: Props): ReactElement {
  // One that a program has set may be of another length.
  const offered = hours === null || choices.includes(hours) ? choices : [...choices, hours].toSorted((a, b) => a - b);
  return (
    <Stack gap="xs">
      <Switch
        checked={hours !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? usual : null)}
        label="Remind the channel before it ends"
        description="Once, as a reply to the message that the channel sees too. It has totals and no names."
      />
      {hours !== null && (
        <Select
          label="Remind"
          data={offered.map((each) => ({ value: String(each), label: `${wordsFor(each)} before it ends` }))}
          value={String(hours)}
          onChange={(chosen) => chosen !== null && onChange(Number(chosen))}
          allowDeselect={false}
          error={error}
        />
      )}
    </Stack>
  );
}

function wordsFor(hours: number): string {
  if (hours % 24 === 0) return hours === 24 ? '1 day' : `${hours / 24} days`;
  return hours === 1 ? '1 hour' : `${hours} hours`;
}
