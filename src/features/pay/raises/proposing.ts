import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import { listRoles, whoKnows } from '../../schedule/index.ts';
import type { PayAction } from '../acts.ts';
import { dayWords, todayOf } from '../day.ts';
import type { PayParts } from '../parts.ts';
import { readPaySettings } from '../settings/store.ts';
import type { Refusal } from '../wages/entering.ts';
import { asResource, payOf } from '../wages/looking.ts';
import { openWages } from '../wages/sealing.ts';
import { lockPay } from '../wages/store.ts';
import { clashesWith, type Pay, wagesOf } from '../wages/wage.ts';
import { mayApprove } from './approvers.ts';
import { type EventKind, missingApprovers, type Raise, type Terms, wrongDay, wrongTerms } from './raise.ts';
import { sealEvent, sealTerms } from './sealing.ts';
import { insertEvent, insertRaise, listEvents, listRaises, type StoredRaise, updateRaise } from './store.ts';
import { tellApprovers, tellMissing } from './telling.ts';

export type RaiseParts = Omit<PayParts, 'db'>;

/** What is proposed; what is left out stays as it is. */
export interface Wanted {
  /** The first day, as `2026-06-01`. */
  readonly from: string;
  readonly title?: string | null | undefined;
  /** Ids of all roles that they are to know. */
  readonly roles?: readonly string[] | undefined;
  /** Null: pay stays. `roleId` null: for all that they do. */
  readonly pay: { readonly roleId: string | null; readonly pay: Pay } | null;
  readonly reason: string;
}

export interface Proposed {
  readonly id: string;
  /** How many more people are needed who may approve; 0: there are enough. */
  readonly missing: number;
}

/**
 * Proposes a raise or promotion of one person, within the caller's unit of work, and asks those who may approve it.
 * @returns null where who asks may not propose for this person, or there is none; sentences by field where it can't be
 */
export async function propose(
  parts: RaiseParts,
  tx: Tx,
  asking: Pick<Asking, 'actor' | 'allowed'>,
  { personId, ...wanted }: Wanted & { readonly personId: string },
): Promise<Proposed | Refusal | null> {
  const { actor, allowed } = asking;
  const whose = await payOf(parts, tx, personId);
  if (whose === null || !allowed('pay.propose', asResource(whose, actor.orgId))) return null;
  await lockPay(tx, personId);
  const terms = await termsOf(parts, tx, personId, wanted);
  if ('fields' in terms) return terms;
  const waiting = await otherWaiting(parts, tx, personId, null);
  if (waiting !== null) return waiting;
  const id = newId(parts.clock);
  const { approvals: needed } = await readPaySettings(tx);
  const raise: StoredRaise = {
    ...{ id, personId, from: wanted.from, state: 'open', stoppedWhy: null, revision: 1, needed },
    ...{ proposedBy: actor.personId, proposedAt: parts.clock.now(), releasedBy: null, releasedAt: null },
    sealed: await sealTerms(parts.vault, tx, id, terms),
  };
  if (!(await insertRaise(tx, raise))) throw new Error('a proposal waits that was not there a moment ago');
  await happen(parts, tx, raise, 'proposed', actor.personId, { terms, from: wanted.from });
  return { id, missing: await askApprovers(parts, tx, raise) };
}

/** Asks anew with other terms: approvals that were given are of what was proposed before, and count no more. */
export async function changeRaise(
  parts: RaiseParts,
  tx: Tx,
  { actor }: Pick<Asking, 'actor'>,
  before: StoredRaise,
  wanted: Wanted,
): Promise<Proposed | Refusal> {
  const { id, personId } = before;
  const terms = await termsOf(parts, tx, personId, wanted);
  if ('fields' in terms) return terms;
  const waiting = await otherWaiting(parts, tx, personId, id);
  if (waiting !== null) return waiting;
  const { approvals: needed } = await readPaySettings(tx);
  const asked = { from: wanted.from, state: 'open', revision: before.revision + 1, needed } as const;
  const sealed = await sealTerms(parts.vault, tx, id, terms);
  await updateRaise(tx, id, { ...asked, sealed, released: null });
  const raise: Raise = { ...before, ...asked, stoppedWhy: null, releasedBy: null, releasedAt: null };
  await happen(parts, tx, raise, 'changed', actor.personId, { terms, from: wanted.from });
  return { id, missing: await askApprovers(parts, tx, raise) };
}

