import { Button, Group, PasswordInput, Stack, Text, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import classes from './account.module.css';
import { judgePassword, longestPassword, type PasswordState } from './account.ts';
import { useReloadAccount } from './queries.ts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly shortest: number;
  /** For the browser's password manager. */
  readonly address: string;
}

/** Asks for a new password; length is all that is asked of it, and that it isn't one of those that everybody tries. */
export function PasswordWindow({ opened, onClose, title, ...rest }: Props): ReactElement {
  return (
    <Window opened={opened} onClose={onClose} title={title} size="sm">
      <PasswordForm {...rest} onClose={onClose} />
    </Window>
  );
}

type FormProps = Omit<Props, 'opened' | 'title'>;

function PasswordForm({ onClose, shortest, address }: FormProps): ReactElement {
  const [password, setPassword] = useState('');
  const reload = useReloadAccount();
  const save = useMutation({
    mutationFn: () => call(nothing, 'PUT', '/api/account/password', { body: { password } }),
    onSuccess: async () => {
      onClose();
      await reload();
      notifications.show({ color: 'pine', message: 'Your new password is set.' });
    },
  });
  const state = judgePassword(password, shortest);
  const fields = fieldSentences(save.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (state.kind === 'fine') save.mutate();
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {`At least ${shortest} characters: a few words in a row will do. Any character counts, spaces too.`}
        </Text>
        <AddressForPasswordManager address={address} />
        <NewPasswordField
          value={password}
          onChange={(value) => {
            setPassword(value);
            if (save.isError) save.reset();
          }}
          error={fields.password}
          state={state}
          shortest={shortest}
        />
        {save.isError && fields.password === undefined && <ErrorPanel error={save.error} />}
        <Group gap="xs">
          <Button type="submit" loading={save.isPending} disabled={state.kind !== 'fine'}>
            Save password
          </Button>
          <Button variant="default" onClick={onClose} disabled={save.isPending}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function AddressForPasswordManager({ address }: { readonly address: string }): ReactElement {
  return (
    <VisuallyHidden>
      <input type="text" name="username" autoComplete="username" value={address} readOnly tabIndex={-1} aria-hidden />
    </VisuallyHidden>
  );
}

interface FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly state: PasswordState;
  readonly shortest: number;
}

function NewPasswordField({ value, onChange, error, state, shortest }: FieldProps): ReactElement {
  return (
    <PasswordInput
      label="New password"
      name="new-password"
      autoComplete="new-password"
      size="md"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      errorProps={{ role: 'alert' }}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
      description={<Counter state={state} shortest={shortest} />}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data-autofocus
    />
  );
}

/** How far it is to go; read out while typing, politely. */
function Counter({ state, shortest }: { readonly state: PasswordState; readonly shortest: number }): ReactElement {
  const isFine = state.kind === 'fine';
  return (
    <span className={classes.counter} data-fine={isFine} aria-live="polite">
      {isFine && <IconCheck size={16} aria-hidden />}
      {counterWords(state, shortest)}
    </span>
  );
}

function counterWords(state: PasswordState, shortest: number): string {
  if (state.kind === 'fine') return `${state.length} characters, long enough`;
  if (state.kind === 'long') return `At most ${longestPassword} characters`;
  const missing = state.kind === 'empty' ? shortest : state.missing;
  return `${missing} character${missing === 1 ? '' : 's'} to go`;
}
