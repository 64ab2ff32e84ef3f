import { IconPlus } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { NoticeBell } from '../../features/people/web/notices/notice-bell.tsx';
import { useToRead } from '../../features/processes/web/reading/use-to-read.ts';
import { useHasClock } from '../../features/schedule/web/clock/use-has-clock.ts';
import { useWaiting } from '../../features/schedule/web/life/waiting.ts';
import { Wordmark } from '../logo.tsx';
import { useSignedIn } from '../queries.ts';
import { AccountMenu } from './account-menu.tsx';
import { type Place, phonePlacesFor, placesFor, teamPlacesFor } from './places.ts';
import classes from './shell.module.css';

interface Props {
  readonly onHelp: () => void;
}

interface PlaceProps {
  readonly place: Place;
  readonly className?: string;
  /** How much waits there. */
  readonly waiting?: number | undefined;
}

function PlaceLink({ place, className, waiting = 0 }: PlaceProps): ReactElement {
  const Icon = place.icon;
  const isMyPay = useRouterState({ select: ({ location }) => location.pathname.startsWith('/pay/me') });
  // Others stand for all pages below them. One's own pay lies below the pay of everybody, and has a place of its own.
  const exact = place.to === '/' || place.to === '/team' || (place.to === '/pay' && isMyPay);
  return (
    <Link
      to={place.to}
      className={className}
      activeOptions={{ exact }}
      title={place.label}
      data-tour={`place:${place.to}`}
      {...(waiting > 0 ? { 'aria-label': `${place.label}, ${waiting} waiting` } : {})}
    >
      <Icon size={20} stroke={1.75} aria-hidden />
      <span>{place.label}</span>
      {waiting > 0 && (
        <small className={classes.waiting} aria-hidden>
          {waiting > 99 ? '99+' : waiting}
        </small>
      )}
    </Link>
  );
}

/** The dark rail at the left; icons only on tablets, hidden on phones. */
export function Rail({ onHelp }: Props): ReactElement {
  const me = useSignedIn();
  const hasClock = useHasClock();
  const waiting = useWaiting();
  const toRead = useToRead();
  return (
    <div className={classes.rail}>
      <Link to="/" className={classes.brand} aria-label="Coact, to the start">
        <Wordmark size={24} />
      </Link>
      {me.can.publish && (
        <Link to="/requests/new" className={classes.compose} title="Compose (c)">
          <IconPlus size={18} stroke={2.2} aria-hidden />
          <span>Compose</span>
        </Link>
      )}
      <nav aria-label="Main" style={{ display: 'grid', gap: 2 }}>
        {placesFor(me.can).map((place) => (
          <PlaceLink
            key={place.to}
            place={place}
            className={classes.place}
            waiting={place.to === '/processes' ? toRead : 0}
          />
        ))}
        <span className={classes.group}>Team</span>
        {teamPlacesFor(me, hasClock).map((place) => (
          <PlaceLink key={place.to} place={place} className={classes.place} waiting={waiting[place.to]} />
        ))}
      </nav>
      <div className={classes.push} />
      <NoticeBell className={classes.place} wide />
      <AccountMenu onHelp={onHelp} wide />
    </div>
  );
}

/** Phones: brand and account at the top. */
export function TopBar({ onHelp }: Props): ReactElement {
  return (
    <div className={classes.topBar}>
      <Link to="/" className={classes.brand} aria-label="Coact, to the start">
        <Wordmark size={22} />
      </Link>
      <div className={classes.beside}>
        <NoticeBell wide={false} />
        <AccountMenu onHelp={onHelp} wide={false} />
      </div>
    </div>
  );
}

/** Phones: the places at the thumb, with composing in the middle. */
export function BottomBar(): ReactElement {
  const me = useSignedIn();
  const waiting = useWaiting();
  const places = phonePlacesFor(me, useHasClock());
  const compose = (
    <Link key="compose" to="/requests/new" className={classes.tab} aria-label="Compose a request">
      <span className={classes.tabCompose}>
        <IconPlus size={22} stroke={2.2} aria-hidden />
      </span>
    </Link>
  );
  // What has no room here is counted at the place behind which it stands.
  const behind = Object.entries(waiting).filter(([to]) => places.every((place) => place.to !== to));
  const counts: typeof waiting = { ...waiting, '/team': behind.reduce((sum, [, count = 0]) => sum + count, 0) };
  const tabs = places.map((place) => (
    <PlaceLink key={place.to} place={place} className={classes.tab} waiting={counts[place.to]} />
  ));
  if (me.can.publish) tabs.splice(2, 0, compose);
  return (
    <nav className={classes.bottomBar} aria-label="Main, phone">
      {tabs}
    </nav>
  );
}
