import { Textarea } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';

interface Props {
  readonly title: string;
  /** "Refuse". */
  readonly submit: string;
  readonly sending: { readonly isPending: boolean; readonly error: Error | null };
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
}

/** Says no, with a reason that those concerned read. */
export function ReasonWindow({ title, submit, sending, onSubmit, onClose }: Props): ReactElement {
  const [reason, setReason] = useState('');
  return (
    <Window opened onClose={onClose} title={title}>
      <WindowForm sending={sending} submit={submit} onSubmit={() => onSubmit(reason.trim())} onCancel={onClose}>
        <Textarea
          label="Reason"
          description="They read it."
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </WindowForm>
    </Window>
  );
}
