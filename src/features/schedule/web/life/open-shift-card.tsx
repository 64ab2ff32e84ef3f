import { Badge, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconClock, IconMapPin } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { sentenceOf } from '../../../../web/problem.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import { hoursText } from '../board/days.ts';
import { timesIn } from '../mine/mine-days.ts';
import classes from './life.module.css';
import { useLife } from './life-api.ts';
import type { OpenShift } from './life-contract.ts';

interface Props {
  readonly shift: OpenShift;
  /** A scheduler picks among those who claim it. */
  readonly isPicked: boolean;
  readonly onClaim: () => void;
}

/** A shift that needs somebody: what it is, what taking it would mean, or why I can't. */
export function OpenShiftCard({ shift, isPicked, onClaim }: Props): ReactElement {
  const home = useTimeZone();
  const { roleName, locationName, missing, state, reasons, effect } = shift;
  const minutes = (Date.parse(shift.endsAt) - Date.parse(shift.startsAt)) / 60_000 - shift.breakMinutes;
  return (
    <article className={classes.card} data-over={state === 'blocked'}>
      <header>
        <b>{timesIn(shift, home)}</b>
        {state === 'asked' && (
          <Badge variant="light" color="yellow" tt="none">
            Claimed, not decided yet
          </Badge>
        )}
      </header>
      <p className={classes.role}>{roleName}</p>
      <ul className={classes.facts}>
        <li>
          <IconMapPin size={15} aria-hidden /> {locationName}
        </li>
        <li>
          <IconClock size={15} aria-hidden /> {hoursText(minutes)}
        </li>
        {missing > 1 && <li>{missing} places</li>}
      </ul>
      {state === 'blocked' ? (
        <ul className={classes.blocked} aria-label="Why you can’t take it">
          {reasons.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : (
        <p>{effect.words}</p>
      )}
      {state === 'open' && (
        <div className={classes.actions}>
          <Button size="sm" onClick={onClaim}>
            {isPicked ? 'Ask for it…' : 'Claim…'}
          </Button>
        </div>
      )}
      {state === 'asked' && shift.claimId !== null && <TakeBack claimId={shift.claimId} />}
    </article>
  );
}

function TakeBack({ claimId }: { readonly claimId: string }): ReactElement {
  const life = useLife();
  const takeBack = () =>
    life.mutate(
      { act: 'unclaim', claimId },
      { onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }) },
    );
  return (
    <div className={classes.actions}>
      <Button size="sm" variant="default" loading={life.isPending} onClick={takeBack}>
        Take the claim back
      </Button>
    </div>
  );
}
