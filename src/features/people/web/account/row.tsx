import { Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './account.module.css';

interface Props {
  readonly icon: ReactNode;
  readonly title: ReactNode;
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Whether it protects or lets in now; shown by colour, said by the words. */
  readonly isOn?: boolean;
  /** The only action is a small button, which finds room beside the words on a phone too. */
  readonly isCompact?: boolean;
}

/** One way to sign in, one factor, one device: what it is, how it stands, what can be done. */
export function Row({ icon, title, beside, children, actions, isOn = false, isCompact = false }: Props): ReactElement {
  return (
    <li className={classes.row} data-compact={isCompact}>
      <span className={classes.icon} data-on={isOn} aria-hidden>
        {icon}
      </span>
      <div>
        <div className={classes.title}>
          {title}
          {beside}
        </div>
        <Text size="sm" c="dimmed" component="div">
          {children}
        </Text>
      </div>
      <div className={classes.actions}>{actions}</div>
    </li>
  );
}
