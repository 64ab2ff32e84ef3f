import { Badge, Button, Switch, Text } from '@mantine/core';
import { IconBriefcase, IconChevronRight, IconPlus, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { locationsQuery, type Place } from '../../../people/web/index.ts';
import { schedules } from '../access.ts';
import { colourOf } from '../calendar/event-block.tsx';
import type { Role } from '../contract.ts';
import { rolesQuery } from '../queries.ts';
import { RoleWindow } from './role-window.tsx';
import classes from './work.module.css';

/** The roles by location; each leads to its shifts and its people. */
export function RolesPage(): ReactElement {
  const roles = useQuery(rolesQuery);
  const [adding, setAdding] = useState(false);
  const [archived, setArchived] = useState(false);
  const mayAdd = schedules(useSignedIn());
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      Add a role
    </Button>
  );
  const hasArchived = roles.data?.some((role) => role.archived) ?? false;
  return (
    <>
      <PageHead
        title="Roles"
        explains="A role is a job at a location. Its shifts say when how many people are needed; its people are those who know it."
        actions={
          mayAdd && roles.data !== undefined ? (
            <>
              <LinkButton to="/team/roles/import" variant="default" leftSection={<IconUpload size={18} aria-hidden />}>
                Import
              </LinkButton>
              {roles.data.length > 0 && add}
            </>
          ) : undefined
        }
      />
      {roles.isPending && (
        <Panel>
          <LoadingLines count={5} height={32} />
        </Panel>
      )}
      {roles.isError && <ErrorPanel error={roles.error} onRetry={() => void roles.refetch()} />}
      {roles.data?.length === 0 && <NoRoles mayAdd={mayAdd} />}
      <RolesByLocation roles={roles.data?.filter((role) => archived || !role.archived) ?? []} />
      {hasArchived && (
        <Switch
          mt="lg"
          label="Show archived roles"
          checked={archived}
          onChange={(event) => setArchived(event.currentTarget.checked)}
        />
      )}
      <RoleWindow role={adding ? null : undefined} onClose={() => setAdding(false)} />
    </>
  );
}

function RolesByLocation({ roles }: { readonly roles: readonly Role[] }): ReactElement {
  const locations = useQuery(locationsQuery);
  return (
    <>
      {byLocation(roles, locations.data ?? []).map(([location, of]) => (
        <section key={location} className={classes.group}>
          <h2>{location}</h2>
          <ul className={classes.roles}>
            {of.map((role) => (
              <RoleRow key={role.id} role={role} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function NoRoles({ mayAdd }: { readonly mayAdd: boolean }): ReactElement {
  return (
    <Panel>
      <EmptyPanel
        icon={<IconBriefcase size={30} stroke={1.5} />}
        title="No roles yet"
        action={mayAdd ? <LinkButton to="/team/setup">Set up the schedule</LinkButton> : undefined}
      >
        Start with the guided set-up: locations, roles with their shifts, people. It takes a few minutes.
      </EmptyPanel>
    </Panel>
  );
}

function RoleRow({ role }: { readonly role: Role }): ReactElement {
  return (
    <li>
      <Link to="/team/roles/$id" params={{ id: role.id }} className={classes.role}>
        <span className={classes.dot} style={{ background: colourOf(role.colour) }} aria-hidden />
        <b>{role.name}</b>
        {role.archived && (
          <Badge color="gray" variant="light">
            Archived
          </Badge>
        )}
        {role.importance !== null && <Badge variant="light">Place {role.importance}</Badge>}
        <Text size="sm" c="dimmed" component="span">
          {role.series === 0 ? 'No shifts yet' : plural(role.series, 'shift', 'shifts')} ·{' '}
          {role.people.length === 0 ? 'nobody knows it yet' : plural(role.people.length, 'person', 'people')}
        </Text>
        <IconChevronRight size={18} aria-hidden />
      </Link>
    </li>
  );
}

/** Roles under the names of their locations, both by name. */
export function byLocation(
  roles: readonly Role[],
  locations: readonly Place[],
): readonly (readonly [string, readonly Role[]])[] {
  const nameOf = (id: string) => locations.find((place) => place.id === id)?.name ?? 'Elsewhere';
  return [...Map.groupBy(roles, ({ locationId }) => nameOf(locationId))]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, of]) => [name, [...of].sort((one, other) => one.name.localeCompare(other.name))] as const);
}
