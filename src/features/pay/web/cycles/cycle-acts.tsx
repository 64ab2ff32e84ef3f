import { Button, Group, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { plural } from '../../../../web/figures.ts';
import { ApiFailure } from '../../../../web/problem.ts';
import { dayText } from '../words.ts';
import { type Cycle, cyclePath, cyclesQuery, type Submitted, submittedSchema } from './contract.ts';
import { CycleWindow } from './cycle-window.tsx';
import { budgetText } from './cycle-words.ts';
import { isFree } from './typed.ts';

interface Props {
  readonly cycle: Cycle;
  /** What came of submitting; null: something else was done. */
  readonly onDone: (submitted: Submitted | null) => void;
}

type Act = 'setUp' | 'submit' | 'open' | 'closed' | 'cancelled';

/** What can be done to a review by those who keep pay. */
export function CycleActs({ cycle, onDone }: Props): ReactElement | null {
  const [act, setAct] = useState<Act | null>(null);
  const known = useQuery({ ...cyclesQuery, enabled: cycle.keeps });
  const { may } = cycle;
  const close = () => setAct(null);
  const done = (submitted: Submitted | null) => {
    close();
    onDone(submitted);
  };
  const button = (shown: boolean, opens: Act, label: string, primary = false) =>
    shown && (
      <Button variant={primary ? 'filled' : 'default'} onClick={() => setAct(opens)}>
        {label}
      </Button>
    );
  if (!cycle.keeps) return null;
  return (
    <Group gap="xs">
      {button(may.open, 'open', 'Open it', true)}
      {button(may.submit, 'submit', cycle.state === 'submitted' ? 'Submit the rest' : 'Submit', true)}
      {button(may.setUp, 'setUp', 'Set up')}
      {button(may.close, 'closed', 'Close')}
      {button(may.cancel, 'cancelled', 'Cancel it')}
      {act === 'setUp' && known.data !== undefined && (
        <CycleWindow known={known.data} cycle={cycle} onClose={close} onDone={() => done(null)} />
      )}
      {act === 'submit' && <SubmitWindow cycle={cycle} onClose={close} onDone={done} />}
      {act !== null && act !== 'setUp' && act !== 'submit' && (
        <Move to={act} cycle={cycle} onClose={close} onDone={() => done(null)} />
      )}
    </Group>
  );
}

interface MoveProps {
  readonly to: 'open' | 'closed' | 'cancelled';
  readonly cycle: Cycle;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const moveWords = {
  open: {
    ...{ title: 'Open this review?', confirm: 'Open' },
    text: 'From now on raises can be chosen. Managers who see pay find it under Pay, with their own people in it.',
  },
  closed: {
    ...{ title: 'Close this review?', confirm: 'Close' },
    text: 'Nothing can be chosen or submitted in it any more. What is proposed stays proposed.',
  },
  cancelled: {
    ...{ title: 'Cancel this review?', confirm: 'Cancel the review' },
    text: 'Nothing of it is proposed. It stays in the list, with what was chosen.',
  },
} as const;

function Move({ to, cycle: { id, revision }, onClose, onDone }: MoveProps): ReactElement {
  const send = useMutation({
    mutationFn: () =>
      call(nothing, 'PUT', `${cyclePath(id)}/state` as const, { body: { to, revision: revision ?? 1 } }),
    onSuccess: onDone,
  });
  const { title, confirm, text } = moveWords[to];
  return (
    <Confirm
      opened
      onClose={onClose}
      title={title}
      confirm={confirm}
      danger={to === 'cancelled'}
      onConfirm={() => send.mutate()}
      busy={send.isPending}
      error={send.error}
    >
      {text}
    </Confirm>
  );
}

interface SubmitProps {
  readonly cycle: Cycle;
  readonly onClose: () => void;
  readonly onDone: (submitted: Submitted) => void;
}

function SubmitWindow({ cycle, onClose, onDone }: SubmitProps): ReactElement {
  const { id, revision, lines, total, budget, currency, from } = cycle;
  const [words, setWords] = useState('');
  const send = useMutation({
    mutationFn: () => {
      const over = words.trim() === '' ? {} : { overBudget: words.trim() };
      const body = { revision: revision ?? 1, ...over };
      return call(submittedSchema, 'POST', `${cyclePath(id)}/submission` as const, { body });
    },
    onSuccess: (done) => {
      const message = done.missing ?? 'Those who may approve them have been asked.';
      const color = done.missing === null ? 'pine' : 'orange';
      notifications.show({ color, title: `${plural(done.proposed, 'raise is', 'raises are')} proposed`, message });
      onDone(done);
    },
  });
  const isRefused = send.error instanceof ApiFailure && send.error.code === 'over_budget';
  const isOver = isRefused || (budget !== null && total > budget);
  const raises = lines.filter((line) => isFree(line) && line.chosen !== null && line.chosen.thousandths > 0).length;
  return (
    <Window opened onClose={onClose} title="Submit this review?">
      <WindowForm
        sending={send}
        submit="Submit"
        isReady={!isOver || words.trim() !== ''}
        onSubmit={() => send.mutate()}
        onCancel={onClose}
      >
        <Text>
          {plural(raises, 'raise is', 'raises are')} proposed from {dayText(from)}, each by itself. Others approve them;
          the people learn nothing before somebody tells them.
        </Text>
        <Text c={isOver ? 'red' : 'dimmed'}>{budgetText(total, budget, currency)}.</Text>
        {isOver && (
          <Textarea
            label="Why more than the budget is spent"
            description="It is kept with the review."
            required
            autosize
            minRows={2}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value.replaceAll('\n', ' '))}
          />
        )}
      </WindowForm>
    </Window>
  );
}
