import { List } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { LinkButton, TextLink } from '../../../../web/controls/link-button.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import { dayAt } from '../../../../web/zoned-time.ts';
import { locationsQuery } from '../../../people/web/index.ts';
import { peopleQuery, rolesQuery, settingsQuery } from '../queries.ts';
import { isDone, setupSteps, stepNames } from './steps.ts';

const weekMs = 7 * 86_400_000;

/** What was set up, and the way to the first schedule. */
export function ReadyStep(): ReactElement {
  const locations = (useQuery(locationsQuery).data ?? []).filter(({ archived }) => !archived).length;
  const roles = useQuery(rolesQuery).data ?? [];
  const people = useQuery(peopleQuery).data?.length ?? 0;
  const open = setupSteps.filter((step) => step !== 'ready' && !isDone(step, { locations, roles, people }));
  // The first schedule is for days that are all still to come.
  const weeks = useQuery(settingsQuery).data?.periodWeeks ?? 2;
  const inNextPeriod = dayAt(new Date(Date.now() + weeks * weekMs), useTimeZone());
  const inUse = roles.filter(({ archived }) => !archived).length;
  return (
    <Panel
      title={open.length === 0 ? 'Everything is there' : 'Nearly there'}
      explains={`${plural(locations, 'location')}, ${plural(inUse, 'role')}, ${plural(people, 'person', 'people')}.`}
    >
      {open.length > 0 && (
        <List mb="md">
          {open.map((step) => (
            <List.Item key={step}>
              Still to do:{' '}
              <TextLink to="/team/setup" search={{ step }}>
                {stepNames[step]}
              </TextLink>
            </List.Item>
          ))}
        </List>
      )}
      <LinkButton
        to="/team/schedule"
        search={{ panel: 'update', day: inNextPeriod }}
        size="md"
        leftSection={<IconCalendarPlus size={20} aria-hidden />}
        disabled={!isDone('roles', { locations, roles, people })}
      >
        Make the first schedule
      </LinkButton>
    </Panel>
  );
}
