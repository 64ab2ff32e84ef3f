import type { Tx } from '../../../platform/db/index.ts';
import type { Draft } from '../request.ts';
import { findVideo } from './store.ts';

/** As pages and windows know a video. */
export type Film = Awaited<ReturnType<typeof shownVideo>>;

/** A request's video with what a page needs to show it; null when there is none, or it is gone. */
export async function shownVideo(tx: Tx, { video }: Pick<Draft, 'video'>, publicUrl: string) {
  const found = video ? await findVideo(tx, video.id) : null;
  if (!video || !found?.ready) return null;
  const { width, height, milliseconds, size } = found;
  const stillId = video.stillId ?? null;
  return {
    ...{ id: video.id, alt: video.alt, url: `${publicUrl}/media/videos/${video.id}` },
    ...{ stillId, stillUrl: stillId === null ? null : `${publicUrl}/media/${stillId}` },
    ...{ bytes: size, seconds: milliseconds / 1000, width, height },
  };
}
