import { Radio, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { rolesSchema } from './contract.ts';
import { roleChoices } from './roles.ts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Name, address and role of somebody new; they get a mail. */
export function InviteWindow({ opened, onClose }: Props): ReactElement {
  return (
    <Window opened={opened} onClose={onClose} title="Invite someone">
      <InviteForm onDone={onClose} />
    </Window>
  );
}

function InviteForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('publisher');
  const invite = useMutation({
    mutationFn: () =>
      call(nothing, 'POST', '/api/members', {
        body: { name: name.trim(), email: email.trim(), roles: rolesSchema.parse([role]) },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['members'] });
      notifications.show({ color: 'pine', title: 'Invited', message: `A mail is on its way to ${email.trim()}.` });
      onDone();
    },
  });
  const fields = fieldSentences(invite.error);
  return (
    <WindowForm sending={invite} submit="Send invitation" onSubmit={() => invite.mutate()} onCancel={onDone}>
      <TextInput
        label="Name"
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fields.name}
      />
      <TextInput
        label="Work e-mail"
        type="email"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={fields.email}
      />
      <RoleField value={role} onChange={setRole} error={fields.roles} />
    </WindowForm>
  );
}

interface RoleFieldProps {
  readonly value: string;
  readonly onChange: (role: string) => void;
  readonly error: string | undefined;
}

/** Owners are made from members, never by invitation: a mistyped address must not own the organisation. */
function RoleField({ value, onChange, error }: RoleFieldProps): ReactElement {
  return (
    <Radio.Group label="Role" value={value} onChange={onChange} error={error}>
      <Stack gap={14} mt={10}>
        {roleChoices
          .filter((choice) => choice.role !== 'owner')
          .map((choice) => (
            <Radio key={choice.role} value={choice.role} label={choice.label} description={choice.may} />
          ))}
      </Stack>
    </Radio.Group>
  );
}
