import { Group } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import type { ReactElement } from 'react';

/** From when until when, on the clock: "13:00". */
export interface ClockTimes {
  readonly from: string;
  readonly to: string;
}

interface Props {
  readonly value: ClockTimes;
  readonly onChange: (value: ClockTimes) => void;
  readonly isWrong?: boolean;
}

/** Two times of a day, side by side. */
export function FromUntil({ value, onChange, isWrong = false }: Props): ReactElement {
  return (
    <Group grow>
      {(['from', 'to'] as const).map((edge) => (
        <TimePicker
          key={edge}
          label={edge === 'from' ? 'From' : 'Until'}
          format="24h"
          minutesStep={15}
          hoursInputLabel={`${edge}, hours`}
          minutesInputLabel={`${edge}, minutes`}
          error={isWrong}
          value={value[edge]}
          onChange={(time) => onChange({ ...value, [edge]: time.slice(0, 5) })}
        />
      ))}
    </Group>
  );
}
