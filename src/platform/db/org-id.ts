import { z } from 'zod';

const schema = z.uuid().brand<'OrgId'>();

/** Identifies an organisation, the tenant that every row belongs to. */
export type OrgId = z.infer<typeof schema>;

/**
 * Parses an organisation's id.
 * @throws ZodError if it is no UUID
 */
export function orgId(value: string): OrgId {
  return schema.parse(value);
}
