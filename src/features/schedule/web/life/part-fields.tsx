import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { type ClockTimes, FromUntil } from '../from-until.tsx';

interface Props {
  readonly value: ClockTimes;
  readonly onChange: (value: ClockTimes) => void;
  /** Why this is no part that can be offered. */
  readonly problem: string | null;
}

/** Which part of a shift is offered. */
export function PartFields({ value, onChange, problem }: Props): ReactElement {
  return (
    <div>
      <FromUntil value={value} onChange={onChange} isWrong={problem !== null} />
      {problem !== null && (
        <Text size="sm" c="red" mt={4} role="alert">
          {problem}
        </Text>
      )}
    </div>
  );
}
