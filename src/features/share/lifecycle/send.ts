import type { AuditActor } from '../../../platform/audit/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { withUtm } from '../../links/index.ts';
import type { NetworkName } from '../../networks/index.ts';
import { recordAct } from '../acts.ts';
import { findCampaign } from '../campaigns/store.ts';
import { withDisclosure } from '../disclosure/disclosure.ts';
import { disclosureOf } from '../disclosure/store.ts';
import { tellOf } from '../events.ts';
import { announceRequest, closeRequest, endRequest, refreshMessage, removeMessage } from '../jobs.ts';
import { checkWords, trackedLink, withOwnHost } from '../outgoing/post-text.ts';
import { dropWaiting } from '../pacing/unsent.ts';
import { wake } from '../pacing/wake.ts';
import type { ShareParts } from '../parts.ts';
import { hasPicture } from '../pictures/store.ts';
import {
  type Draft,
  networksOf,
  pictureField,
  picturesOf,
  type SendingProblem,
  type ShareRequest,
  sendingProblems,
  variantsOf,
} from '../request.ts';
import { isApproved } from '../review/review.ts';
import { readApprovals } from '../review/store.ts';
import { setProgress } from '../store.ts';
import { type Poster, topicProblems } from '../topics/guard.ts';
import { filledUtm, keptUtm } from '../utm.ts';
import { findVideo } from '../videos/store.ts';
import { linkCardOf } from './card.ts';
import { releaseNow } from './release.ts';
import { whyNothingGoes } from './stopped.ts';
import { forgetMessages } from './store.ts';

const dayInMs = 86_400_000;
/** The longest address that a short link may lead to, characters. */
const longestTarget = 4_096;

/** The one problem that writing more does not solve. */
export const approvalNeeded: SendingProblem = {
  field: 'approval',
  sentence: 'This request needs somebody else’s approval before it goes out. Send it for review.',
};

/**
 * Sends a request, now or at a time: its short links are made and its message queued, in the caller's transaction.
 * Whoever sends, and from wherever: it goes nowhere where they may not post, and where the organisation requires it, nothing goes out that was not approved.
 * @returns what is still missing, or the want of an approval alone; empty when it is on its way
 */
export async function send(
  parts: ShareParts,
  tx: Tx,
  poster: Poster,
  request: ShareRequest,
  at: Date | null,
): Promise<readonly SendingProblem[]> {
  const now = parts.clock.now();
  const { orgId } = poster;
  const stopped = await whyNothingGoes(parts, tx);
  if (stopped !== null) return [{ field: 'plan', sentence: stopped }];
  if (await lacksApproval(tx, request)) return [approvalNeeded];
  const problems = [
    ...(await problemsOf(parts, tx, request.draft, at, request.id)),
    ...(await topicProblems(tx, poster, request.draft)),
  ];
  if (problems.length > 0) return problems;
  await forgetMessages(tx, request.id);
  await makeLinks(parts, tx, request);
  // What waits for its channel keeps its place when it is sent once more.
  const waits = request.state === 'scheduled' && request.sendAt !== null && request.sendAt <= now;
  const sendAt = at ?? (waits ? request.sendAt : null) ?? now;
  await setProgress(tx, request.id, {
    state: 'scheduled',
    send_at: sendAt,
    delivery: 'queued',
    delivery_problem: null,
    send_anyway: request.sendAnyway,
  });
  await tellOf(parts, tx, 'scheduled', request.id);
  const startAfter = at === null ? undefined : at;
  await parts.jobs.enqueue(tx, announceRequest, { orgId, requestId: request.id }, { startAfter });
  if (waits) await wake(parts, tx, orgId);
  return [];
}

async function lacksApproval(tx: Tx, request: ShareRequest): Promise<boolean> {
  if (request.state === 'in_review') return true;
  return !isApproved(request) && (await readApprovals(tx)) === 'required';
}

/** What a request becomes that could not be sent, so that it can be sent once more: what was approved still is. */
export async function stateOnceStopped(tx: Tx, request: ShareRequest): Promise<'draft' | 'approved'> {
  return isApproved(request) && (await readApprovals(tx)) === 'required' ? 'approved' : 'draft';
}

/**
 * Everything that keeps a draft from being sent, or that an edit of a sent one may not bring in.
 * @param sendAt when it is to go out; null for now
 * @param requestId whose links may have names already
 */
export async function problemsOf(
  parts: ShareParts,
  tx: Tx,
  draft: Draft,
  sendAt: Date | null,
  requestId: string,
): Promise<SendingProblem[]> {
  const links = await parts.links.forRequest(tx, requestId);
  const linkOf = (network: NetworkName, variant: number) => trackedLink(links, network, variant);
  return [
    ...sendingProblems(draft, sendAt, parts.clock.now()),
    ...linkProblems(draft, await campaignNameOf(tx, draft)),
    ...(await pictureProblems(tx, draft)),
    ...networkProblems(await withOwnHost(parts, tx), draft, await disclosureOf(tx, draft), linkOf),
    ...engagementProblems(parts, draft),
  ];
}

