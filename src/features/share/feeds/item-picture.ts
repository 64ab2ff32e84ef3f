import { randomId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { type ReadPicture, readPicture } from '../../../platform/egress/index.ts';
import { insertPicture } from '../pictures/store.ts';
import type { FeedItem } from './item.ts';
import type { FeedParts } from './parts.ts';

const limits = { maxBytes: 8 * 1024 * 1024, timeoutMs: 5_000 } as const;

/** The picture of an item: the one that it names, else the one that its page names. Null where neither can be had; an item is whole without. */
export async function pictureOf({ egress }: Pick<FeedParts, 'egress'>, item: FeedItem): Promise<ReadPicture | null> {
  if (item.pictureUrl !== null) {
    const headers = { accept: 'image/jpeg,image/png,image/webp,image/gif;q=0.8' };
    const answer = await egress.fetch(item.pictureUrl, { ...limits, headers });
    const picture = answer.ok && answer.response.status === 200 ? await readPicture(answer.response.bytes) : null;
    if (picture?.ok === true) return picture;
  }
  if (item.link === null) return null;
  const page = await egress.readPreview(item.link);
  return page.ok ? (page.picture ?? null) : null;
}

/** Keeps a picture under an id that nobody can guess. @returns the id, null where there is no picture */
export async function keepPicture(tx: Tx, picture: ReadPicture | null, now: Date): Promise<string | null> {
  if (picture === null) return null;
  const { mime, width, height, bytes, thumb } = picture;
  const id = randomId();
  await insertPicture(tx, { id, mime, width, height, bytes, card: thumb.bytes, card_mime: thumb.mime }, now);
  return id;
}
