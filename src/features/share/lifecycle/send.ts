import type { AuditActor } from '../../../platform/audit/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { withUtm } from '../../links/index.ts';
import { recordAct } from '../acts.ts';
import { announceRequest, closeRequest, endRequest, refreshMessage, removeMessage } from '../jobs.ts';
import { checkWords } from '../outgoing/post-text.ts';
import type { ShareParts } from '../parts.ts';
import { hasPicture } from '../pictures/store.ts';
import { type Draft, networksOf, type SendingProblem, type ShareRequest, sendingProblems } from '../request.ts';
import { setProgress } from '../store.ts';
import { releaseNow } from './release.ts';

const dayInMs = 86_400_000;
/** The longest address that a short link may lead to, characters. */
const longestTarget = 4_096;

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
  const problems = await problemsOf(parts, tx, request.draft, at);
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

/**
 * Everything that keeps a draft from being sent, or that an edit of a sent one may not bring in.
 * @param sendAt when it is to go out; null for now
 */
export async function problemsOf(
  parts: ShareParts,
  tx: Tx,
  draft: Draft,
  sendAt: Date | null,
): Promise<SendingProblem[]> {
  return [
    ...sendingProblems(draft, sendAt, parts.clock.now()),
    ...linkProblems(draft),
    ...(await pictureProblems(tx, draft)),
    ...networkProblems(parts, draft),
  ];
}

/** A short link leads to no address with credentials in it, and to none that is longer than servers take. */
function linkProblems({ link, utm }: Draft): SendingProblem[] {
  if (link === '') return [];
  const { username, password } = new URL(link);
  if (username !== '' || password !== '') {
    return [{ field: 'link', sentence: 'The link contains a user name or password. Remove it and try again.' }];
  }
  if (withUtm(link, utm).length <= longestTarget) return [];
  return [{ field: 'link', sentence: 'The link is too long with its campaign parameters. Shorten one of them.' }];
}

/** Slack refuses a message whose picture it can't fetch, so one that is gone is said here. */
async function pictureProblems(tx: Tx, { picture, preview }: Draft): Promise<SendingProblem[]> {
  const problems: SendingProblem[] = [];
  if (picture && !(await hasPicture(tx, picture.id))) {
    problems.push({ field: 'picture', sentence: 'This picture is not there any more. Upload it again.' });
  }
  if (preview?.pictureId && !(await hasPicture(tx, preview.pictureId))) {
    problems.push({ field: 'preview.pictureId', sentence: 'The link’s picture is not there any more. Load it again.' });
  }
  return problems;
}

/** What a network would refuse, said before any employee is asked. */
function networkProblems(parts: ShareParts, draft: Draft): SendingProblem[] {
  return networksOf(draft).flatMap((network) =>
    (draft.networks[network]?.variants ?? []).flatMap((text, index) =>
      checkWords(parts, network, text).problems.map(({ sentence }) => ({
        field: `networks.${network}.variants.${index}`,
        sentence,
      })),
    ),
  );
}

/** One short link for each network and variant; those that exist keep their address and lead where the draft says now. */
export async function makeLinks(parts: ShareParts, tx: Tx, request: ShareRequest): Promise<void> {
  for (const network of networksOf(request.draft)) {
    const texts = request.draft.networks[network]?.variants ?? [];
    for (const variant of texts.keys()) {
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

/**
 * Ends a request: its message stays without the button, and what may be told of it is released.
 * @param actor who ends it; by itself at its end date, or when Slack is gone
 */
export async function end(
  parts: ShareParts,
  tx: Tx,
  orgId: OrgId,
  request: ShareRequest,
  actor: AuditActor = { kind: 'system', id: 'share' },
): Promise<void> {
  const now = parts.clock.now();
  await recordAct(parts, tx, actor, 'share.request_ended', request.id);
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
