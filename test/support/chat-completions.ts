import type { IncomingMessage } from 'node:http';
import { type LocalServer, listenHttp } from './local-server.ts';

/** What was asked, as the service understood it. */
interface Asked {
  readonly headers: IncomingMessage['headers'];
  readonly body: { readonly model: string; readonly messages: readonly { role: string; content: string }[] };
  /** As it came. */
  readonly raw: string;
}

/** How the next call ends; text is the model's answer. */
type Next =
  | string
  | { readonly status: number; readonly retryAfter?: string }
  | { readonly choice: object }
  | { readonly body: string }
  | 'hang';

/** A stand-in for a service of chat completions. */
export interface ChatCompletions extends LocalServer {
  readonly asked: Asked[];
  readonly key: string;
  readonly model: string;
  next: Next;
}

/**
 * What the API reference lets a request say that we could mean (platform.openai.com/docs/api-reference/chat/create); a
 * member that is not known there is answered with 400, `unknown_parameter`.
 */
const known = new Set([
  ...['model', 'messages', 'frequency_penalty', 'max_completion_tokens', 'metadata', 'n', 'presence_penalty'],
  ...[
    'response_format',
    'safety_identifier',
    'seed',
    'service_tier',
    'stop',
    'store',
    'stream',
    'temperature',
    'top_p',
  ],
]);
const roles = new Set(['developer', 'system', 'user', 'assistant']);

/** Starts it on loopback, with one key and one model. */
export async function startChatCompletions(): Promise<ChatCompletions> {
  const state = { asked: [] as Asked[], key: 'sk-practice-key', model: 'small-1', next: 'Reworded' as Next };
  const server = await listenHttp(async (request, response) => {
    const raw = await text(request);
    const refuse = (status: number, code: string, retryAfter?: string) => {
      const headers = { 'content-type': 'application/json', ...(retryAfter ? { 'retry-after': retryAfter } : {}) };
      const error = { message: code, type: 'invalid_request_error', param: null, code };
      response.writeHead(status, headers).end(JSON.stringify({ error }));
    };
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') return refuse(404, 'unknown_url');
    if (request.headers.authorization !== `Bearer ${state.key}`) return refuse(401, 'invalid_api_key');
    if (request.headers['content-type'] !== 'application/json') return refuse(400, 'invalid_content_type');
    const body = read(raw);
    if (typeof body === 'string') return refuse(400, body);
    if (body.model !== state.model) return refuse(404, 'model_not_found');
    state.asked.push({ headers: request.headers, body, raw });
    const { next } = state;
    if (next === 'hang') return;
    if (typeof next === 'object' && 'status' in next) return refuse(next.status, 'trouble', next.retryAfter);
    if (typeof next === 'object' && 'body' in next) return void response.writeHead(200).end(next.body);
    const said = { role: 'assistant', content: next, refusal: null, annotations: [] };
    const choice = typeof next === 'object' ? next.choice : { message: said, logprobs: null, finish_reason: 'stop' };
    const answer = {
      ...{ id: 'chatcmpl-1', object: 'chat.completion', created: 1_790_000_000, model: state.model },
      choices: [{ index: 0, ...choice }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  return Object.assign(state, server);
}

/** The request, or the code with which the service refuses it. */
function read(raw: string): Asked['body'] | string {
  let body: Asked['body'];
  try {
    body = JSON.parse(raw) as Asked['body'];
  } catch {
    return 'invalid_json';
  }
  if (Object.keys(body).some((name) => !known.has(name))) return 'unknown_parameter';
  if (typeof body.model !== 'string' || !Array.isArray(body.messages) || body.messages.length === 0) {
    return 'missing_required_parameter';
  }
  for (const message of body.messages) {
    if (Object.keys(message).some((name) => name !== 'role' && name !== 'content')) return 'unknown_parameter';
    if (!roles.has(message.role) || typeof message.content !== 'string' || message.content === '')
      return 'invalid_value';
  }
  return body;
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}
