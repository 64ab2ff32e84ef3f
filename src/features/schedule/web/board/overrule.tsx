import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { AgainstReason } from './plan-contract.ts';
import classes from './windows.module.css';

/** Why somebody may not take a shift: each rule in a sentence, by word and mark whether it is hard. */
export function Reasons({ reasons }: { readonly reasons: readonly AgainstReason[] }): ReactElement {
  return (
    <ul className={classes.reasons}>
      {reasons.map(({ words, hard, overrulable }) => (
        <li key={words} data-hard={hard}>
          {words}
          <small>{!hard ? 'a wish' : overrulable ? 'a rule' : 'can’t be overruled'}</small>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  /** "Assign all the same". */
  readonly submit: string;
  readonly onOverrule: (why: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the reason without which no rule is overruled; it is kept, with who gave it. */
export function OverruleForm({ submit, onOverrule, onCancel }: Props): ReactElement {
  const [why, setWhy] = useState('');
  const isEnough = why.trim().length >= 3;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isEnough) onOverrule(why.trim());
      }}
    >
      <Stack gap="xs">
        <Textarea
          label="Why all the same?"
          description="Kept in the audit log with your name."
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="sm" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" size="sm" disabled={!isEnough}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
