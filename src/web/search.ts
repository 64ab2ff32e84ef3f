import { z } from './zod.ts';

// Search parameters are typed by people too: what doesn't parse is left out instead of breaking the page.
const day = z.iso.date().optional().catch(undefined);

const dashboardSchema = z.object({
  days: z
    .union([z.literal(7), z.literal(30), z.literal(90)])
    .optional()
    .catch(undefined),
  from: day,
  to: day,
});
const requestsSchema = z.object({
  state: z
    .enum(['draft', 'in_review', 'approved', 'scheduled', 'open', 'ended', 'recalled'])
    .optional()
    .catch(undefined),
  q: z.string().optional().catch(undefined),
  page: z.number().int().positive().optional().catch(undefined),
});
const feedsSchema = z.object({
  tab: z.enum(['review', 'feeds', 'aside']).optional().catch(undefined),
  page: z.number().int().positive().optional().catch(undefined),
});
const returnSchema = z.object({
  returnTo: z.string().optional().catch(undefined),
  problem: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
});
const factorSchema = z.object({
  returnTo: z.string().optional().catch(undefined),
  ways: z.string().optional().catch(undefined),
});
const tokenSchema = z.object({ token: z.coerce.string().optional().catch(undefined) });
const teamSetupSchema = z.object({
  step: z.enum(['locations', 'roles', 'people', 'knowing', 'availability', 'ready']).optional().catch(undefined),
});
const helpSchema = z.object({ q: z.coerce.string().max(200).optional().catch(undefined) });
const planSchema = z.object({ from: z.enum(['checkout', 'portal']).optional().catch(undefined) });
const slackSchema = z.object({ slack: z.string().optional().catch(undefined) });

export type DashboardSearch = z.infer<typeof dashboardSchema>;
export type RequestsSearch = z.infer<typeof requestsSchema>;

/** The dashboard's period: the last `days`, or `from` to `to`. */
export const dashboardSearch = (search: Record<string, unknown>): DashboardSearch => dashboardSchema.parse(search);
/** The list's tab, words and page. */
export const requestsSearch = (search: Record<string, unknown>): RequestsSearch => requestsSchema.parse(search);
/** What the feeds page shows. */
export const feedsSearch = (search: Record<string, unknown>): z.infer<typeof feedsSchema> => feedsSchema.parse(search);
/** Where to go after sign-in, and what went wrong at Slack's sign-in (`problem`) or the organisation's own (`error`). */
export const returnSearch = (search: Record<string, unknown>): z.infer<typeof returnSchema> =>
  returnSchema.parse(search);
/** Where to go after the second factor, and the ways to prove it, with commas between. */
export const factorSearch = (search: Record<string, unknown>): z.infer<typeof factorSchema> =>
  factorSchema.parse(search);
/** The one-time token of a link. */
export const tokenSearch = (search: Record<string, unknown>): z.infer<typeof tokenSchema> => tokenSchema.parse(search);
/** The step of the schedule's set-up; the first one that lacks something when left out. */
export const teamSetupSearch = (search: Record<string, unknown>): z.infer<typeof teamSetupSchema> =>
  teamSetupSchema.parse(search);
/** How the way back from Slack's consent page ended. */
export const slackSearch = (search: Record<string, unknown>): z.infer<typeof slackSchema> => slackSchema.parse(search);
/** Where somebody has come back from to the plan. */
export const planSearch = (search: Record<string, unknown>): z.infer<typeof planSchema> => planSchema.parse(search);
/** The words that the help is searched for. */
export const helpSearch = (search: Record<string, unknown>): z.infer<typeof helpSchema> => helpSchema.parse(search);
