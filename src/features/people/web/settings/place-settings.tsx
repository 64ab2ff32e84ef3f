import { ActionIcon, Badge, Button, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { departmentsQuery, locationsQuery, type Place, type PlaceKind } from '../places/contract.ts';
import { PlaceWindow } from './place-window.tsx';
import classes from './settings.module.css';

const words = {
  department: { title: 'Departments', none: 'No departments yet.', query: departmentsQuery },
  location: { title: 'Locations', none: 'No locations yet.', query: locationsQuery },
} as const;

/** Departments and locations. People are put there under Members; a scheduler's role can be limited to them. */
export function PlaceSettings(): ReactElement {
  return (
    <>
      <PlacePanel kind="department" />
      <PlacePanel kind="location" />
    </>
  );
}

function PlacePanel({ kind }: { readonly kind: PlaceKind }): ReactElement {
  const { manage } = useSignedIn().can;
  const { title, none, query } = words[kind];
  const places = useQuery(query);
  // Which place is being edited; `undefined` while the window is closed, null for one to come.
  const [edited, setEdited] = useState<Place | null | undefined>(undefined);
  const add = (
    <Button
      variant="default"
      size="sm"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setEdited(null)}
    >
      Add {kind}
    </Button>
  );
  return (
    <Panel
      id={`${kind}s`}
      data-tour="settings-places"
      title={title}
      explains={kind === 'location' ? 'Each keeps its own time. Two wards can be two locations.' : undefined}
      aside={manage ? add : undefined}
    >
      {places.isPending && <LoadingLines count={2} />}
      {places.isError && <ErrorPanel error={places.error} onRetry={() => void places.refetch()} />}
      {places.data?.length === 0 && <Text c="dimmed">{none}</Text>}
      <ul className={classes.places}>
        {places.data?.map((place) => (
          <PlaceRow key={place.id} kind={kind} place={place} mayChange={manage} onEdit={() => setEdited(place)} />
        ))}
      </ul>
      <PlaceWindow kind={kind} place={edited} onClose={() => setEdited(undefined)} />
    </Panel>
  );
}

interface RowProps {
  readonly kind: PlaceKind;
  readonly place: Place;
  readonly mayChange: boolean;
  readonly onEdit: () => void;
}

function PlaceRow({ kind, place, mayChange, onEdit }: RowProps): ReactElement {
  return (
    <li>
      <span>{place.name}</span>
      {place.timeZone !== undefined && (
        <Text span size="sm" c="dimmed">
          {place.timeZone}
        </Text>
      )}
      {place.archived && (
        <Badge color="gray" variant="light">
          Archived
        </Badge>
      )}
      {mayChange && <PlaceMenu kind={kind} place={place} onEdit={onEdit} />}
    </li>
  );
}

function PlaceMenu({ kind, place, onEdit }: Omit<RowProps, 'mayChange'>): ReactElement {
  const client = useQueryClient();
  const path = `/api/${kind}s/${encodeURIComponent(place.id)}` as const;
  const act = useMutation({
    mutationFn: (change: 'remove' | { readonly archived: boolean }) =>
      change === 'remove' ? call(nothing, 'DELETE', path) : call(nothing, 'PATCH', path, { body: change }),
    onSuccess: () => client.invalidateQueries({ queryKey: [`${kind}s`] }),
    onError: (error) => notifications.show({ color: 'red', title: 'Not changed', message: sentenceOf(error) }),
  });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          className={classes.placeMenu}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Change ${place.name}`}
          loading={act.isPending}
        >
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>Edit</Menu.Item>
        <Menu.Item onClick={() => act.mutate({ archived: !place.archived })}>
          {place.archived ? 'Bring back' : 'Archive'}
        </Menu.Item>
        <Menu.Item color="red" onClick={() => act.mutate('remove')}>
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
