import type { Me } from '../../../../web/contract.ts';

export type SetupStep = 'organisation' | 'protect' | 'slack' | 'done';

interface NamedStep {
  readonly step: SetupStep;
  readonly label: string;
}

/** All steps, in order. */
export const setupSteps: readonly NamedStep[] = [
  { step: 'organisation', label: 'Organisation' },
  { step: 'protect', label: 'Your account' },
  { step: 'slack', label: 'Slack' },
  { step: 'done', label: 'Ready' },
];

/**
 * The first step that isn't done yet, so that set-up continues where it was left, on any device.
 * @param isPutOff whether the person has said "not now" to a second factor; where one is needed that doesn't count
 */
export function stepFor(me: Me, isPutOff: boolean): SetupStep {
  if (!me.signedIn || me.organisation === null || !me.organisation.setup.named) return 'organisation';
  const { secondFactor } = me.security;
  if (secondFactor === 'needed' || (secondFactor === 'offered' && !isPutOff)) return 'protect';
  return me.organisation.setup.slackConnected ? 'done' : 'slack';
}
