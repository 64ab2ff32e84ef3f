import { Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { processPath } from '../contract.ts';
import { afterWords } from './alarm-words.ts';
import { type Alarms, beginsKey, beginsSchema } from './contract.ts';

interface Props {
  readonly processId: string;
  readonly alarms: Alarms;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Who is told of what is late, and after how long. */
export function AlarmWindow({ opened, onClose, ...rest }: Props): ReactElement {
  return (
    <Window opened={opened} onClose={onClose} title="When something is late">
      {opened && <AlarmForm {...rest} onClose={onClose} />}
    </Window>
  );
}

const never = 'never';
const lengths = [0, 15, 30, 60, 120, 240, 480, 1_440, 2_880];

/** What can be chosen, with what is chosen now, whatever it is. */
function lengthOptions(chosen: number | null, from: number) {
  const all = [...new Set([...lengths, ...(chosen === null ? [] : [chosen])])].toSorted((one, other) => one - other);
  return [
    { value: never, label: 'Not at all' },
    ...all
      .filter((minutes) => minutes >= from)
      .map((minutes) => ({ value: String(minutes), label: afterWords(minutes) })),
  ];
}

function AlarmForm({ processId, alarms, onClose }: Omit<Props, 'opened'>): ReactElement {
  const client = useQueryClient();
  const [wanted, setWanted] = useState(alarms);
  const save = useMutation({
    mutationFn: () => call(beginsSchema, 'PUT', `${processPath(processId)}/alarms` as const, { body: wanted }),
    onSuccess: (begins) => {
      client.setQueryData(beginsKey(processId), begins);
      onClose();
    },
  });
  const fields = fieldSentences(save.error);
  const field = (name: keyof Alarms, label: string, description: string, from = 0) => (
    <Select
      {...{ label, description }}
      data={lengthOptions(wanted[name], from)}
      value={wanted[name] === null ? never : String(wanted[name])}
      allowDeselect={false}
      onChange={(value) => setWanted({ ...wanted, [name]: value === never || value === null ? null : Number(value) })}
      error={fields[name]}
    />
  );
  return (
    <WindowForm sending={save} submit="Save" onSubmit={() => save.mutate()} onCancel={onClose}>
      {field(
        'ownerAfter',
        'Tell whoever answers for it',
        'Counted from when it was to be done. Whoever has it in hand is told at once.',
      )}
      {field('managerAfter', 'Then the manager of the place', 'Only managers who may read this process are told.')}
      {field('stepAfter', 'Watch single steps', 'A step is late when it waits for so much longer than it takes.', 15)}
    </WindowForm>
  );
}
