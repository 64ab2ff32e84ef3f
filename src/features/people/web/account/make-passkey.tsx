import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { creationSchema, makePasskey } from '../../../../web/passkeys.ts';
import { fieldSentences } from '../../../../web/problem.ts';
import { nameForPasskey } from './account.ts';
import { addedPasskeySchema } from './contract.ts';

interface Props {
  /** The passkey is there. The codes are empty where the account has had a second factor before. */
  readonly onMade: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

async function addPasskey(name: string): Promise<readonly string[]> {
  const { options } = await call(creationSchema, 'POST', '/api/account/passkeys/options');
  const response = await makePasskey(options);
  const added = await call(addedPasskeySchema, 'POST', '/api/account/passkeys', { body: { response, name } });
  return added.recoveryCodes ?? [];
}

/** Makes a passkey on this device, a phone or a key, under a name that the person will know it by. */
export function MakePasskey({ onMade, onCancel }: Props): ReactElement {
  const [name, setName] = useState(() => nameForPasskey(navigator.userAgent));
  const add = useMutation({ mutationFn: () => addPasskey(name.trim()), onSuccess: onMade });
  const fields = fieldSentences(add.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          Your browser asks where to keep it: on this device, in your password manager, on your phone or on a security
          key. Then your fingerprint, face or PIN is all it takes.
        </Text>
        <TextInput
          label="Name"
          description="So that you recognise it in your list."
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fields.name}
          errorProps={{ role: 'alert' }}
          autoFocus
          data-autofocus
        />
        {add.isError && fields.name === undefined && <ErrorPanel error={add.error} />}
        <Group gap="xs">
          <Button type="submit" leftSection={<IconFingerprint size={18} aria-hidden />} loading={add.isPending}>
            Make the passkey
          </Button>
          <Button variant="default" onClick={onCancel} disabled={add.isPending}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
