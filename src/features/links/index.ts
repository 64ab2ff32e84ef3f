/**
 * Links: one short link for each request, network and variant; its redirect, answered from memory; its clicks, counted once and kept as
 * counters only. There is no link for an employee, so no click can point to one.
 *
 * With CLICKS=batch a click is in a journal file some ten milliseconds after its answer (safe from `kill -9` from then on), forced to
 * the disk within 100 ms (safe from a power cut), and in the figures one to ten seconds later, by load. With CLICKS=sync it is in the database before the answer.
 */
export { acts } from './acts.ts';
export { announceHosts } from './domains/store.ts';
export type { ClickCount, Period } from './figures/store.ts';
export { linkJobs } from './jobs.ts';
export type { Card, LinkDraft, ShortLink } from './link.ts';
export { type CountedLink, type Links, type LinksOptions, openLinks } from './links.ts';
export type { LinkWebParts } from './parts.ts';
export { policies } from './policies.ts';
export type { Redirect } from './redirect.ts';
export type { ClickCell, WeekHour } from './report-store.ts';
export { linkRoutes } from './routes.ts';
export { type Utm, withUtm } from './utm.ts';

/** The slice's tables. */
export const migrations = { slice: 'links', folder: new URL('./migrations/', import.meta.url) } as const;
