import { Button, Checkbox, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { ErrorPanel, Panel } from '../../../../web/controls/panels.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { locationsQuery, type Place } from '../../../people/web/index.ts';
import type { Person, Role } from '../contract.ts';
import { peopleQuery, rolesQuery } from '../queries.ts';
import classes from './setup.module.css';

/** Which people know which roles. Each tick is kept at once. */
export function KnowingStep(): ReactElement {
  const people = useQuery(peopleQuery).data ?? [];
  const roles = (useQuery(rolesQuery).data ?? []).filter(({ archived }) => !archived);
  const locations = useQuery(locationsQuery).data ?? [];
  const isReady = people.length > 0 && roles.length > 0;
  return (
    <Panel
      title="Who knows which role?"
      explains="Only people who know a role are given its shifts. Start with everybody and take away what does not fit."
    >
      {isReady ? <Matrix people={people} roles={roles} locations={locations} /> : 'Add roles and people first.'}
    </Panel>
  );
}

interface Props {
  readonly people: readonly Person[];
  readonly roles: readonly Role[];
  readonly locations: readonly Place[];
}

function Matrix({ people, roles, locations }: Props): ReactElement {
  const save = useKnowing();
  // What was ticked is shown before the server has answered, and what failed is as it was.
  const [ticked, setTicked] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const knowing = (role: Role) => ticked.get(role.id) ?? role.people;
  const put = (role: Role, ids: readonly string[]) => {
    setTicked((before) => new Map(before).set(role.id, ids));
    save.mutate({ roleId: role.id, people: ids }, { onError: () => setTicked((before) => without(before, role.id)) });
  };
  const everybody = people.map(({ id }) => id);
  return (
    <>
      <Group mb="sm">
        <Button
          variant="default"
          onClick={() => {
            for (const role of roles) put(role, everybody);
          }}
        >
          Everybody knows everything
        </Button>
      </Group>
      {save.isError && <ErrorPanel error={save.error} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className={classes.matrix} tabIndex={0} aria-label="People and roles">
        <table>
          <thead>
            <tr>
              <th scope="col">Person</th>
              {roles.map((role) => (
                <RoleHead
                  key={role.id}
                  role={role}
                  place={locations.find(({ id }) => id === role.locationId)?.name}
                  knowing={knowing(role).length}
                  of={people.length}
                  onEverybody={(all) => put(role, all ? everybody : [])}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} roles={roles} knowing={knowing} onPut={put} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface HeadProps {
  readonly role: Role;
  readonly place: string | undefined;
  readonly knowing: number;
  readonly of: number;
  readonly onEverybody: (all: boolean) => void;
}

function RoleHead({ role, place, knowing, of, onEverybody }: HeadProps): ReactElement {
  return (
    <th scope="col">
      {role.name}
      <small>{place}</small>
      <Checkbox
        mt={6}
        display="inline-block"
        aria-label={`Everybody knows ${role.name}`}
        checked={knowing >= of}
        indeterminate={knowing > 0 && knowing < of}
        onChange={(event) => onEverybody(event.currentTarget.checked)}
      />
    </th>
  );
}

interface RowProps {
  readonly person: Person;
  readonly roles: readonly Role[];
  readonly knowing: (role: Role) => readonly string[];
  readonly onPut: (role: Role, ids: readonly string[]) => void;
}

function PersonRow({ person: { id, name }, roles, knowing, onPut }: RowProps): ReactElement {
  return (
    <tr>
      <th scope="row">{name}</th>
      {roles.map((role) => (
        <td key={role.id}>
          <Checkbox
            display="inline-block"
            aria-label={`${name} knows ${role.name}`}
            checked={knowing(role).includes(id)}
            onChange={(event) =>
              onPut(
                role,
                event.currentTarget.checked ? [...knowing(role), id] : knowing(role).filter((one) => one !== id),
              )
            }
          />
        </td>
      ))}
    </tr>
  );
}

function without(ticked: ReadonlyMap<string, readonly string[]>, id: string): ReadonlyMap<string, readonly string[]> {
  const next = new Map(ticked);
  next.delete(id);
  return next;
}

function useKnowing() {
  const client = useQueryClient();
  return useMutation({
    // One after the other, so that of two ticks the later one stays.
    scope: { id: 'knowing' },
    mutationFn: ({ roleId, people }: { readonly roleId: string; readonly people: readonly string[] }) =>
      call(nothing, 'PUT', `/api/schedule/roles/${encodeURIComponent(roleId)}/people`, { body: { people } }),
    onSettled: () => client.invalidateQueries({ queryKey: rolesQuery.queryKey }),
    onError: (error) => notifications.show({ color: 'red', title: 'Not changed', message: sentenceOf(error) }),
  });
}
