import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { sentenceOf } from '../../../../web/problem.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import { formatDateTime } from '../../../../web/zoned-time.ts';
import { shortWaiting } from '../pacing/words.ts';
import { offerUndo } from '../requests/offer-undo.tsx';
import { moveRequest } from '../requests-api.ts';
import type { Calendar, Entry } from './calendar-api.ts';
import type { Landing } from './days.ts';

/** Moves what was put down, shows it there at once, and offers to undo it; what is refused is said. */
export function useMoving(): (entry: Entry, landing: Landing) => Promise<void> {
  const client = useQueryClient();
  const timeZone = useTimeZone();
  return useCallback(
    async (entry, landing) => {
      if (landing.kind === 'refused') notifications.show({ color: 'red', message: landing.sentence });
      if (landing.kind !== 'move') return;
      client.setQueriesData<Calendar>(
        { queryKey: ['requests', 'calendar'] },
        (shown) => shown && moved(shown, entry.id, landing.at),
      );
      try {
        const { revision, waiting } = await moveRequest(entry.id, landing.at, entry.revision);
        const before = entry.at;
        const goes = waiting ? shortWaiting(waiting, timeZone) : `goes out ${formatDateTime(landing.at, timeZone)}`;
        const approval = entry.state === 'in_review' ? ' once it is approved' : '';
        const message = `“${entry.title}” ${goes}${approval}.`;
        if (before !== null) {
          offerUndo({ message, done: 'Moved back', undo: () => moveRequest(entry.id, before, revision), client });
        }
      } catch (error) {
        notifications.show({ color: 'red', message: sentenceOf(error) });
      }
      await client.invalidateQueries({ queryKey: ['requests'] });
    },
    [client, timeZone],
  );
}

const moved = (calendar: Calendar, id: string, at: string): Calendar => ({
  ...calendar,
  entries: calendar.entries.map((entry) => (entry.id === id ? { ...entry, at, movable: false } : entry)),
});
