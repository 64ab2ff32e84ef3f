import { Button } from '@mantine/core';
import { IconCalendarUser } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { EmptyPanel, Panel } from '../../../../web/controls/panels.tsx';

/** Before there is any role: what to do first. */
export function SetUpFirst(): ReactElement {
  return (
    <Panel>
      <EmptyPanel
        icon={<IconCalendarUser size={30} stroke={1.5} />}
        title="No roles yet"
        action={
          <Button component="a" href="/team/setup">
            Set up the schedule
          </Button>
        }
      >
        A schedule needs roles with shifts, and people who know them. The set-up leads through it in a few minutes.
      </EmptyPanel>
    </Panel>
  );
}
