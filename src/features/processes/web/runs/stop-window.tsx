import { Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { runPath, runSchema } from './contract.ts';

interface Props {
  readonly id: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Ends a run before its end, with the reason. */
export function StopWindow({ id, opened, onClose }: Props): ReactElement {
  const client = useQueryClient();
  const [why, setWhy] = useState('');
  const stop = useMutation({
    mutationFn: () => call(runSchema, 'POST', `${runPath(id)}/stop` as const, { body: { why } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['processes', 'runs'] });
      onClose();
    },
  });
  return (
    <Window opened={opened} onClose={onClose} title="Stop this run?">
      <WindowForm
        sending={stop}
        submit="Stop it"
        isReady={why.trim() !== ''}
        onSubmit={() => stop.mutate()}
        onCancel={onClose}
      >
        <Textarea
          label="Why is it not gone through to its end?"
          description="What was noted is kept as evidence."
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      </WindowForm>
    </Window>
  );
}
