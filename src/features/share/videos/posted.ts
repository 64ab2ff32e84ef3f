import { z } from '@hono/zod-openapi';
import { orgOf, type Tx } from '../../../platform/db/index.ts';
import { type AccountLimits, type NetworkName, type Video, videoRefusal } from '../../networks/index.ts';
import type { SharePayload } from '../outgoing/payload.ts';
import type { ShareParts } from '../parts.ts';
import type { Film } from './shown.ts';
import { findVideo, readStretch } from './store.ts';

type Posting = Pick<ShareParts, 'db' | 'networks' | 'publicUrl'>;

/** Networks that fetch videos by themselves can do so where we stand in the open. */
const addressOf = (id: string, publicUrl: string) =>
  publicUrl.startsWith('https://') ? { url: `${publicUrl}/media/videos/${id}` } : {};

/** The video of a share, if its network takes it; else the post goes as if there were none, as the composer said. */
export async function videoFor(
  { db, networks, publicUrl }: Posting,
  tx: Tx,
  { video, network }: Pick<SharePayload, 'video' | 'network'>,
): Promise<Video | null> {
  const found = video ? await findVideo(tx, video.id) : null;
  if (!video || !found?.ready) return null;
  const orgId = orgOf(tx);
  const { id, size, width, height, milliseconds } = found;
  const known = { size, width, height, milliseconds, ...addressOf(id, publicUrl) };
  if (videoRefusal(networks.describe(network).limits.video, known) !== null) return null;
  const read = (from: number, to: number) => db.inOrg(orgId, (later) => readStretch(later, id, from, to));
  return { ...known, alt: video.alt, read };
}

/** What a person is told of the video before they post; null when the request has none. */
export function filmWords(
  parts: Pick<ShareParts, 'networks' | 'publicUrl'>,
  network: NetworkName,
  film: Film,
  own: AccountLimits = {},
): string | null {
  if (film === null) return null;
  const { video, videoNote } = postedVideo(parts, network, film);
  if (video === null) return videoNote;
  if (film.bytes <= (own.videoBytes ?? film.bytes)) return '▶ Your post carries the video.';
  const megabytes = Math.floor((own.videoBytes ?? 0) / 1_000_000);
  return `Your server takes videos of up to ${megabytes} MB. The post goes without it.`;
}

export const postedVideoShape = z.object({ url: z.string(), stillUrl: z.string().nullable(), alt: z.string() });

interface Posted {
  readonly video: z.infer<typeof postedVideoShape> | null;
  readonly videoNote: string | null;
}

/** What becomes of a request's video on a network, for previews. */
export function postedVideo(
  { networks, publicUrl }: Pick<ShareParts, 'networks' | 'publicUrl'>,
  network: NetworkName,
  film: Film,
): Posted {
  if (film === null) return { video: null, videoNote: null };
  const { title, limits, unavailable } = networks.describe(network);
  const known = { size: film.bytes, milliseconds: film.seconds * 1000, ...addressOf(film.id, publicUrl) };
  const why =
    unavailable === null ? videoRefusal(limits.video, known) : 'people post there on its own page, without Coact';
  if (why !== null) {
    return { video: null, videoNote: `Video is not posted on ${title}: ${why}. The post goes without it.` };
  }
  return { video: { url: film.url, stillUrl: film.stillUrl, alt: film.alt }, videoNote: null };
}
