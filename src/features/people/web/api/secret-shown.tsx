import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { CopyText } from '../../../../web/controls/copy.tsx';
import classes from './api.module.css';

interface Props {
  readonly title: string;
  readonly value: string;
  /** What is copied: "Copy key". */
  readonly copy: string;
  readonly children: string;
  readonly onDone: () => void;
}

/** A secret that Coact can show only now. */
export function SecretShown({ title, value, copy, children, onDone }: Props): ReactElement {
  return (
    <Alert role="status" color="lilac" variant="light" title={title}>
      <Text size="sm" mb="xs">
        {children}
      </Text>
      <code className={classes.secret}>{value}</code>
      <Group gap="xs">
        <CopyText value={value} label={copy} />
        <Button size="xs" variant="subtle" onClick={onDone}>
          Done
        </Button>
      </Group>
    </Alert>
  );
}
