import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { slackApp } from './company.ts';
import { freePort, listenOnLoopback } from './ports.ts';
import { slackSignature } from './slack-signature.ts';

type Json = Record<string, unknown>;

/** What Slack would have told an app: parsed, and only if its signature was right. */
export interface Heard {
  readonly type: string;
  readonly payload: Json;
}

/** The smallest app that listens to Slack, for tests of the stand-in: it checks signatures and keeps what it hears. */
export interface ListeningApp extends AsyncDisposable {
  readonly url: string;
  readonly heard: Heard[];
  /** Answers the next thing heard of this type, waiting for it up to five seconds. */
  next(type: string): Promise<Json>;
  /** What the app answers to things of a type. Default: 200 without a body. */
  answer(type: string, body: Json): void;
}

export async function listeningApp(): Promise<ListeningApp> {
  const port = await freePort();
  const heard: Heard[] = [];
  const answers = new Map<string, Json>();
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      response.end('Back at the app.');
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const timestamp = Number(request.headers['x-slack-request-timestamp']);
    const expected = slackSignature(slackApp.signingSecret, timestamp, body);
    const given = String(request.headers['x-slack-signature'] ?? '').padEnd(expected.length);
    if (request.url !== '/slack/events' || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) {
      response.writeHead(401).end();
      return;
    }
    const what = readRequest(body, request.headers['content-type'] ?? '');
    heard.push(what);
    const answer = answers.get(what.type);
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer ? JSON.stringify(answer) : '');
  });
  const door = await listenOnLoopback(server, port);
  return {
    url: `http://localhost:${port}`,
    heard,
    next: async (type) => {
      const until = Date.now() + 5_000;
      while (Date.now() < until) {
        const at = heard.findIndex((each) => each.type === type);
        if (at >= 0) return heard.splice(at, 1)[0]?.payload ?? {};
        await new Promise((done) => setTimeout(done, 20));
      }
      throw new Error(`The app heard no ${type}; it heard: ${heard.map((each) => each.type).join(', ') || 'nothing'}.`);
    },
    answer: (type, body) => answers.set(type, body),
    [Symbol.asyncDispose]: door.close,
  };
}

function readRequest(body: string, contentType: string): Heard {
  if (contentType.startsWith('application/json')) {
    const payload = JSON.parse(body) as { event: { type: string } };
    return { type: payload.event.type, payload };
  }
  const form = new URLSearchParams(body);
  const payload = form.get('payload');
  if (payload === null) return { type: 'command', payload: Object.fromEntries(form) };
  const parsed = JSON.parse(payload) as { type: string };
  return { type: parsed.type, payload: parsed };
}
