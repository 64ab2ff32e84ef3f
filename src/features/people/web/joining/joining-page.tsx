import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { homeOf } from '../../../../web/access.ts';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import profile from '../profile/profile.module.css';
import { joiningSteps } from './steps.tsx';

/** The tour after an invitation was accepted: a few questions, each of which can be left for later. */
export function JoiningPage(): ReactElement {
  const me = useSignedIn();
  const [at, setAt] = useState(0);
  const step = joiningSteps[at];
  const goOn = () => setAt(at + 1);
  return (
    <>
      <PageHead
        title={`Welcome to ${me.organisation?.name ?? 'Coact'}`}
        explains={
          step === undefined
            ? undefined
            : `Step ${at + 1} of ${joiningSteps.length}. It takes a minute, and you can change all of it later.`
        }
      />
      <div className={profile.page}>
        <Panel>
          {step === undefined ? (
            <Done />
          ) : (
            <Stack gap="md">
              <step.component key={step.key} onDone={goOn} />
              <Group>
                <Button variant="subtle" color="gray" onClick={goOn}>
                  Not now
                </Button>
              </Group>
            </Stack>
          )}
        </Panel>
      </div>
    </>
  );
}

function Done(): ReactElement {
  const me = useSignedIn();
  const home = homeOf(me);
  return (
    <Stack gap="md" align="flex-start">
      <div>
        <Title order={2}>That’s all</Title>
        <Text c="dimmed">You find your profile under your name, and your colleagues under People.</Text>
      </div>
      <Group gap="xs">
        <LinkButton to={home}>{home === '/me' ? 'To your page' : 'Begin'}</LinkButton>
        <LinkButton to="/people" variant="default">
          People
        </LinkButton>
        <LinkButton to="/profile" variant="default">
          Your profile
        </LinkButton>
      </Group>
    </Stack>
  );
}
