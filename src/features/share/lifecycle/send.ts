import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { withUtm } from '../../links/index.ts';
import { announceRequest, closeRequest, endRequest, refreshMessage, removeMessage } from '../jobs.ts';
import { checkWords } from '../outgoing/post-text.ts';
import type { ShareParts } from '../parts.ts';
import { networksOf, type SendingProblem, type ShareRequest, sendingProblems } from '../request.ts';
import { setProgress } from '../store.ts';
import { releaseNow } from './release.ts';

const dayInMs = 86_400_000;

/**
 * Sends a request, now or at a time: its short links are made and its message queued, in the caller's transaction.
 * @returns what is still missing; empty when it is on its way
 */
export async function send(
  parts: ShareParts,
  tx: Tx,
  orgId: OrgId,
  request: ShareRequest,
  at: Date | null,
): Promise<readonly SendingProblem[]> {
  const now = parts.clock.now();
  const problems = [...sendingProblems(request.draft, at, now), ...networkProblems(parts, request)];
  if (problems.length > 0) return problems;
  await makeLinks(parts, tx, request);
  const sendAt = at ?? now;
  await setProgress(tx, request.id, {
    state: 'scheduled',
    send_at: sendAt,
    delivery: 'queued',
    delivery_problem: null,
  });
  const startAfter = at === null ? undefined : at;
  await parts.jobs.enqueue(tx, announceRequest, { orgId, requestId: request.id }, { startAfter });
  return [];
}

/** What a network would refuse, said before any employee is asked. */
function networkProblems(parts: ShareParts, request: ShareRequest): SendingProblem[] {
  return networksOf(request.draft).flatMap((network) =>
    (request.draft.networks[network]?.variants ?? []).flatMap((text, index) =>
      checkWords(parts, network, text).problems.map(({ sentence }) => ({
        field: `networks.${network}.variants.${index}`,
        sentence,
      })),
    ),
  );
}

/** One short link for each network and variant; those that exist stay. */
export async function makeLinks(parts: ShareParts, tx: Tx, request: ShareRequest): Promise<void> {
  const existing = await parts.links.forRequest(tx, request.id);
  for (const network of networksOf(request.draft)) {
    const texts = request.draft.networks[network]?.variants ?? [];
    for (const variant of texts.keys()) {
      if (existing.some((link) => link.network === network && link.variant === variant)) continue;
      const target = withUtm(request.draft.link, request.draft.utm);
      await parts.links.create(tx, { requestId: request.id, network, variant, target });
    }
  }
}

/** Takes a request back: its message is removed, nothing more can be shared, what was counted stays. */
export async function recall(parts: ShareParts, tx: Tx, orgId: OrgId, request: ShareRequest): Promise<void> {
  const now = parts.clock.now();
  await setProgress(tx, request.id, { state: 'recalled', ended_at: now });
  if (request.message !== null) await parts.jobs.enqueue(tx, removeMessage, { orgId, requestId: request.id });
  await planClosing(parts, tx, orgId, request.id, now);
}

/** Ends a request: its message stays without the button, and what may be told of it is released. */
export async function end(parts: ShareParts, tx: Tx, orgId: OrgId, request: ShareRequest): Promise<void> {
  const now = parts.clock.now();
  await setProgress(tx, request.id, { state: 'ended', ended_at: now });
  await releaseNow(parts, tx, request.id, true);
  if (request.message !== null) {
    await parts.jobs.enqueue(tx, refreshMessage, { orgId, requestId: request.id }, { key: request.id });
  }
  await planClosing(parts, tx, orgId, request.id, now);
}

/** Shares that are still on their way get a day to arrive; then tokens and key go. */
async function planClosing(parts: ShareParts, tx: Tx, orgId: OrgId, requestId: string, endedAt: Date): Promise<void> {
  const startAfter = new Date(endedAt.getTime() + dayInMs);
  await parts.jobs.enqueue(tx, closeRequest, { orgId, requestId }, { startAfter });
}

/** Plans the end of a request that has an end date. */
export async function planEnd(parts: ShareParts, tx: Tx, orgId: OrgId, request: ShareRequest): Promise<void> {
  if (!request.draft.endsAt) return;
  const startAfter = new Date(request.draft.endsAt);
  await parts.jobs.enqueue(tx, endRequest, { orgId, requestId: request.id }, { startAfter });
}
