import type { Tx } from '../../../platform/db/index.ts';
import type { StoredItem } from '../feeds/item-store.ts';
import type { ShareParts } from '../parts.ts';

const outcomes = {
  made: { subject: 'was taken up', line: 'Thank you. A request to share it is being prepared.' },
  dismissed: {
    subject: 'is not taken up this time',
    line: 'Thank you all the same. Suggest whatever you come across.',
  },
} as const;

/**
 * Tells those who gave their name what was decided about what they suggested. Nobody is told of their own decision.
 * @param deciderId the person who decided
 */
export async function tellSuggesters(
  { people }: Pick<ShareParts, 'people'>,
  tx: Tx,
  items: readonly StoredItem[],
  outcome: keyof typeof outcomes,
  deciderId: string,
): Promise<void> {
  const { subject, line } = outcomes[outcome];
  const notices = items.flatMap(({ id, suggestedBy, item }) =>
    suggestedBy === null || suggestedBy === deciderId
      ? []
      : [
          {
            ...{ personId: suggestedBy, event: 'request_decided' as const, key: `suggestion/${id}/${outcome}` },
            ...{ subject: `Your suggestion “${item.title}” ${subject}`, lines: [line] },
          },
        ],
  );
  if (notices.length > 0) await people.tell(tx, notices);
}
