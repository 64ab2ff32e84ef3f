import type { Session } from '../auth/index.ts';
import type { Database, OrgId } from '../db/index.ts';
import type { Log } from '../log/index.ts';
import type { Actor } from '../policy/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import { emptyAnswer, type GuardedContext, type GuardedRoute, guarded, member } from './guarded.ts';
import { type LiveStream, LiveStreams, openBody } from './live-streams.ts';
import { type LiveTopic, liveTopic, liveTopics } from './live-topics.ts';
import { problem } from './problem.ts';

export interface LiveOptions {
  readonly db: Database;
  readonly log: Log;
  readonly telemetry?: Telemetry;
  /** The person behind a session in an organisation; null when it is over. */
  readonly actorOf: (session: Session, orgId: OrgId) => Promise<Actor | null>;
  /** Most open streams of this process, and of one person in it. */
  readonly most?: number;
  readonly mostOfPerson?: number;
  /** Milliseconds between signs of life, default 20,000; and until a stream has to be asked for anew, default ten minutes. */
  readonly beatMs?: number;
  readonly lifeMs?: number;
}

export interface Live {
  readonly routes: readonly GuardedRoute[];
  /** Ends every stream, for a process that is going: its pages connect to another one. */
  leave(): void;
  close(): void;
}

/** How long a page waits before it connects again; spread out by the page. Milliseconds. */
const retryMs = 1_000;

const config = {
  method: 'get',
  path: '/api/live',
  summary: 'What has changed, told as it changes',
  guard: member('organisation.read'),
  responses: {
    200: emptyAnswer(
      'Server-sent events: `changed` with {"what"}, and `everything` after something may have been missed',
    ),
  },
} as const;

/**
 * Live updates: `GET /api/live`, server-sent events that say what kind of thing has changed in the organisation, and nothing of it.
 *
 * A stream lives until its page goes, its session ends or its person is deactivated (at once, told by notification), it reads too
 * slowly, the process stops, or ten minutes are over: then the page connects anew and passes the guard again. Whoever comes back (with
 * Last-Event-ID) is told to read everything, since nothing is kept that could be sent again.
 */
export async function openLive(options: LiveOptions): Promise<Live> {
  const streams = new LiveStreams(options);
  const stop = await listen(options, streams);
  options.telemetry?.observe('coact.live.streams', (tell) => tell(streams.size, {}));
  const timer = setInterval(() => {
    for (const stream of streams.of(() => true)) stream.send(': still here\n\n');
  }, options.beatMs ?? 20_000);
  let leaving = false;
  const leave = () => {
    leaving = true;
    for (const stream of streams.of(() => true)) stream.end();
  };
  return {
    routes: [guarded(config, (c) => (leaving ? goElsewhere(c) : openStream(c, streams, options.lifeMs ?? 600_000)))],
    leave,
    close: () => {
      clearInterval(timer);
      leave();
      stop();
    },
  };
}

type Context = GuardedContext<typeof config>;

function openStream(c: Context, streams: LiveStreams, lifeMs: number): Response {
  // An answer without an end is for whoever asks for one by name: programs that read every address to its end would wait.
  if (!c.req.header('accept')?.includes('text/event-stream')) {
    return problem(c, 406, 'events_only', 'This address sends a stream of events. Ask for text/event-stream.');
  }
  const { actor, session, orgId, allowed } = c.var;
  const refusal = streams.refusal(orgId, actor.personId);
  if (refusal === 'process') return goElsewhere(c);
  if (refusal === 'person') {
    return problem(c, 429, 'too_many_streams', 'Coact is open in many windows. This one looks for news now and then.');
  }
  const organisation = { type: 'Organisation', id: orgId, orgId };
  const topics = new Set(topicNames.filter((topic) => allowed(liveTopics[topic], organisation)));
  const life = setTimeout(() => stream.end(), lifeMs);
  const { body, ...writing } = openBody(() => {
    clearTimeout(life);
    streams.delete(stream);
  });
  const stream: LiveStream = {
    ...{ orgId, personId: actor.personId, roles: actor.roles, session, topics },
    ...writing,
  };
  streams.add(stream);
  stream.send(`id: 0\nretry: ${retryMs}\n\n`);
  if (c.req.header('last-event-id') !== undefined) stream.send(everything);
  // The last header is for nginx, which would otherwise gather a few kilobytes before it passes anything on.
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
}

const topicNames = Object.keys(liveTopics) as LiveTopic[];
const everything = 'event: everything\nid: 0\ndata: {}\n\n';

function goElsewhere(c: Context): Response {
  const headers = { 'retry-after': '1' };
  return problem(c, 503, 'no_live_updates', 'There are no live updates just now. Please try again.', { headers });
}

async function listen({ db, log, actorOf }: LiveOptions, streams: LiveStreams): Promise<() => void> {
  const changed = (orgId: unknown, what: LiveTopic) => {
    const data = `event: changed\nid: 0\ndata: ${JSON.stringify({ what })}\n\n`;
    for (const stream of streams.of((one) => one.orgId === orgId && one.topics.has(what))) stream.send(data);
    if (what === 'members') void endOfPeopleGone(orgId);
  };
  const endOfPeopleGone = async (orgId: unknown) => {
    for (const stream of streams.of((one) => one.orgId === orgId)) {
      const actor = await actorOf(stream.session, stream.orgId).catch((error: unknown) => {
        log.error({ event: 'live.not_checked', orgId: stream.orgId }, error);
        return null;
      });
      // Whoever has lost or gained roles connects again, with those of now.
      if (actor?.personId !== stream.personId || actor.roles.join() !== stream.roles.join()) stream.end();
    }
  };
  const stops = [
    await db.listen(liveTopic, {
      heard: ({ orgId, what }) => {
        const topic = topicNames.find((name) => name === what);
        if (topic) changed(orgId, topic);
      },
      // The pages come back through the guard, and read everything again.
      missed: () => {
        for (const stream of streams.of(() => true)) stream.end();
      },
    }),
    await db.listen('sessions.ended', {
      heard: ({ sessionId }) => {
        for (const stream of streams.of((one) => one.session.sessionId === sessionId)) stream.end();
      },
      missed: () => undefined,
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
