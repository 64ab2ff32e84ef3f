import { type Answer, type ApiParts, type Args, type Methods, refuse, spell } from './slack-api-call.ts';
import { refuseView } from './slack-rules.ts';
import type { View } from './slack-stack.ts';
import { nameBlocks } from './slack-views.ts';

/** Modals and App Home: limits, triggers that work once for three seconds, ids that stay, hashes that must fit. */
export function viewMethods(parts: ApiParts): Methods {
  const { aliases, deliveries, stack, inner } = parts;

  const openView = async (method: string, args: Args, token: string): Promise<Answer> => {
    const refusal = refuseView(args.view);
    if (refusal) return spell(refusal);
    if (stack === null) return inner(method, args, token);
    const problem = deliveries.triggers.spend(args.trigger_id);
    if (problem) return refuse(problem);
    if (method === 'views.push' && (await stack.modals()).length >= 3) return refuse('push_limit_reached');
    return inner(method, { ...args, view: nameBlocks(args.view as Args) }, token);
  };

  const updateView = async (args: Args, token: string): Promise<Answer> => {
    const refusal = refuseView(args.view);
    if (refusal) return spell(refusal);
    if (stack === null) return inner('views.update', args, token);
    const wanted = typeof args.view_id === 'string' ? aliases.innerOf(args.view_id) : null;
    const open = (await stack.modals()).find((each: View) =>
      wanted === null ? each.external_id === args.external_id : each.id === aliases.innerOf(String(args.view_id)),
    );
    if (!open) return refuse('not_found');
    if (args.hash !== undefined && args.hash !== open.hash) return refuse('hash_conflict');
    const outer = aliases.toOuter(open.id);
    const answer = await inner('views.update', { view_id: outer, view: nameBlocks(args.view as Args) }, token);
    const view = answer.view as View | undefined;
    if (!view) return answer;
    aliases.set(outer, view.id);
    return JSON.parse(aliases.toOuter(JSON.stringify(answer))) as Answer;
  };

  return {
    'views.open': (args, token) => openView('views.open', args, token),
    'views.push': (args, token) => openView('views.push', args, token),
    'views.update': updateView,
    'views.publish': async (args, token) => {
      const refusal = refuseView(args.view);
      if (refusal) return spell(refusal);
      return inner('views.publish', { ...args, view: nameBlocks(args.view as Args) }, token);
    },
  };
}
