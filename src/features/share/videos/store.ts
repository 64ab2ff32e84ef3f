import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { Film } from './mp4.ts';

/** Bytes of each part of a stored video but the last; as much as one upload carries. */
export const partBytes = 2 * 1024 * 1024;

interface Tables {
  videos: {
    org_id: string;
    id: string;
    size: number;
    ready: boolean;
    width: number;
    height: number;
    milliseconds: number;
    created_at: Date;
  };
  video_parts: { org_id: string; video_id: string; part: number; bytes: Uint8Array };
}

export interface StoredVideo extends Film {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** Whether all of it is there and was checked. */
  readonly ready: boolean;
}

/** Begins a video of so many bytes; its parts follow. */
export async function beginVideo(tx: Tx, id: string, size: number, now: Date): Promise<void> {
  const nothing = { ready: false, width: 0, height: 0, milliseconds: 0 };
  await tx
    .on<Tables>()
    .insertInto('videos')
    .values({ org_id: orgOf(tx), id, size, ...nothing, created_at: now })
    .execute();
}

/** A video of the organisation, or null. `lock` lets nobody else change it until the transaction ends. */
export async function findVideo(tx: Tx, id: string, lock = false): Promise<StoredVideo | null> {
  const query = tx
    .on<Tables>()
    .selectFrom('videos')
    .select(['id', 'size', 'ready', 'width', 'height', 'milliseconds'])
    .where('id', '=', id);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

/** Keeps a part; one that comes again, after a lost answer, takes the place of the first. */
export async function putPart(tx: Tx, videoId: string, part: number, bytes: Uint8Array): Promise<void> {
  // As text, which the database unpacks: the embedded one's driver takes seconds to write megabytes of bytes out itself.
  const packed = sql<Uint8Array>`decode(${Buffer.from(bytes).toString('hex')}, 'hex')`;
  await tx
    .on<Tables>()
    .insertInto('video_parts')
    .values({ org_id: orgOf(tx), video_id: videoId, part, bytes: packed })
    .onConflict((clash) => clash.columns(['org_id', 'video_id', 'part']).doUpdateSet({ bytes: packed }))
    .execute();
}

/** How many bytes of a video are there. */
export async function bytesThere(tx: Tx, videoId: string): Promise<number> {
  const row = await tx
    .on<Tables>()
    .selectFrom('video_parts')
    .select(sql<number>`coalesce(sum(octet_length(bytes)), 0)::int`.as('bytes'))
    .where('video_id', '=', videoId)
    .executeTakeFirst();
  return row?.bytes ?? 0;
}

/** How many videos wait for the rest of them. */
export async function countUnfinished(tx: Tx): Promise<number> {
  const row = await tx
    .on<Tables>()
    .selectFrom('videos')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('ready', '=', false)
    .executeTakeFirst();
  return row?.count ?? 0;
}

export async function finishVideo(tx: Tx, id: string, film: Film): Promise<void> {
  await tx
    .on<Tables>()
    .updateTable('videos')
    .set({ ready: true, ...film })
    .where('id', '=', id)
    .execute();
}

/** Removes a video with its parts. */
export async function deleteVideo(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('videos').where('id', '=', id).execute();
}

/** Whether a request has this video. */
export async function isVideoUsed(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from share_requests where video->>'id' = ${id} limit 1`.execute(tx.on());
  return rows.length > 0;
}

/**
 * Removes videos older than a time that no request has. Where shares are on their way none is taken: one of them may be
 * of before its request was changed.
 */
export async function deleteUnusedVideos(tx: Tx, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from videos where created_at < ${before}
      and not exists (select 1 from share_requests where share_requests.video->>'id' = videos.id::text)
      and not exists (select 1 from outgoing_shares)`.execute(tx.on());
  return Number(numAffectedRows ?? 0);
}

/** A stretch of a video, put together from the parts that it touches. */
export async function readStretch(tx: Tx, videoId: string, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  const first = Math.floor(from / partBytes);
  const last = Math.floor(Math.max(from, to - 1) / partBytes);
  const stretch = new Uint8Array(to - from);
  for (let part = first; part <= last; part += 1) {
    const start = part * partBytes;
    const [low, high] = [Math.max(from, start), Math.min(to, start + partBytes)];
    // Cut in the database: a box's header takes sixteen bytes of two million.
    const row = await tx
      .on<Tables>()
      .selectFrom('video_parts')
      .select(
        sql<string>`encode(substring(bytes from ${low - start + 1}::int for ${high - low}::int), 'hex')`.as('hex'),
      )
      .where('video_id', '=', videoId)
      .where('part', '=', part)
      .executeTakeFirst();
    if (row?.hex.length !== 2 * (high - low)) throw new Error('a part of a video is missing');
    stretch.set(Buffer.from(row.hex, 'hex'), low - from);
  }
  return stretch;
}

/** Any organisation's video by its unguessable id, for those who fetch it without signing in. */
export async function findPublicVideo(tx: Tx, id: string): Promise<{ readonly size: number } | null> {
  const found = tx.on<Tables>().selectFrom('videos').select('size').where('id', '=', id).where('ready', '=', true);
  return (await found.executeTakeFirst()) ?? null;
}
