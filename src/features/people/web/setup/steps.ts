import type { Me } from '../../../../web/contract.ts';

export type SetupStep = 'organisation' | 'slack' | 'done';

export const setupSteps: ReadonlyArray<{ readonly step: SetupStep; readonly label: string }> = [
  { step: 'organisation', label: 'Organisation' },
  { step: 'slack', label: 'Slack' },
  { step: 'done', label: 'Ready' },
];

/** The first step that isn't done yet, so that set-up continues where it was left, on any device. */
export function stepFor(me: Me): SetupStep {
  if (!me.signedIn || me.organisation === null || !me.organisation.setup.named) return 'organisation';
  return me.organisation.setup.slackConnected ? 'done' : 'slack';
}
