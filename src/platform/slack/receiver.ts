/**
 * Receives everything that Slack sends: verifies it, makes events durable, gives interactions to their handler, and
 * answers within three seconds. An interaction is never stored: it ties a person to a request.
 */
import type { Log } from '../log/index.ts';
import { patience, type SlackContext } from './context.ts';
import { type Answer, dispatch } from './dispatch.ts';
import { takeEvent } from './events.ts';
import { type Incoming, parseIncoming } from './incoming.ts';
import { verifySignature } from './signature.ts';
import type { Slack } from './slack.ts';
import { organisationOfTeam } from './store.ts';
import type { SurfaceMap } from './surface.ts';

/** Slack gives up after three seconds. */
const ackWithin = 2_700;

export interface Receiver {
  handle(request: Request): Promise<Response>;
  /** Resolves when no work begun by a request is left, for a graceful stop. */
  idle(): Promise<void>;
}

/** @param ackWithinMs when to answer although the handler still works; shorter in tests */
export function createReceiver(slack: Slack, surfaces: SurfaceMap, ackWithinMs = ackWithin): Receiver {
  const { context } = slack;
  const running = new Set<Promise<void>>();
  const track = (work: Promise<void>) => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };
  return {
    handle: async (request) => {
      const body = new Uint8Array(await request.arrayBuffer());
      if (!(await isFromSlack(context, request, body))) return empty(401);
      const incoming = parseIncoming(Buffer.from(body).toString('utf8'), request.headers.get('content-type') ?? '');
      if (incoming === null) return empty(400);
      switch (incoming.kind) {
        case 'ssl_check':
          return empty(200);
        case 'url_verification':
          return Response.json({ challenge: incoming.challenge });
        case 'unknown':
          context.log.info({ event: 'slack.unknown_request', type: incoming.type.slice(0, 40) });
          return empty(200);
        case 'event':
          await takeEvent(context, surfaces, incoming);
          return empty(200);
        default:
          return interact(slack, surfaces, incoming, ackWithinMs, track);
      }
    },
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

async function isFromSlack(context: SlackContext, request: Request, body: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const { signingSecret = '', previousSigningSecret = '' } = context.config.slack;
  const parts = {
    timestamp: request.headers.get('x-slack-request-timestamp'),
    signature: request.headers.get('x-slack-signature'),
    body,
  };
  const verdict = await verifySignature(parts, [signingSecret, previousSigningSecret], context.clock.now());
  if (verdict !== 'ok') context.log.warn({ event: 'slack.request_refused', reason: verdict });
  return verdict === 'ok';
}

type Interaction = Exclude<Incoming, { kind: 'ssl_check' | 'url_verification' | 'unknown' | 'event' }>;

async function interact(
  slack: Slack,
  surfaces: SurfaceMap,
  incoming: Interaction,
  ackWithinMs: number,
  track: (work: Promise<void>) => void,
): Promise<Response> {
  const { context } = slack;
  const { log } = context;
  const owner = await context.db.directory((tx) => organisationOfTeam(tx, incoming.teamId));
  if (owner === null) return notConnected(incoming);
  const { teamId, slackUserId, slackUserName, triggerId, userTeamId } = incoming;
  const client = slack.client(owner.orgId, { timeoutMs: patience.handler });
  const stranger = userTeamId !== null && userTeamId !== teamId;
  const request = { orgId: owner.orgId, teamId, slackUserId, slackUserName, triggerId, stranger, client, log };
  const work = dispatch(surfaces, request, incoming);
  const settled = work.then(
    ({ after }) => runAfter(after, log),
    () => undefined,
  );
  track(settled);
  return Promise.race([
    work.then(responseOf, (error) => broken(incoming, log, error)),
    late(incoming, log, ackWithinMs, work),
  ]);
}

const responseOf = ({ status, body }: Answer) => (body === undefined ? empty(status) : Response.json(body, { status }));

/** Slack shows "we had some trouble connecting" and keeps a window open, with what was typed. */
function broken(incoming: Interaction, log: Log, error: unknown): Response {
  log.error({ event: 'slack.handler_failed', kind: incoming.kind }, error);
  if (incoming.kind === 'command') return Response.json({ response_type: 'ephemeral', text: troubled });
  return empty(500);
}

const troubled = 'Something went wrong in Coact. Please try again in a moment.';

/** Answers in time for a handler that does not. A click is acknowledged, as its work goes on; a form must not vanish. */
async function late(incoming: Interaction, log: Log, ms: number, work: Promise<unknown>): Promise<Response> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  void work.then(
    () => clearTimeout(timer),
    () => clearTimeout(timer),
  );
  await promise;
  log.error({ event: 'slack.answered_late', kind: incoming.kind });
  return empty(incoming.kind === 'view_submission' ? 503 : 200);
}

async function runAfter(after: (() => Promise<void>) | undefined, log: Log): Promise<void> {
  try {
    await after?.();
  } catch (error) {
    log.error({ event: 'slack.after_failed' }, error);
  }
}

/** The workspace has no (more) installation here: say so where Slack can show it. */
function notConnected(incoming: Interaction): Response {
  const text = 'Coact is not connected to this workspace any more. Ask the people who run it to connect it again.';
  if (incoming.kind === 'command') return Response.json({ response_type: 'ephemeral', text });
  return empty(200);
}

const empty = (status: number) => new Response(null, { status });
