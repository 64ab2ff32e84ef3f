import { Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { sentenceOf } from '../../../../web/problem.ts';

interface Props {
  readonly changed: boolean;
  readonly busy: boolean;
  /** Not null when saving failed for a reason that no field shows. */
  readonly error: unknown;
  readonly onReset: () => void;
}

/** Save and undo below a form; there only once something has changed. */
export function SaveRow({ changed, busy, error, onReset }: Props): ReactElement | null {
  if (!changed && error === null) return null;
  return (
    <Group gap="xs" mt="md">
      <Button type="submit" loading={busy}>
        Save
      </Button>
      <Button variant="default" onClick={onReset} disabled={busy}>
        Undo
      </Button>
      {error !== null && (
        <Text size="sm" c="red" role="alert">
          {sentenceOf(error)}
        </Text>
      )}
    </Group>
  );
}
