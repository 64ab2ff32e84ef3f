import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { sentenceOf } from '../../../../web/problem.ts';

interface Props {
  /** Why the last change was not kept; null when it was. */
  readonly error: unknown;
  /** Whether the person may change the setting. */
  readonly manage: boolean;
}

/** What stands under a setting of requests: why it was not kept, and who may change it. */
export function SettingFoot({ error, manage }: Props): ReactElement {
  return (
    <>
      {error !== null && (
        <Text role="alert" size="sm" c="red" mt="sm">
          {sentenceOf(error)}
        </Text>
      )}
      {!manage && (
        <Text size="sm" c="dimmed" mt="sm">
          Owners and admins change this.
        </Text>
      )}
    </>
  );
}
