import { ActionIcon, Avatar, Badge, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBrandSlack, IconCheck, IconDots } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { departmentsQuery, locationsQuery, placeNames } from '../places/contract.ts';
import { type Member, rolesSchema } from './contract.ts';
import { EditWindow } from './edit-window.tsx';
import classes from './members.module.css';
import { furtherOf, mainRole, mayChange, roleLabel, rolesToGive, withMainRole } from './roles.ts';

type Change = { readonly roles?: readonly string[]; readonly state?: 'active' | 'deactivated' };

const leaving = {
  active: {
    title: (name: string) => `Deactivate ${name}?`,
    text: 'They are signed out at once. What they published stays, and so do all totals. You can activate them again.',
    confirm: 'Deactivate',
  },
  invited: {
    title: (name: string) => `Withdraw the invitation of ${name}?`,
    text: 'The link in their mail stops working. You can invite them again.',
    confirm: 'Withdraw',
  },
} as const;

/** The members, each with role and what can be changed. Nobody changes or removes themselves here. */
export function MemberRows({ members }: { readonly members: readonly Member[] }): ReactElement {
  const me = useSignedIn();
  const [removing, setRemoving] = useState<Member | null>(null);
  const [editing, setEditing] = useState<Member | null>(null);
  const departments = useQuery(departmentsQuery).data ?? [];
  const locations = useQuery(locationsQuery).data ?? [];
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (member: Member) => call(nothing, 'DELETE', `/api/members/${encodeURIComponent(member.id)}`),
    onSuccess: async () => {
      setRemoving(null);
      await client.invalidateQueries({ queryKey: ['members'] });
    },
  });
  const words = leaving[removing?.state === 'invited' ? 'invited' : 'active'];
  return (
    <>
      <ul className={classes.members}>
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            places={[...placeNames(departments, member.departments), ...placeNames(locations, member.locations)]}
            self={member.id === me.personId}
            fixed={!me.can.manage || member.id === me.personId || !mayChange(me.roles, member.roles)}
            onEdit={() => setEditing(member)}
            onRemove={() => {
              remove.reset();
              setRemoving(member);
            }}
          />
        ))}
      </ul>
      <EditWindow member={editing} onClose={() => setEditing(null)} />
      <Confirm
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={words.title(removing?.name ?? '')}
        confirm={words.confirm}
        onConfirm={() => removing !== null && remove.mutate(removing)}
        busy={remove.isPending}
        error={remove.error}
        danger
      >
        {words.text}
      </Confirm>
    </>
  );
}

interface RowProps {
  readonly member: Member;
  readonly self: boolean;
  /** Can't be changed by who is looking. */
  readonly fixed: boolean;
  /** Names of where they work. */
  readonly places: readonly string[];
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function MemberRow({ member, self, fixed, places, onEdit, onRemove }: RowProps): ReactElement {
  return (
    <li data-away={member.state === 'deactivated'} data-tour={fixed ? undefined : 'member'}>
      <Avatar name={member.name} color="initials" radius="xl" size={38} aria-hidden />
      <div className={classes.who}>
        <span className={classes.name}>
          {member.name}
          {self && (
            <Text span size="sm" c="dimmed" fw={400}>
              {' '}
              (you)
            </Text>
          )}
        </span>
        <Text size="sm" c="dimmed" truncate>
          {[member.email, ...places].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <div className={classes.marks}>
        {member.state === 'invited' && (
          <Badge color="lilac" variant="light">
            Invited
          </Badge>
        )}
        {member.state === 'deactivated' && (
          <Badge color="gray" variant="light">
            Deactivated
          </Badge>
        )}
        {member.slack && (
          <span className={classes.slack} title="Known in Slack">
            <IconBrandSlack size={18} stroke={1.75} aria-label="Known in Slack" />
          </span>
        )}
        <Text size="sm" fw={550} className={classes.role}>
          {[mainRole(member.roles), ...furtherOf(member.roles)].map(roleLabel).join(', ')}
        </Text>
      </div>
      {fixed ? <span /> : <MemberMenu member={member} onEdit={onEdit} onRemove={onRemove} />}
    </li>
  );
}

function MemberMenu({ member, onEdit, onRemove }: Pick<RowProps, 'member' | 'onEdit' | 'onRemove'>): ReactElement {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: ({ roles, state }: Change) => {
      const body = { state, roles: roles && rolesSchema.parse(roles) };
      return call(nothing, 'PATCH', `/api/members/${encodeURIComponent(member.id)}`, { body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
    onError: (error) => notifications.show({ color: 'red', title: 'Not changed', message: sentenceOf(error) }),
  });
  const role = mainRole(member.roles);
  const choices = rolesToGive(useSignedIn().roles);
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Change ${member.name}`}
          loading={change.isPending}
        >
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Role</Menu.Label>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.role}
            rightSection={choice.role === role ? <IconCheck size={16} aria-label="now" /> : null}
            onClick={() => choice.role !== role && change.mutate({ roles: withMainRole(member.roles, choice.role) })}
          >
            {choice.label}
            <Text size="xs" c="dimmed">
              {choice.may}
            </Text>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onEdit}>Further roles and places</Menu.Item>
        {member.state === 'deactivated' ? (
          <Menu.Item onClick={() => change.mutate({ state: 'active' })}>Activate again</Menu.Item>
        ) : (
          <Menu.Item color="red" onClick={onRemove}>
            {member.state === 'invited' ? 'Withdraw invitation' : 'Deactivate'}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
