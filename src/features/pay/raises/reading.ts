import type { Tx } from '../../../platform/db/index.ts';
import type { Actor, Asking } from '../../../platform/policy/index.ts';
import type { LookReason } from '../../schedule/index.ts';
import { todayOf } from '../day.ts';
import { type PayResource, payOf, recordLooks } from '../wages/looking.ts';
import { asRaise, type RaiseRight, raiseRights } from './approvers.ts';
import type { Letter } from './letter.ts';
import { letterOf } from './letter.ts';
import type { RaiseParts } from './proposing.ts';
import { countedApprovals, type Raise } from './raise.ts';
import { openTerms } from './sealing.ts';
import { namesOfRoles, termsWords } from './show.ts';
import { listEvents, type StoredRaise } from './store.ts';

/** A proposal with whose it is, for whoever may do this to it; null for all others, as where there is none. */
export async function ownRaise(
  parts: RaiseParts,
  tx: Tx,
  asking: Omit<Asking, 'actor'>,
  right: RaiseRight,
  raise: StoredRaise | null,
): Promise<{ readonly raise: StoredRaise; readonly whose: PayResource } | null> {
  const whose = raise && (await payOf(parts, tx, raise.personId));
  return raise !== null && whose !== null && raiseRights[right](asking, asRaise(raise, whose, asking.orgId))
    ? { raise, whose }
    : null;
}

/**
 * Writes down that somebody read a proposal, as any look at the pay of its person: they find who looked and why, and learn
 * nothing of a proposal by it.
 */
export function recordReading(
  parts: Pick<RaiseParts, 'audit'>,
  tx: Tx,
  actor: Actor,
  { personId }: Pick<Raise, 'personId'>,
  reason: LookReason,
): Promise<void> {
  return recordLooks(parts, tx, actor, [personId], { reason, where: 'pay_page' });
}

/** The letter about a proposal that is agreed on, and the moment that it carries: that of its release, or of its approval. */
export async function letterAbout(
  parts: RaiseParts,
  tx: Tx,
  raise: StoredRaise,
): Promise<{ readonly letter: Letter; readonly made: Date }> {
  const events = (await listEvents(tx, [raise.id])).get(raise.id) ?? [];
  const { revision, personId, releasedBy, proposedBy, from } = raise;
  const approved = events.findLast((event) => event.kind === 'approved' && event.revision === revision)?.at;
  const made = raise.releasedAt ?? approved ?? raise.proposedAt;
  const signer = releasedBy ?? countedApprovals(raise, events).at(-1) ?? proposedBy;
  const names = await parts.people.namesOf(tx, [personId, signer]);
  const { title, roles, pay } = termsWords(await openTerms(parts.vault, tx, raise), await namesOfRoles(tx));
  const { name: organisation } = await parts.people.organisation(tx);
  const letter = letterOf({
    ...{ organisation, from, title, roles, pay, name: names.get(personId) ?? '' },
    ...{ day: await todayOf(parts, tx, made), signedBy: names.get(signer) ?? 'A former member' },
  });
  return { letter, made };
}
