import { Badge } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTimeZone } from '../../../../web/queries.ts';
import { dayText } from '../profile/words.ts';
import { standingOf } from './contract.ts';

const looks = { fine: 'pine', soon: 'orange', over: 'red' } as const;

/** Until when something is valid, and whether that is near. */
export function StandingBadge({ expiresOn }: { readonly expiresOn: string | null }): ReactElement {
  const zone = useTimeZone();
  // The organisation's own day, as the Swedish way of writing one is the form of a date here.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
  const standing = standingOf({ expiresOn }, today);
  const words =
    expiresOn === null ? 'Does not expire' : `${standing === 'over' ? 'Ended' : 'Until'} ${dayText(expiresOn)}`;
  return (
    <Badge color={looks[standing]} variant="light" tt="none">
      {words}
    </Badge>
  );
}
