import type { Tx } from '../../../../platform/db/index.ts';
import { assignmentsOf } from '../../plan/assigning/store.ts';
import { minutesAt, missingOf } from '../../plan/plan.ts';
import { shiftsByIds } from '../../plan/shift-store.ts';
import type { SettleParts } from '../offers/settle.ts';
import type { Claim } from './claim.ts';
import { claimsWaiting, endClaim, lockClaims } from './store.ts';
import { retellWaiting, tellClaimOver } from './tell.ts';

/** Why a claim is over without a scheduler's word; null: it waits on. */
async function overOf(
  { clock }: Pick<SettleParts, 'clock'>,
  tx: Tx,
): Promise<readonly { readonly claim: Claim; readonly why: string }[]> {
  const claims = await claimsWaiting(tx);
  if (claims.length === 0) return [];
  const ids = [...new Set(claims.map(({ shiftId }) => shiftId))];
  const shifts = new Map((await shiftsByIds(tx, ids)).map((shift) => [shift.id, shift]));
  const assigned = Map.groupBy(await assignmentsOf(tx, ids), ({ shiftId }) => shiftId);
  const now = minutesAt(clock.now());
  return claims.flatMap((claim) => {
    const shift = shifts.get(claim.shiftId);
    const isOn = assigned.get(claim.shiftId)?.some(({ personId }) => personId === claim.personId) === true;
    const why =
      shift === undefined || shift.cancelled
        ? 'The shift was taken out of the calendar.'
        : isOn
          ? 'They have the shift already.'
          : missingOf(shift, assigned.get(shift.id) ?? []) === 0
            ? 'The shift was given to somebody else.'
            : shift.start <= now
              ? 'Nobody decided before the shift began.'
              : null;
    return why === null ? [] : [{ claim, why }];
  });
}

/** Ends the claims that the plan or the time has overtaken, and tells those whose they were. */
export async function settleClaims(parts: SettleParts, tx: Tx): Promise<void> {
  if ((await overOf(parts, tx)).length === 0) return;
  await lockClaims(tx);
  const over = await overOf(parts, tx);
  const [assigned, at] = [
    await assignmentsOf(
      tx,
      over.map(({ claim }) => claim.shiftId),
    ),
    parts.clock.now(),
  ];
  for (const { claim, why } of over) {
    const isOn = assigned.some(({ shiftId, personId }) => shiftId === claim.shiftId && personId === claim.personId);
    await endClaim(tx, claim.id, { state: isOn ? 'given' : 'ended', by: null, at });
    await (isOn ? retellWaiting(parts, tx, claim, why) : tellClaimOver(parts, tx, claim, why));
  }
  await parts.audit.appendAll(
    tx,
    over.map(({ claim: { id, shiftId } }) => ({
      actor: { kind: 'system', id: 'schedule' } as const,
      ...{ action: 'schedule.claim_ended' as const, target: { type: 'claim', id }, detail: { shift: shiftId } },
    })),
  );
}

/** The claims of somebody who leaves end without a word: nobody waits for them. */
export async function endClaimsOfLeaver(parts: SettleParts, tx: Tx, personId: string): Promise<void> {
  if ((await claimsWaiting(tx, personId)).length === 0) return;
  await lockClaims(tx);
  const claims = await claimsWaiting(tx, personId);
  for (const { id } of claims) await endClaim(tx, id, { state: 'ended', by: null, at: parts.clock.now() });
  await parts.audit.appendAll(
    tx,
    claims.map(({ id, shiftId }) => ({
      actor: { kind: 'system', id: 'schedule' } as const,
      ...{ action: 'schedule.claim_ended' as const, target: { type: 'claim', id }, detail: { shift: shiftId } },
    })),
  );
}
