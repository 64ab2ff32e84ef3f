/**
 * What may go wrong in a call to Slack, as values: most are states of the customer's workspace (a channel archived, a
 * token revoked), and each carries a sentence for the person who can act on it.
 */
const sentences = {
  not_installed: 'Coact is not connected to Slack. Connect it under Settings, Slack.',
  token_revoked: "Slack has taken back Coact's access. Connect Slack again under Settings.",
  account_inactive: 'Coact was removed from this Slack workspace. Connect it again under Settings.',
  invalid_auth: "Slack does not accept Coact's access any more. Connect Slack again under Settings.",
  missing_scope: 'Coact lacks a permission in Slack. Connect Slack again under Settings to grant it.',
  not_in_channel: 'Coact is not a member of this channel. Invite it with /invite, or choose another channel.',
  channel_not_found: 'This channel does not exist any more, or it is private. Choose another channel.',
  is_archived: 'This channel is archived. Unarchive it in Slack, or choose another channel.',
  restricted_action:
    "The workspace's settings don't let Coact do this here. Ask a Slack admin, or choose another channel.",
  message_not_found: 'The message is not there any more: someone deleted it in Slack.',
  cant_update_message: 'Slack does not let Coact change this message any more.',
  msg_too_long: 'The message is too long for Slack. Shorten the text.',
  invalid_blocks: "Slack can't show this message. Shorten the text, or remove the picture.",
  expired_trigger: 'That took too long for Slack. Please click again.',
  view_not_found: 'This window was closed.',
  hash_conflict: 'This window has changed meanwhile.',
  view_limit: 'Too many windows are open. Close one and try again.',
  user_not_found: "Slack doesn't know this person, or they are not visible to Coact.",
  ratelimited: 'Slack asks Coact to slow down. It tries again by itself.',
  unreachable: "Slack can't be reached at the moment. Coact tries again by itself.",
  unknown_outcome:
    'Slack did not answer, so it is not known whether the message was sent. Look into the channel before you send it again.',
  response_expired: 'Slack takes no more answers to this click. Please click again.',
  not_allowed_address: 'Slack gave an address that Coact does not send to.',
  bad_code: 'Slack did not accept this installation. Please start it again.',
  rejected: "Slack refused this. The details are in the server's log.",
} as const;

export type SlackErrorCode = keyof typeof sentences;

export interface SlackFailure {
  readonly ok: false;
  readonly error: SlackErrorCode;
  /** For the person who can act. */
  readonly sentence: string;
  /** Slack's own code, for the log. */
  readonly slackCode?: string;
  /** Seconds to wait, with `ratelimited`. */
  readonly retryAfter?: number;
}

export type SlackResult<T> = ({ readonly ok: true } & T) | SlackFailure;

/** Slack's names for what we treat alike. Those that have our name already are not listed. */
const aliases: Readonly<Record<string, SlackErrorCode>> = {
  not_authed: 'invalid_auth',
  token_expired: 'invalid_auth',
  no_permission: 'missing_scope',
  not_allowed_token_type: 'missing_scope',
  invalid_channel: 'channel_not_found',
  method_not_supported_for_channel_type: 'channel_not_found',
  restricted_action_read_only_channel: 'restricted_action',
  restricted_action_thread_only_channel: 'restricted_action',
  restricted_action_non_threadable_channel: 'restricted_action',
  posting_to_general_channel_denied: 'restricted_action',
  team_access_not_granted: 'restricted_action',
  cant_delete_message: 'cant_update_message',
  edit_window_closed: 'cant_update_message',
  msg_blocks_too_long: 'msg_too_long',
  invalid_blocks_format: 'invalid_blocks',
  view_too_large: 'invalid_blocks',
  expired_trigger_id: 'expired_trigger',
  exchanged_trigger_id: 'expired_trigger',
  invalid_trigger_id: 'expired_trigger',
  not_found: 'view_not_found',
  push_limit_reached: 'view_limit',
  user_not_visible: 'user_not_found',
  rate_limited: 'ratelimited',
  service_unavailable: 'unreachable',
  team_added_to_org: 'unreachable',
  invalid_code: 'bad_code',
  code_already_used: 'bad_code',
  bad_redirect_uri: 'bad_code',
  invalid_refresh_token: 'bad_code',
};

/** Slack broke off midway: "some aspect of the operation may have succeeded" (docs, chat.postMessage). */
const midway = new Set(['fatal_error', 'internal_error', 'request_timeout']);

/** A failure by our own code. */
export function failure(
  error: SlackErrorCode,
  more: { readonly slackCode?: string; readonly retryAfter?: number } = {},
): SlackFailure {
  return { ok: false, error, sentence: sentences[error], ...more };
}

/**
 * A failure by Slack's code.
 * @param once whether the call must not be repeated without looking
 */
export function failureOf(slackCode: string, once: boolean): SlackFailure {
  if (midway.has(slackCode)) return failure(once ? 'unknown_outcome' : 'unreachable', { slackCode });
  if (Object.hasOwn(aliases, slackCode)) return failure(aliases[slackCode] ?? 'rejected', { slackCode });
  if (isOurCode(slackCode)) return failure(slackCode, { slackCode });
  return failure('rejected', { slackCode: /^[a-z0-9_.]{1,80}$/.test(slackCode) ? slackCode : 'unreadable' });
}

const isOurCode = (code: string): code is SlackErrorCode => Object.hasOwn(sentences, code);
