import { IconCircle, IconCircleCheckFilled, IconCircleDot } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useCallback, useState } from 'react';
import { keep, readKept } from '../../../../web/kept.ts';
import { Wordmark } from '../../../../web/logo.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { Guarded } from '../../../../web/shell/guarded.tsx';
import { OutcomeAlert } from '../slack/outcome-alert.tsx';
import { DoneStep } from './done-step.tsx';
import { OrganisationStep } from './organisation-step.tsx';
import { ProtectStep } from './protect-step.tsx';
import classes from './setup.module.css';
import { SlackStep } from './slack-step.tsx';
import { type SetupStep, setupSteps, stepFor } from './steps.ts';

const route = getRouteApi('/setup');
const putOff = 'coact.protect-put-off';

function Progress({ current }: { readonly current: SetupStep }): ReactElement {
  const at = setupSteps.findIndex(({ step }) => step === current);
  return (
    <ol className={classes.steps} aria-label="Set-up">
      {setupSteps.map(({ step, label }, index) => {
        const Icon = index < at ? IconCircleCheckFilled : index === at ? IconCircleDot : IconCircle;
        return (
          <li key={step} aria-current={index === at ? 'step' : undefined}>
            <Icon size={18} aria-hidden />
            <span>{label}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Steps(): ReactElement {
  const me = useSignedIn();
  const { slack } = route.useSearch();
  const [isPutOff, setPutOff] = useState(() => readKept(putOff) !== null);
  const [isProtecting, setProtecting] = useState(false);
  const beginProtecting = useCallback(() => setProtecting(true), []);
  const step = isProtecting ? 'protect' : stepFor(me, isPutOff);
  const endProtecting = (outcome: 'protected' | 'put-off') => {
    setProtecting(false);
    if (outcome === 'protected') return;
    keep(putOff, 'put-off');
    setPutOff(true);
  };
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <Wordmark size={24} />
        <Progress current={step} />
      </div>
      <main className={classes.content}>
        <OutcomeAlert code={slack} />
        {step === 'organisation' && <OrganisationStep me={me} />}
        {step === 'protect' && (
          <ProtectStep
            isOffered={me.security.secondFactor !== 'needed'}
            onBegin={beginProtecting}
            onDone={endProtecting}
          />
        )}
        {step === 'slack' && <SlackStep />}
        {step === 'done' && <DoneStep />}
      </main>
    </div>
  );
}

/** Set-up in four steps; where it stands comes from the server, so it can be left and taken up again. */
export function SetupPage(): ReactElement {
  return (
    <Guarded place="setup">
      <Steps />
    </Guarded>
  );
}
