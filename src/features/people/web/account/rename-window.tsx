import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import type { Passkey } from './contract.ts';
import { useReloadAccount } from './queries.ts';

interface Props {
  readonly passkey: Passkey | null;
  readonly onClose: () => void;
}

/** Gives a passkey another name. */
export function RenameWindow({ passkey, onClose }: Props): ReactElement {
  return (
    <Window opened={passkey !== null} onClose={onClose} title="Rename the passkey" size="sm">
      {passkey !== null && <RenameForm passkey={passkey} onClose={onClose} />}
    </Window>
  );
}

function RenameForm({ passkey, onClose }: { readonly passkey: Passkey; readonly onClose: () => void }): ReactElement {
  const [name, setName] = useState(passkey.name);
  const reload = useReloadAccount();
  const rename = useMutation({
    mutationFn: () =>
      call(nothing, 'PATCH', `/api/account/passkeys/${encodeURIComponent(passkey.id)}`, {
        body: { name: name.trim() },
      }),
    onSuccess: async () => {
      onClose();
      await reload();
    },
  });
  const fields = fieldSentences(rename.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fields.name}
          errorProps={{ role: 'alert' }}
          data-autofocus
        />
        {rename.isError && fields.name === undefined && <ErrorPanel error={rename.error} />}
        <Group gap="xs">
          <Button type="submit" loading={rename.isPending} disabled={name.trim() === ''}>
            Rename
          </Button>
          <Button variant="default" onClick={onClose} disabled={rename.isPending}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
