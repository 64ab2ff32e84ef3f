import type { Aliases } from './aliases.ts';
import { slackApp } from './company.ts';
import { createPost, type Delivery, envelope } from './slack-post.ts';
import { refuseView } from './slack-rules.ts';
import { asMessageAction } from './slack-shortcuts.ts';
import type { ViewStack } from './slack-stack.ts';
import { createTriggers, type Triggers } from './slack-triggers.ts';
import { completeView, fillDefaults, nameBlocks, refuseSubmission } from './slack-views.ts';
import type { SlackWorkspace } from './slack-workspace.ts';

export type UninstallOrder = 'tokens_revoked first' | 'app_uninstalled first';

export interface Deliveries {
  /** Hands on what local-slack wants to tell the app, in the shape that Slack documents. Answers the app's answer. */
  handOn(raw: string, contentType: string): Promise<string>;
  /** Sends an event in its envelope, once more at once when it fails. `eventTime` in seconds. Answers the status. */
  sendEvent(event: Record<string, unknown>, eventTime?: number): Promise<number>;
  readonly triggers: Triggers;
  readonly log: readonly Delivery[];
}

type Payload = Record<string, unknown> & { type?: string };
const form = 'application/x-www-form-urlencoded';

/**
 * local-slack delivers to us, we deliver to the app: signed anew, ids swapped, and completed where local-slack leaves
 * out what Slack sends (the view of a click in a modal or on Home, initial values nobody touched).
 */
export function createDeliveries(options: {
  readonly appUrl: string;
  readonly aliases: Aliases;
  readonly stack: ViewStack;
  readonly workspace: SlackWorkspace;
}): Deliveries {
  const { aliases, stack, workspace } = options;
  const triggers = createTriggers();
  const post = createPost(options.appUrl);

  const sendEvent = async (event: Record<string, unknown>, eventTime = Math.floor(Date.now() / 1000)) => {
    const body = JSON.stringify(envelope(event, eventTime));
    const type = String(event.type);
    const first = await post(type, body, 'application/json');
    if (first.status >= 200 && first.status < 300) return first.status;
    return (await post(type, body, 'application/json', 1)).status;
  };

  const handOnInteraction = async (clicked: Payload): Promise<string> => {
    const payload: Payload | null = asMessageAction(clicked);
    if (payload === null) return '';
    triggers.add(payload.trigger_id);
    const completed = await complete(payload, stack);
    const type = String(payload.type ?? 'interaction');
    const errors = type === 'view_submission' ? refuseSubmission(completed) : null;
    if (errors) return JSON.stringify({ response_action: 'errors', errors });
    const whole = aliases.toOuter(JSON.stringify(completed));
    const answer = await post(type, new URLSearchParams({ payload: whole }).toString(), form);
    return type === 'view_submission' ? answerToSubmission(answer, whole, options) : '';
  };

  const handOn = async (raw: string, contentType: string): Promise<string> => {
    if (!workspace.isInstalled()) return '';
    if (contentType.startsWith('application/json')) {
      const { event } = JSON.parse(raw) as { event: Payload };
      const view = event.type === 'app_home_opened' ? await stack.home(String(event.user), slackApp.appId) : null;
      await sendEvent(JSON.parse(aliases.toOuter(JSON.stringify(view ? { ...event, view } : event))));
      return '';
    }
    const fields = new URLSearchParams(raw);
    const payload = fields.get('payload');
    if (payload !== null) return handOnInteraction(JSON.parse(payload) as Payload);
    triggers.add(fields.get('trigger_id'));
    for (const [name, value] of fields) fields.set(name, aliases.toOuter(value));
    return (await post('command', fields.toString(), form)).text;
  };

  return { log: post.log, triggers, sendEvent, handOn };
}

async function complete(payload: Payload, stack: ViewStack): Promise<Payload> {
  if (payload.type === 'view_submission') return fillDefaults(payload);
  if (payload.type !== 'block_actions' || payload.message !== undefined) return payload;
  const user = (payload.user as { id?: string } | undefined)?.id ?? '';
  const fromModal = JSON.stringify(payload.actions ?? '').includes('practice_state');
  const view = fromModal ? (await stack.modals()).at(-1) : await stack.home(user, slackApp.appId);
  return completeView(payload, view ?? null);
}

/** The app's answer to a submission, refused where Slack would refuse its view. What Slack says stands in the modal. */
function answerToSubmission(
  answer: { readonly status: number; readonly text: string },
  payload: string,
  { aliases, stack }: { readonly aliases: Aliases; readonly stack: ViewStack },
): string {
  const trouble = (text: string) => JSON.stringify({ response_action: 'errors', errors: { Slack: text } });
  if (answer.status < 200 || answer.status >= 300) return trouble('We had some trouble connecting. Try again?');
  if (answer.text.trim() === '') return '';
  const parsed = JSON.parse(answer.text) as { response_action?: string; view?: Record<string, unknown> };
  if (!parsed.view) return aliases.toInner(answer.text);
  const refusal = refuseView(parsed.view);
  if (refusal) return trouble(`${refusal.error}: ${refusal.messages.join('; ')}`);
  if (parsed.response_action === 'update') {
    const outer = (JSON.parse(payload) as { view?: { id?: string } }).view?.id;
    if (outer) stack.expectExchange(outer);
  }
  return aliases.toInner(JSON.stringify({ ...parsed, view: nameBlocks(parsed.view) }));
}
