import { z } from 'zod';
import { type BlockProblem, checkBlocks, checkView } from './blocks/check.ts';
import { limits } from './blocks/limits.ts';
import { cutText } from './blocks/text.ts';
import type { Block, Home, Modal } from './blocks/types.ts';
import { type CallOptions, callSlack, type SlackApi } from './call.ts';
import { failure, type SlackFailure, type SlackResult } from './failures.ts';
import type { UseName } from './methods.ts';
import { type ResponseMessage, respondTo } from './respond.ts';

export interface Channel {
  readonly id: string;
  readonly name: string;
  /** Number of members, where Slack tells it. */
  readonly members: number | null;
  readonly isMember: boolean;
  readonly isArchived: boolean;
  readonly isPrivate: boolean;
}

/** A person, as far as Coact asks: never a name or an address. */
export interface Member {
  readonly slackUserId: string;
  readonly state: 'active' | 'deactivated';
  /** Guests, people of other organisations in shared channels, and bots may not sign in. */
  readonly kind: 'member' | 'guest' | 'stranger' | 'bot';
  readonly timeZone: string | null;
  readonly locale: string | null;
}

export interface MessageContent {
  /** Notification and screen-reader text, shown where blocks can't be. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface ViewHandle {
  readonly viewId: string;
  /** Pass it to `updateView` so that a newer state is not overwritten. */
  readonly hash: string;
}

/** The calls that Coact makes to one workspace. Each answers a value; none retries. */
export interface SlackClient {
  authTest(): Promise<SlackResult<{ teamId: string; botUserId: string }>>;
  /** One page of public channels that are not archived. A page may be empty and still have a successor. */
  listPublicChannels(page?: {
    cursor?: string;
    limit?: number;
  }): Promise<SlackResult<{ channels: readonly Channel[]; nextCursor: string | null }>>;
  channel(channelId: string): Promise<SlackResult<{ channel: Channel }>>;
  joinChannel(channelId: string): Promise<SlackResult<{ channel: Channel }>>;
  /**
   * Posts. About one message a second and channel is Slack's pace; the caller's job keeps it. On `unknown_outcome` the
   * message may stand in the channel: never send it again without looking.
   * @param to a channel id, or a user id for a direct message
   * @param place.under a message's ts: a reply in its thread, which the channel is shown too
   */
  postMessage(
    to: string,
    content: MessageContent,
    place?: { readonly under: string },
  ): Promise<SlackResult<{ channelId: string; ts: string }>>;
  updateMessage(at: MessageRef, content: MessageContent): Promise<SlackResult<{ ts: string }>>;
  deleteMessage(at: MessageRef): Promise<SlackResult<object>>;
  permalink(at: MessageRef): Promise<SlackResult<{ url: string }>>;
  /** @param triggerId from the click; lives three seconds and serves once */
  openView(triggerId: string, view: Modal): Promise<SlackResult<ViewHandle>>;
  pushView(triggerId: string, view: Modal): Promise<SlackResult<ViewHandle>>;
  updateView(
    at: { viewId: string; hash?: string } | { externalId: string; hash?: string },
    view: Modal,
  ): Promise<SlackResult<ViewHandle>>;
  publishHome(slackUserId: string, view: Home): Promise<SlackResult<ViewHandle>>;
  readMember(slackUserId: string): Promise<SlackResult<{ member: Member }>>;
  /** Whether somebody still is in the workspace, and how they are called there; null where they say no name. */
  readMemberName(slackUserId: string): Promise<SlackResult<{ isActive: boolean; name: string | null }>>;
  /** Answers a click or command through its response_url: five times within 30 minutes. */
  respond(responseUrl: string, message: ResponseMessage): Promise<SlackResult<object>>;
}

export interface MessageRef {
  readonly channelId: string;
  readonly ts: string;
}

/** Says which installation a token belongs to: a reinstall bumps the generation. */
export interface InstallationRef {
  readonly id: string;
  readonly generation: number;
}

/** Gives the token for one call. Asked at each call, so that an erased token is gone at once. */
export type TokenSource = () => Promise<
  { readonly ok: true; readonly token: string; readonly ref: InstallationRef } | SlackFailure
>;

/** Told of every failure, so that a revoked token is noticed wherever it shows first. */
export type FailureListener = (use: UseName, failed: SlackFailure, ref: InstallationRef) => Promise<void>;

const channelShape = z
  .object({
    id: z.string(),
    name: z.string(),
    num_members: z.number().optional(),
    is_member: z.boolean().default(false),
    is_archived: z.boolean().default(false),
    is_private: z.boolean().default(false),
  })
  .transform(
    (read): Channel => ({
      id: read.id,
      name: read.name,
      members: read.num_members ?? null,
      isMember: read.is_member,
      isArchived: read.is_archived,
      isPrivate: read.is_private,
    }),
  );

const nothing = z.object({}).transform(() => ({}));
const oneChannel = z.object({ channel: channelShape });
const viewShape = z
  .object({ view: z.object({ id: z.string(), hash: z.string().default('') }) })
  .transform(({ view }): ViewHandle => ({ viewId: view.id, hash: view.hash }));

/** What is read of users.info. Name, address and pictures are dropped right here. */
const memberShape = z
  .object({
    user: z.object({
      id: z.string(),
      deleted: z.boolean().default(false),
      is_bot: z.boolean().default(false),
      is_restricted: z.boolean().default(false),
      is_ultra_restricted: z.boolean().default(false),
      is_stranger: z.boolean().default(false),
      tz: z.string().nullish(),
      locale: z.string().nullish(),
    }),
  })
  .transform(({ user }): { member: Member } => ({
    member: {
      slackUserId: user.id,
      state: user.deleted ? 'deactivated' : 'active',
      kind: user.is_bot
        ? 'bot'
        : user.is_stranger
          ? 'stranger'
          : user.is_restricted || user.is_ultra_restricted
            ? 'guest'
            : 'member',
      timeZone: user.tz ?? null,
      locale: user.locale ?? null,
    },
  }));

