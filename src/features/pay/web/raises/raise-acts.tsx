import { Button, Text, Textarea } from '@mantine/core';
import { IconBell, IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { dayText } from '../words.ts';
import { type Raise, raisePath } from './contract.ts';
import { ProposeWindow } from './propose-window.tsx';
import { startOfRaise } from './raise-draft.ts';
import classes from './raises.module.css';

interface Props {
  readonly raise: Raise;
  readonly reason: string;
  readonly onChanged: () => void;
}

type Act = 'approve' | 'decline' | 'withdraw' | 'change' | 'release';
const paths = { approve: 'approval', withdraw: 'withdrawal', release: 'release' } as const;

/** What can be done to a proposal by who looks at it. */
export function RaiseActs({ raise, reason, onChanged }: Props): ReactElement {
  const [open, setOpen] = useState<Act | null>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    onChanged();
  };
  const { may, id, hasLetter, stale } = raise;
  return (
    <div className={classes.acts}>
      {may.approve && stale === null && (
        <Button leftSection={<IconCheck size={18} aria-hidden />} onClick={() => setOpen('approve')}>
          Approve
        </Button>
      )}
      {may.release && (
        <Button leftSection={<IconBell size={18} aria-hidden />} onClick={() => setOpen('release')}>
          Tell {raise.name}
        </Button>
      )}
      {may.change && (
        <Button variant="default" onClick={() => setOpen('change')}>
          Change and ask again
        </Button>
      )}
      {may.decline && (
        <Button variant="default" onClick={() => setOpen('decline')}>
          Decline
        </Button>
      )}
      {may.withdraw && (
        <Button variant="default" onClick={() => setOpen('withdraw')}>
          Withdraw
        </Button>
      )}
      {hasLetter && (
        <>
          <DownloadButton size="sm" path={`${raisePath(id)}/letter.pdf?reason=${reason}`} name="letter.pdf">
            Letter as PDF
          </DownloadButton>
          <LinkButton variant="default" to="/pay/raises/$id/letter" params={{ id }}>
            Letter to print
          </LinkButton>
        </>
      )}
      {open === 'change' && <ProposeWindow start={startOfRaise(raise)} changes={raise} onClose={close} onDone={done} />}
      {open === 'decline' && <DeclineWindow raise={raise} onClose={close} onDone={done} />}
      {open !== null && open !== 'change' && open !== 'decline' && (
        <Ask act={open} raise={raise} onClose={close} onDone={done} />
      )}
    </div>
  );
}

interface WindowProps {
  readonly raise: Raise;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Ask({ act, raise, onClose, onDone }: WindowProps & { readonly act: keyof typeof paths }): ReactElement {
  const { id, name, revision, from, today, state } = raise;
  const send = useMutation({
    mutationFn: () => call(nothing, 'POST', `${raisePath(id)}/${paths[act]}` as const, { body: { revision } }),
    onSuccess: onDone,
  });
  const day = dayText(from);
  const words = {
    approve: {
      ...{ title: `Approve this for ${name}?`, confirm: 'Approve' },
      text:
        from <= today
          ? `With the last approval that it needs it takes effect at once, from ${day} on; the history says that it is back-dated.`
          : `With the last approval that it needs it takes effect by itself on ${day}. ${name} is told by nobody until you or somebody else releases it.`,
    },
    withdraw: {
      ...{ title: 'Withdraw it?', confirm: 'Withdraw' },
      text: 'It stays in the history. Nobody can approve it any more.',
    },
    release: {
      ...{ title: `Tell ${name}?`, confirm: `Tell ${name}` },
      text: `From now on it stands on their own page, with the letter, and they get a notice that there is news about their pay.${state === 'approved' ? ' It can’t be declined or withdrawn any more.' : ''}`,
    },
  }[act];
  return (
    <Confirm
      opened
      onClose={onClose}
      title={words.title}
      confirm={words.confirm}
      onConfirm={() => send.mutate()}
      busy={send.isPending}
      error={send.error}
      danger={act === 'withdraw'}
    >
      {words.text}
    </Confirm>
  );
}

function DeclineWindow({ raise: { id, name, revision, proposedBy }, onClose, onDone }: WindowProps): ReactElement {
  const [words, setWords] = useState('');
  const send = useMutation({
    mutationFn: () => call(nothing, 'POST', `${raisePath(id)}/refusal` as const, { body: { revision, words } }),
    onSuccess: onDone,
  });
  const wrong = fieldSentences(send.error);
  return (
    <Window opened onClose={onClose} title={`Decline the proposal for ${name}`}>
      <WindowForm
        sending={send}
        submit="Decline"
        isReady={words.trim() !== ''}
        onSubmit={() => send.mutate()}
        onCancel={onClose}
      >
        <Text size="sm" c="dimmed">
          {proposedBy} can change it and ask again. {name} learns nothing of it.
        </Text>
        <Textarea
          label="Why"
          required
          autosize
          minRows={3}
          maxLength={1_000}
          data-autofocus
          value={words}
          error={wrong.words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </WindowForm>
    </Window>
  );
}
