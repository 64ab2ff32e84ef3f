import { queryOptions } from '@tanstack/react-query';
import { call, nothing } from '../../../web/api.ts';
import { z } from '../../../web/zod.ts';

const linkSchema = z.object({
  id: z.string(),
  network: z.string(),
  variant: z.number(),
  url: z.string(),
  qrUrl: z.string(),
  name: z.string().nullable(),
  target: z.string(),
  endsAt: z.string().nullable(),
  targetAfter: z.string().nullable(),
  clicks: z.object({ total: z.number(), unique: z.number(), robots: z.number(), scans: z.number() }),
});
export type ShortLink = z.infer<typeof linkSchema>;
const linksSchema = z.object({ links: z.array(linkSchema) });

const domainSchema = z.object({
  id: z.string(),
  host: z.string(),
  state: z.enum(['pending', 'active', 'failed']),
  finding: z.enum(['unchecked', 'proven', 'missing', 'other', 'unreachable', 'in_use']),
  found: z.array(z.string()),
  advice: z.string(),
  records: z.array(z.object({ type: z.enum(['TXT', 'CNAME']), name: z.string(), value: z.string() })),
  isDefault: z.boolean(),
  checkedAt: z.string().nullable(),
  links: z.number().optional(),
});
export type Domain = z.infer<typeof domainSchema>;
const domainsSchema = z.object({ sharedUrl: z.string(), domains: z.array(domainSchema) });

/** The links of a request, by network and version. */
export const linksQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['requests', 'links', requestId],
    queryFn: ({ signal }) =>
      call(linksSchema, 'GET', `/api/links?requestId=${encodeURIComponent(requestId)}`, { signal }),
  });

/** What is left out stays. */
export interface LinkChange {
  /** Null: the address that chance gave. */
  readonly name?: string | null;
  readonly endsAt?: string | null;
  readonly targetAfter?: string | null;
  readonly allOfRequest?: boolean;
}

export const changeLink = (id: string, body: LinkChange) =>
  call(linksSchema, 'PATCH', `/api/links/${encodeURIComponent(id)}`, { body });

export const domainsQuery = queryOptions({
  queryKey: ['link-domains'],
  queryFn: ({ signal }) => call(domainsSchema, 'GET', '/api/link-domains', { signal }),
});

const one = (id: string) => `/api/link-domains/${encodeURIComponent(id)}` as const;
export const addDomain = (host: string) => call(domainSchema, 'POST', '/api/link-domains', { body: { host } });
export const checkDomain = (id: string) => call(domainSchema, 'POST', `${one(id)}/check`);
export const chooseDomain = (id: string, isDefault: boolean) =>
  call(domainSchema, 'PATCH', one(id), { body: { isDefault } });
export const removeDomain = (id: string) => call(nothing, 'DELETE', one(id));
