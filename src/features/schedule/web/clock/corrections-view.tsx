import { Badge, Button, Textarea } from '@mantine/core';
import { IconClockCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { dayName, hoursText } from '../board/days.ts';
import classes from './clock.module.css';
import { correctionsQuery, useVerdict } from './clock-api.ts';
import { breakWords, timesWords } from './clock-words.ts';
import type { Correction, Stretch } from './contract.ts';

const states = {
  asked: ['yellow', 'Asked'],
  approved: ['pine', 'Approved'],
  declined: ['red', 'Declined'],
  withdrawn: ['gray', 'Withdrawn'],
} as const;
const kinds = { add: 'Add', change: 'Change', remove: 'Take out' } as const;

/** Corrections: those that wait for my decision, or what I asked for. */
export function CorrectionsView({ whose }: { readonly whose: 'me' | 'asked' }): ReactElement | null {
  const corrections = useQuery(correctionsQuery(whose));
  const [declining, setDeclining] = useState<Correction | null>(null);
  const act = useVerdict();
  if (corrections.isError) {
    return <ErrorPanel error={corrections.error} onRetry={() => void corrections.refetch()} />;
  }
  if (corrections.isPending) {
    return (
      <Panel>
        <LoadingLines count={3} height={32} />
      </Panel>
    );
  }
  const shown = whose === 'me' ? corrections.data.slice(0, 20) : corrections.data.filter((one) => one.mayDecide);
  if (shown.length === 0) return whose === 'me' ? null : <Nothing />;
  return (
    <section className={whose === 'me' ? classes.own : undefined}>
      {whose === 'me' && <h2>Corrections</h2>}
      {act.isError && declining === null && <ErrorPanel error={act.error} />}
      <ul className={classes.list}>
        {shown.map((one) => (
          <li key={one.id} className={classes.card}>
            <Words correction={one} withName={whose === 'asked'} />
            <div className={classes.acts}>
              <Acts correction={one} whose={whose} act={act} onDecline={() => setDeclining(one)} />
            </div>
          </li>
        ))}
      </ul>
      <DeclineWindow
        key={declining?.id ?? ''}
        correction={declining}
        act={act}
        onClose={() => {
          act.reset();
          setDeclining(null);
        }}
      />
    </section>
  );
}

interface ActsProps {
  readonly correction: Correction;
  readonly whose: 'me' | 'asked';
  readonly act: ReturnType<typeof useVerdict>;
  readonly onDecline: () => void;
}

function Acts({ correction: { id, mayDecide, mayWithdraw }, whose, act, onDecline }: ActsProps): ReactElement {
  const busy = act.isPending && act.variables.id === id;
  return (
    <>
      {mayDecide && (
        <>
          <Button size="xs" loading={busy} onClick={() => act.mutate({ id, act: 'approve', reason: '' })}>
            Approve
          </Button>
          <Button size="xs" variant="default" onClick={onDecline}>
            Decline
          </Button>
        </>
      )}
      {mayWithdraw && whose === 'me' && (
        <Button
          size="xs"
          variant="default"
          loading={busy}
          onClick={() => act.mutate({ id, act: 'withdraw', reason: '' })}
        >
          Withdraw
        </Button>
      )}
    </>
  );
}

function Nothing(): ReactElement {
  return (
    <Panel>
      <EmptyPanel icon={<IconClockCheck size={30} stroke={1.5} />} title="Nothing to decide">
        Corrections that your people ask for appear here, with their reason.
      </EmptyPanel>
    </Panel>
  );
}

function stretchWords(stretch: Stretch): string {
  const breaks = breakWords(stretch);
  return `${timesWords(stretch)}, ${hoursText(stretch.workedMinutes)}${breaks === '' ? '' : ` (${breaks})`}`;
}

function Words({
  correction,
  withName,
}: {
  readonly correction: Correction;
  readonly withName: boolean;
}): ReactElement {
  const { kind, wanted, present, reason, answer, decidedBy, state, personName, roleName } = correction;
  const [colour, words] = states[state];
  return (
    <div>
      <b>
        {withName && `${personName}: `}
        {kinds[kind]}, {dayName(wanted.localStart.slice(0, 10))}
      </b>
      {present !== null && kind !== 'remove' && <p>It is {stretchWords(present)}</p>}
      <p>
        {kind === 'remove' ? 'Take out ' : 'To be '}
        {stretchWords(wanted)}
        {roleName !== null && `, ${roleName}`}
      </p>
      <p>“{reason}”</p>
      {answer !== null && (
        <p>
          {decidedBy}: “{answer}”
        </p>
      )}
      <div className={classes.badges}>
        <Badge variant="light" color={colour}>
          {words}
          {decidedBy !== null && state !== 'withdrawn' && ` by ${decidedBy}`}
        </Badge>
      </div>
    </div>
  );
}

interface DeclineProps {
  /** Null while the window is closed. */
  readonly correction: Correction | null;
  readonly act: ReturnType<typeof useVerdict>;
  readonly onClose: () => void;
}

function DeclineWindow({ correction, act, onClose }: DeclineProps): ReactElement {
  const [reason, setReason] = useState('');
  return (
    <Confirm
      opened={correction !== null}
      onClose={onClose}
      title={`Decline what ${correction?.personName ?? ''} asked for?`}
      confirm="Decline"
      onConfirm={() =>
        correction !== null &&
        act.mutate({ id: correction.id, act: 'decline', reason: reason.trim() }, { onSuccess: onClose })
      }
      busy={act.isPending}
      error={act.error}
    >
      <Textarea
        label="Why"
        description="They read it."
        withAsterisk
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
