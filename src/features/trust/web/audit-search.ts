import { z } from '../../../web/zod.ts';

const word = z
  .string()
  .regex(/^[\w.:-]{1,100}$/)
  .optional()
  .catch(undefined);
const day = z.iso.date().optional().catch(undefined);

// People type addresses too: what doesn't parse is left out instead of breaking the page.
const schema = z.object({
  actor: word,
  action: word,
  kind: z.enum(['changes', 'reads']).optional().catch(undefined),
  targetType: word,
  targetId: word,
  from: day,
  to: day,
});

/** The filters of the audit log as they stand in the page's address. */
export type AuditSearch = z.infer<typeof schema>;
export const auditSearch = (search: Record<string, unknown>): AuditSearch => schema.parse(search);

/** The same for the server; empty where nothing is filtered. */
export function queryOf(search: AuditSearch, more: Readonly<Record<string, string>> = {}): '' | `?${string}` {
  const set = Object.entries({ ...search, ...more }).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return set.length === 0 ? '' : `?${new URLSearchParams(set)}`;
}

export function isFiltered(search: AuditSearch): boolean {
  return Object.values(search).some((value) => value !== undefined);
}
