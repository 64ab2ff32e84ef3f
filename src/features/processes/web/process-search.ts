import { z } from '../../../web/zod.ts';

const schema = z.object({
  q: z.coerce.string().max(200).optional().catch(undefined),
  archived: z.boolean().optional().catch(undefined),
});

/** What of the list is shown; what people type into the address by hand and does not fit is left out. */
export const processSearch = (search: Record<string, unknown>): z.infer<typeof schema> => schema.parse(search);
