import type { Tx } from '../../../platform/db/index.ts';
import { dayWords, todayOf } from '../day.ts';
import { enterAgreed } from '../wages/entering.ts';
import { payOf } from '../wages/looking.ts';
import { openWages } from '../wages/sealing.ts';
import { lockPay } from '../wages/store.ts';
import { clashesWith, wagesOf } from '../wages/wage.ts';
import { happen, type RaiseParts } from './proposing.ts';
import { countedApprovals, type Raise, rolesChanged, type StopReason, stopReasonOf, type Terms } from './raise.ts';
import { openTerms } from './sealing.ts';
import { findRaise, listEvents, type StoredRaise, updateRaise } from './store.ts';
import { tellProposer, tellStopped, tellUntold } from './telling.ts';

/** A proposal and the pay of its person, kept from others until the transaction ends: pay first, as whoever enters a wage. */
export async function holdRaise(tx: Tx, id: string): Promise<StoredRaise | null> {
  const found = await findRaise(tx, id);
  if (found === null) return null;
  await lockPay(tx, found.personId);
  return findRaise(tx, id, true);
}

/** Why a proposal can't take effect as things are; null: it can. */
export async function whyStopped(
  parts: RaiseParts,
  tx: Tx,
  { personId, from }: Pick<Raise, 'personId' | 'from'>,
  terms: Terms,
): Promise<StopReason | null> {
  const whose = await payOf(parts, tx, personId);
  const left = whose === null || whose.state === 'deactivated';
  const entries = terms.pay === null ? [] : await openWages(parts, tx, [personId]);
  const roleId = terms.pay?.roleId ?? null;
  return stopReasonOf(terms, {
    ...{ left, pay: wagesOf(entries)(roleId, from)?.pay ?? null },
    dayTaken: terms.pay !== null && clashesWith(entries, { roleId, from, corrects: null }),
  });
}

/**
 * Lets an approved proposal take effect, if its day has come: the wage, the title and the roles, in one transaction with
 * the word that it did. Asked twice, or by two at once, it does so once: whoever comes second finds it done.
 */
export async function takeEffect(parts: RaiseParts, tx: Tx, id: string): Promise<void> {
  const raise = await holdRaise(tx, id);
  if (raise?.state !== 'approved' || raise.from > (await todayOf(parts, tx))) return;
  const terms = await openTerms(parts.vault, tx, raise);
  const why = await whyStopped(parts, tx, raise, terms);
  if (why !== null) return stopRaise(parts, tx, raise, why);
  await fulfil(parts, tx, raise, terms);
  await updateRaise(tx, id, { state: 'in_force' });
  const inForce: Raise = { ...raise, state: 'in_force' };
  await happen(parts, tx, inForce, 'in_force', null);
  await tellProposer(parts, tx, inForce, 'in_force', null);
  if (raise.releasedAt === null) await tellUntold(parts, tx, inForce, 0);
}

async function fulfil(parts: RaiseParts, tx: Tx, raise: StoredRaise, terms: Terms): Promise<void> {
  const { id: raiseId, personId, from, proposedBy } = raise;
  const events = (await listEvents(tx, [raiseId])).get(raiseId) ?? [];
  const approvedBy = countedApprovals(raise, events).at(-1);
  if (approvedBy === undefined) throw new Error('a proposal takes effect that nobody has approved');
  const { pay, title } = terms;
  if (pay !== null) {
    const told = { says: 'pay', pay: pay.after, why: await whyOf(parts, tx, raise, terms) } as const;
    const agreed = { personId, roleId: pay.roleId, from, told, by: proposedBy, approvedBy, raiseId };
    await enterAgreed(parts, tx, agreed);
  }
  const by = { kind: 'person', id: approvedBy } as const;
  if (title.before !== title.after) await parts.people.entitle(tx, by, personId, title.after);
  await parts.changeKnown(tx, by, personId, rolesChanged(terms));
}

/** What stands in the history of wages: the reason, and that it is back-dated where it was approved after its day. */
async function whyOf(parts: RaiseParts, tx: Tx, { id, from, revision }: Raise, { reason }: Terms): Promise<string> {
  const events = (await listEvents(tx, [id])).get(id) ?? [];
  const last = events.findLast((event) => event.kind === 'approved' && event.revision === revision);
  const day = last === undefined ? from : await todayOf(parts, tx, last.at);
  return day > from ? `${reason} (back-dated: approved on ${dayWords(day)})` : reason;
}

/** A proposal comes to nothing by itself; those who keep it are told why. */
export async function stopRaise(parts: RaiseParts, tx: Tx, raise: Raise, why: StopReason): Promise<void> {
  await updateRaise(tx, raise.id, { state: 'stopped', stoppedWhy: why });
  const stopped: Raise = { ...raise, state: 'stopped', stoppedWhy: why };
  await happen(parts, tx, stopped, 'stopped', null);
  await tellStopped(parts, tx, stopped, why);
}
