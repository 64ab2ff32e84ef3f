import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { timesOf } from '../board/days.ts';
import type { MyShift } from '../mine/mine-contract.ts';
import { GiveWindow } from './give-window.tsx';
import classes from './life.module.css';
import { offersQuery } from './life-api.ts';

/** At a shift of mine: offers it to others, or leads to the offer that there is. */
export function OfferButton({ shift }: { readonly shift: MyShift }): ReactElement | null {
  const [isGiving, setGiving] = useState(false);
  const mine = useQuery(offersQuery).data?.mine ?? [];
  const { assignmentId } = shift;
  if (assignmentId === null) return null;
  const offer = mine.find(
    ({ state, gives }) => gives.assignmentId === assignmentId && (state === 'open' || state === 'waiting'),
  );
  if (offer !== undefined) {
    return (
      <div className={classes.atShift}>
        <LinkButton to="/team/offers/$id" params={{ id: offer.id }} size="compact-sm" variant="light" color="lilac">
          {offer.state === 'open' ? 'Offered' : 'Waits for approval'}
        </LinkButton>
      </div>
    );
  }
  return (
    <div className={classes.atShift}>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowsExchange size={15} aria-hidden />}
        aria-label={`Offer the shift ${shift.localStart.slice(0, 10)} ${timesOf(shift)}`}
        data-tour="offer"
        onClick={() => setGiving(true)}
      >
        Offer…
      </Button>
      {isGiving && <GiveWindow shift={shift} assignmentId={assignmentId} onClose={() => setGiving(false)} />}
    </div>
  );
}
