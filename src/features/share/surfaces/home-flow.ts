import { z } from 'zod';
import type { OrgId } from '../../../platform/db/index.ts';
import {
  type ActionRequest,
  input,
  type Modal,
  modal,
  mrkdwn,
  section,
  textInput,
  type ViewAnswer,
  type ViewRequest,
} from '../../../platform/slack/index.ts';
import { networkNames } from '../../networks/index.ts';
import { shareKeyName } from '../blind.ts';
import { withDisclosure } from '../disclosure/disclosure.ts';
import { renameSuggester } from '../feeds/item-store.ts';
import { cancelAllOf, cancelOwn, ownShares } from '../outgoing/cancel.ts';
import { type SharePayload, sealPayload } from '../outgoing/payload.ts';
import { checkWords, withOwnHost } from '../outgoing/post-text.ts';
import { replaceOutgoing } from '../outgoing/store.ts';
import type { ShareParts } from '../parts.ts';
import { connectWindow } from './compose.ts';
import { fullText, ownWords } from './form.ts';
import { addLabel, changeCallback, disclosureBlocks, fields, loadingModal, statusCallback } from './modal.ts';
import { publishHome } from './publish-home.ts';

const networkName = z.enum(networkNames);

async function personOf(parts: ShareParts, orgId: OrgId, slackUserId: string): Promise<string> {
  return (await parts.db.inOrg(orgId, (tx) => parts.personForSlack(tx, slackUserId))).id;
}

const refresh = (parts: ShareParts, { client, orgId, slackUserId }: ActionRequest | ViewRequest) =>
  publishHome(parts, client, orgId, slackUserId);

/** "Connect" in the Home tab. */
export async function connectFromHome(parts: ShareParts, request: ActionRequest): Promise<object> {
  const network = networkName.safeParse(request.value);
  if (request.triggerId === null || !network.success) return {};
  const opened = await request.client.openView(request.triggerId, loadingModal());
  if (!opened.ok) return {};
  const personId = await personOf(parts, request.orgId, request.slackUserId);
  const who = { slackUserId: request.slackUserId, label: request.slackUserName, personId };
  const window = await connectWindow(parts, request.orgId, who, network.data, {
    viewId: opened.viewId,
    requestId: null,
  });
  await request.client.updateView({ viewId: opened.viewId }, window);
  return {};
}

/**
 * "Disconnect": posts that wait for the account are cancelled, lest they go to the one that is connected next; the access
 * is given back at the network, then everything about the account is erased.
 */
export async function disconnect(parts: ShareParts, request: ActionRequest): Promise<object> {
  const accountId = z.uuid().safeParse(request.value);
  if (!accountId.success) return {};
  const personId = await personOf(parts, request.orgId, request.slackUserId);
  const after = async () => {
    const accounts = await parts.db.inOrg(request.orgId, (tx) => parts.networks.accountsOf(tx, personId));
    const account = accounts.find((candidate) => candidate.id === accountId.data);
    if (account !== undefined) await cancelAllOf(parts, request.orgId, personId, account.network);
    await parts.networks.disconnect(request.orgId, personId, accountId.data);
    await refresh(parts, request);
  };
  return { after };
}

export async function cancelPlanned(parts: ShareParts, request: ActionRequest): Promise<object> {
  const shareId = z.uuid().safeParse(request.value);
  if (!shareId.success) return {};
  const personId = await personOf(parts, request.orgId, request.slackUserId);
  await cancelOwn(parts, request.orgId, personId, shareId.data);
  return { after: () => refresh(parts, request) };
}

/** "Change" of a planned post: its words; to change the time, it is cancelled and shared again. */
export async function changePlanned(parts: ShareParts, request: ActionRequest): Promise<object> {
  const shareId = z.uuid().safeParse(request.value);
  if (request.triggerId === null || !shareId.success) return {};
  const opened = await request.client.openView(request.triggerId, loadingModal());
  if (!opened.ok) return {};
  const personId = await personOf(parts, request.orgId, request.slackUserId);
  const own = (await ownShares(parts, request.orgId, personId)).find((share) => share.id === shareId.data);
  await request.client.updateView({ viewId: opened.viewId }, own === undefined ? goneModal() : changeModal(parts, own));
  return {};
}

export async function submitChange(parts: ShareParts, request: ViewRequest): Promise<ViewAnswer> {
  const shareId = request.view.metadata;
  const personId = await personOf(parts, request.orgId, request.slackUserId);
  const own = (await ownShares(parts, request.orgId, personId)).find((share) => share.id === shareId);
  const key = await parts.ring.find(shareKeyName(shareId));
  if (own === undefined || key === null) return { ack: { action: 'update', view: goneModal() } };
  const text = fullText(request.state, own.payload);
  const { network, disclosure, card } = own.payload;
  const facts = await parts.db.inOrg(request.orgId, (tx) => withOwnHost(parts, tx));
  const [problem] = checkWords({ ...facts, link: card.url }, network, withDisclosure(text, disclosure)).problems;
  if (text === '' || problem !== undefined) {
    return {
      ack: { action: 'errors', errors: { [fields.text.block]: problem?.sentence ?? 'Write something to post.' } },
    };
  }
  const sealed = sealPayload(key, { ...own.payload, text });
  const replaced = await parts.db.inOrg(request.orgId, (tx) => replaceOutgoing(tx, shareId, sealed));
  if (!replaced) return { ack: { action: 'update', view: goneModal() } };
  return { ack: { action: 'close' }, after: () => refresh(parts, request) };
}

/** "Delete what Coact knows about me". */
export async function forgetMe(parts: ShareParts, request: ActionRequest): Promise<object> {
  const personId = await personOf(parts, request.orgId, request.slackUserId);
  const after = async () => {
    await cancelAllOf(parts, request.orgId, personId);
    await parts.db.inOrg(request.orgId, async (tx) => {
      await parts.networks.eraseFor(tx, personId);
      await renameSuggester(tx, personId, null);
    });
    parts.results.forget(personId);
    await refresh(parts, request);
  };
  return { after };
}

function changeModal(parts: ShareParts, share: { readonly id: string; readonly payload: SharePayload }): Modal {
  const { title, text, editPolicy, given, disclosure } = share.payload;
  if (editPolicy === 'fixed') return fixedModal();
  const network = parts.networks.describe(share.payload.network);
  const initial = ownWords(text, share.payload);
  const element = textInput({ actionId: fields.text.action, multiline: true, initial, focus: true });
  const isAdding = editPolicy === 'add';
  return modal({
    callbackId: changeCallback,
    title: 'Change your post',
    submit: 'Save',
    close: 'Cancel',
    metadata: share.id,
    blocks: [
      section(mrkdwn`*${title}* on ${network.title}`),
      input({
        blockId: fields.text.block,
        label: isAdding ? addLabel : 'Your post',
        optional: isAdding,
        element,
        hint: `At most ${network.limits.text} characters.`,
      }),
      ...(isAdding ? [section(mrkdwn`${given}`)] : []),
      ...disclosureBlocks(disclosure),
    ],
  });
}

/** A window that only says why nothing can be changed. */
function sayingModal(words: string): Modal {
  const blocks = [section(mrkdwn`${words}`)];
  return modal({ callbackId: statusCallback, title: 'Change your post', close: 'Close', blocks });
}

const goneModal = () => sayingModal('This post is on its way or has been cancelled, so it can’t be changed any more.');
const fixedModal = () => sayingModal('The publisher has fixed this text. You can cancel the post in the Home tab.');
