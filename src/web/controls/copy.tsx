import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import classes from './controls.module.css';

interface Props {
  readonly value: string;
  /** What is copied: "Copy link". */
  readonly label: string;
}

/** A small copy button that confirms. */
function CopyIcon({ value, label }: Props): ReactElement {
  return (
    <CopyButton value={value} timeout={2000}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : label}>
          <ActionIcon variant="subtle" color="gray" size="lg" onClick={copy} aria-label={copied ? 'Copied' : label}>
            {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}

/** A copy button with words. */
export function CopyText({ value, label }: Props): ReactElement {
  return (
    <CopyButton value={value} timeout={2000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="xs"
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={copy}
        >
          {copied ? 'Copied' : label}
        </Button>
      )}
    </CopyButton>
  );
}

/** A web address in one line with its copy button. */
export function CopyLink({ value, label }: Props): ReactElement {
  return (
    <div className={classes.copyRow}>
      <span title={value}>{value.replace(/^https?:\/\//, '')}</span>
      <CopyIcon value={value} label={label} />
    </div>
  );
}
