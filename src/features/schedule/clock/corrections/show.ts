import type { Worker } from '../../../people/index.ts';
import { mayDecide } from '../../asking.ts';
import { type AskingDoing, minuteNow } from '../doing.ts';
import { loadNames } from '../names.ts';
import { stretchAnswer } from '../show.ts';
import { findEntry } from '../store.ts';
import { answerAt, reasonAt } from './correcting.ts';
import type { CorrectionAnswer } from './shapes.ts';
import type { Correction } from './store.ts';

/** Corrections as the asking person sees them. @param workers whose they are, as far as they may see them */
export async function shownCorrections(
  doing: AskingDoing,
  corrections: readonly Correction[],
  workers: ReadonlyMap<string, Worker>,
): Promise<CorrectionAnswer[]> {
  const { parts, tx } = doing;
  const ids = corrections.flatMap(({ askedBy, decidedBy }) => [askedBy, ...(decidedBy === null ? [] : [decidedBy])]);
  const names = await parts.people.namesOf(tx, [...new Set(ids)]);
  const nameOf = await loadNames(parts, tx);
  const found: CorrectionAnswer[] = [];
  for (const correction of corrections) {
    const worker = workers.get(correction.personId);
    if (worker === undefined) continue;
    const { id, entryId, kind, zone, state, roleId, askedBy, decidedBy } = correction;
    const { reasonSealed, answerSealed } = correction;
    found.push({
      ...{ id, personId: worker.id, personName: worker.name, entryId, kind, zone, state },
      ...(await stretches(doing, correction)),
      roleName: nameOf({ roleId, locationId: null }).roleName,
      reason: await parts.vault.openText(tx, reasonAt(id), reasonSealed),
      answer: answerSealed && (await parts.vault.openText(tx, answerAt(id), answerSealed)),
      ...{ askedBy: names.get(askedBy) ?? '', askedAt: correction.askedAt.toISOString() },
      decidedBy: decidedBy === null ? null : (names.get(decidedBy) ?? ''),
      decidedAt: correction.decidedAt?.toISOString() ?? null,
      mayDecide: state === 'asked' && mayDecide(doing.asking, worker),
      mayWithdraw: state === 'asked' && (askedBy === doing.by || mayDecide(doing.asking, worker)),
    });
  }
  return found;
}

async function stretches({ parts, tx }: AskingDoing, { state, entryId, zone, start, end, breaks }: Correction) {
  const now = minuteNow(parts);
  const present = state === 'asked' && entryId !== null ? await findEntry(tx, entryId) : null;
  return {
    wanted: stretchAnswer({ start, end, breaks }, zone, now),
    present: present && stretchAnswer(present, zone, now),
  };
}
