import type { OrgId, Tx } from '../../../../platform/db/index.ts';
import type { Asking, Policy } from '../../../../platform/policy/index.ts';
import { asSlackMember } from '../../../people/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { isDoubleBooking } from '../../plan/assigning/store.ts';
import type { Refusal } from '../refusal.ts';

/** What the acts of people in Slack stand on. */
export type SlackParts = ScheduleParts & { readonly policy: Pick<Policy, 'decide'> };

/** What came of it, as a sentence for who did it, and what speaks against it. */
export interface Said {
  readonly sentence: string;
  readonly reasons: readonly string[];
}

const twice = 'You work somewhere else at that time. Nothing was changed.';
const gone = 'There is nothing here any more, or it is not yours to answer.';

/** Reads or does something as a Slack member, as far as they may take part; null where they may not. */
export function asMember<T>(
  parts: Pick<SlackParts, 'db' | 'people' | 'policy'>,
  orgId: OrgId,
  slackUserId: string,
  work: (tx: Tx, asking: Asking) => Promise<T>,
): Promise<T | null> {
  return asSlackMember(parts, { orgId, slackUserId, mayAct: 'schedule.take_part' }, work);
}

/** Does one act as a Slack member, all of it or nothing, and says what came of it. */
export async function actAs(
  parts: SlackParts,
  orgId: OrgId,
  slackUserId: string,
  act: (tx: Tx, asking: Asking) => Promise<string | Refusal>,
): Promise<Said> {
  try {
    const said = await asMember(parts, orgId, slackUserId, act);
    return typeof said === 'string' ? { sentence: said, reasons: [] } : saidOf(said);
  } catch (error) {
    // Two put the same person on overlapping shifts at once: the database lets only one of them.
    if (isDoubleBooking(error)) return { sentence: twice, reasons: [] };
    throw error;
  }
}

function saidOf(refusal: Refusal | null): Said {
  if (refusal === null || refusal.kind === 'absent') return { sentence: gone, reasons: [] };
  if (refusal.kind === 'wrong') return { sentence: Object.values(refusal.fields).join(' '), reasons: [] };
  return { sentence: refusal.sentence, reasons: refusal.reasons ?? [] };
}
