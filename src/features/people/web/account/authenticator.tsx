import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { CopyText } from '../../../../web/controls/copy.tsx';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { QrCode } from '../../../../web/controls/qr-code.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { CodeField } from '../../../../web/proof/code-field.tsx';
import classes from './account.module.css';
import { inGroups } from './account.ts';
import { codeSecretSchema, recoveryCodesSchema } from './contract.ts';

interface Props {
  /** The app is set up; these codes are to be kept. */
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Sets up an authenticator app: scan or type the key, then prove by a code that it arrived. */
export function Authenticator({ onCodes, onCancel }: Props): ReactElement {
  const begin = useMutation({ mutationFn: () => call(codeSecretSchema, 'POST', '/api/account/code') });
  const { mutate } = begin;
  useEffect(() => mutate(), [mutate]);
  if (begin.isError) {
    return (
      <Stack>
        <ErrorPanel error={begin.error} onRetry={() => mutate()} />
        <div>
          <Button variant="default" onClick={onCancel}>
            Back
          </Button>
        </div>
      </Stack>
    );
  }
  if (begin.data === undefined) return <LoadingLines count={4} height={40} />;
  return (
    <div className={classes.scanRoom}>
      <div className={classes.scan}>
        <QrCode
          text={begin.data.uri}
          label="QR code for your authenticator app; the key below is the same in letters"
        />
        <Stack gap="md">
          <div>
            <Text fw={600}>1. Scan this with your authenticator app</Text>
            <Text size="sm" c="dimmed">
              Any app for six-digit codes will do: the one in your password manager, Aegis, 1Password, Google or
              Microsoft Authenticator.
            </Text>
          </div>
          <div>
            <Text size="sm" c="dimmed">
              Can’t scan? Type this key:
            </Text>
            <Group gap="xs" mt={4}>
              <code className={classes.key}>{inGroups(begin.data.secret)}</code>
              <CopyText value={begin.data.secret} label="Copy key" />
            </Group>
          </div>
          <Confirmation onCodes={onCodes} onCancel={onCancel} />
        </Stack>
      </div>
    </div>
  );
}

function Confirmation({ onCodes, onCancel }: Props): ReactElement {
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: (digits: string) =>
      call(recoveryCodesSchema, 'POST', '/api/account/code/confirm', { body: { code: digits } }),
    onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
    onError: () => setCode(''),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (code.length === 6 && !confirm.isPending) confirm.mutate(code);
      }}
    >
      <Stack gap="md">
        <CodeField
          label="2. Enter the code that the app shows"
          value={code}
          onChange={(digits) => {
            setCode(digits);
            if (confirm.isError) confirm.reset();
          }}
          onComplete={(digits) => confirm.mutate(digits)}
          error={confirm.isError ? sentenceOf(confirm.error) : undefined}
          autoFocus
        />
        <Group gap="xs">
          <Button type="submit" loading={confirm.isPending} disabled={code.length !== 6}>
            Turn on
          </Button>
          <Button variant="default" onClick={onCancel} disabled={confirm.isPending}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
