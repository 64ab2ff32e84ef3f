import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { recoveryCodesSchema } from './contract.ts';
import { useReloadAccount } from './queries.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly left: number;
}

/** Makes ten new recovery codes, after saying that the old ones end. */
export function CodesWindow({ opened, onClose, left }: Props): ReactElement {
  const reload = useReloadAccount();
  const make = useMutation({
    mutationFn: () => call(recoveryCodesSchema, 'POST', '/api/account/recovery-codes'),
  });
  const close = async () => {
    onClose();
    make.reset();
    await reload();
  };
  const codes = make.data?.recoveryCodes;
  return (
    <Window
      opened={opened}
      onClose={codes === undefined ? () => void close() : () => undefined}
      withCloseButton={codes === undefined}
      title={codes === undefined ? 'Make new recovery codes?' : 'Your new recovery codes'}
    >
      {codes === undefined ? (
        <Stack>
          <Text size="sm">
            {left === 0 ? 'You get ten new codes.' : 'You get ten new codes, and the earlier ones stop working.'} Have a
            place ready where you keep them.
          </Text>
          {make.isError && <ErrorPanel error={make.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => void close()} disabled={make.isPending}>
              Cancel
            </Button>
            <Button onClick={() => make.mutate()} loading={make.isPending} data-autofocus>
              Make new codes
            </Button>
          </Group>
        </Stack>
      ) : (
        <RecoveryCodes codes={codes} onKept={() => void close()} />
      )}
    </Window>
  );
}
