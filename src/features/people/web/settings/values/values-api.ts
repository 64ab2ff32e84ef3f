import { queryOptions } from '@tanstack/react-query';
import { call, nothing } from '../../../../../web/api.ts';
import { worthSchema } from '../../../../../web/contract.ts';
import { z } from '../../../../../web/zod.ts';

/** What events are and were worth. `from` is null for what holds from the beginning. */
const eventValuesSchema = z.object({
  today: z.string(),
  values: z.array(worthSchema.extend({ from: z.string().nullable() })),
  repricings: z.array(
    z.object({ from: z.string(), until: z.string(), worth: worthSchema.nullable(), madeAt: z.string() }),
  ),
});
export type EventValues = z.infer<typeof eventValuesSchema>;
export type Worth = z.infer<typeof worthSchema>;

const root = '/api/event-values';

export const eventValuesQuery = queryOptions({
  queryKey: ['event-values'],
  queryFn: ({ signal }) => call(eventValuesSchema, 'GET', root, { signal }),
});

export const setValues = (day: string, body: Worth): Promise<EventValues> =>
  call(eventValuesSchema, 'PUT', `${root}/${day}`, { body });

export const dropValues = (day: string): Promise<unknown> => call(nothing, 'DELETE', `${root}/${day}`);

/** Prices days anew: by what events are worth today, or each by its own values again. */
export const reprice = (body: { from: string; until: string; by: 'today' | 'own' }): Promise<EventValues> =>
  call(eventValuesSchema, 'POST', `${root}/reprice`, { body });
