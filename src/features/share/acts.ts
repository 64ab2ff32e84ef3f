import { isDeepStrictEqual } from 'node:util';
import { type AuditActor, type AuditTrail, defineActs } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Draft } from './request.ts';

/**
 * Everything that this slice records: what publishers do with requests. Sharing, connecting an account and clicking are
 * no acts and never will be: whoever does them, an admin too, is counted and not named.
 */
export const acts = defineActs({
  'share.request_created': { sentence: '{actor} drafted a share request', target: 'request' },
  'share.request_edited': {
    sentence: '{actor} edited a share request',
    target: 'request',
    fields: { fields: 'names of the fields', state: 'state it was in' },
  },
  'share.request_sent': {
    sentence: '{actor} sent a share request',
    target: 'request',
    fields: { planned: 'whether it was planned for later' },
  },
  'share.request_recalled': { sentence: '{actor} recalled a share request', target: 'request' },
  'share.request_ended': { sentence: '{actor} ended a share request', target: 'request' },
  'share.request_duplicated': {
    sentence: '{actor} duplicated a share request',
    target: 'request',
    fields: { from: 'id of the request it was made from' },
  },
  'share.request_deleted': { sentence: '{actor} deleted the draft of a share request', target: 'request' },
  'share.picture_uploaded': { sentence: '{actor} uploaded a picture', target: 'picture' },
});

export type ShareAction = keyof typeof acts;

/**
 * Records what was done to a request.
 * @param onceInMs the very same again within that time is not recorded once more
 */
export function recordAct(
  { audit }: { readonly audit: AuditTrail<ShareAction> },
  tx: Tx,
  actor: AuditActor,
  action: RequestAction,
  requestId: string,
  detail: Readonly<Record<string, string | boolean>> = {},
  onceInMs = 0,
): Promise<void> {
  return audit.append(tx, { actor, action, target: { type: 'request', id: requestId }, detail }, onceInMs);
}

/** Names of the fields in which two drafts differ; what they say is nobody's business here. */
export function changedFields(before: Draft, after: Draft): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const [left, right] = [before, after].map((draft) => new Map(Object.entries(JSON.parse(JSON.stringify(draft)))));
  return names.filter((name) => !isDeepStrictEqual(left?.get(name) ?? null, right?.get(name) ?? null)).toSorted();
}

type RequestAction = Exclude<ShareAction, 'share.picture_uploaded'>;
