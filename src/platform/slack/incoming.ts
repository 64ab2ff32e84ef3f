/**
 * What Slack sends us, parsed into what we use. Nothing else of a payload goes further: names and workspace domains stay
 * here, and so do words of messages, but of the one on which somebody chose our message shortcut. Source: docs.slack.dev/reference/interaction-payloads, /apis/events-api
 */
import { z } from 'zod';

/** What a person has filled in: block id → action id → value. */
export type FormState = Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;

/** Text of a text field, chosen value(s) of a menu, a date (YYYY-MM-DD), time (HH:mm) or moment; null when empty. */
export type FieldValue = string | readonly string[] | Date | null;

/** Who sent it and where it belongs. The team comes with Slack's signature; it alone decides the organisation. */
interface From {
  readonly teamId: string;
  readonly slackUserId: string;
  /** The handle that the person sees beside their own messages; shown back to them, never stored. */
  readonly slackUserName: string;
  /** Home workspace of the person; differs from `teamId` for people of other organisations in shared channels. */
  readonly userTeamId: string | null;
  readonly triggerId: string | null;
}

export interface IncomingView {
  readonly viewId: string;
  readonly hash: string;
  readonly callbackId: string;
  readonly metadata: string;
  readonly rootViewId: string | null;
  readonly externalId: string | null;
}

export type Incoming =
  | { readonly kind: 'ssl_check' }
  | { readonly kind: 'url_verification'; readonly challenge: string }
  | IncomingEvent
  | IncomingAction
  | (From & {
      readonly kind: 'view_submission' | 'view_closed';
      readonly view: IncomingView;
      readonly state: FormState;
    })
  | (From & {
      readonly kind: 'shortcut';
      readonly callbackId: string;
      readonly channelId: string | null;
      readonly messageTs: string | null;
      readonly message: IncomingMessage | null;
      readonly responseUrl: string | null;
    })
  | (From & {
      readonly kind: 'command';
      readonly command: string;
      readonly text: string;
      readonly channelId: string;
      readonly responseUrl: string;
    })
  /** Signed by Slack, but nothing that we know: answered with 200 so that nobody sees an error. */
  | { readonly kind: 'unknown'; readonly type: string };

/** The message on which somebody chose a shortcut. */
export interface IncomingMessage {
  /** In Slack's markup. */
  readonly text: string;
  /** Addresses of the pages that Slack shows below it. */
  readonly links: readonly string[];
}

export interface IncomingAction extends From {
  readonly kind: 'action';
  readonly actionId: string;
  readonly blockId: string;
  readonly value: FieldValue;
  readonly channelId: string | null;
  readonly messageTs: string | null;
  readonly view: IncomingView | null;
  readonly state: FormState;
  readonly responseUrl: string | null;
}

export interface IncomingEvent {
  readonly kind: 'event';
  readonly teamId: string;
  readonly eventId: string;
  readonly type: string;
  /** Slack's own time of the event. */
  readonly at: Date;
  readonly slackUserId: string | null;
  readonly channelId: string | null;
  /** Bot users whose tokens are gone, in tokens_revoked. */
  readonly revokedBots: readonly string[];
  /** `home` or `messages`, in app_home_opened. */
  readonly tab: string | null;
}

const optionShape = z.object({ value: z.string() });
const fieldShape = z
  .object({
    type: z.string(),
    value: z.string().nullish(),
    selected_option: optionShape.nullish(),
    selected_options: z.array(optionShape).nullish(),
    selected_date: z.string().nullish(),
    selected_time: z.string().nullish(),
    selected_date_time: z.number().nullish(),
  })
  .transform((field): FieldValue => {
    if (field.selected_options) return field.selected_options.map(({ value }) => value);
    if (typeof field.selected_date_time === 'number') return new Date(field.selected_date_time * 1000);
    return field.selected_option?.value ?? field.selected_date ?? field.selected_time ?? field.value ?? null;
  });

const stateShape = z
  .object({ values: z.record(z.string(), z.record(z.string(), fieldShape)).default({}) })
  .nullish()
  .transform((state): FormState => state?.values ?? {});

const viewShape = z
  .object({
    id: z.string(),
    hash: z.string().default(''),
    callback_id: z.string().default(''),
    private_metadata: z.string().default(''),
    root_view_id: z.string().nullish(),
    external_id: z.string().nullish(),
    app_installed_team_id: z.string().nullish(),
    state: stateShape,
  })
  .transform((view) => ({
    teamId: view.app_installed_team_id ?? null,
    state: view.state,
    view: {
      viewId: view.id,
      hash: view.hash,
      callbackId: view.callback_id,
      metadata: view.private_metadata,
      rootViewId: view.root_view_id ?? null,
      externalId: view.external_id || null,
    } satisfies IncomingView,
  }));

const fromShape = z.object({
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({
    id: z.string(),
    team_id: z.string().nullish(),
    username: z.string().nullish(),
    name: z.string().nullish(),
  }),
  trigger_id: z.string().nullish(),
});

const id = z.object({ id: z.string() });
/** Longer than Slack lets anybody write. */
const mostText = 40_000;
const messageShape = z
  .object({
    text: z.string().nullish(),
    attachments: z.array(z.object({ original_url: z.string().nullish(), title_link: z.string().nullish() })).nullish(),
  })
  .transform(
    ({ text, attachments }): IncomingMessage => ({
      text: (text ?? '').slice(0, mostText),
      links: (attachments ?? []).flatMap((one) => one.original_url ?? one.title_link ?? []),
    }),
  );
