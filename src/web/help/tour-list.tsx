import { Button, Text, Title } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMe } from '../queries.ts';
import { toursFor } from '../tours/tours.ts';
import { useTours } from '../tours/use-tours.ts';
import classes from './help.module.css';

/** The tours that whoever is signed in can take, as often as they like; nothing for visitors. */
export function TourList(): ReactElement | null {
  const me = useMe().data;
  const { take } = useTours();
  if (me?.signedIn !== true || me.organisation?.setup.named !== true || me.security.secondFactor === 'needed')
    return null;
  return (
    <section aria-labelledby="tours" className={classes.tours}>
      <Title order={2} id="tours">
        Start a tour
      </Title>
      <ul>
        {toursFor(me).map((tour) => (
          <li key={tour.name}>
            <div>
              <b>{tour.title}</b>
              <Text size="sm" c="dimmed">
                {tour.explains}
              </Text>
            </div>
            <Button
              variant="default"
              leftSection={<IconRoute size={18} aria-hidden />}
              aria-label={`Start: ${tour.title}`}
              onClick={() => take(tour)}
            >
              Start
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
