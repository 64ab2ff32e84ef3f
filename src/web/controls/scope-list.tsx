import { Code, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconPointFilled } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Scope } from '../contract.ts';
import classes from './scope-list.module.css';

interface Props {
  readonly scopes: readonly Scope[];
  /** Scopes that the workspace has not granted yet; left out where nothing was asked for so far. */
  readonly missing?: readonly string[];
}

/** What Coact may do in Slack, each permission with its reason. */
export function ScopeList({ scopes, missing }: Props): ReactElement {
  return (
    <ul className={classes.scopes}>
      {scopes.map(({ scope, reason }) => {
        const granted = !missing?.includes(scope);
        const Icon = missing === undefined ? IconPointFilled : granted ? IconCircleCheck : IconCircleDashed;
        return (
          <li key={scope}>
            <Icon size={18} stroke={1.75} className={granted ? classes.granted : classes.missing} aria-hidden />
            <div>
              <Code className={classes.scope}>{scope}</Code>
              {!granted && (
                <Text span size="xs" fw={600} ml={8} className={classes.missing}>
                  not granted yet
                </Text>
              )}
              <Text size="sm" c="dimmed">
                {reason}
              </Text>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