const interactionShape = z.discriminatedUnion('type', [
  fromShape.extend({
    type: z.literal('block_actions'),
    actions: z.array(z.looseObject({ action_id: z.string(), block_id: z.string().default('') })).min(1),
    container: z.object({ message_ts: z.string().nullish(), channel_id: z.string().nullish() }).nullish(),
    channel: id.nullish(),
    message: z.object({ ts: z.string().nullish() }).nullish(),
    view: viewShape.nullish(),
    state: stateShape,
    response_url: z.string().nullish(),
  }),
  fromShape.extend({ type: z.literal('view_submission'), view: viewShape }),
  fromShape.extend({ type: z.literal('view_closed'), view: viewShape }),
  fromShape.extend({ type: z.literal('shortcut'), callback_id: z.string() }),
  fromShape.extend({
    type: z.literal('message_action'),
    callback_id: z.string(),
    channel: id,
    message_ts: z.string().nullish(),
    message: messageShape.nullish(),
    response_url: z.string().nullish(),
  }),
]);

const commandShape = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string(),
  user_id: z.string(),
  user_name: z.string().nullish(),
  channel_id: z.string(),
  response_url: z.string(),
  trigger_id: z.string().nullish(),
});

const eventShape = z.object({
  team_id: z.string(),
  event_id: z.string().max(120),
  event_time: z.number(),
  authorizations: z.array(z.object({ team_id: z.string().nullish() })).nullish(),
  event: z.looseObject({
    type: z.string(),
    user: z.union([z.string(), id]).optional(),
    channel: z.union([z.string(), id]).optional(),
    tokens: z.object({ bot: z.array(z.string()).nullish() }).optional(),
    tab: z.string().optional(),
  }),
});

/**
 * Parses a verified request.
 * @param contentType decides between JSON (events) and form (all else)
 * @returns null if it is nothing that Slack sends
 */
export function parseIncoming(body: string, contentType: string): Incoming | null {
  try {
    if (contentType.startsWith('application/json')) return parseJson(JSON.parse(body));
    const form = new URLSearchParams(body);
    if (form.get('ssl_check') === '1') return { kind: 'ssl_check' };
    const payload = form.get('payload');
    return payload === null ? parseCommand(Object.fromEntries(form)) : parseInteraction(JSON.parse(payload));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

function parseJson(body: unknown): Incoming {
  const { type } = z.object({ type: z.string() }).parse(body);
  if (type === 'url_verification') {
    return {
      kind: 'url_verification',
      challenge: z.object({ challenge: z.string().max(2_000) }).parse(body).challenge,
    };
  }
  if (type !== 'event_callback') return { kind: 'unknown', type };
  const { team_id, event_id, event_time, authorizations, event } = eventShape.parse(body);
  const idOf = (value: string | { id: string } | undefined) =>
    typeof value === 'string' ? value : (value?.id ?? null);
  return {
    kind: 'event',
    // In a channel shared between workspaces `team_id` may be the other one; the authorization names ours.
    teamId: authorizations?.[0]?.team_id ?? team_id,
    eventId: event_id,
    type: event.type,
    at: new Date(event_time * 1000),
    slackUserId: idOf(event.user),
    channelId: idOf(event.channel),
    revokedBots: event.tokens?.bot ?? [],
    tab: event.tab ?? null,
  };
}

function parseCommand(form: unknown): Incoming {
  const read = commandShape.parse(form);
  return {
    kind: 'command',
    teamId: read.team_id,
    slackUserId: read.user_id,
    slackUserName: read.user_name || read.user_id,
    // Slack tells no home workspace with a command.
    userTeamId: null,
    triggerId: read.trigger_id ?? null,
    command: read.command,
    text: read.text.trim(),
    channelId: read.channel_id,
    responseUrl: read.response_url,
  };
}

function parseInteraction(payload: unknown): Incoming {
  const { type } = z.object({ type: z.string() }).parse(payload);
  if (!interactionShape.options.some((option) => option.shape.type.value === type)) return { kind: 'unknown', type };
  const read = interactionShape.parse(payload);
  const view = 'view' in read ? (read.view ?? null) : null;
  const from: From = {
    // A view opened from a shared channel names the workspace where the app is installed.
    teamId: view?.teamId ?? read.team?.id ?? read.user.team_id ?? '',
    slackUserId: read.user.id,
    slackUserName: read.user.username || read.user.name || read.user.id,
    userTeamId: read.user.team_id ?? null,
    triggerId: read.trigger_id ?? null,
  };
  switch (read.type) {
    case 'block_actions': {
      const [action] = read.actions;
      return {
        ...from,
        kind: 'action',
        actionId: action?.action_id ?? '',
        blockId: action?.block_id ?? '',
        value: fieldShape.parse(action),
        channelId: read.channel?.id ?? read.container?.channel_id ?? null,
        messageTs: read.container?.message_ts ?? read.message?.ts ?? null,
        view: view?.view ?? null,
        state: view?.state ?? read.state,
        responseUrl: read.response_url ?? null,
      };
    }
    case 'view_submission':
    case 'view_closed':
      return { ...from, kind: read.type, view: read.view.view, state: read.view.state };
    case 'shortcut':
      return {
        ...from,
        kind: 'shortcut',
        callbackId: read.callback_id,
        channelId: null,
        messageTs: null,
        message: null,
        responseUrl: null,
      };
    case 'message_action':
      return {
        ...from,
        kind: 'shortcut',
        callbackId: read.callback_id,
        channelId: read.channel.id,
        messageTs: read.message_ts ?? null,
        message: read.message ?? null,
        responseUrl: read.response_url ?? null,
      };
  }
}
