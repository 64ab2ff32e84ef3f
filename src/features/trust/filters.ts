import { z } from '@hono/zod-openapi';
import type { Acts, EntryQuery } from '../../platform/audit/index.ts';

const day = z.iso.date('This is not a day.').optional();
const id = z
  .string()
  .regex(/^[\w.:-]{1,100}$/, 'This is not an id.')
  .optional();

/** How the log is filtered, as it stands in an address; what is left out does not filter. */
export const filterShape = z.object({
  actor: id,
  /** An act, `people.member_invited`, or all of a group, `people`. */
  action: z
    .string()
    .regex(/^[a-z]+(\.[a-z_]+)?$/, 'This is not an act.')
    .optional(),
  kind: z.enum(['changes', 'reads']).optional(),
  targetType: id,
  targetId: id,
  /** Days on the organisation's calendar, both inclusive. */
  from: day,
  to: day,
});

export type Filters = z.infer<typeof filterShape>;

/** Names of the filters that are set: what an entry about a look may say of it. */
export function namesOfFilters(filters: Filters): string {
  const names = ['actor', 'action', 'kind', 'targetType', 'targetId', 'from', 'to'] as const;
  return names.filter((name) => filters[name] !== undefined).join(',');
}

/** Filters as the log is asked. @param timeZone IANA name of the zone whose days are meant */
export function queryOf(filters: Filters, acts: Acts, timeZone: string): EntryQuery {
  const { actor, action, kind, targetType, targetId, from, to } = filters;
  const isWanted = (name: string) =>
    (action === undefined || name === action || name.startsWith(`${action}.`)) &&
    (kind === undefined || (acts[name]?.reads === true) === (kind === 'reads'));
  const all = action === undefined && kind === undefined;
  return {
    actorId: actor,
    actions: all ? undefined : Object.keys(acts).filter(isWanted),
    targetType,
    targetId,
    from: from === undefined ? undefined : startOf(from, 0, timeZone),
    until: to === undefined ? undefined : startOf(to, 1, timeZone),
  };
}

/** The instant at which a day begins in a zone: not always midnight, where clocks change then. */
function startOf(date: string, daysLater: number, timeZone: string): Date {
  const start = Temporal.PlainDate.from(date).add({ days: daysLater }).toZonedDateTime({ timeZone });
  return new Date(start.epochMilliseconds);
}
