import { Checkbox, Stack } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { plural } from '../../../../web/figures.ts';
import type { Day } from '../../../../web/zoned-time.ts';
import { dayName, isWeekend } from '../board/days.ts';

interface Props {
  readonly from: Day;
  readonly days: readonly Day[];
  readonly onCopy: (to: readonly Day[]) => void;
  readonly onClose: () => void;
}

const nothingToSend = { isPending: false, error: null };

/** Chooses the days that are to have the numbers of another. */
export function CopyDayWindow({ from, days, onCopy, onClose }: Props): ReactElement {
  const others = days.filter((day) => day !== from);
  const [to, setTo] = useState<readonly Day[]>(others.filter((day) => isWeekend(day) === isWeekend(from)));
  return (
    <Window opened onClose={onClose} title={`Copy ${dayName(from)} to…`}>
      <WindowForm
        sending={nothingToSend}
        submit={to.length === 0 ? 'Copy' : `Copy to ${plural(to.length, 'day')}`}
        isReady={to.length > 0}
        onSubmit={() => {
          onCopy(to);
          onClose();
        }}
        onCancel={onClose}
      >
        <Checkbox.Group
          label="Days that get the same numbers"
          description="All 24 hours, empty ones too."
          value={[...to]}
          onChange={setTo}
        >
          <Stack gap="xs" mt="sm">
            {others.map((day) => (
              <Checkbox key={day} value={day} label={dayName(day)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </WindowForm>
    </Window>
  );
}
