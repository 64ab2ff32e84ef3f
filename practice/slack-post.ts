import { company, slackApp } from './company.ts';
import { signedHeaders } from './slack-signature.ts';

/** One request that went to the app. No bodies: this is for counting and for seeing that something arrived. */
export interface Delivery {
  readonly type: string;
  /** HTTP status, or 0 when there was no answer within Slack's three seconds. */
  readonly status: number;
  readonly ms: number;
}

export interface Post {
  (type: string, body: string, contentType: string, retry?: number): Promise<{ status: number; text: string }>;
  readonly log: readonly Delivery[];
}

/** Sends signed requests to the app as Slack does, and notes how each was answered. */
export function createPost(appUrl: string): Post {
  const log: Delivery[] = [];
  const post = async (type: string, body: string, contentType: string, retry?: number) => {
    const began = Date.now();
    const headers = {
      ...signedHeaders(slackApp.signingSecret, body, contentType),
      ...(retry ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_error' } : {}),
    };
    const answer = await fetch(`${appUrl}/slack/events`, {
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
  return Object.assign(post, { log });
}

let eventCounter = 0;

/** The envelope of the Events API, docs.slack.dev/apis/events-api. */
export function envelope(event: Record<string, unknown>, eventTime: number): Record<string, unknown> {
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
