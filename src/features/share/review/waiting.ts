import { orgOf, type Tx } from '../../../platform/db/index.ts';
import type { ShareParts } from '../parts.ts';
import { listRequests } from '../store.ts';
import { submissionOf } from './review.ts';
import { composersOf, reviewsOf } from './store.ts';
import { inWords, mayDecide, nameOf } from './tell.ts';

/** A request that somebody may decide about. */
export interface WaitingRequest {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  /** Who asks for it. */
  readonly by: string;
  /** When it is to go out, in words; null where nothing is planned. */
  readonly goesOut: string | null;
}

const mostLookedAt = 50;

/** What waits for the approval of a Slack member: nothing where they may approve nothing, and never what they composed. */
export async function waitingFor(parts: ShareParts, tx: Tx, slackUserId: string): Promise<readonly WaitingRequest[]> {
  const actor = await parts.people.actorForSlack(tx, slackUserId);
  if (actor === null) return [];
  // Nearly everybody may approve nothing; they are not worth a look at the requests.
  if (!mayDecide(parts, tx, actor, { id: orgOf(tx), composers: [] })) return [];
  const query = { states: ['in_review'], search: '', limit: mostLookedAt, offset: 0 } as const;
  const { timeZone } = await parts.organisation(tx);
  const waiting: WaitingRequest[] = [];
  for (const { id, revision, draft, sendAt } of (await listRequests(tx, query)).requests) {
    if (!mayDecide(parts, tx, actor, { id, composers: await composersOf(tx, id) })) continue;
    const submission = submissionOf(await reviewsOf(tx, id));
    const by = submission === undefined ? 'Somebody' : await nameOf(parts, tx, submission.personId);
    const goesOut = sendAt === null ? null : wished(sendAt, parts.clock.now(), timeZone);
    waiting.push({ id, revision, title: draft.title || 'Untitled request', by, goesOut });
  }
  return waiting;
}

function wished(sendAt: Date, now: Date, timeZone: string): string {
  const when = inWords(sendAt, timeZone);
  if (sendAt <= now) return `was to go out on ${when}: approved now, it goes out at once`;
  return `to go out on ${when}, or at once if approved later`;
}
