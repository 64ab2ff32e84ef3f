import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { PayParts } from '../parts.ts';
import { readPaySettings } from '../settings/store.ts';
import { asResource } from '../wages/looking.ts';
import type { Cycle } from './cycle.ts';

/**
 * Who sees what of a review cycle, against whoever subtracts.
 *
 * The attacker may see some lines and wants another: a manager that of a colleague's people, or anybody their own. They
 * know every figure that they are shown, may change what is theirs as often as they like, and watch what moves. A total over
 * more lines than theirs gives the rest away; so does what is left of a budget that others spend from, a refusal once the
 * budget is spent (raise one's own line until it comes), a count of lines that are chosen, a version that others move, or a
 * word that somebody went over. Therefore everything that somebody is told of a cycle, refusals too, is reckoned from how it
 * is set up and from the lines that they see, and from nothing else:
 *
 * - The lines that somebody may not see are left out here, before anything is opened; sums are made of what is left.
 * - Managers are shown neither the budget of the whole nor the shares of others: their own share, against their own lines.
 * - Choosing is never held against a budget. Submitting is, by those who keep pay, against the lines that they see. What they
 *   may not see, their own line, is submitted by somebody else, and does not show in the state: it is `submitted` with the
 *   first of them, whether or not there was anything to propose.
 * - Each line has its own version. That of the cycle counts what is set up alone.
 * - Why somebody went over is shown to them, and to who has no line or no wage: of others it could be the own line.
 * - The audit log says that something was chosen and submitted, not for whom and not how much.
 * - Guidelines by position, and words about the band, are for who may read bands.
 */
export async function seenBy(
  { people }: Pick<PayParts, 'people'>,
  tx: Tx,
  { allowed, orgId }: Pick<Asking, 'allowed' | 'orgId'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Seen>> {
  const workers = new Map((await people.workers(tx)).map((worker) => [worker.id, worker]));
  const managers = await people.managersOf(tx, personIds);
  const names = await people.namesOf(tx, personIds);
  const { managersSee } = await readPaySettings(tx);
  const seen = new Map<string, Seen>();
  for (const personId of personIds) {
    const worker = workers.get(personId);
    const manager = managers.get(personId) ?? '';
    const state = worker === undefined ? 'deactivated' : 'active';
    if (!allowed('pay.review', asResource({ personId, manager, state, managersSee }, orgId))) continue;
    const name = names.get(personId) || 'Somebody from Slack';
    seen.set(personId, { name, manager, left: worker === undefined, locations: worker?.locations ?? [] });
  }
  return seen;
}

/** Somebody whose line may be seen. */
export interface Seen {
  readonly name: string;
  /** Whom they report to; empty: nobody. */
  readonly manager: string;
  readonly left: boolean;
  readonly locations: readonly string[];
}

/** Whether there is such a cycle for who asks, with so many lines that they see. */
export function isThereFor(
  { state }: Pick<Cycle, 'state'>,
  asking: Pick<Asking, 'allowed' | 'orgId'>,
  lines: number,
): boolean {
  return keepsCycles(asking) || (lines > 0 && state !== 'draft');
}

/** Whether who asks keeps pay, and with it cycles. */
export function keepsCycles({ allowed, orgId }: Pick<Asking, 'allowed' | 'orgId'>): boolean {
  return allowed('pay.cycles', { type: 'Organisation', id: orgId, orgId });
}
