import { isDeepStrictEqual } from 'node:util';
import { type AuditActor, type AuditTrail, defineActs } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Draft } from './request.ts';

const anyway = 'whether quiet time and caps were set aside for it';

/**
 * Everything that this slice records: what publishers do with requests. Sharing, connecting an account and clicking are
 * no acts and never will be: whoever does them, an admin too, is counted and not named.
 */
export const acts = defineActs({
  'share.request_created': {
    sentence: '{actor} drafted a share request',
    target: 'request',
    fields: { feed: 'id of the feed that it was made from' },
  },
  'share.request_edited': {
    sentence: '{actor} edited a share request',
    target: 'request',
    fields: { fields: 'names of the fields', state: 'state it was in' },
  },
  'share.request_sent': {
    sentence: '{actor} sent a share request',
    target: 'request',
    fields: { planned: 'whether it was planned for later', anyway },
  },
  'share.request_recalled': { sentence: '{actor} recalled a share request', target: 'request' },
  'share.request_ended': { sentence: '{actor} ended a share request', target: 'request' },
  'share.request_duplicated': {
    sentence: '{actor} duplicated a share request',
    target: 'request',
    fields: { from: 'id of the request it was made from' },
  },
  'share.request_deleted': { sentence: '{actor} deleted the draft of a share request', target: 'request' },
  'share.request_moved': {
    sentence: '{actor} moved a share request to another time',
    target: 'request',
    fields: { anyway },
  },
  'share.request_restored': { sentence: '{actor} planned a share request again that was recalled', target: 'request' },
  'share.review_asked': {
    sentence: '{actor} sent a share request for review',
    target: 'request',
    fields: { planned: 'whether it is to go out at a time', anyway },
  },
  'share.review_approved': {
    sentence: '{actor} approved a share request',
    target: 'request',
    fields: { planned: 'whether it was scheduled with that' },
  },
  'share.review_declined': { sentence: '{actor} asked for changes of a share request', target: 'request' },
  'share.review_withdrawn': { sentence: '{actor} withdrew a share request from review', target: 'request' },
  'share.approvals_set': {
    sentence: '{actor} set whether share requests need an approval',
    target: 'organisation',
    fields: { approvals: 'off, or required', requests: 'how many requests changed with it' },
  },
  'share.pace_set': {
    sentence: '{actor} set quiet time and caps of channels',
    target: 'organisation',
    fields: { fields: 'names of what was changed' },
  },
  'share.campaign_created': { sentence: '{actor} began a campaign', target: 'campaign' },
  'share.campaign_changed': {
    sentence: '{actor} changed a campaign',
    target: 'campaign',
    fields: { fields: 'names of the fields' },
  },
  'share.campaign_merged': {
    sentence: '{actor} merged a campaign into another',
    target: 'campaign',
    fields: { into: 'id of the campaign that has its requests now' },
  },
  'share.utm_template_created': { sentence: '{actor} kept a template of UTM parameters', target: 'utm_template' },
  'share.utm_template_changed': {
    sentence: '{actor} changed a template of UTM parameters',
    target: 'utm_template',
    fields: { fields: 'names of the fields' },
  },
  'share.utm_template_deleted': { sentence: '{actor} deleted a template of UTM parameters', target: 'utm_template' },
  'share.disclosure_set': {
    sentence: '{actor} set what stands at the end of every post',
    target: 'organisation',
    fields: { words: 'whether anything does' },
  },
  'share.topic_added': {
    sentence: '{actor} added a topic',
    target: 'topic',
    fields: {
      kind: 'open, or assigned',
      channels: 'how many channels it has',
      publishers: 'how many people are named',
    },
  },
  'share.topic_changed': {
    sentence: '{actor} changed a topic',
    target: 'topic',
    fields: { fields: 'names of the fields', kind: 'open, or assigned' },
  },
  'share.topic_deleted': { sentence: '{actor} deleted a topic', target: 'topic' },
  'share.rewriting_set': {
    sentence: '{actor} set whether a language model may suggest other wordings',
    target: 'organisation',
    fields: { on: 'whether it may' },
  },
  'share.picture_uploaded': { sentence: '{actor} uploaded a picture', target: 'picture' },
  'share.video_uploaded': { sentence: '{actor} uploaded a video', target: 'video' },
  'share.feed_added': {
    sentence: '{actor} added a feed',
    target: 'feed',
    fields: { mode: 'what becomes of its items' },
  },
  'share.feed_changed': {
    sentence: '{actor} changed a feed',
    target: 'feed',
    fields: { fields: 'names of the settings', mode: 'what becomes of its items' },
  },
  'share.feed_paused': { sentence: '{actor} paused a feed', target: 'feed' },
  'share.feed_resumed': { sentence: '{actor} switched a feed on again', target: 'feed' },
  'share.feed_checked': { sentence: '{actor} had a feed looked at', target: 'feed' },
  'share.feed_moved': { sentence: '{actor} followed a feed to its new address', target: 'feed' },
  'share.feed_switched_off': { sentence: '{actor} switched off a feed that is gone for good', target: 'feed' },
  'share.feed_deleted': { sentence: '{actor} deleted a feed', target: 'feed' },
  'share.feed_restored': { sentence: '{actor} brought back a deleted feed', target: 'feed' },
  'share.item_accepted': {
    sentence: '{actor} accepted an item of a feed',
    target: 'feed',
    fields: { request: 'id of the request that was made of it' },
  },
  'share.item_dismissed': { sentence: '{actor} dismissed an item of a feed', target: 'feed' },
  'share.items_dismissed': {
    sentence: '{actor} dismissed all items of feeds that were waiting',
    target: 'organisation',
    fields: { items: 'how many there were', feed: 'id of the feed, if of one only' },
  },
  'share.suggestion_accepted': {
    sentence: '{actor} took up what somebody suggested to share',
    target: 'suggestion',
    fields: { request: 'id of the request that was made of it' },
  },
  'share.suggestion_dismissed': {
    sentence: '{actor} dismissed what somebody suggested to share',
    target: 'suggestion',
  },
  'share.suggestion_restored': {
    sentence: '{actor} brought back what somebody suggested to share',
    target: 'suggestion',
  },
  'share.item_restored': { sentence: '{actor} brought back an item of a feed', target: 'feed' },
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

/**
 * Records what was done to a feed or to an item of it. Where a feed acts by itself, its id is in the entry all the same.
 */
export function recordFeedAct(
  { audit }: { readonly audit: AuditTrail<ShareAction> },
  tx: Tx,
  actor: AuditActor,
  action: FeedAction,
  feedId: string,
  detail: Readonly<Record<string, string>> = {},
): Promise<void> {
  return audit.append(tx, { actor, action, target: { type: 'feed', id: feedId }, detail });
}

/** Records what was decided about a suggestion; never who it is from. */
export function recordSuggestionAct(
  { audit }: { readonly audit: AuditTrail<ShareAction> },
  tx: Tx,
  actor: AuditActor,
  action: SuggestionAction,
  itemId: string,
  detail: Readonly<Record<string, string>> = {},
): Promise<void> {
  return audit.append(tx, { actor, action, target: { type: 'suggestion', id: itemId }, detail });
}

type SuggestionAction = Extract<ShareAction, `share.suggestion_${string}`>;
type FeedAction = Extract<ShareAction, `share.feed_${string}` | `share.item_${string}`>;
type RequestAction = Extract<ShareAction, `share.request_${string}` | `share.review_${string}`>;
