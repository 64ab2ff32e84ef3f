import { z } from 'zod';
import type { OrgId } from '../../../platform/db/index.ts';
import type { ActionRequest, Modal, ViewAnswer, ViewRequest } from '../../../platform/slack/index.ts';
import { type Ask, asks } from '../../networks/index.ts';
import { acceptShare, countByHand } from '../outgoing/accept.ts';
import { askWay } from '../outgoing/way.ts';
import type { ShareParts } from '../parts.ts';
import { connectUrl } from './compose.ts';
import { commentField, commentModal, pageModal, thanksModal } from './engage-modal.ts';
import { loadingModal, type ShareStatus, statusCallback, statusModal } from './modal.ts';
import { publishHome } from './publish-home.ts';
import { type AskStanding, askStandingOf } from './standing.ts';

const memorySchema = z.object({ requestId: z.uuid(), ask: z.enum(asks) });
const uuid = z.uuid();

type Able = Extract<AskStanding, { kind: 'ask' }> & { readonly account: object };

function readMemory(text: string): z.infer<typeof memorySchema> | null {
  try {
    return memorySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Somebody clicked what is asked for about a post. By their account a like and a reshare are done with this click; a
 * comment wants words; without an account the post's page opens, and they say when they have done it.
 */
export async function openAsk(parts: ShareParts, request: ActionRequest, ask: Ask): Promise<object> {
  const { orgId, slackUserId, client, triggerId, view } = request;
  const requestId = uuid.safeParse(request.value);
  if (!requestId.success) return {};
  const viewId = view?.callbackId === statusCallback ? view.viewId : await openWindow(request);
  if (viewId === null || (view === null && triggerId === null)) return {};
  const standing: AskStanding = request.stranger
    ? { kind: 'status', status: { kind: 'not_member' } }
    : await askStandingOf(parts, orgId, slackUserId, requestId.data, ask);
  const who = { slackUserId, label: request.slackUserName };
  await client.updateView({ viewId }, await windowFor(parts, orgId, { standing, ask, who, viewId }));
  return { after: () => publishHome(parts, client, orgId, slackUserId) };
}

async function openWindow({ triggerId, client }: ActionRequest): Promise<string | null> {
  if (triggerId === null) return null;
  const opened = await client.openView(triggerId, loadingModal());
  return opened.ok ? opened.viewId : null;
}

async function windowFor(
  parts: ShareParts,
  orgId: OrgId,
  at: {
    readonly standing: AskStanding;
    readonly ask: Ask;
    readonly who: { readonly slackUserId: string; readonly label: string };
    readonly viewId: string;
  },
): Promise<Modal> {
  const { standing, ask, who, viewId } = at;
  if (standing.kind === 'status') return statusModal(standing.status);
  const { request, account, personId, again } = standing;
  const { network, post, starters } = request.draft.engagement;
  const { title: networkTitle, engagement, limits } = parts.networks.describe(network);
  const memory = { requestId: request.id, ask };
  if (account === null) {
    const goOn = { viewId, requestId: request.id };
    const url = again ? await connectUrl(parts, orgId, { ...who, personId }, network, goOn) : null;
    return pageModal(memory, { networkTitle, address: engagement.page(post, ask), starters, connectUrl: url });
  }
  const { handle } = account;
  if (ask === 'comment') return commentModal(memory, { networkTitle, handle, starters, limit: limits.text });
  const able: Able = { ...standing, account };
  return statusModal(await take(parts, orgId, able, { ask, text: '', slackUserId: who.slackUserId, viewId }));
}

/** Takes it on, durably. */
async function take(
  parts: ShareParts,
  orgId: OrgId,
  { request, personId }: Able,
  wanted: { readonly ask: Ask; readonly text: string; readonly slackUserId: string; readonly viewId: string },
): Promise<ShareStatus> {
  const { ask, text, slackUserId, viewId } = wanted;
  const { draft } = request;
  const { network, post } = draft.engagement;
  const accepted = await acceptShare(parts, orgId, {
    ...{ requestId: request.id, title: draft.title, network, personId, slackUserId, viewId, text },
    ...{ engage: { post, ask }, editPolicy: 'free', given: '', disclosure: '', picture: null, pictures: [], at: null },
    card: { url: post, title: '', description: '', pictureId: null },
  });
  const { title: networkTitle } = parts.networks.describe(network);
  return accepted.kind === 'accepted'
    ? { kind: 'on_its_way', networkTitle, ask }
    : { kind: accepted.kind, networkTitle, ask };
}

/** The comment is written. */
export async function submitComment(parts: ShareParts, request: ViewRequest): Promise<ViewAnswer> {
  const { orgId, slackUserId, view, state, client } = request;
  const memory = readMemory(view.metadata);
  if (memory === null) return show({ kind: 'over' });
  const standing = await askStandingOf(parts, orgId, slackUserId, memory.requestId, memory.ask);
  if (standing.kind === 'status') return show(standing.status);
  const { account, request: about } = standing;
  const { viewId } = view;
  if (account === null) {
    const who = { slackUserId, label: request.slackUserName };
    const next = await windowFor(parts, orgId, { standing, ask: memory.ask, who, viewId });
    return { ack: { action: 'update', view: next } };
  }
  const typed = state[commentField.block]?.[commentField.action];
  const text = typeof typed === 'string' ? typed.trim() : '';
  const checked = parts.networks.check(about.draft.engagement.network, { text }, account.limits);
  const [problem] = text === '' ? [{ sentence: 'Write your comment first.' }] : checked.problems;
  if (problem !== undefined) return { ack: { action: 'errors', errors: { [commentField.block]: problem.sentence } } };
  const status = await take(parts, orgId, { ...standing, account }, { ...memory, text, slackUserId, viewId });
  return { ...show(status), after: () => publishHome(parts, client, orgId, slackUserId) };
}

const show = (status: ShareStatus): ViewAnswer => ({ ack: { action: 'update', view: statusModal(status) } });

/** "I have done it": it is counted on the person's word, once. */
export async function confirmDone(parts: ShareParts, request: ActionRequest): Promise<object> {
  const { view, orgId, slackUserId, client } = request;
  const memory = readMemory(String(request.value));
  if (memory === null || view === null) return {};
  const after = async () => {
    const { requestId, ask } = memory;
    const standing = await askStandingOf(parts, orgId, slackUserId, requestId, ask);
    if (standing.kind === 'ask') {
      const { network } = standing.request.draft.engagement;
      await countByHand(parts, orgId, { requestId, way: askWay(network, ask), personId: standing.personId });
    }
    await client.updateView(
      { viewId: view.viewId },
      standing.kind === 'ask' ? thanksModal() : statusModal(standing.status),
    );
    await publishHome(parts, client, orgId, slackUserId);
  };
  return { after };
}
