import { queryOptions } from '@tanstack/react-query';
import { call, nothing } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import { utmSchema } from '../contract.ts';

const templateSchema = z.object({ id: z.string(), name: z.string(), utm: utmSchema, isDefault: z.boolean() });
export type UtmTemplate = z.infer<typeof templateSchema>;

const root = '/api/utm-templates';
const one = (id: string) => `${root}/${encodeURIComponent(id)}` as const;

export const utmTemplatesQuery = queryOptions({
  queryKey: ['requests', 'utm-templates'],
  queryFn: ({ signal }) => call(z.object({ templates: z.array(templateSchema) }), 'GET', root, { signal }),
});

/** Writes a template. @param id null for a new one */
export function saveTemplate({
  id,
  ...body
}: Omit<UtmTemplate, 'id'> & { readonly id: string | null }): Promise<UtmTemplate> {
  return id === null ? call(templateSchema, 'POST', root, { body }) : call(templateSchema, 'PATCH', one(id), { body });
}

export const deleteTemplate = (id: string): Promise<unknown> => call(nothing, 'DELETE', one(id));
