import { call, nothing } from '../../../web/api.ts';
import { z } from '../../../web/zod.ts';
import { weekdays } from '../calendar/local.ts';
import type { CalendarSource } from './calendar/source.ts';

const weekday = z.enum(weekdays);
const monthDay = z.union([z.object({ day: z.number() }), z.object({ weekday, nth: z.number() })]);
const ruleSchema = z.object({
  repeat: z.discriminatedUnion('every', [
    z.object({ every: z.literal('day'), interval: z.number() }),
    z.object({ every: z.literal('week'), interval: z.number(), days: z.array(weekday), weekStart: weekday }),
    z.object({ every: z.literal('month'), interval: z.number(), on: monthDay }),
  ]),
  ends: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('never') }),
    z.object({ kind: z.literal('after'), count: z.number() }),
    z.object({ kind: z.literal('on'), date: z.string() }),
  ]),
});

export const shiftPayload = z.object({ needs: z.number(), breakMinutes: z.number(), label: z.string().nullable() });
export type ShiftPayload = z.infer<typeof shiftPayload>;
export const timePayload = z.object({ kind: z.enum(['available', 'preferred', 'unavailable']) });
export type TimePayload = z.infer<typeof timePayload>;

/** One schema describes both calendars to the server; which payload stands in this one is told here. */
function answerOf<Payload extends z.ZodType>(said: Payload) {
  const payload = z.unknown().pipe(said);
  const own = { minutes: z.number().optional(), colour: z.string().nullish(), payload: payload.optional() };
  const exception = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('removed'), on: z.string() }),
    z.object({ kind: z.literal('changed'), on: z.string(), start: z.string().optional(), ...own }),
    z.object({ kind: z.literal('added'), on: z.string(), ...own }),
  ]);
  const series = z.object({
    ...{ id: z.string(), zone: z.string(), start: z.string(), minutes: z.number(), rule: ruleSchema.nullable() },
    ...{ exceptions: z.array(exception), colour: z.string().nullable(), payload },
    ...{ revision: z.number(), words: z.string() },
  });
  const occurrence = z.object({
    ...{ seriesId: z.string(), on: z.string(), localStart: z.string(), localEnd: z.string() },
    ...{ minutes: z.number(), changed: z.boolean(), colour: z.string().nullable(), payload },
  });
  return z.object({ zone: z.string(), series: z.array(series), occurrences: z.array(occurrence) });
}

const written = z.object({ undo: z.string(), findings: z.array(z.string()).default([]) });

/** The shifts of a role. */
export function shiftsOf(roleId: string): CalendarSource<ShiftPayload> {
  const path = `/api/schedule/roles/${encodeURIComponent(roleId)}` as const;
  return {
    key: ['calendar', 'role', roleId],
    load: (from, to, signal) =>
      call(answerOf(shiftPayload), 'GET', `${path}/calendar?from=${from}&to=${to}`, { signal }),
    create: (body) => call(written, 'POST', `${path}/series`, { body }),
    ...edits,
  };
}

/** When somebody can work; `me` is oneself. */
export function timesOf(personId: string): CalendarSource<TimePayload> {
  const path = `/api/schedule/people/${encodeURIComponent(personId)}` as const;
  return {
    key: ['calendar', 'person', personId],
    load: (from, to, signal) =>
      call(answerOf(timePayload), 'GET', `${path}/calendar?from=${from}&to=${to}`, { signal }),
    create: (body) => call(written, 'POST', `${path}/series`, { body }),
    ...edits,
  };
}

const edits: Pick<CalendarSource<ShiftPayload | TimePayload>, 'change' | 'remove' | 'undo'> = {
  change: ({ seriesId, ...target }, change) =>
    call(written, 'PATCH', `/api/schedule/series/${encodeURIComponent(seriesId)}`, { body: { ...target, change } }),
  remove: ({ seriesId, on, scope, revision }) => {
    const asked = new URLSearchParams({ on, scope, revision: String(revision) });
    return call(written, 'DELETE', `/api/schedule/series/${encodeURIComponent(seriesId)}?${asked}`);
  },
  undo: (token) => call(nothing, 'POST', '/api/schedule/series/undo', { body: { token } }),
};
