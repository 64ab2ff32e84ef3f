import { orgOf, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';

interface Tables {
  share_settings: { org_id: string; approvals: string; rewriting: boolean; changed_at: Date };
}

/** Whether the organisation lets its publishers have wordings suggested. */
export async function readRewriting(tx: Tx): Promise<boolean> {
  const row = await tx.on<Tables>().selectFrom('share_settings').select('rewriting').executeTakeFirst();
  return row?.rewriting ?? false;
}

export async function writeRewriting(tx: Tx, rewriting: boolean, now: Date): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('share_settings')
    .values({ org_id: orgOf(tx), approvals: 'off', rewriting, changed_at: now })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet({ rewriting, changed_at: now }))
    .execute();
  await announce(tx, 'requests');
}