const memberNameShape = z
  .object({
    user: z.object({
      deleted: z.boolean().default(false),
      real_name: z.string().nullish(),
      profile: z.object({ real_name: z.string().nullish() }).nullish(),
    }),
  })
  .transform(({ user }) => ({
    isActive: !user.deleted,
    name: user.profile?.real_name || user.real_name || null,
  }));

/**
 * @param tokens see TokenSource
 * @param options short time-outs for handlers, longer ones for jobs
 */
export function createClient(
  api: SlackApi,
  tokens: TokenSource,
  options: CallOptions & { readonly onFailure?: FailureListener },
): SlackClient {
  const call = async <T extends object>(
    use: UseName,
    args: Readonly<Record<string, unknown>>,
    answer: z.ZodType<T>,
  ) => {
    const token = await tokens();
    if (!token.ok) return token;
    const result = await callSlack(api, { authorization: `Bearer ${token.token}` }, use, args, answer, options);
    if (!result.ok) await options.onFailure?.(use, result, token.ref);
    return result;
  };
  return {
    authTest: () =>
      call(
        'checkToken',
        {},
        z
          .object({ team_id: z.string(), user_id: z.string() })
          .transform((read) => ({ teamId: read.team_id, botUserId: read.user_id })),
      ),
    ...channelCalls(call),
    ...messageCalls(call),
    ...viewCalls(call),
    readMember: (slackUserId) => call('readMember', { user: slackUserId, include_locale: true }, memberShape),
    readMemberName: (slackUserId) => call('readMemberName', { user: slackUserId }, memberNameShape),
    respond: (responseUrl, message) => respondTo(api.fetch, responseUrl, message, options.timeoutMs),
  };
}

type Call = <T extends object>(
  use: UseName,
  args: Readonly<Record<string, unknown>>,
  answer: z.ZodType<T>,
) => Promise<SlackResult<T>>;

function channelCalls(call: Call): Pick<SlackClient, 'listPublicChannels' | 'channel' | 'joinChannel'> {
  const page = z
    .object({
      channels: z.array(channelShape),
      response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
    })
    .transform((read) => ({ channels: read.channels, nextCursor: read.response_metadata?.next_cursor || null }));
  return {
    listPublicChannels: ({ cursor, limit = 200 } = {}) =>
      call('listChannels', { types: 'public_channel', exclude_archived: true, limit, cursor }, page),
    channel: (channelId) => call('readChannel', { channel: channelId, include_num_members: true }, oneChannel),
    joinChannel: (channelId) => call('joinChannel', { channel: channelId }, oneChannel),
  };
}

function messageCalls(call: Call): Pick<SlackClient, 'postMessage' | 'updateMessage' | 'deleteMessage' | 'permalink'> {
  const posted = z
    .object({ channel: z.string(), ts: z.string() })
    .transform(({ channel, ts }) => ({ channelId: channel, ts }));
  return {
    postMessage: async (to, content, place) => {
      const refusal = refusalOf(checkBlocks(content.blocks));
      if (refusal) return refusal;
      // We draw our own card; Slack's preview would fetch the tracked link once more.
      const args = { ...wire(content), channel: to, unfurl_links: false, unfurl_media: false };
      // https://docs.slack.dev/reference/methods/chat.postMessage, reply_broadcast
      const thread = place ? { thread_ts: place.under, reply_broadcast: true } : {};
      return call('postMessage', { ...args, ...thread }, posted);
    },
    updateMessage: async (at, content) => {
      if (checkBlocks(content.blocks).length > 0) return failure('invalid_blocks');
      return call(
        'updateMessage',
        { ...wire(content), channel: at.channelId, ts: at.ts },
        z.object({ ts: z.string() }),
      );
    },
    deleteMessage: (at) => call('deleteMessage', { channel: at.channelId, ts: at.ts }, nothing),
    permalink: (at) =>
      call(
        'linkMessage',
        { channel: at.channelId, message_ts: at.ts },
        z.object({ permalink: z.string() }).transform((read) => ({ url: read.permalink })),
      ),
  };
}

const wire = ({ text, blocks }: MessageContent) => ({ text: cutText(text, limits.messageText), blocks });

function viewCalls(call: Call): Pick<SlackClient, 'openView' | 'pushView' | 'updateView' | 'publishHome'> {
  const send = async (use: UseName, args: Readonly<Record<string, unknown>>, view: Modal | Home) =>
    refusalOf(checkView(view)) ?? call(use, { ...args, view }, viewShape);
  return {
    openView: (triggerId, view) => send('openView', { trigger_id: triggerId }, view),
    pushView: (triggerId, view) => send('pushView', { trigger_id: triggerId }, view),
    updateView: (at, view) => {
      const target = 'viewId' in at ? { view_id: at.viewId } : { external_id: at.externalId };
      return send('updateView', { ...target, hash: at.hash || undefined }, view);
    },
    publishHome: (slackUserId, view) => send('publishHome', { user_id: slackUserId }, view),
  };
}

/** What Slack would refuse is refused here, and says where; a trigger is not spent on it. */
function refusalOf([first]: readonly BlockProblem[]): SlackFailure | null {
  return first ? failure('invalid_blocks', { slackCode: `${first.at}: ${first.problem}` }) : null;
}
