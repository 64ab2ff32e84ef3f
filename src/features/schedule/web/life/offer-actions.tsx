import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ComponentProps, type ReactElement, useState } from 'react';
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
  const [asking, setAsking] = useState<Asking | null>(null);
  const life = useLife();
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
  const { id, fromName } = offer;
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
      {offer.mayDecide && <LessButton onClick={() => setAsking('refuse')}>Refuse…</LessButton>}
      {offer.mayDecline && (
        <LessButton
          disabled={life.isPending}
          onClick={() =>
            send({ act: 'decline', id }, `Declined. ${fromName} keeps the shift unless somebody else takes it.`)
          }
        >
          Decline
        </LessButton>
      )}
      {offer.mayWithdraw && <LessButton onClick={() => setAsking('withdraw')}>Withdraw…</LessButton>}
      <Questions offer={offer} asking={asking} sending={life} onSend={send} onClose={close} />
    </>
  );
}

type Asking = 'withdraw' | 'refuse';

const LessButton = (props: Pick<ComponentProps<'button'>, 'children' | 'disabled' | 'onClick'>) => (
  <Button size="sm" variant="default" {...props} />
);

interface QuestionsProps {
  readonly offer: Offer;
  readonly asking: Asking | null;
  readonly sending: ReturnType<typeof useLife>;
  readonly onSend: (act: LifeAct, done: string) => void;
  readonly onClose: () => void;
}

/** What is asked before an offer is withdrawn or refused. */
function Questions({ offer, asking, sending, onSend, onClose }: QuestionsProps): ReactElement {
  const home = useTimeZone();
  const { id, gives, fromName, takenBy } = offer;
  return (
    <>
      <Confirm
        opened={asking === 'withdraw'}
        onClose={onClose}
        title="Withdraw this offer?"
        confirm="Withdraw"
        onConfirm={() => onSend({ act: 'withdraw', id }, 'Withdrawn. The shift is yours.')}
        busy={sending.isPending}
        error={sending.error}
      >
        {shiftWords(gives, home)}. You work it yourself.
      </Confirm>
      {asking === 'refuse' && (
        <ReasonWindow
          title={`Refuse that ${takenBy?.name ?? 'somebody'} takes the shift of ${fromName}?`}
          submit="Refuse"
          sending={sending}
          onSubmit={(reason) => onSend({ act: 'refuse', id, reason }, 'Refused. Both are told.')}
          onClose={onClose}
        />
      )}
    </>
  );
}
