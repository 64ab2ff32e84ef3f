/** Requests as Slack sends them, signed with the real algorithm. Shapes: docs.slack.dev/reference/interaction-payloads */
import { createHmac } from 'node:crypto';
import { slackManifest } from '../../../src/platform/slack/index.ts';
import type { FakeApp } from './oauth.ts';
import type { FakeState, FakeView } from './state.ts';

type Json = Readonly<Record<string, unknown>>;

export interface Signing {
  /** Seconds to add to the present time. */
  readonly skew?: number;
  readonly secret?: string;
  /** 1, 2 or 3 for Slack's retries. */
  readonly retry?: number;
}

export interface ClickOptions extends Signing {
  readonly teamId: string;
  readonly userId: string;
  readonly actionId: string;
  readonly value?: string;
  readonly blockId?: string;
  /** The message that holds the button… */
  readonly message?: { readonly channel: string; readonly ts: string };
  /** …or the window. */
  readonly viewId?: string;
  readonly values?: Json;
  readonly userTeamId?: string;
  /** Fields of the action beside value, e.g. selected_option. */
  readonly action?: Json;
}

const origin = 'https://coact.test/slack/events';

export class SlackRequests {
  readonly #state: FakeState;
  readonly #app: FakeApp;

  constructor(state: FakeState, app: FakeApp) {
    this.#state = state;
    this.#app = app;
  }

