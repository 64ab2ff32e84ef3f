import { Badge, Button, Tabs } from '@mantine/core';
import { IconArchive, IconChartHistogram, IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useMemo, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { LinkButton, TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { ApiFailure } from '../../../../web/problem.ts';
import { useSignedIn, useTimeZone } from '../../../../web/queries.ts';
import { zoneLabel } from '../../../../web/zoned-time.ts';
import { locationsQuery } from '../../../people/web/index.ts';
import { schedules, seesRates } from '../access.ts';
import { Calendar } from '../calendar/calendar.tsx';
import { shiftsOf } from '../calendars.ts';
import type { Role } from '../contract.ts';
import { rolesQuery } from '../queries.ts';
import { useWeekStart } from '../use-week-start.ts';
import { RatesPanel } from './rates-panel.tsx';
import { RolePeople } from './role-people.tsx';
import { RoleWindow } from './role-window.tsx';
import { shiftKind } from './shift-kind.tsx';

const route = getRouteApi('/member/team/roles/$id');

/** A role: its shifts, and the people who know it. */
export function RolePage(): ReactElement {
  const { id } = route.useParams();
  const roles = useQuery(rolesQuery);
  const role = roles.data?.find((one) => one.id === id);
  if (role !== undefined) return <Shown role={role} />;
  if (roles.isPending) {
    return (
      <Panel>
        <LoadingLines count={8} height={32} />
      </Panel>
    );
  }
  const missing = new ApiFailure('not-found', 'There is no such role, or it isn’t yours to see.');
  return <ErrorPanel error={roles.error ?? missing} onRetry={() => void roles.refetch()} />;
}

function Shown({ role }: { readonly role: Role }): ReactElement {
  const me = useSignedIn();
  const ownZone = useTimeZone();
  const locations = useQuery(locationsQuery).data ?? [];
  const location = locations.find(({ id }) => id === role.locationId);
  const zone = location?.timeZone ?? ownZone;
  const weekStart = useWeekStart();
  const source = useMemo(() => shiftsOf(role.id), [role.id]);
  const kind = useMemo(() => shiftKind({ colour: role.colour }), [role.colour]);
  const calendar = (
    <Calendar label={`Shifts of ${role.name}`} source={source} kind={kind} weekStart={weekStart} zone={zone} />
  );
  return (
    <>
      <PageHead
        title={role.name}
        above={
          <TextLink to="/team/roles" size="sm">
            Roles
          </TextLink>
        }
        beside={
          role.archived ? (
            <Badge color="gray" variant="light">
              Archived
            </Badge>
          ) : undefined
        }
        explains={`${location?.name ?? 'Elsewhere'} · times are in ${zoneLabel(zone)}`}
        actions={schedules(me) ? <Actions role={role} /> : undefined}
      />
      {schedules(me) || seesRates(me) ? (
        <Tabs defaultValue={schedules(me) ? 'shifts' : 'rates'} keepMounted={false}>
          <Tabs.List mb="md">
            {schedules(me) && <Tabs.Tab value="shifts">Shifts</Tabs.Tab>}
            {schedules(me) && <Tabs.Tab value="people">People ({role.people.length})</Tabs.Tab>}
            {seesRates(me) && <Tabs.Tab value="rates">Rates</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value="shifts">{calendar}</Tabs.Panel>
          <Tabs.Panel value="people">
            <RolePeople key={role.id} role={role} />
          </Tabs.Panel>
          <Tabs.Panel value="rates">
            <RatesPanel key={role.id} role={role} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        calendar
      )}
    </>
  );
}

function Actions({ role }: { readonly role: Role }): ReactElement {
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const archive = useMutation({
    mutationFn: () => {
      const path = `/api/schedule/roles/${encodeURIComponent(role.id)}` as const;
      return call(nothing, 'PATCH', path, { body: { archived: !role.archived } });
    },
    onSuccess: async () => {
      setLeaving(false);
      await client.invalidateQueries({ queryKey: ['schedule'] });
    },
  });
  return (
    <>
      {!role.archived && (
        <LinkButton
          to="/team/forecast"
          search={{ role: role.id }}
          variant="default"
          leftSection={<IconChartHistogram size={16} aria-hidden />}
        >
          Forecast
        </LinkButton>
      )}
      <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
        Edit
      </Button>
      <Button
        variant="default"
        leftSection={<IconArchive size={16} aria-hidden />}
        loading={archive.isPending && role.archived}
        onClick={() => (role.archived ? archive.mutate() : setLeaving(true))}
      >
        {role.archived ? 'Bring back' : 'Archive'}
      </Button>
      <RoleWindow role={editing ? role : undefined} onClose={() => setEditing(false)} />
      <Confirm
        opened={leaving}
        onClose={() => setLeaving(false)}
        title={`Archive ${role.name}?`}
        confirm="Archive"
        onConfirm={() => archive.mutate()}
        busy={archive.isPending}
        error={archive.error}
        danger
      >
        It has no further shifts then. What was worked stays in the reports, and you can bring it back.
      </Confirm>
    </>
  );
}
