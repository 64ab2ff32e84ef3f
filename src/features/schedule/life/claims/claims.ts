import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { lockPeople } from '../../plan/assigning/store.ts';
import { loadWork, type Work } from '../../plan/load-work.ts';
import { findPeriod } from '../../plan/periods/store.ts';
import { type Assignment, dateAt, type PlannedShift } from '../../plan/plan.ts';
import { findShift } from '../../plan/shift-store.ts';
import { findRole } from '../../work/roles/store.ts';
import { handOver } from '../hand-over.ts';
import { lockOffers } from '../offers/store.ts';
import { whenWords } from '../places.ts';
import { absent, type Refusal, refuse } from '../refusal.ts';
import { settleLife } from '../settle.ts';
import { settleAt } from '../timing.ts';
import { decides, isOwn } from '../trade.ts';
import type { Claim } from './claim.ts';
import { type OpenShift, openShifts, reasonsAgainst } from './open-shifts.ts';
import { settleClaims } from './settle.ts';
import { endClaim, findClaim, insertClaim, lockClaims } from './store.ts';
import { tellClaimed, tellClaimOver, tellGiven } from './tell.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people' | 'audit' | 'vault' | 'wages' | 'jobs'>;

export type Claimed = { readonly kind: 'claimed'; readonly state: 'given' | 'asked'; readonly claimId: string };
export type Ended = { readonly kind: 'done' };
const done: Ended = { kind: 'done' };

interface Opened extends OpenShift {
  readonly kind: 'open';
  readonly work: Work;
  readonly planned: PlannedShift;
}

/** An open shift with its period and the person locked; or why there is none. */
async function lockOpen(parts: Parts, tx: Tx, shiftId: string, personId: string): Promise<Opened | Refusal> {
  const found = await findShift(tx, shiftId);
  if (found === null) return absent;
  await findPeriod(tx, found.periodId, true);
  await lockPeople(tx, [personId]);
  const work = await loadWork(parts, tx, { from: found.day, to: found.day });
  const planned = work.known.get(shiftId)?.planned;
  const open = (await openShifts(parts, tx, work)).find((one) => one.loaded.planned.id === shiftId);
  if (planned === undefined) return absent;
  if (planned.start <= parts.clock.now().getTime() / 60_000) return refuse('too_late', 'This shift has begun already.');
  if (open === undefined) return refuse('taken', 'This shift is not open any more.');
  return { kind: 'open', work, planned, ...open };
}

const broken = 'A rule speaks against it. Nothing was changed.';

/** Claims an open shift: it is theirs at once, or a scheduler picks, as the organisation has it. */
export async function claimShift(parts: Parts, tx: Tx, asking: Asking, shiftId: string): Promise<Claimed | Refusal> {
  const { personId } = asking.actor;
  const open = await lockOpen(parts, tx, shiftId, personId);
  if (open.kind !== 'open') return open;
  const { work, planned } = open;
  const candidate = work.candidates.find(({ person }) => person.id === personId);
  // What one does not know how to do is not shown to them either.
  if (candidate?.person.roles.has(planned.roleId) !== true) return absent;
  const reasons = reasonsAgainst(work, open, personId);
  if (reasons.length > 0) return refuse('rules_broken', broken, reasons);
  const isGiven = work.settings.claims === 'first';
  const now = parts.clock.now();
  const state = isGiven ? 'given' : 'asked';
  const claim: Claim = { id: newId(parts.clock), shiftId, personId, state, askedAt: now };
  if (!(await insertClaim(tx, claim, isGiven ? now : null)))
    return refuse('asked_already', 'You have asked for this shift already. Whoever makes the schedule decides.');
  if (isGiven) await give(parts, tx, asking, open, claim);
  else {
    await settleAt(parts, tx, dateAt(planned.start));
    await tellClaimed(parts, tx, claim, planned);
  }
  await parts.audit.append(tx, {
    ...byPerson(asking.actor),
    ...{ action: 'schedule.shift_claimed', target: { type: 'shift', id: shiftId } },
    detail: { claim: claim.id, given: isGiven },
  });
  return { kind: 'claimed', state, claimId: claim.id };
}

