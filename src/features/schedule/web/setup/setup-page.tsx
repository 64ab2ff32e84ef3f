import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { locationsQuery } from '../../../people/web/index.ts';
import { peopleQuery, rolesQuery } from '../queries.ts';
import { AvailabilityStep } from './availability-step.tsx';
import { KnowingStep } from './knowing-step.tsx';
import { LocationsStep } from './locations-step.tsx';
import { PeopleStep } from './people-step.tsx';
import { ReadyStep } from './ready-step.tsx';
import { RolesStep } from './roles-step.tsx';
import classes from './setup.module.css';
import { firstOpen, isDone, type Progress, type SetupStep, setupSteps, stepNames } from './steps.ts';

const route = getRouteApi('/member/team/setup');

const contents: Readonly<Record<SetupStep, () => ReactElement>> = {
  locations: LocationsStep,
  roles: RolesStep,
  people: PeopleStep,
  knowing: KnowingStep,
  availability: AvailabilityStep,
  ready: ReadyStep,
};

/** From nothing to the first schedule, step by step. What is there is kept at once, so one may leave and come back. */
export function TeamSetupPage(): ReactElement {
  const locations = useQuery(locationsQuery);
  const roles = useQuery(rolesQuery);
  const people = useQuery(peopleQuery);
  const failed = [locations, roles, people].find(({ isError }) => isError);
  const isLoaded = locations.data !== undefined && roles.data !== undefined && people.data !== undefined;
  return (
    <>
      <PageHead
        title="Set up the schedule"
        explains="A few minutes from nothing to a first schedule. Everything is kept as you go and can be changed later."
      />
      {failed !== undefined && <ErrorPanel error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === undefined && !isLoaded && (
        <Panel>
          <LoadingLines count={6} height={32} />
        </Panel>
      )}
      {isLoaded && (
        <Steps
          progress={{
            locations: locations.data.filter(({ archived }) => !archived).length,
            roles: roles.data,
            people: people.data.length,
          }}
        />
      )}
    </>
  );
}

function Steps({ progress }: { readonly progress: Progress }): ReactElement {
  const navigate = useNavigate();
  const asked = route.useSearch().step;
  // Where it begins stays until somebody goes on: a second location may follow the first.
  const [begun] = useState(() => firstOpen(progress));
  const step = asked ?? begun;
  const at = setupSteps.indexOf(step);
  const Content = contents[step];
  const go = (to: SetupStep | undefined) => void navigate({ to: '/team/setup', search: { step: to } });
  return (
    <div className={classes.layout}>
      <nav aria-label="Steps of the set-up">
        <ol className={classes.steps}>
          {setupSteps.map((one) => (
            <li key={one}>
              <Link
                to="/team/setup"
                search={{ step: one }}
                className={classes.step}
                aria-current={one === step ? 'step' : undefined}
              >
                {isDone(one, progress) ? (
                  <IconCircleCheckFilled size={18} aria-label="done" />
                ) : (
                  <IconCircle size={18} aria-hidden />
                )}
                {stepNames[one]}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <div>
        <Content key={step} />
        <div className={classes.buttons}>
          <Button variant="default" disabled={at === 0} onClick={() => go(setupSteps[at - 1])}>
            Back
          </Button>
          {at < setupSteps.length - 1 && (
            <Button variant={isDone(step, progress) ? 'filled' : 'default'} onClick={() => go(setupSteps[at + 1])}>
              {isDone(step, progress) ? `Next: ${stepNames[setupSteps[at + 1] ?? 'ready']}` : 'Skip for now'}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
