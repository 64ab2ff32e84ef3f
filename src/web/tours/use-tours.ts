import { notifications } from '@mantine/notifications';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type AnyRouter, useRouter } from '@tanstack/react-router';
import { call } from '../api.ts';
import { toursAnsweredSchema } from '../contract.ts';
import { meQuery } from '../queries.ts';
import { hush } from './hush.ts';
import { runTour, type Stage } from './run-tour.ts';
import type { Tour } from './tour.ts';

/** Taking a tour, and putting it off. Either way it is offered no more, on whatever device. */
export function useTours(): { readonly take: (tour: Tour) => void; readonly putOff: (tour: Tour) => void } {
  const client = useQueryClient();
  const router = useRouter();
  return {
    take: (tour) => {
      hush();
      void answer(client, tour, 'taken');
      runTour(tour.steps, stageOf(router, client)).catch(() =>
        notifications.show({ color: 'red', message: 'The tour could not be loaded. Try again from Help.' }),
      );
    },
    putOff: (tour) => {
      hush();
      void answer(client, tour, 'put_off');
    },
  };
}

async function answer(client: QueryClient, { name: tour }: Tour, said: 'taken' | 'put_off'): Promise<void> {
  try {
    const { toursAnswered } = await call(toursAnsweredSchema, 'PUT', '/api/tours', { body: { tour, answer: said } });
    client.setQueryData(meQuery.queryKey, (me) => (me?.signedIn === true ? { ...me, toursAnswered } : me));
  } catch {
    // Then it is offered once more another time, which is no harm.
  }
}

function stageOf(router: AnyRouter, client: QueryClient): Stage {
  return {
    path: () => router.state.location.pathname,
    go: (page) => router.navigate({ to: page }),
    isLoading: () => router.state.isLoading || client.isFetching() > 0,
    onTurn: (turned) => router.subscribe('onBeforeNavigate', ({ pathChanged }) => pathChanged && turned()),
  };
}