/** A short link leads to no address with credentials in it, and to none that is longer than servers take. */
function linkProblems(draft: Draft, campaign: string): SendingProblem[] {
  const { link } = draft;
  if (link === '') return [];
  const { username, password } = new URL(link);
  if (username !== '' || password !== '') {
    return [{ field: 'link', sentence: 'The link contains a user name or password. Remove it and try again.' }];
  }
  if (networksOf(draft).every((network) => targetOf(draft, network, campaign).length <= longestTarget)) return [];
  return [{ field: 'link', sentence: 'The link is too long with its campaign parameters. Shorten one of them.' }];
}

/** Slack refuses a message whose picture it can't fetch, so one that is gone is said here. */
async function pictureProblems(tx: Tx, draft: Draft): Promise<SendingProblem[]> {
  const { preview } = draft;
  const problems: SendingProblem[] = [];
  for (const [place, { id }] of picturesOf(draft).entries()) {
    if (await hasPicture(tx, id)) continue;
    problems.push({ field: pictureField(place), sentence: 'This picture is not there any more. Upload it again.' });
  }
  if (preview?.pictureId && !(await hasPicture(tx, preview.pictureId))) {
    problems.push({ field: 'preview.pictureId', sentence: 'The link’s picture is not there any more. Load it again.' });
  }
  if (draft.video && !(await findVideo(tx, draft.video.id))?.ready) {
    problems.push({ field: 'video', sentence: 'This video is not there any more. Upload it again.' });
  }
  if (draft.video?.stillId && !(await hasPicture(tx, draft.video.stillId))) {
    problems.push({ field: 'video', sentence: 'The still of the video is not there any more. Choose another.' });
  }
  return problems;
}

/** What a network would refuse, said before any employee is asked. */
function networkProblems(
  parts: Pick<ShareParts, 'networks' | 'linksUrl'>,
  draft: Draft,
  disclosure: string,
  linkOf: (network: NetworkName, variant: number) => string | undefined,
): SendingProblem[] {
  return networksOf(draft).flatMap((network) =>
    variantsOf(draft, network).flatMap((text, index) =>
      checkWords({ ...parts, link: linkOf(network, index) }, network, withDisclosure(text, disclosure)).problems.map(
        ({ sentence }) => ({
          field: `networks.${network}.variants.${index}`,
          sentence,
        }),
      ),
    ),
  );
}

/** Only a post's own address leads there, and is kept as its network writes it. */
function engagementProblems(parts: ShareParts, { engagement }: Draft): SendingProblem[] {
  if (!engagement || engagement.post === '') return [];
  const { title, engagement: connector } = parts.networks.describe(engagement.network);
  if (connector.readPost(engagement.post) === engagement.post) return [];
  const sentence = `This is not the address of a post on ${title}. Open the post there and copy its link.`;
  return [{ field: 'engagement.post', sentence }];
}

async function campaignNameOf(tx: Tx, { campaignId }: Draft): Promise<string> {
  return campaignId ? ((await findCampaign(tx, campaignId))?.name ?? '') : '';
}

/** Where a network's short links lead. */
function targetOf({ link, utm, title }: Draft, network: NetworkName, campaign: string): string {
  return withUtm(link, filledUtm(utm, { network, title, campaign }));
}

/**
 * One short link for each network and variant; those that exist keep their address and lead where the draft says now.
 * Once a request is out they lead where they led then, whatever it and its campaign are called since: visits of one
 * request are one line in the company's own figures.
 */
export async function makeLinks(parts: ShareParts, tx: Tx, request: ShareRequest): Promise<void> {
  const card = linkCardOf(parts.publicUrl, request.draft);
  const campaign = await campaignNameOf(tx, request.draft);
  const kept = request.state === 'open' ? request.sentUtm : null;
  const draft = kept === null ? request.draft : { ...request.draft, utm: kept };
  for (const network of networksOf(draft)) {
    for (const variant of variantsOf(draft, network).keys()) {
      const target = targetOf(draft, network, campaign);
      await parts.links.create(tx, { requestId: request.id, network, variant, target, card });
    }
  }
}

/** A request goes out: its links lead where it says at this moment, and from now on stay so. */
export async function keepLinks(parts: ShareParts, tx: Tx, request: ShareRequest): Promise<void> {
  const { draft } = request;
  await makeLinks(parts, tx, request);
  const kept = keptUtm(draft.utm, { title: draft.title, campaign: await campaignNameOf(tx, draft) });
  await setProgress(tx, request.id, { sent_utm: JSON.stringify(kept) });
}

/** Takes a request back: its message is removed, nothing more can be shared, what was counted stays. */
export async function recall(parts: ShareParts, tx: Tx, orgId: OrgId, request: ShareRequest): Promise<void> {
  const now = parts.clock.now();
  await setProgress(tx, request.id, { state: 'recalled', ended_at: now });
  await tellOf(parts, tx, 'recalled', request.id);
  if (request.messages.some(({ ts }) => ts !== null))
    await parts.jobs.enqueue(tx, removeMessage, { orgId, requestId: request.id });
  await wake(parts, tx, orgId);
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
  await dropWaiting(tx, request);
  await setProgress(tx, request.id, { state: 'ended', ended_at: now });
  await tellOf(parts, tx, 'ended', request.id);
  await releaseNow(parts, tx, request.id);
  if (request.messages.some(({ ts }) => ts !== null)) {
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