  /** Any body, signed. */
  signed(body: string, contentType: string, options: Signing = {}): Request {
    const seconds = Math.floor(this.#state.now().getTime() / 1000) + (options.skew ?? 0);
    const mac = createHmac('sha256', options.secret ?? this.#app.signingSecret).update(`v0:${seconds}:${body}`);
    const headers = new Headers({
      'content-type': contentType,
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${mac.digest('hex')}`,
    });
    if (options.retry) {
      headers.set('x-slack-retry-num', String(options.retry));
      headers.set('x-slack-retry-reason', 'http_timeout');
    }
    return new Request(origin, { method: 'POST', headers, body });
  }

  /** A trigger id: three seconds, one use. */
  trigger(teamId: string, userId: string): string {
    const id = `trigger.${this.#state.next()}`;
    this.#state.triggers.set(id, { teamId, userId, expiresAt: this.#state.now().getTime() + 3_000, used: false });
    return id;
  }

  /** A response_url: five uses, thirty minutes. */
  responseUrl(teamId: string, channel: string, ts: string | null): string {
    const url = `https://hooks.slack.com/actions/${teamId}/${this.#state.next()}`;
    const expiresAt = this.#state.now().getTime() + 1_800_000;
    this.#state.responseUrls.set(url, { teamId, left: 5, expiresAt, channel, ts });
    return url;
  }

  click(options: ClickOptions): Request {
    const { teamId, userId, message, viewId } = options;
    const view = viewId ? this.#state.views.get(viewId) : undefined;
    return this.interaction(
      {
        ...this.#who('block_actions', teamId, userId, options.userTeamId),
        container: message
          ? { type: 'message', message_ts: message.ts, channel_id: message.channel, is_ephemeral: false }
          : { type: 'view', view_id: viewId },
        ...(message
          ? {
              channel: { id: message.channel, name: 'somewhere' },
              message: { type: 'message', ts: message.ts, text: 'words of the message' },
              response_url: this.responseUrl(teamId, message.channel, message.ts),
              state: { values: options.values ?? {} },
            }
          : {}),
        ...(view ? { view: this.#viewPayload(view, options.values ?? {}) } : {}),
        actions: [
          {
            type: 'button',
            action_id: options.actionId,
            block_id: options.blockId ?? 'b',
            ...(options.value === undefined ? {} : { value: options.value }),
            action_ts: this.#state.ts(),
            ...options.action,
          },
        ],
      },
      options,
    );
  }

  /** Submits an open window. The answer of the app is what closes it. */
  submit(viewId: string, values: Json, options: Signing = {}): Request {
    const view = this.#state.views.get(viewId);
    if (!view) throw new Error(`the test has no view ${viewId}`);
    const payload = {
      ...this.#who('view_submission', view.teamId, view.userId),
      view: this.#viewPayload(view, values),
      response_urls: [],
    };
    return this.interaction(payload, options);
  }

  close(viewId: string, options: Signing = {}): Request {
    const view = this.#state.views.get(viewId);
    if (!view) throw new Error(`the test has no view ${viewId}`);
    view.open = false;
    const payload = {
      ...this.#who('view_closed', view.teamId, view.userId),
      view: this.#viewPayload(view, {}),
      is_cleared: false,
    };
    return this.interaction(payload, options);
  }

  shortcut(teamId: string, userId: string, callbackId: string, options: Signing = {}): Request {
    return this.interaction({ ...this.#who('shortcut', teamId, userId), callback_id: callbackId }, options);
  }

  /**
   * Somebody chooses a shortcut in the menu of a message. Slack offers only those of the app's manifest, and none without
   * the scope (docs.slack.dev/interactivity/implementing-shortcuts; payload: /reference/interaction-payloads/shortcuts-interaction-payload).
   */
  messageShortcut(
    teamId: string,
    userId: string,
    callbackId: string,
    options: Signing & { readonly text?: string; readonly attachments?: readonly Json[]; readonly userTeamId?: string },
  ): Request {
    const { shortcuts } = slackManifest('https://coact.test').features;
    if (!shortcuts.some((one) => one.type === 'message' && one.callback_id === callbackId)) {
      throw new Error(`Slack offers no message shortcut ${callbackId}`);
    }
    if (!this.#state.team(teamId).scopes.has('commands')) throw new Error('shortcuts need the scope commands');
    const ts = this.#state.ts();
    const payload = {
      ...this.#who('message_action', teamId, userId, options.userTeamId),
      callback_id: callbackId,
      action_ts: this.#state.ts(),
      message_ts: ts,
      response_url: this.responseUrl(teamId, 'C1', ts),
      channel: { id: 'C1', name: 'somewhere' },
      message: {
        ...{ type: 'message', user: 'U9', ts, text: options.text ?? '' },
        ...(options.attachments === undefined ? {} : { attachments: options.attachments }),
      },
    };
    return this.interaction(payload, options);
  }

  interaction(payload: Json, options: Signing = {}): Request {
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    return this.signed(body, 'application/x-www-form-urlencoded', options);
  }

  command(
    teamId: string,
    userId: string,
    text: string,
    options: Signing & { readonly command?: string } = {},
  ): Request {
    const body = new URLSearchParams({
      token: 'legacy',
      team_id: teamId,
      team_domain: 'acme',
      channel_id: 'C1',
      channel_name: 'general',
      user_id: userId,
      user_name: 'somebody',
      command: options.command ?? '/coact',
      text,
      api_app_id: this.#app.appId,
      is_enterprise_install: 'false',
      response_url: this.responseUrl(teamId, 'C1', null),
      trigger_id: this.trigger(teamId, userId),
    });
    return this.signed(body.toString(), 'application/x-www-form-urlencoded', options);
  }

  event(
    teamId: string,
    event: Json,
    options: Signing & { readonly eventId?: string; readonly at?: Date } = {},
  ): Request {
    const seconds = Math.floor((options.at ?? this.#state.now()).getTime() / 1000);
    const body = JSON.stringify({
      token: 'legacy',
      team_id: teamId,
      api_app_id: this.#app.appId,
      event,
      type: 'event_callback',
      event_id: options.eventId ?? `Ev${this.#state.next()}`,
      event_time: seconds,
      authorizations: [
        { enterprise_id: null, team_id: teamId, user_id: `B${teamId}`, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: false,
    });
    return this.signed(body, 'application/json', options);
  }

  urlVerification(challenge: string, options: Signing = {}): Request {
    return this.signed(
      JSON.stringify({ type: 'url_verification', token: 'legacy', challenge }),
      'application/json',
      options,
    );
  }

  #who(type: string, teamId: string, userId: string, userTeamId = teamId): Json {
    return {
      type,
      token: 'legacy',
      team: { id: teamId, domain: 'acme' },
      user: { id: userId, username: 'somebody', name: 'somebody', team_id: userTeamId },
      enterprise: null,
      is_enterprise_install: false,
      api_app_id: this.#app.appId,
      trigger_id: this.trigger(teamId, userId),
    };
  }

  #viewPayload(view: FakeView, values: Json): Json {
    return {
      ...view.body,
      id: view.id,
      team_id: view.teamId,
      hash: view.hash,
      root_view_id: view.rootId,
      previous_view_id: null,
      app_id: this.#app.appId,
      app_installed_team_id: view.teamId,
      private_metadata: view.body.private_metadata ?? '',
      callback_id: view.body.callback_id ?? '',
      external_id: view.body.external_id ?? '',
      state: { values },
    };
  }
}
