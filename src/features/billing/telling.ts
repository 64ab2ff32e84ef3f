import { orgOf, type Tx } from '../../platform/db/index.ts';
import { askingAs, roles } from '../../platform/policy/index.ts';
import { letterOf } from './letters.ts';
import { failureKey, type News } from './news.ts';
import type { BillingParts } from './parts.ts';
import { planPage } from './plan-page.ts';
import { noteToldFailure } from './store.ts';

/** Writes to everybody who may look after the plan, once the transaction commits. */
export async function tellOwners(
  { people, policy, publicUrl }: Pick<BillingParts, 'people' | 'policy' | 'publicUrl'>,
  tx: Tx,
  news: readonly News[],
): Promise<void> {
  if (news.length === 0) return;
  const orgId = orgOf(tx);
  const organisation = { type: 'Organisation', id: orgId, orgId } as const;
  const active = await people.actorsIn(tx, roles);
  const owners = active.filter((actor) => askingAs({ policy }, actor).allowed('billing.manage', organisation));
  if (owners.length === 0) return;
  const { name, timeZone } = await people.organisation(tx);
  for (const one of news) {
    const letter = letterOf(one, { name, timeZone, planPage: planPage(publicUrl) });
    for (const { personId } of owners) await people.writeTo(tx, personId, letter);
    if (one.kind === 'failed') await noteToldFailure(tx, failureKey(one.failure));
  }
}
