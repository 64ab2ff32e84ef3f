// Not by the door: behind it Coact forbids this process to draw the company's pictures (platform/egress/picture.ts).
import { slackManifest } from '../src/platform/slack/manifest.ts';

type Json = Record<string, unknown>;

/** local-slack knows no shortcuts. Ours leave the page as a click on a button of this name, and the shortcut's id as its value. */
export const shortcutAction = 'practice_message_shortcut';

/** The message shortcuts of the app's manifest: Slack offers no others. */
export const messageShortcuts = slackManifest('https://coact.test').features.shortcuts.filter(
  ({ type }) => type === 'message',
);

/**
 * A click on one of them as Slack tells the app of it; anything else as it came. Source: docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload.
 * @returns null where Slack would have offered nothing to choose: another id than the manifest's, no message, or one that only its reader sees
 */
export function asMessageAction<P extends Json>(payload: P): P | Json | null {
  const [action] = Array.isArray(payload.actions) ? (payload.actions as Json[]) : [];
  if (payload.type !== 'block_actions' || action?.action_id !== shortcutAction) return payload;
  const message = payload.message as Json | undefined;
  const isOffered = messageShortcuts.some((each) => each.callback_id === action.value);
  if (!isOffered || typeof message?.ts !== 'string' || message.subtype === 'ephemeral') return null;
  const { actions: _actions, container: _container, state: _state, ...shared } = payload;
  return {
    ...shared,
    type: 'message_action',
    ...{ callback_id: action.value, action_ts: action.action_ts, message_ts: message.ts },
    message: { ...message, text: message.bot_id === undefined ? marked(String(message.text ?? '')) : message.text },
  };
}

/**
 * What people type is escaped and its addresses are marked; what an app wrote is so already. Source:
 * docs.slack.dev/messaging/formatting-message-text.
 */
function marked(typed: string): string {
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped.replaceAll(/https?:\/\/(?:(?!&[lg]t;)\S)+/g, (address) => `<${address}>`);
}
