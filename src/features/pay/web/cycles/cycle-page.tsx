import { Alert, Badge } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import type { LookReason } from '../../../../web/look-reasons.ts';
import { AskWhy } from '../ask-why.tsx';
import { readable } from '../raises/raise-page.tsx';
import { dayText, momentText } from '../words.ts';
import { type Cycle, cyclePath, cycleSchema, cyclesQuery, type Submitted } from './contract.ts';
import { CycleActs } from './cycle-acts.tsx';
import { stateWords } from './cycle-words.ts';
import classes from './cycles.module.css';
import { Grid } from './grid.tsx';
import { totalTyped } from './typed.ts';
import { useChoosing } from './use-choosing.ts';

const route = getRouteApi('/member/pay/cycles/$id');

/** A review: asked why first, each time the page is opened. What is shown is kept nowhere in the browser. */
export function CyclePage(): ReactElement {
  const { id } = route.useParams();
  const client = useQueryClient();
  const known = useQuery(cyclesQuery).data?.cycles.find((cycle) => cycle.id === id);
  // What is shown stays while it is asked for again.
  const [cycle, setCycle] = useState<Cycle | null>(null);
  const look = useMutation({
    mutationFn: (reason: Exclude<LookReason, 'raise'>) =>
      call(cycleSchema, 'POST', `${cyclePath(id)}/look` as const, { body: { reason } }),
    onSuccess: setCycle,
  });
  const again = () => {
    void client.invalidateQueries({ queryKey: ['pay'] });
    look.mutate(look.variables ?? 'checking');
  };
  const ask = {
    ...{ isPending: look.isPending, error: look.error },
    mutate: (reason: LookReason) => reason !== 'raise' && look.mutate(reason),
  };
  const state = (cycle ?? known)?.state;
  return (
    <>
      <PageHead
        title={(cycle ?? known)?.name ?? 'A pay review'}
        explains={cycle === null ? undefined : `Raises from ${dayText(cycle.from)}, in ${cycle.currency}.`}
        beside={
          state !== undefined && (
            <Badge variant="light" size="lg" color={stateWords[state].color}>
              {stateWords[state].words}
            </Badge>
          )
        }
        above={
          <TextLink to="/pay/cycles" size="sm">
            Pay reviews
          </TextLink>
        }
      />
      <div className={classes.wide}>
        {cycle === null ? (
          <AskWhy look={ask} without="raise" explains={readable} submit="Show the review" />
        ) : (
          <>
            {look.error !== null && <ErrorPanel error={look.error} onRetry={again} />}
            <ShownCycle cycle={cycle} onChanged={again} />
          </>
        )}
      </div>
    </>
  );
}

interface ShownProps {
  readonly cycle: Cycle;
  readonly onChanged: () => void;
}

export function ShownCycle({ cycle, onChanged }: ShownProps): ReactElement {
  const [submitted, setSubmitted] = useState<Submitted | null>(null);
  const choosing = useChoosing(cycle, onChanged);
  const { overrides, state, keeps } = cycle;
  const { lines } = choosing;
  const kept = { ...cycle, lines: [...lines], total: totalTyped(lines, {}) };
  const cut = lines.filter(({ isGoing }) => isGoing).length;
  const done = (now: Submitted | null) => {
    setSubmitted(now);
    onChanged();
  };
  return (
    <>
      {keeps && state === 'draft' && (
        <Alert color="gray" title="This is a draft">
          Managers don’t see it, and nothing can be chosen yet. Open it when budget, guidelines and people are right.
        </Alert>
      )}
      {submitted !== null && submitted.left.length > 0 && <LeftOut left={submitted.left} />}
      {keeps && cut > 0 && (
        <Alert color="orange" title="Submitting was cut short">
          Some of what was submitted is not proposed yet. Submit again: it goes on where it was, and nothing is proposed
          twice.
        </Alert>
      )}
      <CycleActs cycle={kept} onDone={done} />
      <Grid cycle={cycle} choosing={choosing} />
      {overrides.map(({ by, at, words }) => (
        <Alert key={at} color="gray" title={`Submitted over the budget by ${by}, ${momentText(at)}`}>
          {words}
        </Alert>
      ))}
    </>
  );
}

/** Who was not proposed, and why. */
function LeftOut({ left }: Pick<Submitted, 'left'>): ReactElement {
  return (
    <Alert color="orange" title="Some raises were not proposed">
      <ul className={classes.left}>
        {left.map(({ personId, name, words }) => (
          <li key={personId}>
            {name}: {words}
          </li>
        ))}
      </ul>
      Once that is put right, submit again.
    </Alert>
  );
}
