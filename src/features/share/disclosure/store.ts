import { orgOf, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import type { Draft } from '../request.ts';

interface Tables {
  share_disclosures: { org_id: string; words: string; changed_at: Date };
}

/** What the organisation's posts say of themselves; empty where it has chosen nothing. */
export async function readDisclosure(tx: Tx): Promise<string> {
  const row = await tx.on<Tables>().selectFrom('share_disclosures').select('words').executeTakeFirst();
  return row?.words ?? '';
}

/** @param words empty for none */
export async function writeDisclosure(tx: Tx, words: string, now: Date): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('share_disclosures')
    .values({ org_id: orgOf(tx), words, changed_at: now })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet({ words, changed_at: now }))
    .execute();
  await announce(tx, 'requests');
}

/** What the posts of one request say; nothing where its publisher has switched it off. */
export async function disclosureOf(tx: Tx, draft: Pick<Draft, 'disclosed'>): Promise<string> {
  return draft.disclosed === false ? '' : readDisclosure(tx);
}
