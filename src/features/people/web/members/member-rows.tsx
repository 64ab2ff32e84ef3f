import { ActionIcon, Avatar, Badge, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBrandSlack, IconCheck, IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import type { Member } from './contract.ts';
import classes from './members.module.css';
import { mainRole, roleChoices, roleLabel, withMainRole } from './roles.ts';

/** The members, each with role and what can be changed. Nobody changes or removes themselves here. */
export function MemberRows({ members }: { readonly members: readonly Member[] }): ReactElement {
  const { personId } = useSignedIn();
  const [removing, setRemoving] = useState<Member | null>(null);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (member: Member) => call(nothing, 'DELETE', `/api/members/${encodeURIComponent(member.id)}`),
    onSuccess: async (_, member) => {
      setRemoving(null);
      await client.invalidateQueries({ queryKey: ['members'] });
      notifications.show({ color: 'pine', message: `${member.name} was removed.` });
    },
  });
  return (
    <>
      <ul className={classes.members}>
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            self={member.id === personId}
            onRemove={() => {
              remove.reset();
              setRemoving(member);
            }}
          />
        ))}
      </ul>
      <Confirm
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={`Remove ${removing?.name ?? ''}?`}
        confirm="Remove"
        onConfirm={() => removing !== null && remove.mutate(removing)}
        busy={remove.isPending}
        error={remove.error}
        danger
      >
        They are signed out at once and can’t come back without an invitation. What they published stays, and so do all
        totals.
      </Confirm>
    </>
  );
}

interface RowProps {
  readonly member: Member;
  readonly self: boolean;
  readonly onRemove: () => void;
}

function MemberRow({ member, self, onRemove }: RowProps): ReactElement {
  return (
    <li data-away={member.state === 'deactivated'}>
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
          {member.email}
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
          {roleLabel(mainRole(member.roles))}
        </Text>
      </div>
      {self ? <span /> : <MemberMenu member={member} onRemove={onRemove} />}
    </li>
  );
}

function MemberMenu({ member, onRemove }: Omit<RowProps, 'self'>): ReactElement {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (body: { readonly roles?: readonly string[]; readonly state?: 'active' | 'deactivated' }) =>
      call(nothing, 'PATCH', `/api/members/${encodeURIComponent(member.id)}`, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
    onError: (error) => notifications.show({ color: 'red', title: 'Not changed', message: sentenceOf(error) }),
  });
  const role = mainRole(member.roles);
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
        {roleChoices.map((choice) => (
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
        {member.state !== 'invited' && (
          <Menu.Item
            onClick={() => change.mutate({ state: member.state === 'deactivated' ? 'active' : 'deactivated' })}
          >
            {member.state === 'deactivated' ? 'Activate again' : 'Deactivate'}
          </Menu.Item>
        )}
        <Menu.Item color="red" onClick={onRemove}>
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
