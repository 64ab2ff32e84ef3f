import type { Aliases } from './aliases.ts';
import { company, slackApp } from './company.ts';
import { refuseView } from './slack-rules.ts';
import { signedHeaders } from './slack-signature.ts';
import type { ViewStack } from './slack-stack.ts';
import { completeView, fillDefaults, nameBlocks, refuseSubmission } from './slack-views.ts';
import type { SlackWorkspace } from './slack-workspace.ts';

/** One request that went to the app. No bodies: this is for counting and for seeing that something arrived. */
export interface Delivery {
  readonly type: string;
  /** HTTP status, or 0 when there was no answer within Slack's three seconds. */
  readonly status: number;
  readonly ms: number;
}

export type UninstallOrder = 'tokens_revoked first' | 'app_uninstalled first';

export interface Deliveries {
  /** Hands on what local-slack wants to tell the app, in the shape that Slack documents. Answers the app's answer. */
  handOn(raw: string, contentType: string): Promise<string>;
  sendEvent(event: Record<string, unknown>, eventTime?: number): Promise<number>;
  /** Trigger ids of the last minutes; `spend` answers Slack's error or null. */
  spendTrigger(triggerId: unknown): string | null;
  readonly log: readonly Delivery[];
}

type Payload = Record<string, unknown> & { type?: string };

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
  const log: Delivery[] = [];
  const triggers = new Map<string, { readonly at: number; used: boolean }>();

  const post = async (type: string, body: string, contentType: string, retry?: number) => {
    const began = Date.now();
    const headers = {
      ...signedHeaders(slackApp.signingSecret, body, contentType),
      ...(retry ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_error' } : {}),
    };
    const answer = await fetch(`${options.appUrl}/slack/events`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(3_000),
    }).then(
      async (response) => ({ status: response.status, text: await response.text() }),
      () => ({ status: 0, text: '' }),
    );
    log.push({ type, status: answer.status, ms: Date.now() - began });
    if (log.length > 500) log.shift();
    return answer;
  };

  const sendEvent = async (event: Record<string, unknown>, eventTime = Math.floor(Date.now() / 1000)) => {
    const body = JSON.stringify(envelope(event, eventTime));
    const type = String(event.type);
    const first = await post(type, body, 'application/json');
    if (first.status >= 200 && first.status < 300) return first.status;
    return (await post(type, body, 'application/json', 1)).status;
  };

  const complete = async (payload: Payload): Promise<Payload> => {
    if (typeof payload.trigger_id === 'string') triggers.set(payload.trigger_id, { at: Date.now(), used: false });
    if (payload.type === 'view_submission') return fillDefaults(payload);
    if (payload.type !== 'block_actions' || payload.message !== undefined) return payload;
    const user = (payload.user as { id?: string } | undefined)?.id ?? '';
    const fromModal = JSON.stringify(payload.actions ?? '').includes('practice_state');
    const view = fromModal ? (await stack.modals()).at(-1) : await stack.home(user, slackApp.appId);
    return completeView(payload, view ?? null);
  };

  const handOnInteraction = async (payload: Payload): Promise<string> => {
    const completed = await complete(payload);
    const type = String(payload.type ?? 'interaction');
    const errors = type === 'view_submission' ? refuseSubmission(completed) : null;
    if (errors) return JSON.stringify({ response_action: 'errors', errors });
    const whole = aliases.toOuter(JSON.stringify(completed));
    const body = new URLSearchParams({ payload: whole }).toString();
    const answer = await post(type, body, 'application/x-www-form-urlencoded');
    if (type !== 'view_submission') return '';
    return answerToSubmission(answer, whole);
  };

  const answerToSubmission = (answer: { status: number; text: string }, payload: string): string => {
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
  };

  return {
    log,
    sendEvent,
    spendTrigger: (triggerId) => {
      const trigger = typeof triggerId === 'string' ? triggers.get(triggerId) : undefined;
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      if (Date.now() - trigger.at > 3_000) return 'expired_trigger_id';
      trigger.used = true;
      return null;
    },
    handOn: async (raw, contentType) => {
      if (!workspace.isInstalled()) return '';
      if (contentType.startsWith('application/json')) {
        const { event } = JSON.parse(raw) as { event: Payload };
        const view = event.type === 'app_home_opened' ? await stack.home(String(event.user), slackApp.appId) : null;
        await sendEvent(JSON.parse(aliases.toOuter(JSON.stringify(view ? { ...event, view } : event))));
        return '';
      }
      const form = new URLSearchParams(raw);
      const payload = form.get('payload');
      if (payload !== null) return handOnInteraction(JSON.parse(payload) as Payload);
      triggers.set(form.get('trigger_id') ?? '', { at: Date.now(), used: false });
      for (const [name, value] of form) form.set(name, aliases.toOuter(value));
      return (await post('command', form.toString(), 'application/x-www-form-urlencoded')).text;
    },
  };
}

let eventCounter = 0;

/** The envelope of the Events API, docs.slack.dev/apis/events-api. */
function envelope(event: Record<string, unknown>, eventTime: number): Record<string, unknown> {
  eventCounter += 1;
  return {
    token: 'practice-verification-token',
    team_id: company.teamId,
    api_app_id: slackApp.appId,
    event: { ...event, event_ts: event.event_ts ?? `${eventTime}.000000` },
    type: 'event_callback',
    event_id: `Ev${Date.now().toString(36).toUpperCase()}${eventCounter}`,
    event_time: eventTime,
    authorizations: [
      {
        enterprise_id: null,
        team_id: company.teamId,
        user_id: slackApp.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-practice-${eventCounter}`,
  };
}
