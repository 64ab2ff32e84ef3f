import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';

/** New values change the figures wherever they are shown. */
export function useValuesChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    for (const key of ['event-values', 'organisation', 'dashboard', 'reports', 'requests']) {
      await client.invalidateQueries({ queryKey: [key] });
    }
    notifications.show({ color: 'pine', message: 'Saved' });
  };
}
