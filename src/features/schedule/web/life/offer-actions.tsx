import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactElement, useState } from 'react';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import { type LifeAct, useLife } from './life-api.ts';
import type { Offer } from './life-contract.ts';
import { shiftWords } from './life-words.ts';
import { ReasonWindow } from './reason-window.tsx';

interface Props {
  readonly offer: Offer;
  /** Asks for what it takes. The window belongs to the page: the offer may leave its list while one reads. */
  readonly onAccept?: () => void;
}

/** Whether there is anything that I may do about an offer. */
export function hasActions({ mayAccept, mayDecline, mayWithdraw, mayDecide }: Offer): boolean {
  return mayAccept || mayDecline || mayWithdraw || mayDecide;
}

/** What I may do about an offer, as the server says. */
export function OfferActions({ offer, onAccept }: Props): ReactElement {
  const [asking, setAsking] = useState<'withdraw' | 'refuse' | null>(null);
  const life = useLife();
  const home = useTimeZone();
  const close = () => {
    setAsking(null);
    life.reset();
  };
  const send = (act: LifeAct, done: string) =>
    life.mutate(act, {
      onSuccess: () => {
        notifications.show({ color: 'pine', message: done });
        close();
      },
      // What was asked in a window is answered there; an offer that is over has no place to say so any more.
      onError: (error) => asking === null && notifications.show({ color: 'red', message: sentenceOf(error) }),
    });
  const { id, gives, fromName, takenBy } = offer;
  return (
    <>
      {offer.mayAccept && onAccept !== undefined && (
        <Button size="sm" onClick={onAccept}>
          Accept…
        </Button>
      )}
      {offer.mayDecide && (
        <Button
          size="sm"
          loading={life.isPending && asking === null}
          onClick={() => send({ act: 'approve', id }, 'Approved. Both are told.')}
        >
          Approve
        </Button>
      )}
      {offer.mayDecide && (
        <Button size="sm" variant="default" onClick={() => setAsking('refuse')}>
          Refuse…
        </Button>
      )}
      {offer.mayDecline && (
        <Button
          size="sm"
          variant="default"
          disabled={life.isPending}
          onClick={() =>
            send({ act: 'decline', id }, `Declined. ${fromName} keeps the shift unless somebody else takes it.`)
          }
        >
          Decline
        </Button>
      )}
      {offer.mayWithdraw && (
        <Button size="sm" variant="default" onClick={() => setAsking('withdraw')}>
          Withdraw…
        </Button>
      )}
      <Confirm
        opened={asking === 'withdraw'}
        onClose={close}
        title="Withdraw this offer?"
        confirm="Withdraw"
        onConfirm={() => send({ act: 'withdraw', id }, 'Withdrawn. The shift is yours.')}
        busy={life.isPending}
        error={life.error}
      >
        {shiftWords(gives, home)}. You work it yourself.
      </Confirm>
      {asking === 'refuse' && (
        <ReasonWindow
          title={`Refuse that ${takenBy?.name ?? 'somebody'} takes the shift of ${fromName}?`}
          submit="Refuse"
          sending={life}
          onSubmit={(reason) => send({ act: 'refuse', id, reason }, 'Refused. Both are told.')}
          onClose={close}
        />
      )}
    </>
  );
}
