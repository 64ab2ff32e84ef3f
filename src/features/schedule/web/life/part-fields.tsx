import { Group, Text } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import type { ReactElement } from 'react';

/** From when until when, on the clock: "13:00". */
export interface PartTimes {
  readonly from: string;
  readonly to: string;
}

interface Props {
  readonly value: PartTimes;
  readonly onChange: (value: PartTimes) => void;
  /** Why this is no part that can be offered. */
  readonly problem: string | null;
}

/** Which part of a shift is offered. */
export function PartFields({ value, onChange, problem }: Props): ReactElement {
  return (
    <div>
      <Group grow>
        {(['from', 'to'] as const).map((edge) => (
          <TimePicker
            key={edge}
            label={edge === 'from' ? 'From' : 'Until'}
            format="24h"
            minutesStep={15}
            hoursInputLabel={`${edge}, hours`}
            minutesInputLabel={`${edge}, minutes`}
            error={problem !== null}
            value={value[edge]}
            onChange={(time) => onChange({ ...value, [edge]: time.slice(0, 5) })}
          />
        ))}
      </Group>
      {problem !== null && (
        <Text size="sm" c="red" mt={4} role="alert">
          {problem}
        </Text>
      )}
    </div>
  );
}
