import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { peopleQuery, rolesQuery } from '../queries.ts';
import { ImportButton, TimesOf } from './availability-page.tsx';
import { BalancePanel } from './balance-panel.tsx';
import { PersonalRulesPanel } from './personal-rules-panel.tsx';
import { PreferencesPanel } from './preferences-panel.tsx';

const route = getRouteApi('/member/team/people/$id');

/** For schedulers: when somebody can work, what they wish, what is different for them, and what they know. */
export function PersonSchedulePage(): ReactElement {
  const { id } = route.useParams();
  const name = useQuery(peopleQuery).data?.find((person) => person.id === id)?.name ?? 'Schedule of a person';
  return (
    <>
      <PageHead
        title={name}
        explains="What schedules know of them. They can change their times and wishes themselves."
        actions={<ImportButton words="Import availability" />}
      />
      <Tabs defaultValue="times" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="times">Availability</Tabs.Tab>
          <Tabs.Tab value="wishes">Wishes</Tabs.Tab>
          <Tabs.Tab value="off">Time off</Tabs.Tab>
          <Tabs.Tab value="rules">Rules</Tabs.Tab>
          <Tabs.Tab value="roles">Roles</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="times">
          <TimesOf personId={id} label={`Availability of ${name}`} />
        </Tabs.Panel>
        <Tabs.Panel value="wishes">
          <PreferencesPanel personId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="off">
          <BalancePanel person={{ id, name }} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <PersonalRulesPanel personId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="roles">
          <KnownRoles personId={id} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function KnownRoles({ personId }: { readonly personId: string }): ReactElement {
  const roles = useQuery(rolesQuery).data ?? [];
  const known = roles.filter(({ people, archived }) => !archived && people.includes(personId));
  return (
    <Panel title="Roles" explains="Who knows a role is said on the role’s page.">
      {known.length === 0 && 'None yet.'}
      <ul>
        {known.map(({ id, name }) => (
          <li key={id}>
            <TextLink to="/team/roles/$id" params={{ id }}>
              {name}
            </TextLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
