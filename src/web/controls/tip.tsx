import { Popover, Text, UnstyledButton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import classes from './controls.module.css';

interface Props {
  /** What is explained; the button's name becomes "About clicks". */
  readonly about: string;
  readonly children: ReactNode;
}

/** An explanation behind a small button: reachable by keyboard and touch, which a hover tooltip isn't. */
export function Tip({ about, children }: Props): ReactElement {
  return (
    <Popover width={300} position="bottom" withArrow shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes.tip} aria-label={`About ${about}`}>
          <IconInfoCircle size={16} stroke={1.75} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" component="div">
          {children}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
