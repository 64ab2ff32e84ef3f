import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { type ReactElement, useEffect, useState } from 'react';
import { ErrorPanel } from '../controls/panels.tsx';
import { sentenceOf } from '../problem.ts';
import { CodeField } from './code-field.tsx';
import classes from './proof.module.css';
import type { Proof, Way } from './proof.ts';

interface Mail {
  readonly sent: boolean;
  readonly busy: boolean;
  readonly send: () => void;
}

interface Props {
  readonly way: Way;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onProof: (proof: Proof) => void;
  readonly onPasskey: () => void;
  readonly mail: Mail;
}

/** The fields of one way to prove that it's the person. */
export function WayForm({ way, onPasskey, busy, error, ...rest }: Props): ReactElement {
  if (way === 'passkey') {
    return (
      <Stack>
        {error != null && <ErrorPanel error={error} />}
        <Button
          size="md"
          leftSection={<IconFingerprint size={20} aria-hidden />}
          loading={busy}
          onClick={onPasskey}
          autoFocus
          data-autofocus
        >
          Use your passkey
        </Button>
        <Text size="sm" c="dimmed">
          Your browser asks for your fingerprint, face, PIN or security key.
        </Text>
      </Stack>
    );
  }
  if (way === 'mail' && !rest.mail.sent) {
    return (
      <Stack>
        {error != null && <ErrorPanel error={error} />}
        <Text size="sm">We send a code to the address of your account. It works for a few minutes.</Text>
        <Button size="md" loading={rest.mail.busy} onClick={rest.mail.send} autoFocus data-autofocus>
          E-mail me a code
        </Button>
      </Stack>
    );
  }
  return <TypedForm way={way} busy={busy} error={error} {...rest} />;
}

function proofOf(way: Way, typed: string): Proof {
  if (way === 'code') return { code: typed };
  if (way === 'mail') return { mailCode: typed.replaceAll(/\s/g, '') };
  return way === 'recovery' ? { recoveryCode: typed.trim() } : { password: typed };
}

type TypedProps = Omit<Props, 'onPasskey'>;

/** A code, a password: whatever is typed, and its button. */
function TypedForm({ way, busy, error, onProof, mail }: TypedProps): ReactElement {
  const [typed, setTyped] = useState('');
  const submit = (text: string) => {
    if (text !== '' && !busy) onProof(proofOf(way, text));
  };
  // The sentence stays until something else is typed, or the field would show it for an answer not yet given.
  const [failed, setFailed] = useState<unknown>(null);
  const sentence = error != null && failed !== error ? sentenceOf(error) : undefined;
  const change = (text: string) => {
    setTyped(text);
    setFailed(error);
  };
  // A refused code is never right a second time: the field is free for the next one.
  useEffect(() => {
    if (way === 'code' && error != null) setTyped('');
  }, [way, error]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit(typed);
      }}
    >
      <Stack>
        {way === 'code' ? (
          <CodeField
            label="Code"
            description="The six digits that your authenticator app shows now."
            value={typed}
            onChange={change}
            onComplete={submit}
            error={sentence}
            autoFocus
          />
        ) : (
          <WordField way={way} value={typed} onChange={change} error={sentence} />
        )}
        <Button type="submit" size="md" loading={busy} disabled={typed === ''}>
          Confirm
        </Button>
        {way === 'mail' && (
          <Text size="sm" c="dimmed">
            Nothing there after a minute?{' '}
            <Anchor component="button" type="button" size="sm" onClick={mail.send} disabled={mail.busy}>
              Send another code
            </Anchor>
          </Text>
        )}
      </Stack>
    </form>
  );
}

interface WordProps {
  readonly way: Way;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly error: string | undefined;
}

function WordField({ way, value, onChange, error }: WordProps): ReactElement {
  const field = {
    size: 'md' as const,
    value,
    error,
    errorProps: { role: 'alert' },
    autoFocus: true,
    'data-autofocus': true,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
  };
  if (way === 'password') {
    return (
      <PasswordInput
        {...field}
        label="Your password"
        name="password"
        autoComplete="current-password"
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
      />
    );
  }
  if (way === 'mail') {
    return (
      <TextInput
        {...field}
        label="Code from the mail"
        name="mail-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        classNames={{ input: classes.recovery }}
      />
    );
  }
  return (
    <TextInput
      {...field}
      label="Recovery code"
      description="One of the codes that you kept when you set up your second factor. It works once."
      name="recovery-code"
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      classNames={{ input: classes.recovery }}
    />
  );
}
