import { cardNumberRefused, holdsCardNumber } from '../http/index.ts';
import { checkBlocks, checkView } from './blocks/check.ts';
import type { FormState, Incoming } from './incoming.ts';
import type { CommandAnswer, SlackRequest, SurfaceMap, ViewAck } from './surface.ts';

/** What goes back to Slack, and what is done afterwards. */
export interface Answer {
  readonly status: number;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly after?: () => Promise<void>;
}

type Interaction = Exclude<Incoming, { kind: 'ssl_check' | 'url_verification' | 'unknown' | 'event' }>;

/**
 * Gives an interaction to its handler. Nobody's button (an old message, a link that only opens a page) is answered with
 * 200, so that Slack shows no warning; nobody's form is not, so that what was typed stays on the screen.
 */
export async function dispatch(surfaces: SurfaceMap, request: SlackRequest, incoming: Interaction): Promise<Answer> {
  switch (incoming.kind) {
    case 'action': {
      const { actionId, blockId, value, channelId, messageTs, view, state, responseUrl } = incoming;
      const handle = surfaces.find('actions', actionId);
      const answer = await handle?.({
        ...request,
        actionId,
        blockId,
        value,
        channelId,
        messageTs,
        view,
        state,
        responseUrl,
      });
      return { status: 200, after: answer?.after };
    }
    case 'view_submission': {
      const handle = surfaces.find('views', incoming.view.callbackId);
      if (handle === null) {
        request.log.error({ event: 'slack.unhandled_view', callbackId: incoming.view.callbackId.slice(0, 60) });
        return { status: 404 };
      }
      const errors = cardsIn(incoming.state);
      if (errors !== null) return { status: 200, body: viewBody({ action: 'errors', errors }) };
      const { ack, after } = await handle({ ...request, view: incoming.view, state: incoming.state });
      return { status: 200, body: viewBody(ack), after };
    }
    case 'view_closed': {
      const handle = surfaces.find('viewsClosed', incoming.view.callbackId);
      const answer = await handle?.({ ...request, view: incoming.view, state: incoming.state });
      return { status: 200, after: answer?.after };
    }
    case 'shortcut': {
      const { callbackId, channelId, messageTs, message, responseUrl } = incoming;
      const answer = await surfaces.find(
        'shortcuts',
        callbackId,
      )?.({ ...request, callbackId, channelId, messageTs, message, responseUrl });
      return { status: 200, after: answer?.after };
    }
    case 'command': {
      const { command, text, channelId, responseUrl } = incoming;
      if (holdsCardNumber(text)) return { status: 200, body: commandBody({ ack: { text: cardNumberRefused } }) };
      const answer = await surfaces.find('commands', command)?.({ ...request, command, text, channelId, responseUrl });
      return { status: 200, body: commandBody(answer), after: answer?.after };
    }
  }
}

/** The fields of a form in which somebody has typed a card number, as Slack shows what is wrong with them; null for none. */
function cardsIn(state: FormState): Readonly<Record<string, string>> | null {
  const fields = Object.entries(state).filter(([, values]) =>
    Object.values(values).some((value) => typeof value === 'string' && holdsCardNumber(value)),
  );
  if (fields.length === 0) return null;
  return Object.fromEntries(fields.map(([blockId]) => [blockId, cardNumberRefused]));
}

/** In Slack's words. A view over the limits is our mistake; thrown, it shows in the log instead of as a dead button. */
function viewBody(ack: ViewAck): Readonly<Record<string, unknown>> | undefined {
  switch (ack.action) {
    case 'close':
      return undefined;
    case 'clear':
      return { response_action: 'clear' };
    case 'errors':
      return { response_action: 'errors', errors: ack.errors };
    case 'update':
    case 'push': {
      const [problem] = checkView(ack.view);
      if (problem) throw new Error(`view refused: ${problem.at} ${problem.problem}`);
      return { response_action: ack.action, view: ack.view };
    }
  }
}

function commandBody(answer: CommandAnswer | undefined): Readonly<Record<string, unknown>> | undefined {
  if (answer?.ack === undefined) return undefined;
  const { text, blocks } = answer.ack;
  const [problem] = checkBlocks(blocks ?? []);
  if (problem) throw new Error(`answer refused: ${problem.at} ${problem.problem}`);
  return { response_type: 'ephemeral', text, blocks };
}
