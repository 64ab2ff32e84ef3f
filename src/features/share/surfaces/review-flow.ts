import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { askingAs } from '../../../platform/policy/index.ts';
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
import type { ShareParts } from '../parts.ts';
import { line } from '../request.ts';
import type { Asking, Stepped } from '../review/asking.ts';
import { approve, askForChanges, type Seen } from '../review/decide.ts';
import { publishHome } from './publish-home.ts';

export const changesCallback = 'share.changes';
const field = { block: 'words', action: 'words' } as const;
const mostWords = 1000;

const seenText = z
  .string()
  .regex(/^[0-9a-f-]{36} \d{1,9}$/)
  .transform((text): Seen => ({ requestId: text.slice(0, 36), revision: Number(text.slice(37)) }))
  .refine(({ requestId }) => z.uuid().safeParse(requestId).success);

const gone = 'There is nothing here any more, or it is not yours to decide.';

/**
 * "Approve" in a message to an approver, or in their Home tab. What came of it stands in everybody's message and is gone
 * from the tab; only what could not be done is said to who clicked, as nothing changes then.
 */
export async function approveFromSlack(parts: ShareParts, request: ActionRequest): Promise<object> {
  const seen = seenText.safeParse(request.value);
  if (!seen.success || request.stranger) return {};
  const after = async () => {
    const stepped = await decideAs(parts, request, (tx, asking) => approve(parts, tx, asking, seen.data, true));
    if (request.view !== null) return answerAtHome(parts, request, stepped);
    if (stepped.kind === 'done' || request.responseUrl === null) return;
    await request.client.respond(request.responseUrl, { kind: 'ephemeral', text: sentenceOf(stepped) });
  };
  return { after };
}

/** The Home tab has no answer of its own: it is drawn anew, below a window that says what could not be done. */
async function answerAtHome(parts: ShareParts, request: ActionRequest, stepped: Stepped): Promise<void> {
  const { client, orgId, slackUserId, triggerId } = request;
  if (stepped.kind !== 'done' && triggerId !== null) {
    await client.openView(triggerId, saidWindow(sentenceOf(stepped), 'Approve'));
  }
  await publishHome(parts, client, orgId, slackUserId);
}

/** "Ask for changes": a window for the words. */
export async function openChanges(request: ActionRequest): Promise<object> {
  const seen = seenText.safeParse(request.value);
  if (request.triggerId === null || !seen.success || request.stranger) return {};
  await request.client.openView(request.triggerId, changesWindow(String(request.value)));
  return {};
}

/** The window is sent: the request is a draft again, and its composers are told why. */
export async function submitChanges(parts: ShareParts, request: ViewRequest): Promise<ViewAnswer> {
  const seen = seenText.safeParse(request.view.metadata);
  const words = line(mostWords).safeParse(request.state[field.block]?.[field.action] ?? '').data ?? '';
  if (!seen.success) return { ack: { action: 'close' } };
  if (words === '') return { ack: { action: 'errors', errors: { [field.block]: 'Say what to change.' } } };
  const stepped = await decideAs(parts, request, (tx, asking) => askForChanges(parts, tx, asking, seen.data, words));
  const said = stepped.kind === 'done' ? 'Thank you. Whoever wrote it is told.' : sentenceOf(stepped);
  const after = () => publishHome(parts, request.client, request.orgId, request.slackUserId);
  return { ack: { action: 'update', view: saidWindow(said) }, after };
}

function decideAs(
  { db, people, policy }: ShareParts,
  { orgId, slackUserId }: ActionRequest | ViewRequest,
  step: (tx: Tx, asking: Asking) => Promise<Stepped>,
): Promise<Stepped> {
  return db.inOrg(orgId, async (tx): Promise<Stepped> => {
    const actor = await people.actorForSlack(tx, slackUserId);
    if (actor === null) return { kind: 'absent' };
    return step(tx, askingAs({ policy }, actor));
  });
}

function sentenceOf(stepped: Exclude<Stepped, { kind: 'done' }>): string {
  if (stepped.kind === 'absent') return gone;
  return stepped.kind === 'refused' ? stepped.sentence : (stepped.problems[0]?.sentence ?? gone);
}

function changesWindow(metadata: string): Modal {
  return modal({
    callbackId: changesCallback,
    title: 'Ask for changes',
    submit: 'Ask',
    close: 'Cancel',
    metadata,
    blocks: [
      section(mrkdwn`The request is a draft again then, and whoever wrote it is told what you say here.`),
      input({
        blockId: field.block,
        label: 'What should change?',
        element: textInput({ actionId: field.action, multiline: true, focus: true, maxLength: mostWords }),
      }),
    ],
  });
}

function saidWindow(words: string, title = 'Ask for changes'): Modal {
  const blocks = [section(mrkdwn`${words}`)];
  return modal({ callbackId: 'share.said', title, close: 'Close', blocks });
}