/** Puts somebody on what is free of a shift. */
async function give(parts: Parts, tx: Tx, asking: Asking, { work, planned, free }: Opened, claim: Claim) {
  const { shiftId, personId } = claim;
  const given: Assignment = {
    ...{ id: newId(parts.clock), shiftId, personId, ...free.span, madeBy: 'claim', pinned: true },
    ...{ overruledWhy: null, overruledBy: null },
  };
  const words = `${work.people.get(personId)?.name ?? 'Somebody'} claimed ${whenWords(planned, free.span)}`;
  await handOver(parts, tx, work, { kind: 'claim', by: asking.actor.personId, words, removed: [], added: [given] });
  await settleLife(parts, tx);
  await tellGiven(parts, tx, claim, planned);
}

/** Takes back a claim of one's own that waits. */
export async function withdrawClaim(parts: Parts, tx: Tx, asking: Asking, id: string): Promise<Ended | Refusal> {
  await lockClaims(tx);
  const claim = await findClaim(tx, id);
  if (claim === null || !isOwn(asking, { id, by: claim.personId })) return absent;
  if (claim.state !== 'asked') return refuse('wrong_state', 'This claim was decided already.');
  const { personId: by } = asking.actor;
  await endClaim(tx, id, { state: 'withdrawn', by, at: parts.clock.now() });
  const target = { type: 'claim', id };
  const entry = { action: 'schedule.claim_withdrawn', target, detail: { shift: claim.shiftId } } as const;
  await parts.audit.append(tx, { ...byPerson(asking.actor), ...entry });
  return done;
}

/** A claim that somebody may decide about; null where there is none for them. */
async function findInReach(tx: Tx, asking: Asking, id: string): Promise<Claim | null> {
  const claim = await findClaim(tx, id);
  const shift = claim && (await findShift(tx, claim.shiftId));
  const role = shift && (await findRole(tx, shift.roleId));
  if (!claim || !role) return null;
  const { personId } = claim;
  return decides(asking, { id, by: personId, asked: [], parties: [personId], roles: [role] }) ? claim : null;
}

const decided = 'This claim was decided already, or has ended.';

/** Gives an open shift to one of those who claimed it. When it is full then, the others are told. */
export async function pickClaim(parts: Parts, tx: Tx, asking: Asking, id: string): Promise<Ended | Refusal> {
  const found = await findInReach(tx, asking, id);
  if (found === null) return absent;
  const open = await lockOpen(parts, tx, found.shiftId, found.personId);
  await lockOffers(tx);
  await lockClaims(tx);
  const claim = await findClaim(tx, id);
  if (claim?.state !== 'asked') return refuse('wrong_state', decided);
  if (open.kind !== 'open') return open;
  const reasons = reasonsAgainst(open.work, open, claim.personId);
  if (reasons.length > 0)
    return refuse('rules_broken', 'A rule speaks against it by now. Pick somebody else.', reasons);
  await endClaim(tx, id, { state: 'given', by: asking.actor.personId, at: parts.clock.now() });
  await give(parts, tx, asking, open, claim);
  const target = { type: 'claim', id };
  const detail = { shift: claim.shiftId, person: claim.personId };
  await parts.audit.append(tx, { ...byPerson(asking.actor), action: 'schedule.claim_picked', target, detail });
  return done;
}

const reasonAt = (id: string) => ({ table: 'shift_claims', column: 'reason_sealed', rowId: id });

/** Says no to a claim. */
export async function refuseClaim(
  parts: Parts,
  tx: Tx,
  asking: Asking,
  id: string,
  reason: string | null,
): Promise<Ended | Refusal> {
  if ((await findInReach(tx, asking, id)) === null) return absent;
  await lockClaims(tx);
  await settleClaims(parts, tx);
  const claim = await findClaim(tx, id);
  if (claim?.state !== 'asked') return refuse('wrong_state', decided);
  const reasonSealed = reason === null ? null : await parts.vault.seal(tx, reasonAt(id), reason);
  const { personId: by } = asking.actor;
  await endClaim(tx, id, { state: 'refused', by, at: parts.clock.now(), reasonSealed });
  await tellClaimOver(parts, tx, claim, reason ?? 'Whoever makes the schedule decided otherwise.');
  const target = { type: 'claim', id };
  const detail = { shift: claim.shiftId, person: claim.personId };
  await parts.audit.append(tx, { ...byPerson(asking.actor), action: 'schedule.claim_refused', target, detail });
  return done;
}
