import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';

/** The way to the plan; nothing where nobody is billed. */
export function PlanLink(): ReactElement | null {
  const { plan, can } = useSignedIn();
  if (!plan || !can.manage) return null;
  return (
    <Panel title="Plan" explains="What you pay for, and for how many people.">
      <TextLink to="/settings/plan">Look at the plan</TextLink>
    </Panel>
  );
}
