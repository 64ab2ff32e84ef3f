import type { ShareParts } from '../parts.ts';
import type { Draft } from '../request.ts';

/** A draft with its post's address as the network writes it, without what sharing put behind it; other addresses stay to be mended. */
export function withKnownPost<D extends Partial<Draft>>({ networks }: Pick<ShareParts, 'networks'>, draft: D): D {
  const { engagement } = draft;
  if (!engagement) return draft;
  const post = networks.describe(engagement.network).engagement.readPost(engagement.post) ?? engagement.post;
  return { ...draft, engagement: { ...engagement, post } };
}
