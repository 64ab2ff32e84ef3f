import { z } from 'zod';
import type { OrgId } from '../../../platform/db/index.ts';
import type { ActionRequest, Modal, ViewAnswer, ViewRequest } from '../../../platform/slack/index.ts';
import { networkNames } from '../../networks/index.ts';
import { withDisclosure } from '../disclosure/disclosure.ts';
import { namesOnly } from '../mentions.ts';
import { countByHand } from '../outgoing/accept.ts';
import { trackedLink, withLink } from '../outgoing/post-text.ts';
import { composerWay } from '../outgoing/way.ts';
import type { ShareParts } from '../parts.ts';
import { variantsOf } from '../request.ts';
import { composerModal, fields, openedModal, serverModal, statusModal } from './modal.ts';
import { publishHome } from './publish-home.ts';
import { type Standing, standingOf } from './standing.ts';

/** The longest address that a button of Slack takes. */
const longestAddress = 3_000;

const memorySchema = z.object({ requestId: z.uuid(), network: z.enum(networkNames) });
type Memory = z.infer<typeof memorySchema>;

/** Reads what a button or a window of this flow carries; null when it is none of ours. */
export function readMemory(text: string): Memory | null {
  try {
    return memorySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

type Offered = Extract<Standing, { kind: 'composer' | 'connect' }>;

/** The window that opens a network's own composer; where people are on different servers, it asks for theirs first. */
export async function composerWindow(
  parts: ShareParts,
  orgId: OrgId,
  standing: Offered,
  server: string | null = null,
): Promise<Modal> {
  const { request, network, variant, disclosure } = standing;
  const { title: networkTitle, composer } = parts.networks.describe(network);
  if (composer === null) return statusModal({ kind: 'unavailable', networkTitle });
  const memory = { requestId: request.id, network };
  if (composer.needsServer && server === null) return serverModal(memory, networkTitle);
  const links = await parts.db.inOrg(orgId, (tx) => parts.links.forRequest(tx, request.id));
  const url = trackedLink(links, network, variant) ?? request.draft.link;
  const words = withDisclosure(namesOnly(variantsOf(request.draft, network)[variant] ?? ''), disclosure);
  const text = withLink(words, url);
  const full = composer.link({ text, url }, server ?? undefined);
  const fits = full.length <= longestAddress;
  const address = fits ? full : composer.link({ text: url, url }, server ?? undefined);
  return composerModal({ memory, networkTitle, address, text, carriesText: composer.carriesText && fits });
}

/** "Use its own composer instead", in the window that asks to connect. */
export async function composerInstead(parts: ShareParts, request: ActionRequest): Promise<object> {
  const { view, orgId, slackUserId } = request;
  const memory = readMemory(String(request.value));
  if (view === null || memory === null) return {};
  const standing = await standingOf(parts, orgId, slackUserId, memory.requestId, memory.network);
  const window =
    standing.kind === 'connect' || standing.kind === 'composer'
      ? await composerWindow(parts, orgId, standing)
      : statusModal(standing.kind === 'status' ? standing.status : { kind: 'over' });
  await request.client.updateView({ viewId: view.viewId }, window);
  return {};
}

/** The person said on which server they are. */
export async function submitServer(parts: ShareParts, request: ViewRequest): Promise<ViewAnswer> {
  const { orgId, slackUserId, view, state } = request;
  const memory = readMemory(view.metadata);
  if (memory === null) return { ack: { action: 'update', view: statusModal({ kind: 'over' }) } };
  const standing = await standingOf(parts, orgId, slackUserId, memory.requestId, memory.network);
  if (standing.kind !== 'connect' && standing.kind !== 'composer') {
    const status = standing.kind === 'status' ? standing.status : ({ kind: 'over' } as const);
    return { ack: { action: 'update', view: statusModal(status) } };
  }
  const typed = state[fields.server.block]?.[fields.server.action];
  try {
    const window = await composerWindow(parts, orgId, standing, typeof typed === 'string' ? typed : '');
    return { ack: { action: 'update', view: window } };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const sentence = 'This is no server’s name. It looks like mastodon.social.';
    return { ack: { action: 'errors', errors: { [fields.server.block]: sentence } } };
  }
}

/** The composer was opened: it is counted as that, and the window says so. */
export async function composerOpened(parts: ShareParts, request: ActionRequest): Promise<object> {
  const { view, orgId, slackUserId, client } = request;
  const memory = readMemory(String(request.value));
  if (memory === null) return {};
  const after = async () => {
    const person = await parts.db.inOrg(orgId, (tx) => parts.personForSlack(tx, slackUserId));
    if (person.state === 'deactivated') return;
    const { requestId, network } = memory;
    await countByHand(parts, orgId, { requestId, way: composerWay(network), personId: person.id });
    const { title } = parts.networks.describe(memory.network);
    if (view !== null) await client.updateView({ viewId: view.viewId }, openedModal(title));
    await publishHome(parts, client, orgId, slackUserId);
  };
  return { after };
}
