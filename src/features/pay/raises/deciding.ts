import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import { todayOf } from '../day.ts';
import { stopRaise, takeEffect, whyStopped } from './effect.ts';
import { happen, type RaiseParts } from './proposing.ts';
import { type Act, countedApprovals, isEnough, possibleActs, type Raise, type StopReason } from './raise.ts';
import { openTerms } from './sealing.ts';
import { listEvents, type StoredRaise, updateRaise } from './store.ts';
import { tellPerson, tellProposer } from './telling.ts';

/** Why an act can't be done now, with a stable code; null: it is done. */
export type Conflict = { readonly code: string; readonly sentence: string };

type By = Pick<Asking, 'actor'>;

const stateWords: Readonly<Record<Raise['state'], string>> = {
  open: 'It waits for approval.',
  approved: 'It is approved and waits for its day.',
  in_force: 'It is in force already. What is wrong with it is corrected among the wages.',
  declined: 'It was declined.',
  withdrawn: 'It was withdrawn.',
  stopped: 'It did not take effect.',
};

/** What speaks against an act: how the proposal stands, or that it is not any more what was read. */
export function conflictOf(raise: Raise, act: Act, revision: number): Conflict | null {
  if (!possibleActs(raise).has(act)) {
    const told = raise.releasedAt === null ? '' : ' Its person has been told.';
    return { code: 'not_possible_now', sentence: `${stateWords[raise.state]}${told}` };
  }
  if (raise.revision === revision) return null;
  return { code: 'changed_meanwhile', sentence: 'It was changed while you read it. Look at what it says now.' };
}

const staleWords: Readonly<Record<StopReason, string>> = {
  left: 'The person is not here any more.',
  pay_changed: 'What they earn has changed since this was proposed. Whoever proposed it can look at it and ask again.',
  day_taken: 'A wage from this very day was entered since. Whoever proposed it can choose another day and ask again.',
};

/** Approves it. With the last approval that is needed it waits for its day, or takes effect at once where that is past. */
export async function approveRaise(
  parts: RaiseParts,
  tx: Tx,
  { actor: { personId: by } }: By,
  raise: StoredRaise,
): Promise<Conflict | null> {
  const events = (await listEvents(tx, [raise.id])).get(raise.id) ?? [];
  if (countedApprovals(raise, events).includes(by))
    return { code: 'approved_already', sentence: 'You have approved it already.' };
  const stale = await whyStopped(parts, tx, raise, await openTerms(parts.vault, tx, raise));
  if (stale !== null) return { code: 'not_as_proposed', sentence: staleWords[stale] };
  await happen(parts, tx, raise, 'approved', by);
  const now = (await listEvents(tx, [raise.id])).get(raise.id) ?? [];
  if (!isEnough(raise, now)) return null;
  await updateRaise(tx, raise.id, { state: 'approved' });
  const isDue = raise.from <= (await todayOf(parts, tx));
  if (isDue) await takeEffect(parts, tx, raise.id);
  else await tellProposer(parts, tx, { ...raise, state: 'approved' }, 'approved', by);
  return null;
}

/** Says no, with the words for it. Who proposed it can change it and ask again. */
export async function declineRaise(
  parts: RaiseParts,
  tx: Tx,
  { actor: { personId: by } }: By,
  raise: StoredRaise,
  words: string,
): Promise<void> {
  await updateRaise(tx, raise.id, { state: 'declined' });
  await happen(parts, tx, raise, 'declined', by, { words });
  await tellProposer(parts, tx, { ...raise, state: 'declined' }, 'declined', by);
}

export async function withdrawRaise(parts: RaiseParts, tx: Tx, { actor }: By, raise: StoredRaise): Promise<void> {
  await updateRaise(tx, raise.id, { state: 'withdrawn' });
  await happen(parts, tx, raise, 'withdrawn', actor.personId);
}

/** Tells the person: from now on it stands on their own page. */
export async function releaseRaise(parts: RaiseParts, tx: Tx, { actor }: By, raise: StoredRaise): Promise<void> {
  const released = { by: actor.personId, at: parts.clock.now() };
  await updateRaise(tx, raise.id, { released });
  await happen(parts, tx, raise, 'released', actor.personId);
  await tellPerson(parts, tx, raise);
}

/** What waits for somebody who leaves comes to nothing. */
export async function stopFor(parts: RaiseParts, tx: Tx, raises: readonly StoredRaise[]): Promise<void> {
  for (const raise of raises) await stopRaise(parts, tx, raise, 'left');
}
