import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Conflict } from './conflicts.ts';
import { SidePanel } from './side-panel.tsx';
import classes from './windows.module.css';

interface Props {
  readonly conflicts: readonly Conflict[];
  /** What doesn't fit in the settings and roles themselves. */
  readonly findings: readonly string[];
  readonly onJump: (assignmentId: string) => void;
  readonly onClose: () => void;
}

/** Every rule that the schedule breaks, with the way to the shift. */
export function ConflictsPanel({ conflicts, findings, onJump, onClose }: Props): ReactElement {
  return (
    <SidePanel title="Conflicts" onClose={onClose}>
      <Stack>
        {conflicts.length === 0 && <Text c="dimmed">No rule speaks against anybody on a shift.</Text>}
        <ul className={classes.people}>
          {conflicts.map(({ assignmentId, name, when, hard, words, overruledWhy }) => (
            <li key={`${assignmentId}${words}`}>
              <div className={classes.person}>
                <div>
                  <b>{name}</b>, {when}
                  <ul className={classes.reasons}>
                    <li data-hard={hard}>
                      {words}
                      <small>{hard ? 'a rule' : 'a wish'}</small>
                    </li>
                  </ul>
                  {overruledWhy !== null && (
                    <Text size="sm" c="dimmed">
                      Overruled: {overruledWhy}
                    </Text>
                  )}
                </div>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Show ${name}, ${when}`}
                  onClick={() => onJump(assignmentId)}
                >
                  Show
                </Button>
              </div>
            </li>
          ))}
        </ul>
        {findings.length > 0 && (
          <Alert
            color="gray"
            variant="light"
            icon={conflicts.length === 0 ? <IconInfoCircle size={20} /> : <IconAlertTriangle size={20} />}
            title="About the plan as a whole"
          >
            {findings.map((finding) => (
              <Text key={finding} size="sm">
                {finding}
              </Text>
            ))}
          </Alert>
        )}
      </Stack>
    </SidePanel>
  );
}
