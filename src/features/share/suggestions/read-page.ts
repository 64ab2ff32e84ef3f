import { orgId as parseOrgId } from '../../../platform/db/index.ts';
import { feedLimits } from '../feeds/item.ts';
import { keepPicture } from '../feeds/item-picture.ts';
import { describeItem, findItem } from '../feeds/item-store.ts';
import type { FeedParts } from '../feeds/parts.ts';
import { shortened } from '../feeds/reading/plain-text.ts';

interface Asked {
  readonly orgId: string;
  readonly itemId: string;
  /** Whether whoever suggested it gave it a title. */
  readonly titled: boolean;
}

/** Looks at the page that somebody suggested, for its title, description and picture. One that can't be read waits without. */
export async function readPage(parts: FeedParts, { orgId: org, itemId, titled }: Asked): Promise<void> {
  const orgId = parseOrgId(org);
  const stored = await parts.db.inOrg(orgId, (tx) => findItem(tx, itemId));
  if (stored === null) return;
  const page = await parts.egress.readPreview(stored.item.link);
  if (!page.ok) return;
  await parts.db.inOrg(orgId, async (tx) => {
    // Somebody may have decided about it meanwhile.
    if ((await findItem(tx, itemId))?.state !== 'waiting') return;
    const pictureId = await keepPicture(tx, page.picture ?? null, parts.clock.now());
    const title = titled ? stored.item.title : shortened(page.title, feedLimits.title);
    await describeItem(tx, itemId, { title, description: shortened(page.description ?? '', 1_000), pictureId });
  });
}
