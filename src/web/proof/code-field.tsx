import { TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './proof.module.css';
import { digitsOf } from './proof.ts';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (digits: string) => void;
  /** Called once the sixth digit is there, typed or pasted. */
  readonly onComplete: (digits: string) => void;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

/**
 * Six digits in one field: one thing to focus, to paste into, and for the phone's keyboard to fill. Six single boxes
 * would be read out six times.
 */
export function CodeField({ value, onChange, onComplete, error, ...field }: Props): ReactElement {
  return (
    <TextInput
      {...field}
      classNames={{ input: classes.code }}
      size="lg"
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCorrect="off"
      spellCheck={false}
      placeholder="000000"
      data-autofocus={field.autoFocus || undefined}
      value={value}
      error={error}
      errorProps={{ role: 'alert' }}
      onChange={(event) => {
        const digits = digitsOf(event.currentTarget.value);
        onChange(digits);
        if (digits.length === 6 && digits !== value) onComplete(digits);
      }}
    />
  );
}
