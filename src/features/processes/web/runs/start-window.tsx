import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { choicesQuery, type Process, processPath } from '../contract.ts';
import { runSchema } from './contract.ts';

interface Props {
  readonly process: Process;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Begins to go through a process: for oneself, for somebody, or for whoever comes to it. */
export function StartWindow({ process, opened, onClose }: Props): ReactElement {
  return (
    <Window opened={opened} onClose={onClose} title="Go through it">
      {opened && <StartForm process={process} onClose={onClose} />}
    </Window>
  );
}

const optionsOf = (list: readonly { id: string; name: string }[] = []) =>
  list.map(({ id, name }) => ({ value: id, label: name }));

function StartForm({ process, onClose }: Pick<Props, 'process' | 'onClose'>): ReactElement {
  const client = useQueryClient();
  const navigate = useNavigate();
  const choices = useQuery(choicesQuery).data;
  const [doerId, setDoerId] = useState<string | null>(null);
  const [locationId, setLocationId] = useState<string | null>(null);
  const [due, setDue] = useState('');
  const start = useMutation({
    mutationFn: () =>
      call(runSchema, 'POST', `${processPath(process.id)}/runs` as const, {
        // A field of date and time shows the time of this device.
        body: { doerId, locationId, dueAt: due === '' ? null : new Date(due).toISOString() },
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['processes', 'runs'] });
      await navigate({ to: '/processes/runs/$id', params: { id } });
    },
  });
  const fields = fieldSentences(start.error);
  return (
    <WindowForm sending={start} submit="Begin" onSubmit={() => start.mutate()} onCancel={onClose}>
      <Select
        label="In whose hands (optional)"
        description="They are told. Without anybody, it is for whoever reads the process."
        data={optionsOf(choices?.people)}
        value={doerId}
        onChange={setDoerId}
        placeholder="Anybody"
        searchable
        clearable
        error={fields.doerId}
      />
      <Select
        label="Where (optional)"
        data={optionsOf(choices?.locations)}
        value={locationId}
        onChange={setLocationId}
        clearable
        error={fields.locationId}
      />
      <TextInput
        type="datetime-local"
        label="To be done by (optional)"
        description="If it is late, whoever answers for the process is told once."
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
        error={fields.dueAt}
      />
    </WindowForm>
  );
}
