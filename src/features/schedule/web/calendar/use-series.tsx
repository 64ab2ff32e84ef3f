import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../../../../web/problem.ts';
import type { Change } from '../../calendar/change.ts';
import type { FreshSeries } from './event-form.ts';
import type { CalendarSource, Target, Written } from './source.ts';

/** Something that is done to a calendar. */
export type Act<Payload> =
  | { readonly kind: 'create'; readonly series: FreshSeries<Payload> }
  | { readonly kind: 'change'; readonly target: Target; readonly change: Change<Payload> }
  | { readonly kind: 'remove'; readonly target: Target };

const offer = 'schedule-undo';
const done = { create: 'Added', change: 'Changed', remove: 'Taken away' } as const;

/** Does something to a calendar, and offers to undo it. */
export function useSeries<Payload>(source: CalendarSource<Payload>): UseMutationResult<Written, Error, Act<Payload>> {
  const client = useQueryClient();
  const reload = () => client.invalidateQueries({ queryKey: ['schedule'] });
  const undo = async (token: string) => {
    try {
      await source.undo(token);
      notifications.show({ color: 'pine', title: 'Undone', message: 'Everything is as it was before.' });
    } catch (error) {
      notifications.show({ color: 'red', title: 'Not undone', message: sentenceOf(error) });
    }
    await reload();
  };
  return useMutation({
    mutationFn: (act: Act<Payload>) => {
      if (act.kind === 'create') return source.create(act.series);
      return act.kind === 'change' ? source.change(act.target, act.change) : source.remove(act.target);
    },
    onSuccess: async (written, act) => {
      await reload();
      // Only the last act is offered to be undone: the ones before it may have been built upon.
      notifications.hide(offer);
      notifications.show({
        id: offer,
        color: written.findings.length > 0 ? 'yellow' : 'pine',
        title: done[act.kind],
        autoClose: 12_000,
        message: (
          <Stack gap={6} align="flex-start">
            {written.findings.map((finding) => (
              <Text key={finding} size="sm">
                {finding}
              </Text>
            ))}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(offer);
                void undo(written.undo);
              }}
            >
              Undo
            </Button>
          </Stack>
        ),
      });
    },
    // Somebody else may have changed it: what is shown then is what is there.
    onError: reload,
  });
}
