import type { Tx } from '../../../platform/db/index.ts';
import type { Card } from '../../links/index.ts';
import { actsAsked } from '../figures/act.ts';
import { releasedRows } from '../figures/store.ts';
import { stepsOf, told } from '../figures/told.ts';
import type { ShareParts } from '../parts.ts';
import { picturesOf, type ShareRequest } from '../request.ts';
import type { RequestCard } from '../surfaces/message.ts';

/** What the message of a request is made of, as things stand now. */
export async function cardFor(parts: ShareParts, tx: Tx, request: ShareRequest): Promise<RequestCard> {
  const organisation = await parts.organisation(tx);
  const steps = stepsOf(await releasedRows(tx, { requestIds: [request.id] }), organisation.smallGroup);
  return {
    id: request.id,
    state: request.state,
    draft: request.draft,
    ...pictureUrls(parts.publicUrl, request.draft),
    shares: told(steps, actsAsked(request.draft), organisation.smallGroup),
    timeZone: organisation.timeZone,
  };
}

/** Public addresses of a draft's pictures. */
export function pictureUrls(publicUrl: string, draft: ShareRequest['draft']) {
  const at = (id: string | null | undefined) => (id ? `${publicUrl}/media/${id}` : null);
  const [, ...more] = picturesOf(draft);
  return {
    pictureUrl: at(draft.picture?.id),
    morePictures: more.map(({ id, alt }) => ({ url: `${publicUrl}/media/${id}`, alt })),
    previewPictureUrl: at(draft.preview?.pictureId),
    film: draft.video
      ? { url: `${publicUrl}/media/videos/${draft.video.id}`, stillUrl: at(draft.video.stillId), alt: draft.video.alt }
      : null,
  };
}

/** What networks draw of a request's link: as the publisher wants it, where the page behind says something else too. */
export function linkCardOf(publicUrl: string, draft: ShareRequest['draft']): Card {
  const { pictureUrl, previewPictureUrl } = pictureUrls(publicUrl, draft);
  return {
    title: draft.preview?.title || draft.title,
    description: draft.preview?.description ?? '',
    pictureUrl: pictureUrl ?? previewPictureUrl,
  };
}
