import type { Clock } from '../../../platform/clock/index.ts';
import type { Ask } from '../../networks/index.ts';

/** How a share of this person ended. Kept in memory for a day at most, and in the person's Home tab at Slack. */
export interface ShareResult {
  readonly at: Date;
  readonly title: string;
  readonly networkTitle: string;
  /** What was done about a post that exists; null for a post of their own. */
  readonly ask: Ask | null;
  readonly outcome:
    | { readonly kind: 'posted'; readonly url: string }
    | { readonly kind: 'failed'; readonly sentence: string };
}

/**
 * How people's last shares ended, for their Home tab. In memory only and for a day at most: nothing that is stored may
 * tie a person to what they shared. Slack keeps the Home tab that was last published, so a restart does not blank it.
 */
export interface ShareResults {
  add(personId: string, result: ShareResult): void;
  /** Newest first. */
  of(personId: string): readonly ShareResult[];
  forget(personId: string): void;
}

const dayInMs = 86_400_000;
const mostPerPerson = 8;
const mostPeople = 20_000;

export function openResults(clock: Clock): ShareResults {
  const byPerson = new Map<string, ShareResult[]>();
  const fresh = (results: readonly ShareResult[]) => {
    const oldest = clock.now().getTime() - dayInMs;
    return results.filter((result) => result.at.getTime() > oldest);
  };
  return {
    add: (personId, result) => {
      const results = [result, ...fresh(byPerson.get(personId) ?? [])].slice(0, mostPerPerson);
      byPerson.delete(personId);
      byPerson.set(personId, results);
      const [oldest] = byPerson.keys();
      if (byPerson.size > mostPeople && oldest !== undefined) byPerson.delete(oldest);
    },
    of: (personId) => {
      const results = fresh(byPerson.get(personId) ?? []);
      if (results.length === 0) byPerson.delete(personId);
      return results;
    },
    forget: (personId) => {
      byPerson.delete(personId);
    },
  };
}
