import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, type Ref, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { call, nothing } from '../../../../web/api.ts';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { ApiFailure, fieldSentences } from '../../../../web/problem.ts';
import { entrySchema, useEntry } from './entry.ts';
import classes from './sign-in.module.css';
import { firstMode, lastWayIn, rememberWayIn } from './ways-in.ts';

interface Props {
  readonly returnTo: string;
  readonly offers: { readonly password: boolean };
  /** A link is on its way to that address. */
  readonly onSent: (email: string) => void;
}

function useAttempts({ returnTo, onSent }: Props, email: string, password: string) {
  const enter = useEntry();
  const link = useMutation({
    mutationFn: () => call(nothing, 'POST', '/api/sign-in/link', { body: { email: email.trim(), returnTo } }),
    onSuccess: () => {
      rememberWayIn('link');
      onSent(email.trim());
    },
  });
  const signIn = useMutation({
    mutationFn: () =>
      call(entrySchema, 'POST', '/api/sign-in/password', { body: { email: email.trim(), password, returnTo } }),
    onSuccess: (entry) => enter(entry, returnTo, 'password'),
  });
  return { link, signIn, error: signIn.error ?? link.error };
}

/** Sentences by field. That address and password don't match stands at the password, where the cursor is. */
function sentencesFor(error: unknown): Readonly<Record<string, string>> {
  const isWrong = error instanceof ApiFailure && error.code === 'wrong_credentials';
  return isWrong ? { password: error.message } : fieldSentences(error);
}

/**
 * The address, then how: a password or a link in the mail. The password's field is there from the start, out of sight,
 * so that password managers fill in both at once; then nothing is left to ask.
 */
export function AddressForm(props: Props): ReactElement {
  const [mode, setMode] = useState(() => firstMode(props.offers, lastWayIn()));
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const passwordField = useRef<HTMLInputElement>(null);
  const { link, signIn, error } = useAttempts(props, email, password);
  const fields = sentencesFor(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mode === 'link') link.mutate();
    else if (password !== '') signIn.mutate(undefined, { onError: () => setMode('password') });
    else {
      // A field that is hidden from assistive software can't take the focus.
      flushSync(() => setMode('password'));
      passwordField.current?.focus();
    }
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label="Work e-mail"
          type="email"
          name="email"
          autoComplete="username webauthn"
          size="md"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={fields.email}
          errorProps={{ role: 'alert' }}
        />
        {props.offers.password && mode !== 'link' && (
          <PasswordField
            ref={passwordField}
            isWaiting={mode === 'choose'}
            value={password}
            onChange={setPassword}
            error={fields.password}
          />
        )}
        {error !== null && Object.keys(fields).length === 0 && <ErrorPanel error={error} />}
        <Button type="submit" size="md" loading={mode === 'link' ? link.isPending : signIn.isPending}>
          {mode === 'link' ? 'E-mail me a sign-in link' : mode === 'choose' ? 'Continue' : 'Sign in'}
        </Button>
        {mode === 'password' && <MailLinkButton loading={link.isPending} onMail={() => link.mutate()} />}
        {mode === 'link' && props.offers.password && (
          <Anchor component="button" type="button" size="sm" ta="center" onClick={() => setMode('password')}>
            Use a password
          </Anchor>
        )}
      </Stack>
    </form>
  );
}

interface PasswordFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  /** Out of sight until it is asked for. */
  readonly isWaiting: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

function PasswordField({ ref, isWaiting, value, onChange, error }: PasswordFieldProps): ReactElement {
  return (
    <div className={isWaiting ? classes.waiting : undefined} aria-hidden={isWaiting}>
      <PasswordInput
        ref={ref}
        label="Password"
        name="password"
        autoComplete="current-password"
        size="md"
        tabIndex={isWaiting ? -1 : 0}
        visibilityToggleFocusable={!isWaiting}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        errorProps={{ role: 'alert' }}
      />
    </div>
  );
}

interface MailLinkProps {
  readonly loading: boolean;
  readonly onMail: () => void;
}

/** The link instead of the password; the form's address has to be a valid one for it. */
function MailLinkButton({ loading, onMail }: MailLinkProps): ReactElement {
  const mailIfValid = (event: FormEvent<HTMLButtonElement>) => {
    if (event.currentTarget.form?.reportValidity() === true) onMail();
  };
  return (
    <Button variant="default" size="md" loading={loading} onClick={mailIfValid}>
      E-mail me a sign-in link
    </Button>
  );
}
