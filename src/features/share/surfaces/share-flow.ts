import { z } from 'zod';
import type { ActionRequest, ViewAnswer, ViewRequest } from '../../../platform/slack/index.ts';
import type { NetworkName } from '../../networks/index.ts';
import { withDisclosure } from '../disclosure/disclosure.ts';
import { adoptMessage, isInDoubt } from '../lifecycle/announce.ts';
import { givenFor } from '../mentions.ts';
import { acceptShare } from '../outgoing/accept.ts';
import type { WantedShare } from '../outgoing/payload.ts';
import { checkWords } from '../outgoing/post-text.ts';
import type { ShareParts } from '../parts.ts';
import { adoptReminder, isReminderInDoubt } from '../reminders/remind.ts';
import { picturesOf, variantsOf } from '../request.ts';
import { composeWindow, windowFor } from './compose.ts';
import { readMemory } from './composer-flow.ts';
import { type FormRules, fullText, readForm } from './form.ts';
import { loadingModal, type ShareStatus, statusCallback, statusModal } from './modal.ts';
import { publishHome } from './publish-home.ts';
import { type Standing, standingOf } from './standing.ts';

const uuid = z.uuid();

/**
 * The button in the channel, the Home tab, or the window in which a network is chosen. The click lives three seconds: a
 * window opens first, then shows what fits; one that is open already just goes on.
 * @param network null where the button leaves it open
 */
export async function openShare(
  parts: ShareParts,
  request: ActionRequest,
  network: NetworkName | null = null,
): Promise<object> {
  const requestId = uuid.safeParse(request.value);
  if (!requestId.success) return {};
  const viewId = await windowOf(request);
  if (viewId === null) return {};
  const { orgId, slackUserId } = request;
  const standing: Standing = request.stranger
    ? { kind: 'status', status: { kind: 'not_member' } }
    : await standingAtMessage(parts, request, requestId.data, network);
  const who = { slackUserId, label: request.slackUserName };
  const window = await windowFor(parts, orgId, who, standing, viewId, requestId.data);
  await request.client.updateView({ viewId }, window);
  return {};
}

/** The window that the click came from, or else a fresh one; the Home tab is a view too, but no window. */
async function windowOf({ view, triggerId, client }: ActionRequest): Promise<string | null> {
  if (view?.callbackId === statusCallback) return view.viewId;
  if (triggerId === null) return null;
  const opened = await client.openView(triggerId, loadingModal());
  return opened.ok ? opened.viewId : null;
}

/** Where a person stands who clicked; a click on a message that Slack never confirmed also shows that it is there. */
async function standingAtMessage(
  parts: ShareParts,
  request: ActionRequest,
  requestId: string,
  network: NetworkName | null,
): Promise<Standing> {
  const { orgId, slackUserId, channelId, messageTs } = request;
  const standing = await standingOf(parts, orgId, slackUserId, requestId, network);
  if (channelId === null || messageTs === null) return standing;
  if ('request' in standing && isReminderInDoubt(standing.request, channelId, messageTs)) {
    await adoptReminder(parts, orgId, requestId, { channelId, ts: messageTs });
  }
  const isOver = standing.kind === 'status' && standing.status.kind === 'over';
  if (!isOver && !('request' in standing && isInDoubt(standing.request, channelId))) return standing;
  const adopted = await adoptMessage(parts, orgId, requestId, { channelId, ts: messageTs });
  return adopted ? standingOf(parts, orgId, slackUserId, requestId, network) : standing;
}

/** Recounts in the network's own units; Slack sends this a moment after each key. What was typed stays in the field. */
export async function countWhileTyping(parts: ShareParts, request: ActionRequest): Promise<object> {
  const { view, orgId, slackUserId } = request;
  const memory = view === null ? null : readMemory(view.metadata);
  if (view === null || memory === null) return {};
  const standing = await standingOf(parts, orgId, slackUserId, memory.requestId, memory.network);
  if (standing.kind !== 'compose') return {};
  const typed = fullText(request.state, rulesFor(parts, standing));
  await request.client.updateView({ viewId: view.viewId, hash: view.hash }, composeWindow(parts, standing, typed));
  return {};
}

/** The form is sent: the share is taken on before Slack is answered, and the window says so. */
export async function submitShare(parts: ShareParts, request: ViewRequest): Promise<ViewAnswer> {
  const { orgId, slackUserId, view } = request;
  const memory = readMemory(view.metadata);
  if (memory === null) return show({ kind: 'over' });
  const standing = await standingOf(parts, orgId, slackUserId, memory.requestId, memory.network);
  if (standing.kind !== 'compose') {
    const who = { slackUserId, label: request.slackUserName };
    const next = await windowFor(parts, orgId, who, standing, view.viewId, memory.requestId);
    return { ack: { action: 'update', view: next } };
  }
  const read = readForm(request.state, rulesFor(parts, standing));
  if ('errors' in read) return { ack: { action: 'errors', errors: read.errors } };
  const accepted = await acceptShare(parts, orgId, {
    ...payloadOf(standing),
    slackUserId,
    viewId: view.viewId,
    text: read.text,
    at: read.at?.toISOString() ?? null,
  });
  const networkTitle = parts.networks.describe(standing.network).title;
  if (accepted.kind !== 'accepted') return show({ kind: accepted.kind, networkTitle });
  const after = () => publishHome(parts, request.client, orgId, slackUserId);
  if (read.at === null) return { ...show({ kind: 'on_its_way', networkTitle }), after };
  return { ...show({ kind: 'planned', networkTitle, when: `on ${inWords(read.at, standing)}` }), after };
}

const show = (status: ShareStatus): ViewAnswer => ({ ack: { action: 'update', view: statusModal(status) } });

type Composing = Extract<Standing, { kind: 'compose' }>;

function inWords(at: Date, { organisation }: Composing): string {
  return at.toLocaleString('en-GB', { timeZone: organisation.timeZone, dateStyle: 'medium', timeStyle: 'short' });
}

/** What reading the form for this standing depends on. */
function rulesFor(parts: ShareParts, standing: Composing): FormRules {
  const { request, network, organisation, account, disclosure, linksUrl, link } = standing;
  return {
    editPolicy: request.draft.editPolicy,
    given: givenFor(network, variantsOf(request.draft, network)[standing.variant] ?? ''),
    timeZone: organisation.timeZone,
    endsAt: request.draft.endsAt ? new Date(request.draft.endsAt) : null,
    now: parts.clock.now(),
    random: Math.random(),
    textProblems: (text) =>
      checkWords({ ...parts, linksUrl, link }, network, withDisclosure(text, disclosure), account.limits).problems.map(
        (problem) => problem.sentence,
      ),
  };
}

type Prepared = Omit<WantedShare, 'slackUserId' | 'viewId' | 'text' | 'at'>;

function payloadOf({ request, network, personId, variant, disclosure, link }: Composing): Prepared {
  const { draft } = request;
  return {
    requestId: request.id,
    title: draft.title,
    network,
    personId,
    engage: null,
    editPolicy: draft.editPolicy,
    given: givenFor(network, variantsOf(draft, network)[variant] ?? ''),
    disclosure,
    card: {
      url: link ?? draft.link,
      title: draft.preview?.title || draft.title,
      description: draft.preview?.description ?? '',
      pictureId: draft.preview?.pictureId ?? null,
    },
    picture: draft.picture ? { id: draft.picture.id, alt: draft.picture.alt } : null,
    pictures: draft.postsPictures ? picturesOf(draft) : [],
    video: draft.video ? { id: draft.video.id, alt: draft.video.alt } : null,
  };
}
