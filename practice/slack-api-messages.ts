import { type Answer, type ApiParts, type Args, type Methods, refuse, spell } from './slack-api-call.ts';
import { refuseMessage } from './slack-rules.ts';

/** The app's messages: limits, and only where it is a member. Each is kept, to be there again after a restart. */
export function messageMethods({ workspace, inner }: ApiParts): Methods {
  const postMessage = async (args: Args, token: string): Promise<Answer> => {
    const refusal = refuseMessage(args);
    if (refusal) return spell(refusal);
    const channel = String(args.channel ?? '');
    if (/^[CG]/.test(channel) && !workspace.isMember(channel)) {
      const known = await inner('conversations.info', { channel }, token);
      return refuse(known.ok ? 'not_in_channel' : 'channel_not_found');
    }
    const answer = await inner('chat.postMessage', args, token);
    if (answer.ok && typeof answer.ts === 'string') workspace.keepMessage(answer.ts, args);
    return answer;
  };

  const changeMessage = async (method: string, args: Args, token: string): Promise<Answer> => {
    const refusal = method === 'chat.update' ? refuseMessage(args) : null;
    if (refusal) return spell(refusal);
    const answer = await inner(method, args, token);
    const ts = String(args.ts);
    if (answer.ok && method === 'chat.delete') workspace.dropMessage(ts);
    if (answer.ok && method === 'chat.update') workspace.keepMessage(ts, { blocks: undefined, ...args });
    return answer;
  };

  return {
    'chat.postMessage': postMessage,
    'chat.update': (args, token) => changeMessage('chat.update', args, token),
    'chat.delete': (args, token) => changeMessage('chat.delete', args, token),
  };
}
