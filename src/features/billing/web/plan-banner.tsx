import { Alert, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconHourglass } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { LinkButton } from '../../../web/controls/link-button.tsx';
import { plural } from '../../../web/figures.ts';
import { useSignedIn } from '../../../web/queries.ts';
import { daysLeft } from './billing-words.ts';

/** From here on a trial's end is near enough to be said everywhere. */
const nearDays = 7;
/** Up to here a plan that is chosen begins at once: Stripe takes no end of a trial that is nearer than two days. */
const lastDays = 3;

/**
 * At the head of every page: that a payment has failed, that a trial ends soon (both to those who can do something about it), or that
 * nothing is sent (to everybody whom it stops). Nothing where nobody is billed.
 */
export function PlanBanner(): ReactElement | null {
  const { plan, roles } = useSignedIn();
  const said = plan ? wordsOf(plan, roles) : null;
  if (said === null) return null;
  const Icon = said.color === 'red' ? IconAlertTriangle : IconHourglass;
  return (
    <Alert
      role="status"
      color={said.color}
      variant="light"
      mb="lg"
      icon={<Icon size={20} aria-hidden />}
      title={said.title}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm" maw="64ch">
          {said.sentence}
        </Text>
        {said.way !== null && (
          <LinkButton to="/settings/plan" size="xs" variant="default">
            {said.way}
          </LinkButton>
        )}
      </Group>
    </Alert>
  );
}

type Plan = NonNullable<ReturnType<typeof useSignedIn>['plan']>;

function wordsOf({ kind, sentence, until }: Plan, roles: readonly string[]) {
  const isOwner = roles.includes('owner');
  const looks = isOwner || roles.includes('admin');
  if (kind === 'ended') {
    return {
      ...{ color: 'red', title: 'Nothing is sent or published now', sentence: sentence ?? '' },
      way: isOwner ? 'Choose a plan' : looks ? 'Look at the plan' : null,
    };
  }
  if (kind === 'dunning' && looks) {
    return {
      ...{ color: 'red', title: 'The last payment failed', way: isOwner ? 'Mend it' : 'Look at the plan' },
      sentence:
        'Stripe tries again for some days, and everything works meanwhile. After that, sending and publishing stop.',
    };
  }
  const left = kind === 'trial' && until ? daysLeft(until, new Date()) : null;
  if (left === null || left > nearDays || !isOwner) return null;
  return {
    ...{ color: 'lilac', title: `The trial ends in ${plural(left, 'day')}`, way: 'Choose a plan' },
    sentence: `Choose a plan, so that requests and schedules go on.${left > lastDays ? ' What is left of the trial stays free.' : ''}`,
  };
}
