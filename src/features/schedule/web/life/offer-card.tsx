import { Badge } from '@mantine/core';
import { IconArrowsExchange, IconClockPause, IconMapPin, IconUser } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { dayAt } from '../../../../web/zoned-time.ts';
import classes from './life.module.css';
import type { Offer } from './life-contract.ts';
import { deadlineWords, returnWords, shiftWords, stateColours, stateWords, whenWords } from './life-words.ts';
import { useNow } from './use-now.ts';

interface Props {
  readonly offer: Offer;
  /** Buttons. */
  readonly children?: ReactNode;
}

/** An offer: the shift, whose it is, what is asked for it, until when, and where it stands. */
export function OfferCard({ offer, children }: Props): ReactElement {
  const home = useTimeZone();
  const now = useNow();
  const { gives, note, takes, reason, mine, state } = offer;
  const isLive = state === 'open' || state === 'waiting';
  return (
    <article className={classes.card} data-over={!isLive}>
      <header>
        <TextLink to="/team/offers/$id" params={{ id: offer.id }} c="inherit" underline="hover">
          <b>{whenWords(gives, dayAt(now, gives.zone), home)}</b>
        </TextLink>
        {(mine || state !== 'open') && (
          <Badge variant="light" color={stateColours[state]} tt="none">
            {stateWords(offer)}
          </Badge>
        )}
      </header>
      <p className={classes.role}>
        {gives.roleName}
        {!gives.whole && ' (a part of the shift)'}
      </p>
      <ul className={classes.facts}>
        <li>
          <IconMapPin size={15} aria-hidden /> {gives.locationName}
        </li>
        {!mine && (
          <li>
            <IconUser size={15} aria-hidden /> from {offer.fromName}
          </li>
        )}
        {state === 'open' && (
          <li>
            <IconClockPause size={15} aria-hidden /> {deadlineWords(offer.expiresAt, gives.zone, now)}
          </li>
        )}
        {takes !== null && (
          <li>
            <IconArrowsExchange size={15} aria-hidden /> in return for {shiftWords(takes, home)}
          </li>
        )}
      </ul>
      {note !== null && note !== '' && <p className={classes.note}>{note}</p>}
      {reason !== null && reason !== '' && <p>Reason: {reason}</p>}
      {takes === null && isLive && <People offer={offer} home={home} />}
      {children !== undefined && children !== false && <div className={classes.actions}>{children}</div>}
    </article>
  );
}

const answers = { asked: '', declined: 'declined', accepted: 'accepted', gone: 'can’t any more' } as const;

/** Its owner sees whom it was offered to; everybody else what is asked of them. */
function People({
  offer: { people, mine, mayDecide, toEveryone },
  home,
}: {
  readonly offer: Offer;
  readonly home: string;
}) {
  if (people.length === 0 || (mine && toEveryone)) return null;
  if (!(mine || mayDecide)) {
    const asked = people.map(({ returns }) => returnWords(returns, home)).filter((words) => words !== null);
    return asked.length === 0 ? null : <p>{asked.join('; ')}</p>;
  }
  return (
    <ul className={classes.asked}>
      {people.map(({ personId, name, state, returns }) => (
        <li key={personId}>
          <span>
            {name} <small>{answers[state]}</small>
          </span>
          <small>{returnWords(returns, home)}</small>
        </li>
      ))}
    </ul>
  );
}
