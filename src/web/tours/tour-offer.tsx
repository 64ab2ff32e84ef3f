import { Button, Text } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { type ReactElement, useSyncExternalStore } from 'react';
import { useSignedIn } from '../queries.ts';
import { isHushed, onHush } from './hush.ts';
import classes from './tour-offer.module.css';
import { offerAt } from './tours.ts';
import { useTours } from './use-tours.ts';

/** Offers the tour of a page to whoever comes there for the first time. */
export function TourOffer(): ReactElement | null {
  const me = useSignedIn();
  const { pathname } = useLocation();
  const { take, putOff } = useTours();
  const isQuiet = useSyncExternalStore(onHush, isHushed, isHushed);
  const tour = isQuiet ? null : offerAt(pathname, me);
  if (tour === null) return null;
  return (
    <section className={classes.offer} aria-label="Guided tour">
      <IconRoute size={22} stroke={1.5} aria-hidden />
      <div>
        <Text fw={600}>{tour.title}</Text>
        <Text size="sm" c="dimmed">
          {tour.explains}
        </Text>
      </div>
      <div className={classes.buttons}>
        <Button size="xs" variant="light" onClick={() => take(tour)}>
          Take the tour
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={() => putOff(tour)}>
          Not now
        </Button>
      </div>
    </section>
  );
}
