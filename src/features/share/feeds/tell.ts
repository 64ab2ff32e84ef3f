import type { Tx } from '../../../platform/db/index.ts';
import type { Notice } from '../../people/index.ts';
import type { ShareParts } from '../parts.ts';
import type { Feed } from './feed.ts';
import type { FeedProblem } from './fetching/problems.ts';

/**
 * A feed brings nothing any more: whoever added it hears of it once, and where they no longer publish here, those who
 * could mend it in their place.
 */
export async function tellOfFeed(
  { people }: Pick<ShareParts, 'people'>,
  tx: Tx,
  feed: Feed,
  problem: FeedProblem,
  what: 'failing' | 'off',
  now: Date,
): Promise<void> {
  const publishers = await people.actorsIn(tx, ['owner', 'admin', 'publisher']);
  const author = publishers.filter(({ personId }) => personId === feed.createdBy);
  const readers = author.length > 0 ? author : publishers;
  const { name } = feed.settings;
  const [subject, next] = {
    failing: [
      `The feed “${name}” has brought nothing for three days`,
      'It is tried on and on, more and more rarely. Nothing is lost: once it answers again, what it holds is read.',
    ],
    off: [`The feed “${name}” is gone and was switched off`, 'Give it another address, or delete it.'],
  }[what] as [string, string];
  const notices = readers.map(
    ({ personId }): Notice => ({
      ...{ personId, event: 'approval_needed', key: `feed:${feed.id}:${what}:${now.getTime()}` },
      ...{ subject, lines: [problem.sentence, next] },
      link: { label: 'Look at the feed', path: `/feeds/${feed.id}` },
    }),
  );
  await people.tell(tx, notices);
}
