import type { Tx } from '../../../platform/db/index.ts';
import { shown } from '../figures/figure.ts';
import { releasedTallies } from '../figures/store.ts';
import type { ShareParts } from '../parts.ts';
import type { ShareRequest } from '../request.ts';
import type { RequestCard } from '../surfaces/message.ts';

/** What the message of a request is made of, as things stand now. */
export async function cardFor(parts: ShareParts, tx: Tx, request: ShareRequest): Promise<RequestCard> {
  const organisation = await parts.organisation(tx);
  const tally = (await releasedTallies(tx, [request.id])).get(request.id);
  const shares = Object.values(tally?.shares ?? {}).reduce((sum, count) => sum + count, 0);
  return {
    id: request.id,
    state: request.state,
    draft: request.draft,
    ...pictureUrls(parts.publicUrl, request.draft),
    shares: shown(shares, organisation.smallGroup),
    timeZone: organisation.timeZone,
  };
}

/** Public addresses of a draft's pictures. */
export function pictureUrls(publicUrl: string, draft: ShareRequest['draft']) {
  const at = (id: string | null | undefined) => (id ? `${publicUrl}/media/${id}` : null);
  return { pictureUrl: at(draft.picture?.id), previewPictureUrl: at(draft.preview?.pictureId) };
}
