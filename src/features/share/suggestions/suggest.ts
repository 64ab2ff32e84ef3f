import { newId } from '../../../platform/clock/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { SlackRequest } from '../../../platform/slack/index.ts';
import { canonicalAddress, keysOf } from '../feeds/address.ts';
import { expiryOf } from '../feeds/feed.ts';
import { countSuggested, insertItem, linksOfItems, type StoredItem } from '../feeds/item-store.ts';
import { linksOfRequests, remember } from '../feeds/memory-store.ts';
import { readSuggestedPage } from '../jobs.ts';
import type { ShareParts } from '../parts.ts';

/** What somebody thinks their colleagues should share. */
export interface Suggestion {
  readonly link: string;
  /** Empty for the page's own. */
  readonly title: string;
  readonly note: string;
  /** Whether publishers may know who it is from. */
  readonly named: boolean;
}

/** Who suggests, as Slack says. */
export type Suggester = Pick<SlackRequest, 'slackUserId' | 'slackUserName'>;

const unnamed = { suggestedBy: null, suggestedAs: null } as const;

export type Suggested = 'taken' | 'known' | 'too_many' | 'full' | 'not_member';

/** Of one person. */
const daily = { name: 'suggestion', points: 10, seconds: 86_400 } as const;
/** Of an organisation, waiting: nobody reads more. */
const mostWaiting = 200;

/**
 * Puts a suggestion into the queue in which items of feeds wait for a publisher. Whoever asked to stay unnamed is stored
 * nowhere with it: how often they suggest is counted by a keyed hash that ends with the day.
 */
export async function suggest(
  parts: ShareParts,
  orgId: OrgId,
  { slackUserId, slackUserName }: Suggester,
  suggestion: Suggestion,
): Promise<Suggested> {
  const person = await parts.db.inOrg(orgId, (tx) => parts.personForSlack(tx, slackUserId));
  if (person.state === 'deactivated') return 'not_member';
  // Looked at first, so that a page that is known costs nobody one of the day's suggestions.
  if (await parts.db.inOrg(orgId, (tx) => isKnown(tx, suggestion.link))) return 'known';
  const admission = await parts.limits.consume(daily, `${orgId} ${person.id}`);
  if (!admission.ok) return 'too_many';
  const named = suggestion.named ? { suggestedBy: person.id, suggestedAs: slackUserName } : unnamed;
  return parts.db.inOrg(orgId, (tx) => write(parts, tx, orgId, suggestion, named));
}

/** Whether a request leads there, or the page is or was in the queue. */
async function isKnown(tx: Tx, link: string): Promise<boolean> {
  const page = canonicalAddress(link);
  const links = [...(await linksOfItems(tx)), ...(await linksOfRequests(tx))];
  return links.some((each) => canonicalAddress(each) === page);
}

async function write(
  parts: ShareParts,
  tx: Tx,
  orgId: OrgId,
  { link, title, note }: Suggestion,
  named: Pick<StoredItem, 'suggestedBy' | 'suggestedAs'>,
): Promise<Suggested> {
  const now = parts.clock.now();
  if ((await countSuggested(tx, now)) >= mostWaiting) return 'full';
  const item = {
    ...{ guid: null, link, title: title || new URL(link).host, description: '', author: '', categories: [] },
    ...{ publishedAt: null, pictureUrl: null },
  };
  const [pageKey = ''] = keysOf('', item);
  const id = newId(parts.clock);
  const stored = {
    ...{ id, feedId: null, ...named, note, state: 'waiting' as const, item, pictureId: null },
    ...{ foundAt: now, expiresAt: expiryOf({ endAfterDays: null }, now), decidedAt: null, requestId: null },
  };
  if (!(await insertItem(tx, stored, pageKey))) return 'known';
  await remember(tx, null, [pageKey], now);
  await parts.jobs.enqueue(tx, readSuggestedPage, { orgId, itemId: id, titled: title !== '' });
  return 'taken';
}
