import { newId } from '../../../platform/clock/index.ts';
import { type OrgId, orgId as parseOrgId, type Tx } from '../../../platform/db/index.ts';
import type { ReadPicture } from '../../../platform/egress/index.ts';
import { recordFeedAct } from '../acts.ts';
import { dayOf, momentOf } from '../outgoing/good-time.ts';
import { canonicalAddress, keysOf } from './address.ts';
import { type Candidate, type Choice, chooseItems } from './choosing.ts';
import { expiryOf, type Feed, longFailingMs } from './feed.ts';
import { type Fetched, fetchFeed } from './fetching/fetch-feed.ts';
import type { FeedProblem } from './fetching/problems.ts';
import { pauseAfter } from './fetching/retry.ts';
import type { FeedItem } from './item.ts';
import { keepPicture, pictureOf } from './item-picture.ts';
import { countFoundSince, insertItem } from './item-store.ts';
import { draftOf, makeAndSend, slackWorks } from './make-request.ts';
import { keepRemembered, knownKeys, linksOfRequests, remember } from './memory-store.ts';
import type { FeedParts } from './parts.ts';
import { findFeed, setFeed } from './store.ts';
import { tellOfFeed } from './tell.ts';

interface Ids {
  readonly orgId: string;
  readonly feedId: string;
}

/** What comes this much before its time is on time: the clock that calls looks every five minutes only. */
export const early = 60_000;
/** Longer than a look may take; after it, another process takes over from one that was killed. */
const longestRun = 5 * 60_000;
const feedItself = { kind: 'system', id: 'feed' } as const;

/**
 * Looks at a feed, one look at a time: a run is claimed in the feed's row, then its server is asked without any transaction, then
 * everything that follows is written in one: what is remembered, what was made, when to look again. Whoever lost the claim meanwhile
 * writes nothing, so a process that dies, at whatever moment, leaves either all of it or nothing.
 */
export async function checkFeed(parts: FeedParts, ids: Ids): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const feed = await parts.db.inOrg(orgId, (tx) => claim(parts, tx, ids.feedId));
  if (feed === null) return;
  const { settings, etag, lastModified } = feed;
  const fetched = await fetchFeed(parts.egress, { url: settings.url, etag, lastModified }, parts.clock.now());
  if (fetched.kind !== 'read') return parts.db.inOrg(orgId, (tx) => withoutItems(parts, tx, orgId, feed, fetched));
  const weighed = await parts.db.inOrg(orgId, (tx) => weigh(parts, tx, feed, fetched.feed.items));
  const { taken } = weighed.choice;
  const pictures = await picturesOf(parts, taken);
  const sendable = settings.mode === 'send' && taken.length > 0 && (await slackWorks(parts, orgId));
  await parts.db.inOrg(orgId, async (tx) => {
    const claimed = await stillClaimed(tx, feed);
    if (claimed !== null) await write(parts, tx, orgId, claimed, fetched, weighed, pictures, sendable);
  });
}

/** Takes the run, unless another has it, or it isn't time, or nobody wants it any more. */
async function claim(parts: FeedParts, tx: Tx, feedId: string): Promise<Feed | null> {
  const now = parts.clock.now();
  const feed = await findFeed(tx, feedId, true);
  if (feed === null || feed.state !== 'on' || feed.deletedAt !== null) return null;
  if (feed.nextCheckAt.getTime() > now.getTime() + early) return null;
  if (feed.runningUntil !== null && feed.runningUntil > now) return null;
  const run = feed.run + 1;
  await setFeed(tx, feedId, { run, running_until: new Date(now.getTime() + longestRun) });
  return { ...feed, run };
}

/** The feed as it stands now, locked; null when this run is no longer the one. */
async function stillClaimed(tx: Tx, { id, run }: Feed): Promise<Feed | null> {
  const feed = await findFeed(tx, id, true);
  if (feed === null || feed.run !== run || feed.deletedAt !== null || feed.state !== 'on') return null;
  return feed;
}

interface Weighed {
  readonly choice: Choice;
  /** What all items of the document are remembered by. */
  readonly keys: readonly string[];
  /** Not met before, but a request leads to their pages already: remembered, so that deleting it makes them no news. */
  readonly shared: readonly string[];
}

async function weigh(parts: FeedParts, tx: Tx, feed: Feed, items: readonly FeedItem[]): Promise<Weighed> {
  const { settings, since, addedAt, alsoLast } = feed;
  const now = parts.clock.now();
  const { timeZone } = await parts.organisation(tx);
  const today = momentOf(dayOf(now, timeZone), '00:00', timeZone);
  const room = Math.min(settings.runCap, settings.dailyCap - (await countFoundSince(tx, feed.id, today)));
  const keys = items.map((item) => keysOf(feed.id, item));
  const known = await knownKeys(tx, keys.flat());
  const isMet = (some: readonly string[]) => some.some((key) => known.has(key));
  const pages = new Set(keys.every(isMet) ? [] : (await linksOfRequests(tx)).map(canonicalAddress));
  const isShared = ({ link }: FeedItem) => link !== null && pages.has(canonicalAddress(link));
  const isKnown = (candidate: Candidate) => isMet(candidate.keys) || isShared(candidate.item);
  const choice = chooseItems(feed.id, items, isKnown, { ...settings, room, since, addedAt, alsoLast, now });
  const shared = items.flatMap((item, at) => (isShared(item) ? (keys[at] ?? []) : []));
  return { choice, keys: keys.flat(), shared };
}