/** From what there is to what is wanted, or what is wrong with it. */
async function termsOf(parts: RaiseParts, tx: Tx, personId: string, wanted: Wanted): Promise<Terms | Refusal> {
  const { from, pay, reason } = wanted;
  const wrong = wrongDay(from, await todayOf(parts, tx));
  if (wrong !== null) return { fields: { from: wrong } };
  const title = (await parts.people.titlesOf(tx, [personId])).get(personId) ?? null;
  const known = (await whoKnows(tx, [personId])).map(({ roleId }) => roleId);
  const roles = [...new Set(wanted.roles ?? known)].toSorted();
  const open = new Set((await listRoles(tx)).filter(({ archived }) => !archived).map(({ id }) => id));
  if (roles.some((id) => !open.has(id) && !known.includes(id))) return { fields: { roles: 'There is no such role.' } };
  if (pay !== null && pay.roleId !== null && !open.has(pay.roleId))
    return { fields: { 'pay.roleId': 'There is no such role.' } };
  const entries = pay === null ? [] : await openWages(parts, tx, [personId]);
  if (pay !== null && clashesWith(entries, { roleId: pay.roleId, from, corrects: null }))
    return {
      fields: { from: 'There is a wage from this very day already. Choose another day, or correct that entry.' },
    };
  const terms: Terms = {
    title: { before: title, after: wanted.title === undefined ? title : wanted.title },
    roles: { before: known.toSorted(), after: roles },
    pay: pay && { roleId: pay.roleId, before: wagesOf(entries)(pay.roleId, from)?.pay ?? null, after: pay.pay },
    reason,
  };
  const fields = wrongTerms(terms);
  return fields === null ? terms : { fields };
}

/** For one person one proposal waits: a second would be approved without a word about the first. */
async function otherWaiting(
  parts: RaiseParts,
  tx: Tx,
  personId: string,
  ownId: string | null,
): Promise<Refusal | null> {
  const waiting = await listRaises(tx, { states: ['open', 'approved'], personId });
  const other = waiting.find(({ id }) => id !== ownId);
  if (other === undefined) return null;
  const by = (await parts.people.namesOf(tx, [other.proposedBy])).get(other.proposedBy) ?? 'a former member';
  return {
    fields: {
      person: `A proposal for them from ${dayWords(other.from)}, by ${by}, waits already. Change or withdraw that one first.`,
    },
  };
}

const acts = {
  proposed: 'pay.raise_proposed',
  changed: 'pay.raise_changed',
  approved: 'pay.raise_approved',
  declined: 'pay.raise_declined',
  withdrawn: 'pay.raise_withdrawn',
  released: 'pay.raise_released',
  in_force: 'pay.raise_in_force',
  stopped: 'pay.raise_stopped',
} as const satisfies Readonly<Record<Exclude<EventKind, 'asked' | 'dropped'>, PayAction>>;

/**
 * Writes down that something happened: among what happened to the proposal, and in the audit log. There it is about the
 * proposal, not about the person, who reads in their own copy what was done to them.
 * @returns false where it had happened already
 */
export async function happen(
  { vault, clock, audit }: Pick<RaiseParts, 'vault' | 'clock' | 'audit'>,
  tx: Tx,
  { id: raiseId, personId, revision }: Raise,
  kind: Exclude<EventKind, 'asked' | 'dropped'>,
  by: string | null,
  told: Parameters<typeof sealEvent>[3] | null = null,
): Promise<boolean> {
  const id = newId(clock);
  const sealed = told === null ? null : await sealEvent(vault, tx, id, told);
  if (!(await insertEvent(tx, raiseId, { id, revision, kind, personId: by, sealed, at: clock.now() }))) return false;
  await audit.append(tx, {
    actor: by === null ? { kind: 'system', id: 'pay' } : { kind: 'person', id: by },
    action: acts[kind],
    target: kind === 'released' ? { type: 'person', id: personId } : { type: 'raise', id: raiseId },
    detail: { revision, ...(kind === 'released' ? { raise: raiseId } : {}) },
  });
  return true;
}

/** Asks everybody who may approve it and was not asked yet. @returns how many are missing who could */
export async function askApprovers(parts: RaiseParts, tx: Tx, raise: Raise): Promise<number> {
  const eligible = await mayApprove(parts, tx, raise);
  const fresh = [];
  for (const personId of eligible) {
    const event = { id: newId(parts.clock), revision: raise.revision, kind: 'asked', personId } as const;
    if (await insertEvent(tx, raise.id, { ...event, sealed: null, at: parts.clock.now() })) fresh.push(personId);
  }
  await tellApprovers(parts, tx, raise, fresh);
  const events = (await listEvents(tx, [raise.id])).get(raise.id) ?? [];
  const missing = missingApprovers(raise, events, new Set(eligible));
  if (missing > 0) await tellMissing(parts, tx, raise, missing);
  return missing;
}
