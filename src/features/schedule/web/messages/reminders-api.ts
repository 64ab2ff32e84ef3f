import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, nothing } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';

const root = '/api/schedule/reminders';

const reminderSchema = z.object({ id: z.string(), local: z.string(), text: z.string() });

/** What I want to be reminded of. */
export const remindersQuery = queryOptions({
  queryKey: ['schedule', 'reminders'],
  queryFn: ({ signal }) =>
    call(z.object({ beforeShifts: z.number().nullable(), reminders: z.array(reminderSchema) }), 'GET', root, {
      signal,
    }),
});

/** Something that is done about my reminders. `at` is on the clock where I work. */
export type ReminderAct =
  | { readonly act: 'before'; readonly minutes: number | null }
  | { readonly act: 'add'; readonly at: string; readonly text: string }
  | { readonly act: 'remove'; readonly id: string };

export function useReminders(): UseMutationResult<unknown, Error, ReminderAct> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: ReminderAct) => {
      if (act.act === 'before') return call(nothing, 'PUT', `${root}/shifts`, { body: { minutes: act.minutes } });
      if (act.act === 'remove') return call(nothing, 'DELETE', `${root}/${encodeURIComponent(act.id)}`);
      return call(nothing, 'POST', root, { body: { at: act.at, text: act.text } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: remindersQuery.queryKey }),
  });
}
