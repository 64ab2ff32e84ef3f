import type { Answer, ApiParts, Args, Methods } from './slack-api-call.ts';
import type { SlackWorkspace } from './slack-workspace.ts';

/** Channels: local-slack takes the app for a member of all of them, so membership is kept here. */
export function channelMethods({ workspace, inner, oauth }: ApiParts): Methods {
  const join = async (args: Args, token: string): Promise<Answer> => {
    const channel = String(args.channel ?? '');
    const already = workspace.isMember(channel);
    const answer = await oauth('conversations.join', args, token);
    if (!answer.ok) return answer;
    workspace.join(channel);
    return already ? { ...answer, warning: 'already_in_channel' } : answer;
  };

  return {
    'conversations.join': join,
    'conversations.leave': async (args) => {
      const channel = String(args.channel ?? '');
      const was = workspace.isMember(channel);
      workspace.leave(channel);
      return was ? { ok: true } : { ok: true, not_in_channel: true };
    },
    'conversations.list': async (args, token) =>
      listChannels(args, await inner('conversations.list', args, token), workspace),
    'conversations.info': async (args, token) => {
      const answer = await inner('conversations.info', args, token);
      return answer.ok ? { ...answer, channel: withMembership(answer.channel as Args, workspace) } : answer;
    },
  };
}

function withMembership(channel: Args, workspace: SlackWorkspace): Args {
  return { ...channel, is_member: workspace.isMember(String(channel.id)) };
}

/** local-slack lists everything at once, whatever is asked; Slack filters and pages. */
function listChannels(args: Args, answer: Answer, workspace: SlackWorkspace): Answer {
  if (!answer.ok) return answer;
  const types = String(args.types ?? 'public_channel').split(',');
  const fits = (each: Args) =>
    types.includes(each.is_im ? 'im' : each.is_private || each.is_group ? 'private_channel' : 'public_channel');
  const all = (answer.channels as Args[]).filter(fits).map((each) => withMembership(each, workspace));
  const from = Number(Buffer.from(String(args.cursor ?? ''), 'base64').toString() || 0);
  const to = from + Math.min(Number(args.limit ?? 100) || 100, 1000);
  const next = to < all.length ? Buffer.from(String(to)).toString('base64') : '';
  return { ...answer, channels: all.slice(from, to), response_metadata: { next_cursor: next } };
}
