import type { Tx } from '../../../../platform/db/index.ts';
import { aroundDays } from '../../calendar/spans.ts';
import type { ScheduleParts } from '../../parts.ts';
import { contextFor, type LoadedShift, loadWork, partOf, type Work } from '../../plan/load-work.ts';
import { minutesAt } from '../../plan/plan.ts';
import { type PublishedShift, publishedPlaces, toldBetween } from '../../plan/publishing/store.ts';
import { verdict } from '../../rules/verdict.ts';
import { reasonWords } from '../../rules/words.ts';
import { whoKnows } from '../../work/roles/store.ts';
import { readSettings } from '../../work/settings/read-settings.ts';
import { loadEffects } from '../effects.ts';
import { loadPlaces, showSpan } from '../places.ts';
import { type Free, freeOf } from './claim.ts';
import type { OpenShiftAnswer } from './shapes.ts';
import { claimsWaiting } from './store.ts';

/** A shift with room for somebody. */
export interface OpenShift {
  readonly loaded: LoadedShift;
  readonly free: Free;
}

/** The shifts of a stretch of days that have room, are published, and have not begun. */
export async function openShifts(
  { clock }: Pick<ScheduleParts, 'clock'>,
  tx: Tx,
  work: Pick<Work, 'from' | 'to' | 'shifts'>,
): Promise<readonly OpenShift[]> {
  const now = minutesAt(clock.now());
  const told = Map.groupBy(
    await toldBetween(tx, aroundDays(work.from, work.to)),
    ({ shiftId }: PublishedShift) => shiftId,
  );
  const published = await publishedPlaces(tx, [...new Set(work.shifts.map(({ planned }) => planned.periodId))]);
  const isPublished = (periodId: string, place: string) =>
    published.some((one) => one.periodId === periodId && (one.locationId === null || one.locationId === place));
  return work.shifts.flatMap((loaded) => {
    const { planned, shift, assignments } = loaded;
    if (planned.start <= now || !isPublished(planned.periodId, shift.location)) return [];
    const free = freeOf(planned, assignments, told.get(planned.id) ?? []);
    return free === null ? [] : [{ loaded, free }];
  });
}

/** What speaks against somebody having what is free of a shift, in words; nothing: they may. */
export function reasonsAgainst(work: Work, { loaded, free }: OpenShift, personId: string): readonly string[] {
  const candidate = work.candidates.find(({ person }) => person.id === personId);
  if (candidate === undefined) return ['Is not here any more'];
  const context = { ...contextFor(work, '', free.span), voluntary: true };
  const { reasons } = verdict(candidate, partOf(loaded.shift, free.span), context);
  return reasons.filter(({ hard }) => hard).map((reason) => reasonWords(reason, work.names));
}

/** Whether a shift can be somebody's to claim at all: they know how to do it, and are not on it. */
function isFor({ candidates }: Work, { planned, assignments }: LoadedShift, personId: string): boolean {
  const person = candidates.find((one) => one.person.id === personId)?.person;
  return person?.roles.has(planned.roleId) === true && !assignments.some((one) => one.personId === personId);
}

/** Whether somebody could claim what is free of a shift now. */
export function mayHave(work: Work, open: OpenShift, personId: string): boolean {
  return isFor(work, open.loaded, personId) && reasonsAgainst(work, open, personId).length === 0;
}

/** The open shifts that one person could know how to do, with what speaks against them and what they would come to. */
export async function showOpenShifts(
  parts: Pick<ScheduleParts, 'clock' | 'people' | 'vault' | 'wages'>,
  tx: Tx,
  personId: string,
  days: { readonly from: string; readonly to: string },
): Promise<{ readonly shifts: OpenShiftAnswer[]; readonly claims: 'first' | 'picked' }> {
  // Most of the work is not loaded for somebody to whom none of it can be open.
  if ((await whoKnows(tx, [personId])).length === 0)
    return { shifts: [], claims: (await readSettings(parts, tx)).claims };
  const work = await loadWork(parts, tx, days);
  const { nameOf } = await loadPlaces(parts, tx);
  const effectOf = await loadEffects(parts, tx, work, personId);
  const asked = new Map((await claimsWaiting(tx, personId)).map((claim) => [claim.shiftId, claim.id]));
  const known = (await openShifts(parts, tx, work)).filter(({ loaded }) => isFor(work, loaded, personId));
  const shifts = known.map((one): OpenShiftAnswer => {
    const { planned, shift } = one.loaded;
    const part = partOf(shift, one.free.span);
    const reasons = reasonsAgainst(work, one, personId);
    const claimId = asked.get(planned.id) ?? null;
    return {
      ...{ ...showSpan(one.free.span, planned.zone), shiftId: planned.id, roleId: planned.roleId },
      ...{ ...nameOf(planned.roleId), missing: one.free.missing, breakMinutes: part.breakMinutes },
      state: claimId !== null ? 'asked' : reasons.length > 0 ? 'blocked' : 'open',
      ...{ reasons: [...reasons], claimId, effect: effectOf(part, null) },
    };
  });
  return { shifts, claims: work.settings.claims };
}
