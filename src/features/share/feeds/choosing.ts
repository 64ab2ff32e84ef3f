import { keysOf } from './address.ts';
import type { FeedItem } from './item.ts';

/** An item that something may be made of, with what it is remembered by. */
export interface Candidate {
  readonly item: FeedItem & { readonly link: string };
  readonly keys: readonly string[];
}

export interface Choice {
  /** Oldest first, as they are to appear. */
  readonly taken: readonly Candidate[];
  /** Known from now on without anything being made of them. */
  readonly passed: readonly Candidate[];
  /** More that fit than may be taken now; they come later while the feed still has them. */
  readonly held: number;
  /** Items that the words let through no further. */
  readonly filtered: number;
  /** Items with no address to share. */
  readonly withoutLink: number;
  /** From when on items count as new. */
  readonly since: Date;
}

export interface ChoiceRules {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** How many more may be taken now. */
  readonly room: number;
  /** From when on items count as new; null at the first look. */
  readonly since: Date | null;
  readonly addedAt: Date;
  /** How many of those that were there before the feed was added are wanted too. */
  readonly alsoLast: number;
  readonly now: Date;
}

/**
 * Which items of a feed something is to be made of. At the first look those are the ones published since the feed was added, and the
 * last few if they are wanted; afterwards, what is not known yet. What an old item that comes to light is (one was deleted before it,
 * an address was changed) its date tells: it is passed over. Dates to come are not believed.
 * @param isKnown whether an item was met before, by what it is remembered by
 */
export function chooseItems(
  feedId: string,
  items: readonly FeedItem[],
  isKnown: (candidate: Candidate) => boolean,
  rules: ChoiceRules,
): Choice {
  const usable = items.flatMap((item): Candidate[] =>
    item.link === null ? [] : [{ item: { ...item, link: item.link }, keys: keysOf(feedId, item) }],
  );
  const fresh = newestFirst(usable, rules.now).filter((candidate) => !isKnown(candidate));
  const fitting = fresh.filter(({ item }) => passesWords(item, rules));
  const { wanted, since } =
    rules.since === null ? firstLook(fitting, rules) : laterLook(fitting, rules.since, rules.now);
  const taken = wanted.slice(0, Math.max(0, rules.room));
  return {
    taken: taken.toReversed(),
    // At the first look, what the words keep out is passed over too: it is older than the feed is here.
    passed: (rules.since === null ? fresh : fitting).filter((candidate) => !wanted.includes(candidate)),
    held: wanted.length - taken.length,
    filtered: fresh.length - fitting.length,
    withoutLink: items.length - usable.length,
    since,
  };
}

function firstLook(fitting: readonly Candidate[], { addedAt, alsoLast, now }: ChoiceRules) {
  const wanted = fitting.filter((candidate, at) => at < alsoLast || (dateOf(candidate, now) ?? 0) > addedAt.getTime());
  const dates = wanted.flatMap((candidate) => dateOf(candidate, now) ?? []);
  return { wanted, since: new Date(Math.min(addedAt.getTime(), ...dates)) };
}

/** A day is granted, as many feeds know nothing finer. */
const dayInMs = 86_400_000;

function laterLook(fitting: readonly Candidate[], since: Date, now: Date) {
  const isOld = (candidate: Candidate) => (dateOf(candidate, now) ?? since.getTime()) < since.getTime() - dayInMs;
  return { wanted: fitting.filter((candidate) => !isOld(candidate)), since };
}

function dateOf({ item }: Candidate, now: Date): number | null {
  const at = item.publishedAt?.getTime() ?? null;
  return at !== null && at <= now.getTime() ? at : null;
}

/** By date where there is one. The others keep the feed's own order, in which the newest is first. */
function newestFirst(candidates: readonly Candidate[], now: Date): Candidate[] {
  let before = Number.POSITIVE_INFINITY;
  const dated = candidates.map((candidate) => {
    before = dateOf(candidate, now) ?? before;
    return { candidate, at: before };
  });
  return dated
    .toSorted((left, right) => (right.at === left.at ? 0 : right.at - left.at))
    .map(({ candidate }) => candidate);
}

function passesWords(item: FeedItem, { include, exclude }: Pick<ChoiceRules, 'include' | 'exclude'>): boolean {
  const text = [item.title, item.description, item.author, ...item.categories]
    .join('\n')
    .normalize('NFC')
    .toLowerCase();
  const has = (word: string) => text.includes(word.normalize('NFC').toLowerCase());
  return (include.length === 0 || include.some(has)) && !exclude.some(has);
}
