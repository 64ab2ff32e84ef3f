import { z } from '../../../../web/zod.ts';

export const stretches = ['period', 'last_period', 'month', 'last_month', 'quarter'] as const;
export type Stretch = (typeof stretches)[number];

const day = z.iso.date().optional().catch(undefined);
const ids = z.array(z.string()).optional().catch(undefined);
export const shows = ['hours', 'fairness', 'filled', 'coverage', 'changes'] as const;
export type Show = (typeof shows)[number];

const reportSchema = z.object({
  stretch: z.enum(stretches).optional().catch(undefined),
  from: day,
  to: day,
  locations: ids,
  departments: ids,
  roles: ids,
  show: z.enum(shows).optional().catch(undefined),
});
export type ReportSearch = z.infer<typeof reportSchema>;

/** Which days and which work a report is of, and which part of it is shown. */
export const reportSearch = (search: Record<string, unknown>): ReportSearch => reportSchema.parse(search);

/** What is asked of the server: the same without the part that is shown. */
export function askedOf({ stretch, from, to, locations, departments, roles }: ReportSearch): string {
  const asked = new URLSearchParams();
  if (from !== undefined && to !== undefined) {
    asked.set('from', from);
    asked.set('to', to);
  } else if (stretch !== undefined) asked.set('stretch', stretch);
  for (const [name, ids] of Object.entries({ locations, departments, roles }))
    if (ids !== undefined && ids.length > 0) asked.set(name, ids.join(','));
  return asked.toString();
}