/** Everything that a look has brought, in one transaction. */
async function write(
  parts: FeedParts,
  tx: Tx,
  orgId: OrgId,
  feed: Feed,
  fetched: Extract<Fetched, { readonly kind: 'read' }>,
  { choice, keys, shared }: Weighed,
  pictures: readonly (ReadPicture | null)[],
  sendable: boolean,
): Promise<void> {
  const now = parts.clock.now();
  const { taken, passed, ...counts } = choice;
  await remember(tx, feed.id, [...shared, ...passed.flatMap((candidate) => candidate.keys)], now);
  let made = 0;
  for (const [at, candidate] of taken.entries()) {
    // Another feed may have brought it since this one was weighed.
    if (!(await remember(tx, feed.id, candidate.keys, now))) continue;
    const picture = pictures[at] ?? null;
    await take(
      parts,
      tx,
      orgId,
      feed,
      { item: candidate.item, picture, now: new Date(now.getTime() + made) },
      sendable,
    );
    made += 1;
  }
  await keepRemembered(tx, keys, now);
  const { held, filtered, withoutLink, since } = counts;
  const { items, broken, cut, title, format } = fetched.feed;
  // While something is held back the document is wanted again, changed or not.
  const { etag, lastModified } = held > 0 ? { etag: null, lastModified: null } : fetched;
  await setFeed(tx, feed.id, {
    ...settled(feed, now),
    ...{ read_at: now, since, title, format, etag, last_modified: lastModified },
    last_read: { items: items.length, taken: made, held, filtered, withoutLink, broken, cut },
  });
  await follow(parts, tx, feed, fetched);
}

/** Makes of an item what the feed's setting says. */
async function take(
  parts: FeedParts,
  tx: Tx,
  orgId: OrgId,
  feed: Feed,
  taken: { readonly item: Candidate['item']; readonly picture: ReadPicture | null; readonly now: Date },
  sendable: boolean,
): Promise<void> {
  const { item, picture, now } = taken;
  const pictureId = await keepPicture(tx, picture, now);
  const { mode } = feed.settings;
  const source = { feed, item, pictureId, now, createdBy: feed.createdBy, actor: feedItself };
  const request =
    mode === 'review'
      ? null
      : mode === 'draft'
        ? await draftOf(parts, tx, source)
        : await makeAndSend(parts, tx, orgId, source, sendable);
  await insertItem(tx, {
    ...{
      id: newId(parts.clock),
      feedId: feed.id,
      suggestedBy: null,
      suggestedAs: null,
      note: '',
      item,
      pictureId,
      foundAt: now,
    },
    ...{ state: request === null ? 'waiting' : 'made', requestId: request?.id ?? null },
    ...{ expiresAt: expiryOf(feed.settings, now), decidedAt: request === null ? null : now },
  });
}

/** Four at a time, as they are mostly of one server. */
async function picturesOf(parts: FeedParts, taken: readonly Candidate[]): Promise<(ReadPicture | null)[]> {
  const pictures: (ReadPicture | null)[] = [];
  for (let at = 0; at < taken.length; at += 4) {
    pictures.push(...(await Promise.all(taken.slice(at, at + 4).map(({ item }) => pictureOf(parts, item)))));
  }
  return pictures;
}

/** A look that brought no items: nothing has changed, or something is wrong. */
async function withoutItems(
  parts: FeedParts,
  tx: Tx,
  orgId: OrgId,
  before: Feed,
  fetched: Exclude<Fetched, { readonly kind: 'read' }>,
): Promise<void> {
  const feed = await stillClaimed(tx, before);
  if (feed === null) return;
  const now = parts.clock.now();
  if (fetched.kind === 'unchanged') {
    await setFeed(tx, feed.id, settled(feed, now));
    return follow(parts, tx, feed, fetched);
  }
  const retryAfterMs = fetched.kind === 'failed' ? fetched.retryAfterMs : null;
  const failing = failed(feed, fetched.problem, retryAfterMs, now);
  const warn = feed.warnedAt === null && now.getTime() - failing.failing_since.getTime() >= longFailingMs;
  if (warn) parts.log.warn({ event: 'share.feed_failing', orgId, feedId: feed.id, problem: fetched.problem.code });
  await setFeed(tx, feed.id, {
    ...failing,
    ...(warn ? { warned_at: now } : {}),
    ...(fetched.kind === 'gone' ? { state: 'off' } : {}),
  });
  if (fetched.kind === 'gone') await recordFeedAct(parts, tx, feedItself, 'share.feed_switched_off', feed.id);
  if (fetched.kind === 'gone') await tellOfFeed(parts, tx, feed, fetched.problem, 'off', now);
  else if (warn) await tellOfFeed(parts, tx, feed, fetched.problem, 'failing', now);
}

function settled({ settings }: Feed, now: Date) {
  return {
    ...{ running_until: null, checked_at: now, failures: 0, failing_since: null, warned_at: null },
    ...{ problem_code: null, problem: null },
    next_check_at: new Date(now.getTime() + settings.intervalMinutes * 60_000),
  };
}

function failed({ settings, failures, failingSince }: Feed, problem: FeedProblem, wishedMs: number | null, now: Date) {
  const pause = pauseAfter(settings.intervalMinutes, failures + 1, wishedMs);
  return {
    ...{ running_until: null, checked_at: now, failures: failures + 1, failing_since: failingSince ?? now },
    ...{ problem_code: problem.code, problem: problem.sentence },
    next_check_at: new Date(now.getTime() + pause),
  };
}

/** A feed that has moved for good is asked for at its new address from now on, and its page says so. */
async function follow(
  parts: FeedParts,
  tx: Tx,
  feed: Feed,
  { moved, url }: { readonly moved: boolean; readonly url: string },
): Promise<void> {
  if (!moved || url.length > 2_000) return;
  await setFeed(tx, feed.id, { url, moved_from: feed.settings.url });
  await recordFeedAct(parts, tx, feedItself, 'share.feed_moved', feed.id);
}
